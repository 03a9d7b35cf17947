import type { Expression } from '../../src/backend/index.js';
/** https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/ */
export declare const KQL_TYPES: readonly ["string", "int", "long", "real", "bool", "datetime", "dynamic", "guid", "timespan", "decimal"];
export type KqlType = (typeof KQL_TYPES)[number];
/** The type of a field's column; undefined where it is not known. */
export type ColumnType = (field: string) => KqlType | undefined;
export interface Column {
    /** As the rule names it. */
    readonly field: string;
    /** As the query names it. */
    readonly code: string;
    /** Undefined: nothing is known, nor does the rule's use of it say anything. */
    readonly type: KqlType | undefined;
    /** `assumed`: read off the rule's own values. `path`: a place in a dynamic column. */
    readonly origin: 'declared' | 'assumed' | 'path';
}
/** Whether the column takes string operators as it is. */
export declare function isText(column: Column): boolean;
export declare function isNumeric(column: Column): boolean;
/** The column's value as text; a null becomes the empty string. */
export declare function textOf(column: Column): string;
/**
 * Finds columns by the rule's field names. A field that is declared is a column, whatever its name;
 * a dot in any other is a step into a dynamic column, or with `dots` being `column` part of the
 * column's name. Where the rule compares both `a` and `a.b` with values, `a` holds no `b`: then
 * `a.b` is a column.
 */
export declare function resolveColumns(expression: Expression, columnType: ColumnType, dots: 'path' | 'column'): (field: string) => Column;
/** Text that a whole number prints as. */
export declare function isInteger(text: string | null): text is string;
/** Reads `EventID:int,Foo:dynamic`. A name may hold colons, a type cannot. */
export declare function parseColumns(text: string): {
    readonly types: ReadonlyMap<string, KqlType>;
} | {
    readonly error: string;
};
