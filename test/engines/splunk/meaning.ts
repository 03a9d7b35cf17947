/**
 * What a query that was read asks of an event, as a tree over demands that can be compared with
 * what a rule says. A demand is a text such as `Image is "a" * nocase`.
 */
import { fieldsOf } from './eval-reader.js';
import type { EvalNode } from './eval-reader.js';
import { readSpl } from './reader.js';
import { isNetwork } from './search-reader.js';
import type { SearchNode, SearchValue } from './search-reader.js';

export type Meaning =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Meaning[] }
  | { readonly kind: 'not'; readonly operand: Meaning }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'demand'; readonly text: string };

export function meaningOf(query: string): Meaning {
  const { start, commands } = readSpl(query);
  const conditions = commands.flatMap((c): readonly Meaning[] => {
    switch (c.name) {
      case 'where':
        return [ofEval(c.condition)];
      case 'search':
        return [ofSearch(c.condition)];
      case 'regex': {
        const matches = ofPcre(c.field, c.regex);
        return [c.negated ? { kind: 'not', operand: matches } : matches];
      }
      default:
        return [];
    }
  });
  return all(start.condition ? [ofSearch(start.condition), ...conditions] : conditions);
}

function all(operands: readonly Meaning[]): Meaning {
  return { kind: 'and', operands };
}

export function demand(field: string, ...words: readonly string[]): Meaning {
  return { kind: 'demand', text: [JSON.stringify(field), ...words].join(' ') };
}

/** `ab*c` as `"ab" * "c"`; texts without case are folded, so that spellings compare. */
export function wild(parts: readonly (string | { readonly sign: '*' | '?' })[], cased: boolean) {
  const shown = parts.map((p) =>
    typeof p === 'string' ? JSON.stringify(cased ? p : p.toLowerCase()) : p.sign,
  );
  const letters = parts.some((p) => typeof p === 'string' && p.toLowerCase() !== p.toUpperCase());
  return `is ${shown.join(' ')} ${cased && letters ? 'cased' : 'nocase'}`;
}

function ofSearch(node: SearchNode): Meaning {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, operands: node.operands.map(ofSearch) };
    case 'not':
      return { kind: 'not', operand: ofSearch(node.operand) };
    case 'comparison':
      if (node.operator !== '=') throw new Error(`${node.operator} is not two-valued as it stands`);
      return ofValue(node.field, node.value);
    case 'in':
      return { kind: 'or', operands: node.values.map((v) => ofValue(node.field, v)) };
    case 'term':
      if (onlyWildcard(node.value)) return { kind: 'constant', value: true };
      return demand('_raw', ofSubstring(node.value));
  }
}

/** A term is one of the index, whole but for wildcards at its ends. */
export function ofSubstring(value: SearchValue): string {
  const [first, text, last] = value;
  if (value.length !== 3 || typeof text !== 'string') throw new Error('a term is no substring');
  if (typeof first === 'string' || typeof last === 'string') throw new Error('a term is whole');
  return wild([{ sign: '*' }, text, { sign: '*' }], false);
}

function onlyWildcard(value: SearchValue): boolean {
  return value.length === 1 && typeof value[0] !== 'string';
}

function ofValue(field: string, value: SearchValue): Meaning {
  if (onlyWildcard(value)) return demand(field, 'exists');
  const [text] = value;
  if (isNetwork(value)) return demand(field, 'in', text as string);
  const inner = value.slice(1, -1).some((p) => typeof p !== 'string');
  if (inner) throw new Error('a wildcard in the middle is not dependable');
  return demand(
    field,
    wild(
      value.map((p) => (typeof p === 'string' ? p : { sign: '*' })),
      false,
    ),
  );
}

/** @param negated what is null instead of false would be lost */
function ofEval(node: EvalNode, negated = false): Meaning {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, operands: node.operands.map((o) => ofEval(o, negated)) };
    case 'not':
      return { kind: 'not', operand: ofEval(node.operand, true) };
    case 'call':
      if (node.name === 'true' || node.name === 'false') {
        return { kind: 'constant', value: node.name === 'true' };
      }
      if (node.name === 'isnull' && node.arguments.length === 1) {
        return { kind: 'not', operand: ofIsNotNull(node.arguments[0]!) };
      }
      if (node.name === 'match' && !negated) {
        return ofPcre(fieldOf(node.arguments[0]), textOf(node.arguments[1]));
      }
      if (node.name === 'isnotnull' && node.arguments.length === 1) {
        return ofIsNotNull(node.arguments[0]!);
      }
      if (node.name === 'cidrmatch' && !negated) return ofFilter(node);
      break;
    case 'binary':
      if (!negated) return ofComparison(node);
  }
  throw new Error(`may be null: ${JSON.stringify(node)}`);
}

function ofIsNotNull(node: EvalNode): Meaning {
  if (node.kind === 'field') return demand(node.name, 'exists');
  if (node.kind !== 'call') throw new Error(`unknown: ${JSON.stringify(node)}`);
  const [first, second] = node.arguments;
  switch (node.name) {
    case 'mvfind':
      return ofPcre(fieldOf(first), textOf(second));
    case 'mvfilter':
      return ofFilter(first!);
    case 'mvmap':
      return ofMap(fieldOf(first), second!);
    default:
      throw new Error(`unknown function: ${node.name}`);
  }
}

/** Of one field, or of two texts; null of a missing one, and so false where nothing negates it. */
function ofComparison(node: EvalNode): Meaning {
  const [field, other] = fieldsOf(node);
  if (other === undefined) return ofFilter(node);
  const test = JSON.stringify(node);
  const kind = test.includes('"substr"') ? 'startswith' : 'equals';
  return demand(field!, kind, JSON.stringify(other), test.includes('"lower"') ? 'nocase' : 'cased');
}

function ofFilter(node: EvalNode): Meaning {
  const fields = fieldsOf(node);
  const [field] = fields;
  if (fields.size !== 1) throw new Error('mvfilter takes a condition over one field');
  if (node.kind === 'call' && node.name === 'cidrmatch') {
    return demand(field!, 'in', textOf(node.arguments[0]));
  }
  if (node.kind === 'binary' && node.left.kind === 'call' && node.left.name === 'tonumber') {
    const [only] = node.left.arguments;
    if (only?.kind === 'field') return demand(field!, node.operator, numberOf(node.right));
  }
  return demand(field!, 'satisfies', JSON.stringify(node));
}

function ofMap(field: string, node: EvalNode): Meaning {
  if (node.kind !== 'call' || node.name !== 'mvmap') throw new Error('no second field');
  const other = fieldOf(node.arguments[0]);
  const test = JSON.stringify(node.arguments[1]);
  const kind = test.includes('"split"')
    ? 'contains'
    : test.includes('"minus"')
      ? 'endswith'
      : test.includes('"substr"')
        ? 'startswith'
        : 'equals';
  return demand(field, kind, JSON.stringify(other), test.includes('"lower"') ? 'nocase' : 'cased');
}

function fieldOf(node: EvalNode | undefined): string {
  if (node?.kind !== 'field') throw new Error('not a field');
  return node.name;
}

function textOf(node: EvalNode | undefined): string {
  if (node?.kind !== 'string') throw new Error('not a text');
  return node.text;
}

function numberOf(node: EvalNode): string {
  if (node.kind === 'minus') return `-${numberOf(node.operand)}`;
  if (node.kind !== 'number') throw new Error('not a number');
  return node.text;
}

/** Alternatives of patterns that stand for strings, or else a pattern as one demand. */
function ofPcre(field: string, source: string): Meaning {
  const operands = alternativesOf(source).map((a) => ofAlternative(field, a));
  const [only] = operands;
  if (!operands.every((o) => o !== null)) return demand(field, `matches ${source}`);
  return only && operands.length === 1 ? only : { kind: 'or', operands };
}

function ofAlternative(field: string, [flags, body]: Alternative): Meaning | null {
  const read = ofPattern(flags, body);
  return read === null ? null : demand(field, read);
}

type Alternative = readonly [flags: string, body: string];

/** `(?is)a|b` and `a|(?is:b|c)`, cut where nothing else is in parentheses. */
function alternativesOf(source: string): readonly Alternative[] {
  const [, flags = '', body = ''] = /^(?:\(\?([ims]+)\))?([^]*)$/.exec(source)!;
  return cut(body).flatMap((part): readonly Alternative[] => {
    const group = /^\(\?([ims]+):([^]*)\)$/.exec(part);
    return group ? cut(group[2]!).map((p): Alternative => [group[1]!, p]) : [[flags, part]];
  });
}

/** Cuts at the bars that stand in no parentheses. */
function cut(body: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of body.matchAll(/\\[^]|[^]/gu)) {
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (token === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

/** Reads back a regular expression that stands for a string; null for any other. */
function ofPattern(flags: string, body: string): string | null {
  const parts: (string | { sign: '*' | '?' })[] = [];
  let literal = '';
  const sign = (s: '*' | '?'): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push({ sign: s });
  };
  let i = 0;
  if (body[0] === '^') i++;
  else sign('*');
  for (; i < body.length; i++) {
    const rest = body.slice(i);
    const coded = /^\\x(?:([0-9a-f]{2})|\{([0-9a-f]+)\})/.exec(rest);
    if (rest === '\\z') {
      if (literal !== '' || parts.length === 0) parts.push(literal);
      return wild(parts, !flags.includes('i'));
    }
    if (coded) {
      literal += String.fromCodePoint(parseInt(coded[1] ?? coded[2]!, 16));
      i += coded[0].length - 1;
    } else if (rest.startsWith('.*')) {
      sign('*');
      i++;
    } else if (rest[0] === '.') sign('?');
    else if (/^\\[tnfr]/.test(rest)) literal += { t: '\t', n: '\n', f: '\f', r: '\r' }[body[++i]!]!;
    else if (/^\\[^a-zA-Z0-9]/.test(rest)) literal += body[++i]!;
    else if (/^[\\^$|?+()[\]{}*]/.test(rest)) return null;
    else literal += rest[0]!;
  }
  sign('*');
  return wild(parts, !flags.includes('i'));
}

export function holds(meaning: Meaning, is: (demand: string) => boolean): boolean {
  switch (meaning.kind) {
    case 'and':
      return meaning.operands.every((o) => holds(o, is));
    case 'or':
      return meaning.operands.some((o) => holds(o, is));
    case 'not':
      return !holds(meaning.operand, is);
    case 'constant':
      return meaning.value;
    case 'demand':
      return is(meaning.text);
  }
}

export function demandsOf(meaning: Meaning, into = new Set<string>()): Set<string> {
  switch (meaning.kind) {
    case 'and':
    case 'or':
      for (const o of meaning.operands) demandsOf(o, into);
      break;
    case 'not':
      demandsOf(meaning.operand, into);
      break;
    case 'demand':
      into.add(meaning.text);
  }
  return into;
}

/**
 * Whether a demand is what another needs in any case: part of one of its texts, whatever the case.
 * The first search asks for that where it cannot ask for the whole.
 */
export function isNeededFor(part: string, demands: Iterable<string>): boolean {
  const [, field, text] =
    /^("(?:[^"\\]|\\.)*") is (?:\* )?("(?:[^"\\]|\\.)*")(?: \*)? nocase$/.exec(part) ?? [];
  if (field === undefined || text === undefined) return false;
  const inner = text.slice(1, -1);
  for (const whole of demands) {
    if (whole.startsWith(`${field} `) && whole.toLowerCase().includes(inner)) return true;
  }
  return false;
}
