import { canonicalDecimal } from '../../../src/model/modifiers/number.js';
import { inNetwork } from './network.js';
import { luceneRegex } from './lucene-regex.js';
import type { EqlEvent, EqlNode, EqlTest, EqlValue } from './reader.js';

/** What an event holds: each field's values as text; a field without any is missing. */
export interface EqlDocument {
  readonly values: (field: string) => readonly string[];
  /** `text` for one that cannot be searched. */
  readonly type: (field: string) => 'string' | 'number' | 'boolean' | 'ip' | 'text';
}

/**
 * Whether an event is found, as Elastic's pages have it: a comparison with a missing field is false, and
 * one of several values is enough. A field that is in no mapping is null, an error unless it is optional,
 * and what is asked of null is null. Elasticsearch makes queries of it that ignore the case of ASCII
 * letters only.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-syntax-conditions
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-term-query
 * @param unmapped no mapping holds an optional field that the event is without
 */
export function isFound(
  { category, condition }: EqlEvent,
  document: EqlDocument,
  unmapped: boolean,
): boolean {
  if (category !== null && !document.values('event.category').includes(category)) return false;
  return holds(condition, document, unmapped) === true;
}

function holds(node: EqlNode, document: EqlDocument, unmapped: boolean): boolean | null {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'not': {
      const inner = holds(node.operand, document, unmapped);
      return inner === null ? null : !inner;
    }
    case 'and':
    case 'or': {
      const decides = node.kind === 'or';
      const found = node.operands.map((o) => holds(o, document, unmapped));
      return found.includes(decides) ? decides : found.includes(null) ? null : !decides;
    }
    case 'test':
      return ofField(node, document, unmapped);
  }
}

function ofField(node: EqlTest, document: EqlDocument, unmapped: boolean): boolean | null {
  const { field, optional, operator, values } = node;
  const type = document.type(field);
  if (type === 'text') throw new Error(`${field} is a field of text`);
  const held = document.values(field);
  if (values[0]!.type === 'null') return (held.length === 0) === (operator === '==');
  if (held.length === 0) return unmapped && optional ? null : false;
  const test = testOf(node, type);
  return held.some((text) => values.some((value) => test(text, value)));
}

type Test = (held: string, asked: EqlValue) => boolean;

function testOf({ operator, asString, field }: EqlTest, of: string): Test {
  const type = asString ? 'string' : of;
  const misfit = (): never => {
    throw new Error(`${operator} on ${field}, which is ${type}`);
  };
  switch (operator) {
    case '==':
    case 'in':
      return (held, asked) => {
        if (asked.type === 'string' && type !== 'string' && type !== 'ip') misfit();
        return asked.type === 'number' ? order(held, asked.text) === 0 : held === asked.text;
      };
    case 'in~':
      return type === 'string' ? (held, { text }) => lower(held) === lower(text) : misfit();
    case ':':
    case 'like~':
      return type === 'string' ? (held, { text }) => isLike(lower(held), lower(text)) : misfit();
    case 'like':
      return type === 'string' ? (held, { text }) => isLike(held, text) : misfit();
    case 'regex':
    case 'regex~':
      if (type !== 'string') misfit();
      return (held, { text }) => luceneRegex(text, operator === 'regex~').test(held);
    case 'cidrMatch':
      return (held, { text }) => inNetwork(held, text);
    default:
      return (held, { text }) => {
        const by = order(held, text);
        if (by === null) return false;
        return { '<': by < 0, '<=': by <= 0, '>': by > 0, '>=': by >= 0 }[operator] ?? misfit();
      };
  }
}

function lower(text: string): string {
  return text.replace(/[A-Z]/g, (c) => c.toLowerCase());
}

/** `*` is any text, `?` one character, and nothing else is special. */
function isLike(text: string, pattern: string): boolean {
  const [t, p] = [[...text], [...pattern]];
  let [at, from, back, resume] = [0, 0, -1, 0];
  while (at < t.length) {
    if (p[from] === '*') [back, resume] = [from++, at];
    else if (from < p.length && (p[from] === '?' || p[from] === t[at])) {
      at++;
      from++;
    } else if (back >= 0) [from, at] = [back + 1, ++resume];
    else return false;
  }
  while (p[from] === '*') from++;
  return from === p.length;
}

/** Null if one is no number. */
function order(held: string, asked: string): number | null {
  const [a, b] = [canonicalDecimal(held), canonicalDecimal(asked)];
  if (a === null || b === null) return null;
  if (a === b) return 0;
  const scale = 10n ** 30n;
  const scaled = (text: string): bigint => {
    const [whole = '', fraction = ''] = text.replace('-', '').split('.');
    const size = BigInt(whole) * scale + BigInt(fraction.padEnd(30, '0').slice(0, 30));
    return text.startsWith('-') ? -size : size;
  };
  return scaled(a) < scaled(b) ? -1 : 1;
}
