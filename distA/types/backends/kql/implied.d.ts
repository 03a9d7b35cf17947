import type { Expression } from '../../src/backend/index.js';
import type { Column } from './columns.js';
/**
 * Drops tests for missing and empty values that the rest of an AND already decides, since a string
 * column cannot tell the two apart, and what need not be asked need not be approximated:
 * `F endswith "x" and isnotempty(F)` says no more than its first half. Holds for columns of one
 * value only, so a place in a dynamic column is left as it is. `filledRefs` are comparisons with a
 * field that is filled wherever they count.
 */
export declare function dropImplied(expression: Expression, column: (field: string) => Column): {
    readonly expression: Expression;
    readonly filledRefs: ReadonlySet<Expression>;
};
