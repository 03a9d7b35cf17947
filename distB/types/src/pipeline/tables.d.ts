/** What is known of the tables of a target. */
export interface Tables {
    /** The types of a table's columns, by name; undefined for a table that is not known. */
    columns(table: string): ReadonlyMap<string, string> | undefined;
    names(): Iterable<string>;
}
/** The columns that all of some tables have, of the same type; undefined if one is not known. */
export declare function columnsOfAll(names: readonly string[], tables: Tables): ReadonlyMap<string, string> | undefined;
