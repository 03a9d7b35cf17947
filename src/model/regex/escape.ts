import type { Finding } from '../../source/codes.js';
import type { RegexAnchor, RegexClassItem, RegexSet } from './ast.js';
import { RegexSyntaxError } from './cursor.js';
import type { Cursor } from './cursor.js';
import { codes } from './syntax-codes.js';

export type Escape =
  | { readonly kind: 'literal'; readonly codePoint: number }
  | { readonly kind: 'item'; readonly item: RegexClassItem; readonly negated: boolean }
  | { readonly kind: 'anchor'; readonly anchor: RegexAnchor['anchor'] }
  | { readonly kind: 'backreference'; readonly to: number | string }
  | { readonly kind: 'line-break' };

const SETS: Readonly<Record<string, RegexSet>> = {
  d: 'digit',
  w: 'word',
  s: 'space',
  h: 'horizontal-space',
  v: 'vertical-space',
};

const ANCHORS: Readonly<Record<string, RegexAnchor['anchor']>> = {
  b: 'word-boundary',
  B: 'not-word-boundary',
  A: 'text-start',
  z: 'text-end',
  Z: 'text-end-or-newline',
  // Where the search begins: it is one search, from the start.
  G: 'text-start',
};

const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, e: 27, a: 7 };

/** What PCRE has, and no target can be asked for. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  C: 'a single byte',
  X: 'a letter with its combining marks',
};

/** Escapes that need more than the letter, by how they are written. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  g: '\\g{1}',
  k: '\\k<name>',
  o: '\\o{101}',
  p: '\\p{L}',
  P: '\\P{L}',
};

const POSIX: ReadonlySet<string> = new Set([
  'alpha',
  'alnum',
  'ascii',
  'blank',
  'cntrl',
  'digit',
  'graph',
  'lower',
  'print',
  'punct',
  'space',
  'upper',
  'word',
  'xdigit',
]);

function fail(finding: Finding<'error'>, start: number, end: number): never {
  throw new RegexSyntaxError(finding, start, end);
}

/** Reads an escape outside of a class. @param groups capturing groups opened so far. */
export function parseEscape(cursor: Cursor, groups: number): Escape {
  const start = cursor.at;
  const { source } = cursor;
  const c = source[start + 1];
  if (c === undefined) {
    return fail(codes['regex-trailing-backslash'](), start, start + 1);
  }
  const anchor = ANCHORS[c];
  if (anchor) {
    cursor.at += 2;
    return { kind: 'anchor', anchor };
  }
  if (c === 'R') {
    cursor.at += 2;
    return { kind: 'line-break' };
  }
  if (c === 'N' && source[start + 2] !== '{') {
    cursor.at += 2;
    return { kind: 'item', item: { kind: 'range', from: 10, to: 10 }, negated: true };
  }
  const rest = source.slice(start, start + 80);
  const reference = /^\\(?:k(?:<(\w+)>|\{(\w+)\}|'(\w+)')|g(?:(\d+)|\{(\w+)\}))/.exec(rest);
  if (reference) {
    cursor.at += reference[0].length;
    const to = reference.slice(1).find((x) => x !== undefined)!;
    return { kind: 'backreference', to: /^\d+$/.test(to) ? Number(to) : to };
  }
  const digits = /^\\([1-9]\d{0,2})/.exec(rest)?.[1];
  if (digits !== undefined && (Number(digits) < 10 || Number(digits) <= groups)) {
    cursor.at += 1 + digits.length;
    return { kind: 'backreference', to: Number(digits) };
  }
  return commonEscape(cursor);
}

/** Escapes that mean the same inside and outside a class. */
function commonEscape(cursor: Cursor): Escape {
  const start = cursor.at;
  const { source } = cursor;
  const c = source[start + 1]!;
  const set = SETS[c.toLowerCase()];
  if (set) {
    cursor.at += 2;
    const negated = c !== c.toLowerCase();
    return { kind: 'item', item: { kind: 'set', set, negated: false }, negated };
  }
  const control = CONTROLS[c];
  if (control !== undefined) {
    cursor.at += 2;
    return { kind: 'literal', codePoint: control };
  }
  const rest = source.slice(start, start + 80);
  const code =
    /^\\(?:x\{([\da-fA-F]{1,6})\}|x([\da-fA-F]{0,2})|o\{([0-7]{1,7})\}|(0[0-7]{0,2}|[1-7][0-7]{1,2}))/.exec(
      rest,
    );
  if (code) {
    const [whole, braced, short, octal, digits] = code;
    cursor.at += whole.length;
    const codePoint =
      octal !== undefined || digits !== undefined
        ? parseInt(octal ?? digits!, 8)
        : parseInt(braced ?? (short === '' ? '0' : short!), 16);
    if (codePoint > 0x10ffff) fail(codes['regex-code-point'](), start, cursor.at);
    return { kind: 'literal', codePoint };
  }
  const property = /^\\([pP])(?:\{(\^?)([A-Za-z_& ]+)\}|([A-Z]))/.exec(rest);
  if (property) {
    cursor.at += property[0].length;
    const negated = (property[1] === 'P') !== (property[2] === '^');
    const name = property[3] ?? property[4]!;
    return { kind: 'item', item: { kind: 'property', name, negated: false }, negated };
  }
  if (c === 'c' && /^\\c[\x20-\x7e]/.test(rest)) {
    cursor.at += 3;
    return { kind: 'literal', codePoint: rest[2]!.toUpperCase().charCodeAt(0) ^ 64 };
  }
  if (c === 'u' && /^\\u[\da-f]{4}/i.test(rest)) {
    const correct = `\\x{${rest.slice(2, 6)}}`;
    return fail(codes['regex-unicode-escape']({ correct }), start, start + 6);
  }
  const meaning = UNSUPPORTED[c];
  if (meaning !== undefined) {
    const finding = codes['regex-escape-unsupported']({ letter: c, meaning });
    return fail(finding, start, start + 2);
  }
  const example = ARGUMENTS[c];
  if (example !== undefined) {
    const finding = codes['regex-escape-argument']({ letter: c, example });
    return fail(finding, start, start + 2);
  }
  if (/[A-Za-z0-9]/.test(c)) {
    return fail(codes['regex-escape']({ letter: c }), start, start + 2);
  }
  const codePoint = source.codePointAt(start + 1)!;
  cursor.at += codePoint > 0xffff ? 3 : 2;
  return { kind: 'literal', codePoint };
}

/** Reads `[…]`; the cursor is at its bracket. */
export function parseClass(cursor: Cursor): { negated: boolean; items: RegexClassItem[] } {
  const start = cursor.at;
  const { source } = cursor;
  cursor.at++;
  const negated = source[cursor.at] === '^';
  if (negated) cursor.at++;
  const items: RegexClassItem[] = [];
  for (let first = true; ; first = false) {
    const c = source[cursor.at];
    if (c === undefined) fail(codes['regex-bracket-not-closed'](), start, start + 1);
    if (c === ']' && !first) {
      cursor.at++;
      return { negated, items };
    }
    const posix = /^\[:(\^?)([a-z]+):\]/.exec(source.slice(cursor.at, cursor.at + 16));
    if (posix) {
      if (!POSIX.has(posix[2]!)) {
        const finding = codes['regex-posix-class']({ name: posix[2]! });
        fail(finding, cursor.at, cursor.at + posix[0].length);
      }
      items.push({ kind: 'set', set: posix[2] as RegexSet, negated: posix[1] === '^' });
      cursor.at += posix[0].length;
      continue;
    }
    items.push(classRange(cursor));
  }
}

function classRange(cursor: Cursor): RegexClassItem {
  const start = cursor.at;
  const from = classAtom(cursor);
  if (typeof from !== 'number') return from;
  const { source } = cursor;
  if (
    source[cursor.at] !== '-' ||
    source[cursor.at + 1] === ']' ||
    cursor.at + 1 >= source.length
  ) {
    return { kind: 'range', from, to: from };
  }
  cursor.at++;
  const before = cursor.at;
  const to = classAtom(cursor);
  if (typeof to !== 'number') {
    // `[a-\d]`: the dash is a character of its own.
    cursor.at = before - 1;
    return { kind: 'range', from, to: from };
  }
  if (to < from) fail(codes['regex-range'](), start, cursor.at);
  return { kind: 'range', from, to };
}

function classAtom(cursor: Cursor): number | RegexClassItem {
  const { source } = cursor;
  if (source[cursor.at] === '\\') {
    if (source[cursor.at + 1] === 'b') {
      cursor.at += 2;
      return 8;
    }
    if (source[cursor.at + 1] === undefined) {
      return fail(codes['regex-trailing-backslash'](), cursor.at, cursor.at + 1);
    }
    const escape = commonEscape(cursor);
    if (escape.kind === 'literal') return escape.codePoint;
    if (escape.kind === 'item' && escape.item.kind !== 'range') {
      return { ...escape.item, negated: escape.negated };
    }
    return fail(codes['regex-escape-in-brackets'](), cursor.at - 2, cursor.at);
  }
  const codePoint = source.codePointAt(cursor.at)!;
  cursor.at += codePoint > 0xffff ? 2 : 1;
  return codePoint;
}
