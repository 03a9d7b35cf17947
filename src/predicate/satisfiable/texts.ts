import { foldCase } from '../../model/patterns/case-folding.js';
import type { StringPattern } from '../../model/patterns/pattern.js';

/** The strings that match a pattern, as a sequence of code points and wildcards. */
export interface Texts {
  readonly symbols: readonly TextSymbol[];
  readonly cased: boolean;
  /** What stands between wildcards, folded, with a character between that no text has. */
  readonly literals: string;
  /** The longest of them. */
  readonly longest: string;
}

type TextSymbol = string | typeof ANY | typeof ONE;
const ANY = 1;
const ONE = 2;

const known: readonly WeakMap<StringPattern, Texts>[] = [new WeakMap(), new WeakMap()];

export function textsOf(pattern: StringPattern, cased: boolean): Texts {
  const cache = known[Number(cased)]!;
  let texts = cache.get(pattern);
  if (!texts) cache.set(pattern, (texts = read(pattern, cased)));
  return texts;
}

/** A placeholder without a value may be any string. */
function read(pattern: StringPattern, cased: boolean): Texts {
  const symbols: TextSymbol[] = [];
  const literals: string[] = [];
  for (const part of pattern) {
    if (typeof part === 'string') {
      const folded = foldCase(part);
      symbols.push(...(cased ? part : folded));
      literals.push(folded);
    } else symbols.push(part.kind === 'one' ? ONE : ANY);
  }
  const longest = literals.reduce((a, b) => (b.length > a.length ? b : a), '');
  return { symbols, cased, literals: literals.join(BETWEEN), longest };
}

/** A lone surrogate: folding leaves it alone, and a pattern that has one is only looked at longer. */
const BETWEEN = '\ud800';

/** Whether every string of `inner` is one of `outer`; if in doubt, it is not. */
export function includes(outer: Texts, inner: Texts): boolean {
  if (!inner.literals.includes(outer.longest)) return false;
  const same = outer.cased
    ? inner.cased
      ? (o: TextSymbol, i: TextSymbol) => o === i
      : (o: TextSymbol, i: TextSymbol) => o === i && typeof i === 'string' && !hasCase(i)
    : inner.cased
      ? (o: TextSymbol, i: TextSymbol) => typeof i === 'string' && o === foldCase(i)
      : (o: TextSymbol, i: TextSymbol) => o === i;
  return matches(outer.symbols, inner.symbols, (o, i) => (o === ONE ? i !== ANY : same(o, i)));
}

/** Whether no string belongs to both; if in doubt, one may. */
export function areApart(a: Texts, b: Texts): boolean {
  const folded = a.cased !== b.cased;
  const left = folded ? inLowerCase(a) : a.symbols;
  const right = folded ? inLowerCase(b) : b.symbols;
  if (isLiteral(left)) return !matches(right, left, isSame);
  if (isLiteral(right)) return !matches(left, right, isSame);
  if (lengthsDiffer(left, right) || lengthsDiffer(right, left)) return true;
  return endsDiffer(left, right) || endsDiffer([...left].reverse(), [...right].reverse());
}

function isSame(outer: TextSymbol, inner: TextSymbol): boolean {
  return outer === ONE || outer === inner;
}

/** A glob match in which a wildcard of the text is a symbol that only wildcards take. */
function matches(
  outer: readonly TextSymbol[],
  inner: readonly TextSymbol[],
  takes: (outer: TextSymbol, inner: TextSymbol) => boolean,
): boolean {
  let o = 0;
  let i = 0;
  let lastAny = -1;
  let taken = 0;
  while (i < inner.length) {
    if (outer[o] === ANY) {
      lastAny = o++;
      taken = i;
    } else if (o < outer.length && takes(outer[o]!, inner[i]!)) {
      o++;
      i++;
    } else if (lastAny >= 0) {
      o = lastAny + 1;
      i = ++taken;
    } else return false;
  }
  while (outer[o] === ANY) o++;
  return o === outer.length;
}

/** Whether the two differ before the first `*` of either. */
function endsDiffer(a: readonly TextSymbol[], b: readonly TextSymbol[]): boolean {
  for (let i = 0; a[i] !== ANY && b[i] !== ANY; i++) {
    const [x, y] = [a[i], b[i]];
    if (x === undefined || y === undefined) return x !== y;
    if (x !== ONE && y !== ONE && x !== y) return true;
  }
  return false;
}

/** Whether all strings of the one are too short for the other. */
function lengthsDiffer(a: readonly TextSymbol[], b: readonly TextSymbol[]): boolean {
  return !a.includes(ANY) && a.length < b.filter((p) => p !== ANY).length;
}

function isLiteral(symbols: readonly TextSymbol[]): boolean {
  return symbols.every((s) => typeof s === 'string');
}

function inLowerCase({ symbols, cased }: Texts): readonly TextSymbol[] {
  return cased ? symbols.map((s) => (typeof s === 'string' ? foldCase(s) : s)) : symbols;
}

function hasCase(c: string): boolean {
  return c.toLowerCase() !== c || c.toUpperCase() !== c;
}
