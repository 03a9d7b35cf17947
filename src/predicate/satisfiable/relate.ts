import { compareDecimals, decimalOf, orderOf, spellingsOf } from '../../model/decimal.js';
import { foldCase } from '../../model/patterns/case-folding.js';
import { canonicalDecimal } from '../../model/modifiers/number.js';
import { formatAddress, parseAddress } from '../../model/modifiers/ip.js';
import { ANY, isAnything, literalText } from '../../model/patterns/pattern.js';
import type { CompareOperator, Network, NumberLiteral } from '../../model/value.js';
import { everySpellingMatches, someSpellingMatches } from '../../model/regex/literal.js';
import type {
  CidrPredicate,
  FieldPredicate,
  KeywordPredicate,
  Predicate,
  StringPredicate,
} from '../predicate.js';
import { predicateKey } from '../keys.js';
import { areApart, includes, textsOf } from './texts.js';
import type { Texts } from './texts.js';

/**
 * Whether each value that satisfies `p` satisfies `q`, both of one field. True only where that is
 * sure.
 */
export function implies(p: Predicate, q: Predicate): boolean {
  if (p === q) return true;
  if (p.kind === 'keyword' || q.kind === 'keyword') {
    return p.kind === q.kind && implies(asContents(p), asContents(q));
  }
  switch (q.kind) {
    case 'exists':
      return p.kind !== 'null';
    case 'null':
      return p.kind === 'null';
    case 'string':
      return impliesString(p, q);
    case 'number': {
      const spelled = spellings(q.number);
      if (p.kind === 'number') {
        return p.number.decimal === q.number.decimal && spelled.includes(foldCase(p.number.source));
      }
      const text = literalOf(p);
      return text !== null && spelled.includes(foldCase(text));
    }
    case 'boolean': {
      if (p.kind === 'boolean') return p.value === q.value;
      const text = literalOf(p);
      return text !== null && foldCase(text) === String(q.value);
    }
    case 'compare': {
      if (p.kind === 'compare') {
        return isWithin(p.operator, p.number.decimal, q.operator, q.number.decimal);
      }
      const decimal =
        p.kind === 'number' ? decimalOf(p.number.source) : decimalOf(literalOf(p) ?? '');
      return decimal !== null && compareDecimals(decimal, q.operator, q.number.decimal);
    }
    case 'cidr': {
      if (p.kind === 'cidr') return isSubnet(p.network, q.network);
      const text = literalOf(p);
      return text !== null && isInNetwork(text, q.network);
    }
    case 'regex': {
      if (p.kind === 'regex') return predicateKey(p) === predicateKey(q);
      const text = literalOf(p);
      if (text === null || p.kind !== 'string') return false;
      return everySpellingMatches(q.regex, text, p.cased);
    }
    case 'time-part': {
      if (p.kind !== 'time-part' || p.part !== q.part) return false;
      const [a, b] = [p.number.decimal, q.number.decimal];
      if (p.operator === 'eq') {
        return q.operator === 'eq' ? a === b : compareDecimals(a, q.operator, b);
      }
      return q.operator !== 'eq' && isWithin(p.operator, a, q.operator, b);
    }
    case 'field-ref':
      return p.kind === 'field-ref' && predicateKey(p) === predicateKey(q);
  }
}

function impliesString(p: FieldPredicate, q: StringPredicate): boolean {
  if (p.kind === 'null' || p.kind === 'exists') return false;
  if (isAnything(q.pattern)) return true;
  const outer = textsOf(q.pattern, q.cased);
  const texts = allTexts(p);
  return texts !== null && texts.every((inner) => includes(outer, inner));
}

/** Whether no one value satisfies both, both of one field. True only where that is sure. */
export function excludes(p: FieldPredicate, q: FieldPredicate): boolean {
  if (p.kind === 'exists' || q.kind === 'exists') return false;
  if (p.kind === 'null' || q.kind === 'null') return p.kind !== q.kind;
  return oneWay(p, q) ?? oneWay(q, p) ?? false;
}

/** Null where the other order must be tried. */
function oneWay(p: FieldPredicate, q: FieldPredicate): boolean | null {
  switch (p.kind) {
    case 'string': {
      const text = literalOf(p);
      if (q.kind === 'number' && text !== null) {
        const spelled = spellings(q.number).includes(foldCase(text));
        return !spelled && canonicalDecimal(text) !== q.number.decimal;
      }
      if (text !== null && q.kind === 'compare') {
        const decimal = decimalOf(text);
        return decimal === null || !compareDecimals(decimal, q.operator, q.number.decimal);
      }
      if (text !== null && q.kind === 'cidr') return !isInNetwork(text, q.network);
      const texts = allTexts(q);
      if (texts === null) return null;
      const own = textsOf(p.pattern, p.cased);
      return texts.every((t) => areApart(own, t));
    }
    case 'number':
      if (q.kind === 'number') return p.number.decimal !== q.number.decimal;
      if (q.kind === 'compare') {
        return !compareDecimals(p.number.decimal, q.operator, q.number.decimal);
      }
      return q.kind === 'boolean' || q.kind === 'cidr' ? true : null;
    case 'boolean':
      if (q.kind === 'boolean') return p.value !== q.value;
      return q.kind === 'cidr' || q.kind === 'compare' ? true : null;
    case 'cidr':
      if (q.kind === 'cidr') {
        return !isSubnet(p.network, q.network) && !isSubnet(q.network, p.network);
      }
      return q.kind === 'compare' ? true : null;
    case 'compare':
      if (q.kind !== 'compare') return null;
      return rangesApart(p.operator, p.number.decimal, q.operator, q.number.decimal);
    case 'time-part': {
      if (q.kind !== 'time-part' || p.part !== q.part) return null;
      const [a, b] = [p.number.decimal, q.number.decimal];
      if (p.operator === 'eq') {
        return q.operator === 'eq' ? a !== b : !compareDecimals(a, q.operator, b);
      }
      return q.operator === 'eq' ? null : rangesApart(p.operator, a, q.operator, b);
    }
    case 'regex': {
      const spelled = literalSpellings(q);
      return spelled && spelled.every((s) => !someSpellingMatches(p.regex, s.text, s.cased));
    }
    default:
      return null;
  }
}

/**
 * The folded text that all values of a predicate spell; null where there are several. Predicates
 * with different ones exclude each other.
 */
export function onlyText(p: Predicate): string | null {
  switch (p.kind) {
    case 'string': {
      const text = literalText(p.pattern);
      return text === null ? null : foldCase(text);
    }
    case 'boolean':
      return String(p.value);
    case 'number':
      return isPlain(p.number) && p.number.source === p.number.decimal ? p.number.decimal : null;
    default:
      return null;
  }
}

/** Patterns that together have every text of the predicate's values; null where none are known. */
function allTexts(p: FieldPredicate): readonly Texts[] | null {
  if (p.kind === 'string') return [textsOf(p.pattern, p.cased)];
  if (p.kind === 'cidr') return [addressTexts(p)];
  return literalSpellings(p)?.map((s) => textsOf(s.text === '' ? [] : [s.text], s.cased)) ?? null;
}

function literalSpellings(
  p: FieldPredicate,
): readonly { readonly text: string; readonly cased: boolean }[] | null {
  switch (p.kind) {
    case 'string': {
      const text = literalText(p.pattern);
      return text === null ? null : [{ text, cased: p.cased }];
    }
    case 'boolean':
      return [{ text: String(p.value), cased: false }];
    case 'number':
      return isPlain(p.number) ? spellings(p.number).map((text) => ({ text, cased: false })) : null;
    default:
      return null;
  }
}

function literalOf(p: FieldPredicate): string | null {
  return p.kind === 'string' ? literalText(p.pattern) : null;
}

/** Numbers that JavaScript and everyone else write without an exponent. */
function isPlain({ decimal }: NumberLiteral): boolean {
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(decimal);
}

/** Folded. */
function spellings(number: NumberLiteral): readonly string[] {
  return spellingsOf(number).map(foldCase);
}

function isInNetwork(text: string, { version, address, prefix }: Network): boolean {
  const found = parseAddress(text);
  if (found?.version !== version) return false;
  const shift = BigInt((version === 4 ? 32 : 128) - prefix);
  return found.address >> shift === address >> shift;
}

function isSubnet(inner: Network, outer: Network): boolean {
  if (inner.version !== outer.version || inner.prefix < outer.prefix) return false;
  const shift = BigInt((outer.version === 4 ? 32 : 128) - outer.prefix);
  return inner.address >> shift === outer.address >> shift;
}

/** An IPv4 address has one spelling, so that a network fixes its first octets. */
function addressTexts({ network }: CidrPredicate): Texts {
  if (network.version === 6) return textsOf([ANY, ':', ANY], true);
  const octets = formatAddress(4, network.address).split('.');
  if (network.prefix === 32) return textsOf([octets.join('.')], true);
  const fixed = octets.slice(0, network.prefix >> 3).map((o) => `${o}.`);
  return textsOf(fixed.length === 0 ? [ANY, '.', ANY] : [fixed.join(''), ANY], true);
}

/** Whether all numbers that are `a` to `x` are also `b` to `y`. */
function isWithin(a: CompareOperator, x: string, b: CompareOperator, y: string): boolean {
  if (a.startsWith('l') !== b.startsWith('l')) return false;
  const order = orderOf(x, y) * (a.startsWith('l') ? 1 : -1);
  return order < 0 || (order === 0 && (b.endsWith('e') || !a.endsWith('e')));
}

function rangesApart(a: CompareOperator, x: string, b: CompareOperator, y: string): boolean {
  if (a.startsWith('l') === b.startsWith('l')) return false;
  const order = a.startsWith('l') ? orderOf(x, y) : orderOf(y, x);
  return order < 0 || (order === 0 && !(a.endsWith('e') && b.endsWith('e')));
}

/** What a keyword asks of the text that it is found in. */
function asContents(p: Predicate): FieldPredicate {
  const { search, span } = p as KeywordPredicate;
  const field = { text: '', span };
  return search.kind === 'regex'
    ? { kind: 'regex', field, regex: search.regex, span }
    : { kind: 'string', field, pattern: [ANY, ...search.pattern, ANY], cased: search.cased, span };
}
