/**
 * What a column holds: strings are never null; times and timespans are whole microseconds, other
 * numbers are of JavaScript.
 */
export type Cell = string | number | boolean | null | readonly Cell[];

export interface Column {
  readonly type: string;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly length: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Whether its rows have an order that functions of windows may read. */
  readonly isSerialized: boolean;
}

/** The rows at these places, in this order. */
export function rowsAt(table: Table, places: readonly number[], isSerialized: boolean): Table {
  const columns = new Map<string, Column>();
  for (const [name, { type, cells }] of table.columns) {
    columns.set(name, { type, cells: places.map((i) => cells[i]!) });
  }
  return { length: places.length, columns, isSerialized };
}

export function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (!column) throw new TypeError(`no column is called ${name}`);
  return column;
}

export function missingOf(type: string): Cell {
  return type === 'string' ? '' : null;
}

/** What running a query costs. */
export class Cost {
  /** What is read of these is read already. */
  readonly materialized = new Set<Table>();
  /** How often events are read. */
  reads = 0;
  sorts = 0;
  sorted = 0;
  /** The most rows that there are at a time. */
  most = 0;

  sort(rows: number): void {
    this.sorts++;
    this.sorted += rows;
  }

  has(rows: number): void {
    this.most = Math.max(this.most, rows);
  }
}

/** Orders that nothing promises come out otherwise each time, yet the same on every run. */
export class Disorder {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
  }

  /** Of [0, 1). */
  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) / 2 ** 32;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const all = [...list];
    for (let i = all.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1));
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    return all;
  }
}
