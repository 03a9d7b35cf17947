/**
 * How a field is indexed.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/field-data-types
 */
export declare const FIELD_TYPES: readonly ["keyword", "wildcard", "constant_keyword", "flattened", "text", "match_only_text", "ip", "boolean", "date", "byte", "short", "integer", "long", "unsigned_long", "half_float", "float", "double", "scaled_float"];
export type FieldType = (typeof FIELD_TYPES)[number];
/** What a word of a text field is. */
export type Words = 
/** As Unicode divides text: the standard analyzer. */
'standard'
/** Letters, digits, underscores and dashes: what Elastic indexes PowerShell's scripts by. */
 | 'dashed';
export interface Column {
    readonly type: FieldType;
    /** It has a subfield `.caseless`, which is lower-cased. */
    readonly caseless: boolean;
    /** Its texts are all in lower case. */
    readonly lower: boolean;
    /** Texts that are left out: an event that holds one has no such field. */
    readonly absent: readonly string[];
    readonly words: Words;
}
/** A field that is read out of others. */
export interface Reading {
    readonly as: string;
    readonly of: string;
    readonly key: string;
}
/** What a pipeline knows of the fields of a rule, by their names. */
export interface Columns {
    readonly columns: ReadonlyMap<string, Column>;
    readonly readings: ReadonlyMap<string, Reading>;
    /** What is not understood of it. */
    readonly wrong: ReadonlyMap<string, string>;
}
/** The state `columns`: a type, or a map of `type`, `caseless`, `lower`, `absent` and `words`. */
export declare function columnsOf(state: unknown): Columns;
