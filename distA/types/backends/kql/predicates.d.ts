import type { OneOf, Polarity } from '../../src/backend/index.js';
import type { Predicate } from '../../src/backend/index.js';
import type { Context } from './context.js';
import type { Written } from './dialect.js';
export declare function writePredicate(predicate: Predicate, context: Context, polarity: Polarity): Written;
/** Alternatives on one field: equal values and networks go into lists, the rest is linked by `or`. */
export declare function writeOneOf(node: OneOf, context: Context, polarity: Polarity): Written;
