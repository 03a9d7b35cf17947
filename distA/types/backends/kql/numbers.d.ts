import type { CidrPredicate, ComparePredicate, Polarity, Span, TimePartPredicate } from '../../src/backend/index.js';
import type { Context } from './context.js';
import type { Written } from './dialect.js';
/** https://learn.microsoft.com/en-us/kusto/query/toreal-function gives null for what is no number. */
export declare function writeCompare(predicate: ComparePredicate, context: Context, polarity: Polarity): Written;
/** https://learn.microsoft.com/en-us/kusto/query/datetime-part-function */
export declare function writeTimePart(predicate: TimePartPredicate, context: Context, polarity: Polarity): Written;
/** One network, or any of several of one IP version. The predicates are of one field. */
export declare function writeNetworks(predicates: readonly CidrPredicate[], context: Context, polarity: Polarity, span: Span): Written;
