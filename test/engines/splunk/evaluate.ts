import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { RE2JS } from 're2js';
import { fieldsOf } from './eval-reader.js';
import type { EvalNode } from './eval-reader.js';

/** The texts that an event has in a field; none where it is missing. */
export type Fields = (name: string) => readonly string[];

export type EvalValue = string | number | boolean | null | readonly string[];

/**
 * What an expression of `eval` and `where` gives, as the manual describes operators and functions;
 * shares no code with what writes the queries. A comparison with null is null, and so are AND, OR
 * and NOT where null decides.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/evaluation-functions/evaluation-functions
 */
export function evaluate(node: EvalNode, fields: Fields): EvalValue {
  switch (node.kind) {
    case 'string':
      return node.text;
    case 'number':
      return Number(node.text);
    case 'field': {
      const texts = fields(node.name);
      if (node.name === '_time') return unixTime(texts[0]);
      return texts.length > 1 ? texts : (texts[0] ?? null);
    }
    case 'minus': {
      const value = evaluate(node.operand, fields);
      return typeof value === 'number' ? -value : null;
    }
    case 'and': {
      const values = node.operands.map((o) => evaluate(o, fields));
      if (values.includes(false)) return false;
      return values.includes(null) ? null : true;
    }
    case 'or': {
      const values = node.operands.map((o) => evaluate(o, fields));
      if (values.includes(true)) return true;
      return values.includes(null) ? null : false;
    }
    case 'not': {
      const value = evaluate(node.operand, fields);
      return value === null ? null : !value;
    }
    case 'binary':
      return binary(node.operator, evaluate(node.left, fields), evaluate(node.right, fields));
    case 'call':
      return call(node.name, node.arguments, fields);
  }
}

function binary(operator: string, left: EvalValue, right: EvalValue): EvalValue {
  if (left === null || right === null) return null;
  if (Array.isArray(left) || Array.isArray(right)) {
    throw new TypeError(`what ${operator} does with several values is not documented`);
  }
  if (operator === '.') return String(left as string) + String(right as string);
  if (/^[-+*/%]$/.test(operator)) return arithmetic(operator, toNumber(left), toNumber(right));
  // Two texts that spell numbers compare as numbers.
  const numbers = [left, right].map(toNumber);
  const [a, b] = numbers.includes(null)
    ? [String(left as string), String(right as string)]
    : (numbers as [number, number]);
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      throw new TypeError(`not run: ${operator}`);
  }
}

function arithmetic(operator: string, a: number | null, b: number | null): number | null {
  if (a === null || b === null) throw new TypeError(`${operator} of what is no number`);
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  if (b === 0) return null;
  return operator === '%' ? a % b : a / b;
}

/** The event's time, which Splunk keeps as a Unix time. */
function unixTime(text: string | undefined): number | null {
  const number = toNumber(text ?? null);
  const time = number ?? Date.parse(text ?? '') / 1000;
  return Number.isNaN(time) ? null : time;
}

function toNumber(value: EvalValue): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(value) ? Number(value) : null;
}

function call(name: string, operands: readonly EvalNode[], fields: Fields): EvalValue {
  const at = (index: number): EvalValue => {
    const operand = operands[index];
    if (!operand) throw new TypeError(`${name} has too few operands`);
    return evaluate(operand, fields);
  };
  const text = (index: number): string | null => {
    const value = at(index);
    if (Array.isArray(value)) throw new TypeError(`${name} of several values is not documented`);
    return value === null ? null : String(value as string);
  };
  switch (name) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    case 'isnull':
      return at(0) === null;
    case 'isnotnull':
      return at(0) !== null;
    case 'if':
      return at(0) === true ? at(1) : at(2);
    case 'case': {
      for (let i = 0; i + 1 < operands.length; i += 2) if (at(i) === true) return at(i + 1);
      return null;
    }
    case 'coalesce': {
      for (let i = 0; i < operands.length; i++) if (at(i) !== null) return at(i);
      return null;
    }
    case 'mvappend': {
      const all = operands.flatMap((_, i) => texts(at(i)));
      return all.length > 1 ? all : (all[0] ?? null);
    }
    case 'lower':
      return text(0)?.toLowerCase() ?? null;
    case 'floor': {
      const value = at(0);
      return typeof value === 'number' ? Math.floor(value) : null;
    }
    case 'len':
      return text(0) === null ? null : [...text(0)!].length;
    case 'tonumber':
      return toNumber(text(0));
    case 'substr': {
      const value = text(0);
      const [start, length] = [at(1), operands.length > 2 ? at(2) : Infinity];
      if (value === null || typeof start !== 'number' || typeof length !== 'number') return null;
      const points = [...value];
      const from = start < 0 ? Math.max(points.length + start, 0) : start - 1;
      return points.slice(from, from + length).join('');
    }
    case 'split': {
      const [value, separator] = [text(0), text(1)];
      return value === null || separator === null ? null : value.split(separator);
    }
    case 'mvcount': {
      const value = at(0);
      return value === null ? null : Array.isArray(value) ? value.length : 1;
    }
    case 'match': {
      const regex = text(1)!;
      const [first] = operands;
      // The event's text, of which this event has only parts.
      if (first?.kind === 'field' && first.name === '_raw') {
        return texts(at(0)).some((t) => compiled(regex).test(t));
      }
      const value = text(0);
      return value === null ? null : compiled(regex).test(value);
    }
    case 'mvfind': {
      const regex = text(1);
      const index = texts(at(0)).findIndex((t) => compiled(regex!).test(t));
      return index < 0 ? null : index;
    }
    case 'mvfilter': {
      const field = onlyField(operands[0]!);
      const kept = fields(field).filter(
        (t) => evaluate(operands[0]!, (n) => (n === field ? [t] : fields(n))) === true,
      );
      return kept.length === 0 ? null : kept;
    }
    case 'mvmap': {
      const [over, expression] = operands;
      if (over?.kind !== 'field') throw new TypeError('mvmap is over a field');
      const results = fields(over.name).flatMap((t) => {
        const result = evaluate(expression!, (n) => (n === over.name ? [t] : fields(n)));
        return result === null ? [] : [String(result as string)];
      });
      return results.length === 0 ? null : results;
    }
    case 'cidrmatch': {
      const [network, address] = [text(0), text(1)];
      return network === null || address === null ? null : inNetwork(address, network);
    }
    case 'strptime': {
      const value = Date.parse(`${text(0)}T00:00:00Z`);
      if (text(1) !== '%Y-%m-%d') throw new TypeError('not run: another format');
      return Number.isNaN(value) ? null : value / 1000;
    }
    case 'strftime': {
      const part = TIME_PARTS[text(1) ?? ''];
      if (!part) throw new TypeError('not run: another variable');
      const value = at(0);
      return typeof value === 'number'
        ? String(part(new Date(value * 1000))).padStart(2, '0')
        : null;
    }
    default:
      throw new TypeError(`no such function: ${name}`);
  }
}

function texts(value: EvalValue): readonly string[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly string[]) : [String(value as string)];
}

function onlyField(node: EvalNode): string {
  const [name, ...more] = fieldsOf(node);
  if (name === undefined || more.length > 0) throw new TypeError('mvfilter takes one field');
  return name;
}

const regexes = new Map<string, { test(text: string): boolean }>();

/**
 * PCRE patterns, by an engine at hand: RE2 where it can, else JavaScript's for what RE2 lacks. That
 * both take these patterns as PCRE2 does is what regex.test.ts shows.
 */
export function compiled(pattern: string): { test(text: string): boolean } {
  let known = regexes.get(pattern);
  if (!known) {
    const dollars = withPcreDollar(pattern);
    try {
      known = RE2JS.compile(dollars);
    } catch {
      const [, flags = '', body = ''] = /^(?:\(\?([ims]+)\))?([^]*)$/.exec(dollars)!;
      known = new RegExp(body, `u${flags}`);
    }
    regexes.set(pattern, known);
  }
  return known;
}

/** PCRE's `$` also stands before a line break that ends the text; here it is spelled out. */
function withPcreDollar(pattern: string): string {
  if (/^\(\?[is]*m/.test(pattern)) return pattern;
  return pattern.replace(/\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]|\$/g, (found) =>
    found === '$' ? '(?:\\n?$)' : found,
  );
}

function inNetwork(address: string, network: string): boolean {
  const [base = '', prefix = ''] = network.split('/');
  const type = isIPv4(base) ? 'ipv4' : 'ipv6';
  if (type === 'ipv4' ? !isIPv4(address) : !isIPv6(address)) return false;
  const list = new BlockList();
  list.addSubnet(base, Number(prefix), type);
  return list.check(address, type);
}

/** On a clock in UTC. */
const TIME_PARTS: Readonly<Record<string, ((date: Date) => number) | undefined>> = {
  '%Y': (date) => date.getUTCFullYear(),
  '%m': (date) => date.getUTCMonth() + 1,
  '%d': (date) => date.getUTCDate(),
  '%V': isoWeek,
  '%H': (date) => date.getUTCHours(),
  '%M': (date) => date.getUTCMinutes(),
};

function isoWeek(date: Date): number {
  const thursday = new Date(date);
  thursday.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / 86_400_000 / 7) + 1;
}
