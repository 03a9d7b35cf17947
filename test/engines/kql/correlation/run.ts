import type { KqlNode } from '../parser.js';
import { evaluateColumn } from './scalar.js';
import type { Named, Operator, Pipe } from './pipe.js';
import { columnOf, Cost, missingOf, rowsAt } from './table.js';
import type { Cell, Column, Table, Disorder } from './table.js';

/**
 * Runs a query over tables, each operator as documented. Where no order is promised, rows come in
 * any.
 * https://learn.microsoft.com/en-us/kusto/query/window-functions
 */
export function runPipe(
  { lets, source, operators }: Pipe,
  given: ReadonlyMap<string, Table>,
  disorder: Disorder,
  cost = new Cost(),
): Table {
  const tables = new Map(given);
  for (const [name, pipe] of lets) {
    const rows = runPipe(pipe, tables, disorder, cost);
    cost.materialized.add(rows);
    tables.set(name, rows);
  }
  const start = source.kind === 'table' ? tables.get(source.name) : undefined;
  if (start && !cost.materialized.has(start)) cost.reads++;
  if (source.kind === 'table' && !start) throw new TypeError(`no table is called ${source.name}`);
  const first =
    source.kind === 'union'
      ? union(
          source.inputs.map((i) => runPipe(i, tables, disorder, cost)),
          disorder,
        )
      : start!;
  return operators.reduce((table, operator) => {
    if (operator.kind === 'sort') cost.sort(table.length);
    const after = apply(operator, table, disorder);
    cost.has(after.length);
    return after;
  }, first);
}

function apply(operator: Operator, table: Table, disorder: Disorder): Table {
  switch (operator.kind) {
    case 'where': {
      const { type, cells } = evaluateColumn(operator.predicate, table);
      if (type !== 'bool') throw new TypeError(`where ${type}`);
      const kept: number[] = [];
      for (let i = 0; i < table.length; i++) if (cells[i] === true) kept.push(i);
      return kept.length === table.length ? table : rowsAt(table, kept, table.isSerialized);
    }
    case 'extend':
      return { ...table, columns: new Map([...table.columns, ...made(operator.columns, table)]) };
    case 'project':
      return { ...table, columns: new Map(made(operator.columns, table)) };
    case 'project-away': {
      for (const name of operator.names) columnOf(table, name);
      const left = [...table.columns].filter(([name]) => !operator.names.includes(name));
      return { ...table, columns: new Map(left) };
    }
    case 'summarize':
      return summarize(operator, table, disorder);
    case 'mv-expand':
      return expand(operator, table);
    case 'sort':
      return sort(operator.by, table, disorder);
  }
}

/** All of the input's columns, none of each other's. */
function made(columns: readonly Named[], table: Table): readonly (readonly [string, Column])[] {
  return columns.map(([name, node]) => [name, evaluateColumn(node, table)] as const);
}

/** https://learn.microsoft.com/en-us/kusto/query/union-operator */
function union(inputs: readonly Table[], disorder: Disorder): Table {
  const types = new Map<string, string>();
  for (const { columns } of inputs) {
    for (const [name, { type }] of columns) {
      // Two columns would come of one, with other names.
      if ((types.get(name) ?? type) !== type) throw new TypeError(`two types of ${name}`);
      types.set(name, type);
    }
  }
  const length = inputs.reduce((sum, t) => sum + t.length, 0);
  const columns = new Map<string, Column>();
  for (const [name, type] of types) {
    const cells = inputs.flatMap((t): readonly Cell[] => {
      const found = t.columns.get(name);
      return found ? found.cells : new Array<Cell>(t.length).fill(missingOf(type));
    });
    columns.set(name, { type, cells });
  }
  return shuffled({ length, columns, isSerialized: false }, disorder);
}

function shuffled(table: Table, disorder: Disorder): Table {
  return rowsAt(table, disorder.shuffle([...Array(table.length).keys()]), false);
}

/** https://learn.microsoft.com/en-us/kusto/query/mv-expand-operator */
function expand(
  { column: [name, node], type, index }: Extract<Operator, { kind: 'mv-expand' }>,
  table: Table,
): Table {
  const of = evaluateColumn(node, table);
  if (of.type !== 'dynamic') throw new TypeError(`mv-expand of ${of.type}`);
  const places: number[] = [];
  const cells: Cell[] = [];
  const items: number[] = [];
  for (let i = 0; i < table.length; i++) {
    const cell = of.cells[i]!;
    const values: readonly Cell[] = Array.isArray(cell) ? (cell as readonly Cell[]) : [cell];
    values.forEach((value, item) => {
      places.push(i);
      items.push(item);
      cells.push(conforms(value, type) ? value : missingOf(type));
    });
  }
  const { columns, ...rows } = rowsAt(table, places, table.isSerialized);
  const all = new Map(columns).set(name, { type, cells });
  return {
    ...rows,
    columns: index === null ? all : all.set(index, { type: 'long', cells: items }),
  };
}

/** Nothing is converted: what is of another type becomes null. */
function conforms(value: Cell, type: string): boolean {
  if (type === 'dynamic') return true;
  return typeof value === (type === 'string' ? 'string' : type === 'bool' ? 'boolean' : 'number');
}

/** https://learn.microsoft.com/en-us/kusto/query/sort-operator */
function sort(
  by: Extract<Operator, { kind: 'sort' }>['by'],
  table: Table,
  disorder: Disorder,
): Table {
  const columns = by.map(([name, descending]) => ({ ...columnOf(table, name), descending }));
  const places = disorder.shuffle([...Array(table.length).keys()]);
  places.sort((i, j) => {
    for (const { cells, descending } of columns) {
      const [a, b] = [cells[i]!, cells[j]!];
      if (a === b) continue;
      // Nulls are first going up, and last going down.
      const isBefore = a === null || (b !== null && a < b);
      return isBefore === descending ? 1 : -1;
    }
    return 0;
  });
  return rowsAt(table, places, true);
}

const AGGREGATES = new Set(['count', 'countif', 'sum', 'sumif', 'min', 'max', 'make_set']);

/** https://learn.microsoft.com/en-us/kusto/query/summarize-operator */
function summarize(
  { columns, by }: Extract<Operator, { kind: 'summarize' }>,
  table: Table,
  disorder: Disorder,
): Table {
  const keys = by.map((name) => columnOf(table, name));
  const groups = new Map<string, number[]>();
  for (let i = 0; i < table.length; i++) {
    const key =
      keys.length === 1
        ? keyOf(keys[0]!.cells[i]!)
        : keys.map((k) => keyOf(k.cells[i]!)).join('\u0000');
    const rows = groups.get(key);
    if (rows) rows.push(i);
    else groups.set(key, [i]);
  }
  const rows = [...groups.values()];
  const grouped = rowsAt(
    { ...table, columns: new Map(by.map((name, i) => [name, keys[i]!])) },
    rows.map(([first]) => first!),
    false,
  );
  const aggregates = new Map<string, Column>();
  // Each aggregate is a column by now, which what is around it reads.
  const without = (node: KqlNode): KqlNode => {
    if (node.kind === 'call' && AGGREGATES.has(node.name)) {
      const name = `aggregate ${aggregates.size}`;
      aggregates.set(name, aggregate(node.name, node.operands, table, rows));
      return { kind: 'name', name };
    }
    return 'operands' in node ? { ...node, operands: node.operands.map(without) } : node;
  };
  const asked = columns.map(([name, node]) => [name, without(node)] as const);
  const inner = { ...grouped, columns: new Map([...grouped.columns, ...aggregates]) };
  const all = new Map([...grouped.columns, ...made(asked, inner)]);
  return shuffled({ ...grouped, columns: all }, disorder);
}

function keyOf(cell: Cell): string {
  return typeof cell === 'string' ? `=${cell}` : String(cell as number);
}

function aggregate(
  name: string,
  nodes: readonly KqlNode[],
  table: Table,
  groups: readonly (readonly number[])[],
): Column {
  const [first, second] = nodes.map((n) => evaluateColumn(n, table));
  const overall = (type: string, of: (rows: readonly number[]) => Cell): Column => ({
    type,
    cells: groups.map(of),
  });
  const held = (rows: readonly number[], { cells }: Column): number[] =>
    rows.flatMap((i) => (cells[i] === null ? [] : [cells[i] as number]));
  // That it is null without any value is not documented, nor that it is zero.
  const sum = (numbers: readonly number[]): Cell =>
    numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0);
  switch (name) {
    case 'count':
      return overall('long', (rows) => rows.length);
    case 'countif':
      return overall('long', (rows) => rows.filter((i) => first!.cells[i] === true).length);
    case 'sum':
      return overall(first!.type, (rows) => sum(held(rows, first!)));
    case 'sumif':
      // Of no row, zero.
      return overall(
        first!.type,
        (rows) =>
          sum(
            held(
              rows.filter((i) => second!.cells[i] === true),
              first!,
            ),
          ) ?? 0,
      );
    case 'make_set':
      return overall('dynamic', (rows) => [...new Set(rows.map((i) => first!.cells[i]!))]);
    case 'min':
    case 'max':
      return overall(first!.type, (rows) => {
        const all = held(rows, first!);
        return all.length === 0 ? null : Math[name](...all);
      });
    default:
      throw new TypeError(`no such aggregate: ${name}`);
  }
}
