import type { Expression, Polarity, Report, Span } from '../../src/backend/index.js';
import type { Column } from './columns.js';
import type { Written } from './dialect.js';
/** What the writers of predicates share while one query is written. */
export declare class Context {
    readonly column: (field: string) => Column;
    private readonly report;
    /** Comparisons with a field that cannot be missing or empty where they count. */
    readonly filledRefs: ReadonlySet<Expression>;
    private readonly said;
    private readonly nestedNegation;
    constructor(expression: Expression, column: (field: string) => Column, report: Report, 
    /** Comparisons with a field that cannot be missing or empty where they count. */
    filledRefs?: ReadonlySet<Expression>);
    /** Said once a query for each code and each effect on the query. */
    approximate(direction: 'wider' | 'narrower', polarity: Polarity, code: string, message: string, span: Span): void;
    /** Said once a query for each code. */
    note(code: string, message: string, span: Span): void;
    /** Says, once a query, that a column is taken for a number because the rule compares it with one. */
    assumeNumber(column: Column, span: Span): void;
    /** Drops the query; what is returned only fills the place. */
    refuse(code: string, message: string, span: Span): Written;
    /**
     * Something that is null where the rule's predicate is false. `where` drops nulls, which is right
     * until a `not` comes over it: `not(null)` is null and not true.
     * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/null-values
     */
    nullable(written: Written, polarity: Polarity): Written;
    private first;
}
