import type { KqlNode } from '../parser.js';
import { operate } from '../evaluate.js';
import { columnOf, missingOf } from './table.js';
import type { Cell, Column, Table } from './table.js';

/**
 * The column that a scalar expression gives for a table, under the documented meaning of operators
 * and functions; shares no code with what writes the queries. Kusto is typed, so every expression
 * has one type, and what does not fit throws.
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/null-values
 */
export function evaluateColumn(node: KqlNode, table: Table): Column {
  const at = (operand: KqlNode | undefined): Column => evaluateColumn(operand!, table);
  switch (node.kind) {
    case 'name':
      return columnOf(table, node.name);
    case 'literal':
      return same(table, ...literal(node.type, node.value));
    case 'list':
      return same(table, 'dynamic', node.operands.map(constant));
    case 'operation':
      return operation(node.operator, node.operands.map(at), table);
    case 'call':
      return call(node.name, node.operands, table);
    default:
      throw new TypeError(`not run: ${node.kind}`);
  }
}

function constant(node: KqlNode): Cell {
  if (node.kind !== 'literal') throw new TypeError('a list of what is not constant');
  return literal(node.type, node.value)[1];
}

function same({ length }: Table, type: string, cell: Cell): Column {
  return { type, cells: new Array<Cell>(length).fill(cell) };
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1e3,
  s: 1e6,
  m: 60e6,
  h: 3_600e6,
  d: 86_400e6,
};

function literal(type: string, value: string): readonly [type: string, cell: Cell] {
  switch (type) {
    case 'string':
      return [type, value];
    case 'bool':
      return [type, value === 'true'];
    case 'timespan': {
      const [, number, unit] = /^([\d.]+)([a-z]+)$/.exec(value)!;
      return [type, Number(number) * UNITS[unit!]!];
    }
    case 'datetime':
      return [type, value === 'null' ? null : Date.parse(value) * 1e3];
    case 'dynamic':
      if (value !== 'null') throw new TypeError('not run: a dynamic literal');
      return [type, null];
    case 'long':
    case 'int':
    case 'real':
      return [type, value === 'null' ? null : Number(value)];
    default:
      throw new TypeError(`not run: a literal of ${type}`);
  }
}

function map(type: string, { length }: Table, cell: (row: number) => Cell): Column {
  const cells = new Array<Cell>(length);
  for (let i = 0; i < length; i++) cells[i] = cell(i);
  return { type, cells };
}

const isNumber = (type: string): boolean => type === 'long' || type === 'int' || type === 'real';

function operation(operator: string, operands: readonly Column[], table: Table): Column {
  const [left, ...right] = operands as [Column, ...Column[]];
  const other = right[0]!;
  switch (operator) {
    case 'and':
      return map('bool', table, (i) => and(left.cells[i]!, other.cells[i]!));
    case 'or':
      return map('bool', table, (i) => not(and(not(left.cells[i]!), not(other.cells[i]!))));
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(operator, left, other, table);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(operator, left, other, table);
    default:
      for (const { type } of operands) {
        if (type !== 'string' && !(isNumber(type) && operator === 'in')) {
          throw new TypeError(`${operator} over ${type}`);
        }
      }
      return map('bool', table, (i) =>
        operate(
          operator,
          left.cells[i] as string,
          right.map((r) => r.cells[i] as string),
        ),
      );
  }
}

function and(a: Cell, b: Cell): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

function not(a: Cell): boolean | null {
  return a === null ? null : !(a as boolean);
}

function arithmetic(operator: string, left: Column, right: Column, table: Table): Column {
  const type = typeOf(operator, left.type, right.type);
  return map(type, table, (i) => {
    const [a, b] = [left.cells[i], right.cells[i]] as [number | null, number | null];
    if (a === null || b === null) return null;
    if (operator === '+') return a + b;
    if (operator === '-') return a - b;
    if (operator === '*') return a * b;
    return type === 'real' ? a / b : Math.trunc(a / b);
  });
}

function typeOf(operator: string, a: string, b: string): string {
  if (isNumber(a) && isNumber(b)) {
    if (a === 'real' || b === 'real') return 'real';
    return a === 'long' || b === 'long' ? 'long' : 'int';
  }
  const asked = `${a} ${operator} ${b}`;
  if (asked === 'datetime - datetime') return 'timespan';
  if (/^datetime [+-] timespan$/.test(asked)) return 'datetime';
  throw new TypeError(asked);
}

function comparison(operator: string, left: Column, right: Column, table: Table): Column {
  const [a, b] = [left.type, right.type];
  if (a !== b && !(isNumber(a) && isNumber(b))) throw new TypeError(`${a} ${operator} ${b}`);
  if (a === 'dynamic') throw new TypeError('a comparison of what is dynamic');
  if (a === 'string' && !/^[!=]=$/.test(operator)) throw new TypeError('an order of strings');
  return map('bool', table, (i) => {
    const [x, y] = [left.cells[i], right.cells[i]] as [number, number];
    switch (operator) {
      case '==':
      case '!=': {
        if (x === null && y === null) return null;
        return (x === y) === (operator === '==');
      }
      case '<':
        return x === null || y === null ? null : x < y;
      case '<=':
        return x === null || y === null ? null : x <= y;
      case '>':
        return x === null || y === null ? null : x > y;
      default:
        return x === null || y === null ? null : x >= y;
    }
  });
}

function call(name: string, nodes: readonly KqlNode[], table: Table): Column {
  if (name === 'prev') return prev(nodes, table);
  const operands = nodes.map((n) => evaluateColumn(n, table));
  const [first, second, third] = operands as [Column, Column, Column];
  switch (name) {
    case 'not':
      return map('bool', table, (i) => not(first.cells[i]!));
    case 'iff':
      oneType(second, third);
      return map(second.type, table, (i) =>
        first.cells[i] === true ? second.cells[i]! : third.cells[i]!,
      );
    case 'case': {
      const results = operands.filter((_, i) => i % 2 === 1 || i === operands.length - 1);
      const type = oneType(...results);
      return map(type, table, (row) => {
        for (let i = 0; i + 1 < operands.length; i += 2) {
          if (operands[i]!.cells[row] === true) return operands[i + 1]!.cells[row]!;
        }
        return operands.at(-1)!.cells[row]!;
      });
    }
    case 'coalesce': {
      const type = oneType(...operands);
      const missing = missingOf(type);
      return map(type, table, (i) => {
        for (const { cells } of operands) if (cells[i] !== missing) return cells[i]!;
        return missing;
      });
    }
    case 'isempty':
    case 'isnotempty':
      return map('bool', table, (i) => (print(first.cells[i]!) === '') === (name === 'isempty'));
    case 'isnull':
    case 'isnotnull':
      return map('bool', table, (i) => (first.cells[i] === null) === (name === 'isnull'));
    case 'tostring':
      if (first.type === 'real') throw new TypeError('how a real prints is not documented');
      return map('string', table, (i) => print(first.cells[i]!));
    case 'toreal':
      return map('real', table, (i) => toReal(first.cells[i]!));
    case 'toint':
      return map('int', table, (i) => {
        const cell = first.cells[i];
        return typeof cell === 'boolean' ? Number(cell) : (cell as number | null);
      });
    case 'isfinite':
      return map('bool', table, (i) => {
        const cell = first.cells[i];
        return cell === null ? null : Number.isFinite(cell);
      });
    case 'pack_array':
      return map('dynamic', table, (i) => operands.map((o) => o.cells[i]!));
    case 'array_length':
      return map('long', table, (i) => {
        const cell = first.cells[i];
        return Array.isArray(cell) ? cell.length : null;
      });
    case 'set_union':
      return map('dynamic', table, (i) => {
        const lists = operands.map((o) => o.cells[i]);
        if (!lists.every((l) => Array.isArray(l))) return null;
        return [...new Set(lists.flat() as Cell[])];
      });
    case 'split':
      return map('dynamic', table, (i) =>
        (first.cells[i] as string).split(second.cells[i] as string),
      );
    case 'strcat_array':
      return map('string', table, (i) =>
        (first.cells[i] as readonly Cell[]).map(print).join(second.cells[i] as string),
      );
    case 'set_has_element':
      return map('bool', table, (i) =>
        (first.cells[i] as readonly Cell[]).includes(second.cells[i]!),
      );
    case 'row_cumsum':
      return cumulative(first, operands[1], table);
    case 'row_window_session':
      return sessions(operands, table);
    default:
      throw new TypeError(`no such function: ${name}`);
  }
}

/** Kusto takes operands of one type; a null of no value takes any. */
function oneType(...operands: readonly Column[]): string {
  const types = new Set(operands.map((o) => o.type));
  if (types.size === 1) return operands[0]!.type;
  if ([...types].every(isNumber)) return types.has('real') ? 'real' : 'long';
  throw new TypeError(`one of ${[...types].join(' and ')}`);
}

function print(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/** What else `toreal` reads is not documented, so that nothing may depend on it. */
const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?$/;

function toReal(cell: Cell): number | null {
  if (typeof cell !== 'string') return cell as number | null;
  if (DECIMAL.test(cell)) return Number(cell);
  return /^[a-z _-]*$/i.test(cell) && !/nan|inf/i.test(cell) ? null : NaN;
}

/** https://learn.microsoft.com/en-us/kusto/query/prev-function */
function prev(nodes: readonly KqlNode[], table: Table): Column {
  serialized(table);
  const [of, offset] = nodes;
  if (of?.kind !== 'name') throw new TypeError('prev takes a column');
  const { type, cells } = columnOf(table, of.name);
  const back = offset ? (constant(offset) as number) : 1;
  return map(type, table, (i) => (i < back ? missingOf(type) : cells[i - back]!));
}

/** https://learn.microsoft.com/en-us/kusto/query/row-cumsum-function */
function cumulative(term: Column, restart: Column | undefined, table: Table): Column {
  serialized(table);
  if (!isNumber(term.type)) throw new TypeError(`row_cumsum of ${term.type}`);
  let sum = 0;
  return map(term.type, table, (i) => {
    if (restart?.cells[i] === true) sum = 0;
    const cell = term.cells[i];
    if (cell === null) throw new TypeError('row_cumsum of null is not documented');
    return (sum += cell as number);
  });
}

/** https://learn.microsoft.com/en-us/kusto/query/row-window-session-function */
function sessions(operands: readonly Column[], table: Table): Column {
  serialized(table);
  const [of, fromFirst, fromBefore, restart] = operands as [Column, Column, Column, Column?];
  if (of.type !== 'datetime') throw new TypeError('sessions of what are no times');
  let session: number | null = null;
  let before: number | null = null;
  return map('datetime', table, (i) => {
    const time = of.cells[i] as number | null;
    if (time === null) {
      session = before = null;
      return null;
    }
    const isNew =
      session === null ||
      before === null ||
      time >= session + (fromFirst.cells[i] as number) ||
      time >= before + (fromBefore.cells[i] as number) ||
      restart?.cells[i] === true;
    if (isNew) session = time;
    before = time;
    return session;
  });
}

function serialized({ isSerialized }: Table): void {
  if (!isSerialized) throw new TypeError('a function of windows over rows in no order');
}
