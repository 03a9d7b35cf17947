import { RE2JS } from 're2js';
import type { KqlBranch, KqlNode, KqlStep } from './parser.js';
import { foldAscii, hasTerms } from './terms.js';
import { parseXml } from './xml.js';

/** What a column holds; undefined and null are Kusto's null. A string column's null is ''. */
export type KqlValue =
  string | number | bigint | boolean | null | undefined | readonly KqlValue[] | KqlBag;
/** A dynamic value with keys. */
export interface KqlBag {
  readonly [key: string]: KqlValue;
}
export type Row = Readonly<Record<string, KqlValue>>;
/** Types of columns, for those that are no strings. */
export type RowTypes = Readonly<Record<string, string>>;

/**
 * Whether `where` keeps a row, under the documented meaning of each operator; shares no code with
 * what writes the queries. Null is a third truth value, which `where` drops.
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/null-values
 */
export function keeps(predicate: KqlNode, row: Row, types: RowTypes = {}): boolean {
  return truth(predicate, row, types) === true;
}

/** Whether some branch of a query keeps a row of its table. */
export function keepsRow(
  branches: readonly KqlBranch[],
  table: string,
  row: Row,
  types: RowTypes = {},
): boolean {
  return branches.some(({ table: of, steps }) => of === table && goesThrough(steps, row, types));
}

function goesThrough(steps: readonly KqlStep[], row: Row, types: RowTypes): boolean {
  let current = row;
  let currentTypes = types;
  for (const step of steps) {
    if (step.kind === 'where') {
      if (!keeps(step.predicate, current, currentTypes)) return false;
      continue;
    }
    const made = step.columns.map(
      ([name, node]) => [name, evaluate(node, current, currentTypes)] as const,
    );
    current = { ...current, ...(Object.fromEntries(made) as Row) };
    const strings = made.map(([name]) => [name, 'string'] as const);
    currentTypes = { ...currentTypes, ...Object.fromEntries(strings) };
  }
  return true;
}

function truth(node: KqlNode, row: Row, types: RowTypes): boolean | null {
  const value = evaluate(node, row, types);
  if (value === null || typeof value === 'boolean') return value;
  throw new TypeError(`not a boolean: ${JSON.stringify(node)}`);
}

type Result = string | number | bigint | boolean | Date | null | readonly KqlValue[] | KqlBag;

function evaluate(node: KqlNode, row: Row, types: RowTypes): Result {
  const at = (operand: KqlNode | undefined): Result => evaluate(operand!, row, types);
  switch (node.kind) {
    case 'literal':
      return literal(node.type, node.value);
    case 'list':
      return node.operands.map((o) => at(o) as KqlValue);
    case 'name':
      return column(row[node.name], types[node.name] ?? 'string');
    case 'path':
      return isNamed(node)
        ? column(row[pathOf(node)], 'dynamic')
        : valueAt(at(node.base), node.key);
    case 'star':
      throw new TypeError('a star has no value by itself');
    case 'call':
      return call(node.name, node.operands, at);
    case 'operation': {
      const { operator, operands } = node;
      const [left, ...right] = operands;
      if (operator === 'and') return and(at(left), at(right[0]));
      if (operator === 'or') return or(at(left), at(right[0]));
      if (left!.kind === 'star') {
        const texts = Object.values(row).filter((v) => v !== null && v !== undefined);
        return texts.some((t) => operate(operator, print(t as Result), right.map(at)) === true);
      }
      return operate(operator, at(left), right.map(at));
    }
  }
}

function literal(type: string, value: string): Result {
  switch (type) {
    case 'string':
      return value;
    case 'bool':
      return value === 'true';
    case 'long':
      return BigInt(value);
    case 'decimal':
      return /^-?\d+$/.test(value) ? BigInt(value) : Number(value);
    default:
      return Number(value);
  }
}

/** A row holds what a path leads to under the path's own text: `a.b`. */
export function pathOf(node: KqlNode): string {
  if (node.kind === 'name') return node.name;
  if (node.kind === 'path') return `${pathOf(node.base)}.${node.key}`;
  throw new TypeError(`a path from a ${node.kind}`);
}

function isNamed(node: KqlNode): boolean {
  return node.kind === 'name' || (node.kind === 'path' && isNamed(node.base));
}

function valueAt(base: Result, key: string): Result {
  if (base === null || typeof base !== 'object' || base instanceof Date) return null;
  return Object.hasOwn(base, key) ? ((base as KqlBag)[key] ?? null) : null;
}

function column(value: KqlValue, type: string): Result {
  if (type === 'string') return value === null || value === undefined ? '' : print(value);
  return value === undefined ? null : value;
}

function and(a: Result, b: Result): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

function or(a: Result, b: Result): boolean | null {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}

/** A string operator, or one that compares. */
export function operate(operator: string, left: Result, right: readonly Result[]): boolean | null {
  if (/^!/.test(operator)) {
    const plain = { '!=': '==', '!~': '=~' }[operator] ?? operator.slice(1);
    const result = operate(plain, left, right);
    return result === null ? null : !result;
  }
  const [first = null] = right;
  switch (operator) {
    case '==':
      return equal(left, first);
    case 'in':
      return right.some((r) => equal(left, r) === true);
    case 'in~':
      return right.some((r) => foldAscii(text(left)) === foldAscii(text(r)));
    case '=~':
      return foldAscii(text(left)) === foldAscii(text(first));
    case 'has':
      return hasTerms(foldAscii(text(left)), foldAscii(text(first)));
    case 'contains':
      return foldAscii(text(left)).includes(foldAscii(text(first)));
    case 'startswith':
      return foldAscii(text(left)).startsWith(foldAscii(text(first)));
    case 'endswith':
      return foldAscii(text(left)).endsWith(foldAscii(text(first)));
    case 'contains_cs':
      return text(left).includes(text(first));
    case 'startswith_cs':
      return text(left).startsWith(text(first));
    case 'endswith_cs':
      return text(left).endsWith(text(first));
    case 'matches regex':
      return compiled(text(first)).matcher(text(left)).find();
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, left, first);
    default:
      throw new TypeError(`no such operator: ${operator}`);
  }
}

const regexes = new Map<string, RE2JS>();

function compiled(regex: string): RE2JS {
  let known = regexes.get(regex);
  if (!known) regexes.set(regex, (known = RE2JS.compile(regex)));
  return known;
}

function equal(a: Result, b: Result): boolean | null {
  if (a === null && b === null) return null;
  if (a === null || b === null) return false;
  if (isNumber(a) && isNumber(b)) return !(a < b) && !(a > b);
  if (typeof a !== typeof b) throw new TypeError(`${typeof a} compared with ${typeof b}`);
  return a === b;
}

function compare(operator: string, a: Result, b: Result): boolean | null {
  if (a === null || b === null) return null;
  if (!isNumber(a) || !isNumber(b)) throw new TypeError('an order of what are no numbers');
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function isNumber(value: Result): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function text(value: Result): string {
  if (typeof value !== 'string') throw new TypeError('a string operator on what is no string');
  return value;
}

function print(value: Result | KqlValue): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' && !(value instanceof Date)
    ? JSON.stringify(value)
    : String(value as string);
}

function call(
  name: string,
  operands: readonly KqlNode[],
  at: (operand: KqlNode | undefined) => Result,
): Result {
  const [first, second] = operands;
  switch (name) {
    case 'not': {
      const value = at(first);
      return value === null ? null : !value;
    }
    // Of strings, the first that is not empty.
    case 'coalesce': {
      const all = operands.map(at);
      return all.find((v) => v !== null && v !== '') ?? all.at(-1)!;
    }
    case 'isempty':
      return print(at(first)) === '';
    case 'isnotempty':
      return print(at(first)) !== '';
    // A string is never null.
    case 'isnull':
      return at(first) === null;
    case 'isnotnull':
      return at(first) !== null;
    case 'tostring':
      return print(at(first));
    case 'extract': {
      const group = Number(at(second));
      const found = compiled(text(at(first))).matcher(text(at(operands[2])));
      return found.find() ? (found.group(group) ?? '') : '';
    }
    case 'extract_all': {
      const found = compiled(text(at(first))).matcher(text(at(second)));
      const all: string[] = [];
      while (found.find()) all.push(found.group(1) ?? '');
      return all;
    }
    case 'parse_xml': {
      const xml = text(at(first));
      // Of a text without markup there is nothing to read.
      return xml === '' ? null : (parseXml(xml) as KqlBag | null);
    }
    case 'parse_json':
      return parseJson(at(first));
    case 'strcat':
      return operands.map((o) => print(at(o))).join('');
    case 'strcat_array': {
      const parts = at(first);
      return Array.isArray(parts) ? parts.map(print).join(text(at(second))) : null;
    }
    case 'substring': {
      const [start, length] = [Number(at(second)), operands[2] && Number(at(operands[2]))];
      return text(at(first)).slice(start, length === undefined ? undefined : start + length);
    }
    case 'tolong': {
      const value = text(at(first)).trim();
      return /^-?\d{1,18}$/.test(value) ? BigInt(value) : null;
    }
    case 'tohex': {
      const value = at(first);
      if (typeof value !== 'bigint') return null;
      return BigInt.asUintN(64, value)
        .toString(16)
        .padStart(Number(at(second)), '0');
    }
    case 'iff':
      return at(first) === true ? at(second) : at(operands[2]);
    case 'case': {
      for (let i = 0; i + 1 < operands.length; i += 2) {
        if (at(operands[i]) === true) return at(operands[i + 1]);
      }
      return at(operands.at(-1));
    }
    case 'replace_regex':
      return compiled(text(at(second)))
        .matcher(text(at(first)))
        .replaceAll(text(at(operands[2])).replace(/\\(\d)/g, '$$$1'));
    case 'tolower':
      return text(at(first)).toLowerCase();
    case 'toreal':
      return toNumber(text(at(first)));
    case 'todecimal': {
      const value = text(at(first));
      return /^-?\d+$/.test(value) ? BigInt(value) : toNumber(value);
    }
    case 'todatetime': {
      const value = Date.parse(print(at(first)));
      return Number.isNaN(value) ? null : new Date(value);
    }
    case 'datetime_part':
      return datetimePart(text(at(first)), at(second));
    case 'ipv4_is_in_range':
    case 'ipv6_is_in_range':
    case 'ipv4_is_in_any_range':
    case 'ipv6_is_in_any_range': {
      const ranges = at(second);
      const version = name.startsWith('ipv4') ? 4 : 6;
      return inRanges(text(at(first)), Array.isArray(ranges) ? ranges : [ranges], version);
    }
    default:
      throw new TypeError(`no such function: ${name}`);
  }
}

/** A text that is no JSON is the text itself. */
function parseJson(value: Result): Result {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as Result;
  } catch {
    return value;
  }
}

function toNumber(value: string): number | null {
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(value) ? Number(value) : null;
}

function datetimePart(part: string, date: Result): number | null {
  if (!(date instanceof Date)) return null;
  switch (part) {
    case 'minute':
      return date.getUTCMinutes();
    case 'hour':
      return date.getUTCHours();
    case 'day':
      return date.getUTCDate();
    case 'month':
      return date.getUTCMonth() + 1;
    case 'year':
      return date.getUTCFullYear();
    case 'week_of_year': {
      // The week of the year's Thursday.
      const thursday = new Date(date);
      thursday.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
      const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
      return Math.floor((thursday.getTime() - newYear) / 86_400_000 / 7) + 1;
    }
    default:
      throw new TypeError(`no such part: ${part}`);
  }
}

/** Null where one of the texts is no address. To the IPv6 functions IPv4 is `::ffff:0:0/96`. */
function inRanges(address: string, ranges: readonly unknown[], version: 4 | 6): boolean | null {
  const found = addressBits(address, version);
  if (found === null) return null;
  const width = version === 4 ? 32n : 128n;
  return ranges.some((range) => {
    const [base = '', prefix = ''] = String(range).split('/');
    const bits = addressBits(base, version);
    if (bits === null) throw new TypeError(`no range: ${String(range)}`);
    const shift = width - BigInt(prefix);
    return bits >> shift === found >> shift;
  });
}

function addressBits(address: string, version: 4 | 6): bigint | null {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
  if (four) {
    const bytes = four.slice(1).map(Number);
    if (bytes.some((b) => b > 255)) return null;
    const bits = bytes.reduce((sum, b) => (sum << 8n) | BigInt(b), 0n);
    return version === 4 ? bits : (0xffffn << 32n) | bits;
  }
  if (version === 4 || !/^[0-9a-f:]+$/i.test(address)) return null;
  const halves = address.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((h) => (h === '' ? [] : h.split(':')));
  const gap = 8 - head.length - tail.length;
  if (halves.length === 1 ? gap !== 0 : gap < 1) return null;
  const groups = [...head, ...Array<string>(gap).fill('0'), ...tail];
  return groups.reduce((sum, g) => (sum << 16n) | BigInt(`0x${g}`), 0n);
}
