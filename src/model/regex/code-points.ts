import { foldCase } from '../patterns/case-folding.js';
import type { RegexClass, RegexClassItem, RegexSet } from './ast.js';

/** Ranges of code points, both ends included: sorted, apart from each other. */
export type CodePoints = readonly (readonly [from: number, to: number])[];

const LAST = 0x10ffff;
export const EVERYTHING: CodePoints = [[0, LAST]];

/** ASCII, as PCRE2 has them unless it is told otherwise. */
const SETS: Readonly<Record<RegexSet, CodePoints>> = {
  digit: [[48, 57]],
  word: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  space: [
    [9, 13],
    [32, 32],
  ],
  'horizontal-space': [
    [9, 9],
    [32, 32],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x180e, 0x180e],
    [0x2000, 0x200a],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
  ],
  'vertical-space': [
    [10, 13],
    [0x85, 0x85],
    [0x2028, 0x2029],
  ],
  alpha: [
    [65, 90],
    [97, 122],
  ],
  alnum: [
    [48, 57],
    [65, 90],
    [97, 122],
  ],
  ascii: [[0, 127]],
  blank: [
    [9, 9],
    [32, 32],
  ],
  cntrl: [
    [0, 31],
    [127, 127],
  ],
  graph: [[33, 126]],
  lower: [[97, 122]],
  print: [[32, 126]],
  punct: [
    [33, 47],
    [58, 64],
    [91, 96],
    [123, 126],
  ],
  upper: [[65, 90]],
  xdigit: [
    [48, 57],
    [65, 70],
    [97, 102],
  ],
};

/** What `\w` matches. */
export const WORD = SETS.word;

export function union(...sets: readonly CodePoints[]): CodePoints {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = out[out.length - 1];
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

export function complement(set: CodePoints): CodePoints {
  const out: [number, number][] = [];
  let at = 0;
  for (const [from, to] of set) {
    if (from > at) out.push([at, from - 1]);
    at = to + 1;
  }
  if (at <= LAST) out.push([at, LAST]);
  return out;
}

export function intersect(a: CodePoints, b: CodePoints): CodePoints {
  return complement(union(complement(a), complement(b)));
}

export function isSame(a: CodePoints, b: CodePoints): boolean {
  return a.length === b.length && a.every(([from, to], i) => from === b[i]![0] && to === b[i]![1]);
}

export function contains(set: CodePoints, codePoint: number): boolean {
  return set.some(([from, to]) => from <= codePoint && codePoint <= to);
}

/**
 * The members of a class; null where a Unicode property makes them too many to list. Where case is
 * ignored, the other cases are added before anything is negated: `[^a]` then has no `A`.
 */
export function membersOf(node: RegexClass, ignoreCase = false): CodePoints | null {
  const sets: CodePoints[] = [];
  for (const item of node.items) {
    const set = itemMembers(item, ignoreCase);
    if (!set) return null;
    sets.push(set);
  }
  const all = union(...sets);
  return node.negated ? complement(all) : all;
}

function itemMembers(item: RegexClassItem, ignoreCase: boolean): CodePoints | null {
  if (item.kind === 'property') return null;
  const listed: CodePoints = item.kind === 'range' ? [[item.from, item.to]] : SETS[item.set];
  const set = ignoreCase ? withOtherCases(listed) : listed;
  return item.kind === 'set' && item.negated ? complement(set) : set;
}

/** The other letters that are equal ignoring case, by simple folding; of ASCII, those of ASCII. */
export function otherCases(codePoint: number): readonly number[] {
  if (codePoint < 128) return ASCII_CASES[codePoint]!;
  const c = String.fromCodePoint(codePoint);
  if (!hasCase(c)) return NO_OTHERS;
  letters ??= lettersByFolding();
  return (letters.get(foldCase(c)) ?? NO_OTHERS).filter((other) => other !== codePoint);
}

const NO_OTHERS: readonly number[] = [];

const ASCII_CASES: readonly (readonly number[])[] = Array.from({ length: 128 }, (_, c) =>
  /[A-Za-z]/.test(String.fromCodePoint(c)) ? [c ^ 32] : NO_OTHERS,
);

let letters: ReadonlyMap<string, readonly number[]> | null = null;

/** Several letters may share a capital, as σ and ς do, or be capitalized as two, as ß is. */
function lettersByFolding(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [from, to] of ALPHABETS) {
    for (let codePoint = from; codePoint <= to; codePoint++) {
      const c = String.fromCodePoint(codePoint);
      if (!hasCase(c)) continue;
      const folded = foldCase(c);
      const same = found.get(folded);
      if (same) same.push(codePoint);
      else found.set(folded, [codePoint]);
    }
  }
  return found;
}

/** All letters that have a case, without forms of Cyrillic letters that only old prints have. */
const ALPHABETS: CodePoints = [
  [0, 0x1c7f],
  [0x1c89, 0x2dff],
  [0xa640, 0xabff],
  [0xff00, 0xff5a],
  [0x10400, 0x118ff],
  [0x16e40, 0x16fff],
  [0x1e900, 0x1e943],
];

function hasCase(c: string): boolean {
  return c.toLowerCase() !== c || c.toUpperCase() !== c;
}

/** Whether a string has a character beyond ASCII that case folding equates with another. */
export function foldsBeyondAscii(text: string): boolean {
  if (!/[^\0-\x7f]/.test(text)) return false;
  return [...text].some((c) => {
    const codePoint = c.codePointAt(0)!;
    return codePoint > 0x7f && otherCases(codePoint).length > 0;
  });
}

/**
 * Whether lower-casing a character and what equals it ignoring case gives several: σ and ς stay apart,
 * and ß and its capital where upper case is what is compared.
 */
export function foldsApart(c: string): boolean {
  const others = otherCases(c.codePointAt(0)!);
  if (others.length === 0) return false;
  const cases = [c, ...others.map((o) => String.fromCodePoint(o))];
  return [cases.map((x) => x.toLowerCase()), cases.map((x) => x.toUpperCase())].some(
    (changed) => new Set(changed).size > 1 || [...changed[0]!].length > 1,
  );
}

/** With every member's other cases, but for those of many letters beyond ASCII at once. */
export function withOtherCases(set: CodePoints): CodePoints {
  const added: [number, number][] = [];
  for (const [from, to] of set) {
    for (let c = Math.max(from, 65); c <= Math.min(to, 122); c++) {
      for (const other of otherCases(c)) added.push([other, other]);
    }
    if (isFewBeyondAscii(from, to)) {
      for (let c = from; c <= to; c++) for (const o of otherCases(c)) added.push([o, o]);
    }
  }
  // What is missing among many may be another case of one of them.
  for (const [from, to] of complement(set)) {
    if (!isFewBeyondAscii(from, to)) continue;
    for (let c = from; c <= to; c++) {
      if (otherCases(c).some((other) => contains(set, other))) added.push([c, c]);
    }
  }
  return union(set, added);
}

function isFewBeyondAscii(from: number, to: number): boolean {
  return from > 127 && to - from < 256;
}

const BLOCKS: CodePoints = [
  [65, 90],
  [97, 122],
  [48, 57],
];

/**
 * The ranges as people write them: capitals, letters, digits, then the rest; `/-9` is `0-9` and `/`.
 */
export function inReadingOrder(set: CodePoints): CodePoints {
  const ranked = set.flatMap(apart).map((range) => ({ range, rank: rankOf(range) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ range }) => range);
}

/** A range that takes one or two characters in beside letters or digits, without them. */
function apart(range: CodePoints[number]): CodePoints {
  const [from, to] = range;
  const block = BLOCKS.find(([first, last]) => from <= last && first <= to);
  if (!block) return [range];
  const [first, last] = [Math.max(from, block[0]), Math.min(to, block[1])];
  const outside = first - from + (to - last);
  if (outside === 0 || outside > 2) return [range];
  const single = (code: number): CodePoints[number] => [code, code];
  const others = [
    ...Array.from({ length: first - from }, (_, i) => single(from + i)),
    ...Array.from({ length: to - last }, (_, i) => single(last + 1 + i)),
  ];
  return [[first, last], ...others];
}

function rankOf([from, to]: CodePoints[number]): number {
  const rank = BLOCKS.findIndex(([first, last]) => first <= from && to <= last);
  return rank < 0 ? BLOCKS.length : rank;
}
