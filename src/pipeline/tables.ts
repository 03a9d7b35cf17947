/** What is known of the tables of a target. */
export interface Tables {
  /** The types of a table's columns, by name; undefined for a table that is not known. */
  columns(table: string): ReadonlyMap<string, string> | undefined;
  names(): Iterable<string>;
}
