/** What is known of the tables of a target. */
export interface Tables {
  /** The types of a table's columns, by name; undefined for a table that is not known. */
  columns(table: string): ReadonlyMap<string, string> | undefined;
  names(): Iterable<string>;
}

/** The columns that all of some tables have, of the same type; undefined if one is not known. */
export function columnsOfAll(
  names: readonly string[],
  tables: Tables,
): ReadonlyMap<string, string> | undefined {
  const [first, ...others] = names.map((name) => tables.columns(name));
  if (!first || others.length === 0) return first;
  if (others.includes(undefined)) return undefined;
  return new Map([...first].filter(([name, type]) => others.every((o) => o!.get(name) === type)));
}

/** In any letter case, with an underscore for a dot; null where the table has none. */
export function columnNamed(
  name: string,
  table: ReadonlyMap<string, string> | undefined,
): string | null {
  if (!table) return null;
  if (table.has(name)) return name;
  const plain = name.replaceAll('.', '_');
  if (table.has(plain)) return plain;
  const lower = plain.toLowerCase();
  for (const column of table.keys()) if (column.toLowerCase() === lower) return column;
  return null;
}
