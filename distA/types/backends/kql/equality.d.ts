import type { FieldPredicate, Name, Polarity, Span } from '../../src/backend/index.js';
import type { Context } from './context.js';
import { LIST_OPERATORS } from './dialect.js';
import type { Written } from './dialect.js';
/** A comparison with one value, in the spellings that it may have. */
export interface Equality {
    readonly code: string;
    readonly operator: keyof typeof LIST_OPERATORS;
    /** One or more, as literals. */
    readonly spellings: readonly string[];
    /** Whether it can go into a list with others of its code and operator. */
    readonly listable: boolean;
    readonly span: Span;
}
/** What the predicate comes to if it asks for one value; null if it asks for something else. */
export declare function equalityOf(predicate: FieldPredicate, context: Context, polarity: Polarity): Equality | null;
/** Equalities of one code and operator: `F =~ "a"`, `F in~ ("a", "b")`. */
export declare function writeEqualities(equalities: readonly Equality[], field: Name): Written;
