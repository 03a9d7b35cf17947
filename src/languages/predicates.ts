import type { Name } from '../model/name.js';
import { parseNetwork } from '../model/modifiers/ip.js';
import { canonicalDecimal, numberLiteral } from '../model/modifiers/number.js';
import { pattern } from '../model/patterns/pattern.js';
import type { StringPattern } from '../model/patterns/pattern.js';
import type { Regex, RegexFlags } from '../model/regex/ast.js';
import { parseRegex } from '../model/regex/parse.js';
import type { CompareOperator } from '../model/value.js';
import { stringPredicate } from '../predicate/from-value.js';
import type { Expression } from '../predicate/predicate.js';
import type { Span } from '../source/span.js';

/** Why a value gives no predicate. */
export interface Unsayable {
  readonly kind: 'unsayable';
  readonly message: string;
}

function unsayable(message: string): Unsayable {
  return { kind: 'unsayable', message };
}

/**
 * Equality in a language that has one way of writing every value: what looks like a number, or like
 * a network, is one.
 * @param field null for a keyword
 */
export function equals(field: Name | null, text: string, span: Span): Expression {
  if (field === null) return stringPredicate(null, [text], false, span);
  if (text.includes('/')) {
    const network = parseNetwork(text)?.network;
    if (network) return { kind: 'cidr', field, network, span };
  }
  if (canonicalDecimal(text) === text) {
    return { kind: 'number', field, number: { source: text, decimal: text }, span };
  }
  return stringPredicate(field, pattern([text]), false, span);
}

/** Equality with a number as written. */
export function equalsNumber(field: Name, text: string, span: Span): Expression {
  const number = numberLiteral(text);
  return number
    ? { kind: 'number', field, number, span }
    : stringPredicate(field, pattern([text]), false, span);
}

/** A value with wildcards in such a language. */
export function matches(field: Name | null, parts: StringPattern, span: Span): Expression {
  return parts.every((p) => typeof p === 'string')
    ? equals(field, parts.join(''), span)
    : stringPredicate(field, parts, false, span);
}

export function network(field: Name, text: string, span: Span): Expression | Unsayable {
  const found = parseNetwork(text)?.network;
  return found
    ? { kind: 'cidr', field, network: found, span }
    : unsayable('A condition on a network that is not written as one is left out.');
}

export function compare(
  field: Name,
  operator: CompareOperator,
  text: string,
  span: Span,
): Expression | Unsayable {
  const number = numberLiteral(text);
  return number
    ? { kind: 'compare', field, operator, number, span }
    : unsayable('An order of values that are not numbers is left out.');
}

const NO_FLAGS: RegexFlags = { ignoreCase: false, multiLine: false, dotAll: false };

/** @param field null for a keyword */
export function regex(
  field: Name | null,
  source: string,
  span: Span,
  flags: RegexFlags = NO_FLAGS,
): Expression | Unsayable {
  const parsed = parseRegex(source, flags);
  if ('error' in parsed) {
    return unsayable('A regular expression that PCRE does not read is left out.');
  }
  const made: Regex = { source, flags, ast: parsed.ast };
  return field
    ? { kind: 'regex', field, regex: made, span }
    : { kind: 'keyword', search: { kind: 'regex', regex: made }, span };
}

/**
 * A regular expression of Lucene, which is for the whole value and has operators of its own.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/regexp-syntax
 * @param field null for a keyword
 */
export function luceneRegex(
  field: Name | null,
  source: string,
  span: Span,
  ignoreCase = false,
): Expression | Unsayable {
  const inner = luceneSource(source);
  if (inner === null) {
    return unsayable("A regular expression with operators of Lucene's own is left out.");
  }
  const parsed = parseRegex(inner, NO_FLAGS);
  const alternation = 'ast' in parsed && parsed.ast.kind === 'alternation';
  // The whole of some value, which is anywhere in the event.
  const whole = !field ? inner : alternation ? `^(?:${inner})$` : unanchored(inner);
  return regex(field, whole, span, { ignoreCase, multiLine: false, dotAll: DOT.test(whole) });
}

const DOT = /(?:^|[^\\])(?:\\\\)*\./;

/** `.*a.*` of the whole value is `a` anywhere in it. */
function unanchored(source: string): string {
  const start = source.startsWith('.*') && !/^\.\*[?+]/.test(source) ? 2 : 0;
  const open = /(?:^|[^\\])(?:\\\\)*\.\*$/.test(source.slice(start));
  const inner = source.slice(start, open ? -2 : undefined);
  return `${start > 0 ? '' : '^'}${inner}${open ? '' : '$'}`;
}

/** What PCRE reads as Lucene does; null if it has no way of saying it. */
function luceneSource(source: string): string | null {
  let text = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === '\\') text += c + (source[++i] ?? '');
    else if (inClass) {
      inClass = c !== ']';
      text += c === '[' ? '\\[' : c;
    } else if ('~&<>@#"'.includes(c)) return null;
    else {
      inClass = c === '[';
      text += c === '^' || c === '$' ? `\\${c}` : c;
    }
  }
  return text;
}
