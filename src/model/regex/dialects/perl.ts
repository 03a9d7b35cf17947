import type { Regex, RegexClass, RegexClassItem, RegexFlagChange, RegexFlags } from '../ast.js';
import {
  complement,
  contains,
  inReadingOrder,
  isSame,
  membersOf,
  withOtherCases,
} from '../code-points.js';
import type { CodePoints } from '../code-points.js';
import { printRegex } from '../print.js';
import type { RegexDialect } from '../print.js';

/** What the dialects that are written much like Perl's share: RE2, Rust's `regex`, PCRE. */
export type PerlDialect = Omit<RegexDialect, 'literal' | 'dot' | 'empty' | 'enclose'> &
  Partial<Pick<RegexDialect, 'literal'>>;

/** Writes a pattern, the flags of the whole first. */
export function printPerl({ ast, flags }: Regex, own: PerlDialect): string {
  const letters = lettersOf(flags, true);
  const body = printRegex(ast, flags, {
    // Outside brackets a dash is itself.
    literal: ({ codePoint }) => (codePoint === 0x2d ? '-' : escapeCodePoint(codePoint)),
    dot: () => '.',
    empty: '',
    enclose: (inner) => `(?:${inner})`,
    ...own,
  });
  return letters === '' ? body : `(?${letters})${body}`;
}

const LETTERS = [
  ['i', 'ignoreCase'],
  ['m', 'multiLine'],
  ['s', 'dotAll'],
] as const;

function lettersOf(change: RegexFlagChange, value: boolean): string {
  return LETTERS.flatMap(([letter, flag]) => (change[flag] === value ? [letter] : [])).join('');
}

/** `i-s` for a group that turns one on and another off. */
export function flagLetters(change: RegexFlagChange | null): string {
  const off = lettersOf(change ?? {}, false);
  return `${lettersOf(change ?? {}, true)}${off === '' ? '' : `-${off}`}`;
}

/** What the class holds, or what it does not: whichever is the shorter list, and does not go on without end. */
function printClass(members: CodePoints): string {
  const outside = complement(members);
  const isOpen = contains(members, LAST);
  if (members.length > 0 && outside.length > 0 && (outside.length < members.length || isOpen)) {
    return `[^${printRanges(outside)}]`;
  }
  return members.length === 0 ? '[^\\x00-\\x{10FFFF}]' : `[${printRanges(members)}]`;
}

/** The last code point that Unicode has. */
const LAST = 0x10ffff;

/**
 * The same where case is ignored. The engine adds other cases to what is listed before it negates the
 * list, so a list may change sides only if it has both cases of every letter.
 */
function printCaseless(listed: CodePoints, inEachCase: CodePoints, negated: boolean): string {
  const outside = complement(inEachCase);
  const changes =
    outside.length > 0 &&
    (outside.length < listed.length ||
      equatesWithAscii(listed) ||
      !isSame(withOtherCases(listed), inEachCase));
  return `[${negated !== changes ? '^' : ''}${printRanges(changes ? outside : listed)}]`;
}

/** The letters beyond ASCII that equal one of ASCII, ignoring case: the long s and the Kelvin sign. */
const EQUAL_TO_ASCII = [
  [0x17f, 0x73],
  [0x212a, 0x6b],
] as const;

/** Whether ignoring case brings letters of ASCII in that the list has in no case. */
function equatesWithAscii(listed: CodePoints): boolean {
  return EQUAL_TO_ASCII.some(
    ([letter, ascii]) =>
      contains(listed, letter) && !contains(listed, ascii) && !contains(listed, ascii - 32),
  );
}

/** Any class, also one that holds Unicode properties. */
export function printMembers(node: RegexClass, { ignoreCase }: RegexFlags): string {
  const members = membersOf(node);
  if (members && !ignoreCase) return printClass(members);
  if (members) {
    const listed = { ...node, negated: false };
    return printCaseless(membersOf(listed)!, membersOf(listed, true)!, node.negated);
  }
  const [item] = node.items;
  if (node.items.length === 1 && item?.kind === 'property')
    return printProperty(item.name, node.negated !== item.negated);
  const printItem = (i: RegexClassItem): string =>
    i.kind === 'property'
      ? printProperty(i.name, i.negated)
      : printRanges(membersOf({ ...node, negated: false, items: [i] })!);
  return `[${node.negated ? '^' : ''}${node.items.map(printItem).join('')}]`;
}

export function printProperty(name: string, negated: boolean): string {
  return `\\${negated ? 'P' : 'p'}{${name}}`;
}

function printRanges(set: CodePoints): string {
  return inReadingOrder(set)
    .map(([from, to]) => {
      const [a, b] = [escapeInClass(from), escapeInClass(to)];
      return from === to ? a : to === from + 1 ? `${a}${b}` : `${a}-${b}`;
    })
    .join('');
}

const CONTROLS: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r' };

/** Of operators, a class has few; two of `&` or `~` are one in Rust, and no class has one twice. */
function escapeInClass(codePoint: number): string {
  const c = String.fromCodePoint(codePoint);
  return '$.|?*+(){}'.includes(c) ? c : escapeCodePoint(codePoint);
}

/** Printable characters as they are, operators behind a backslash, the rest by number. */
function escapeCodePoint(codePoint: number): string {
  const control = CONTROLS[codePoint];
  if (control) return control;
  const c = String.fromCodePoint(codePoint);
  if (codePoint < 0x20 || codePoint === 0x7f)
    return `\\x${codePoint.toString(16).padStart(2, '0')}`;
  if (codePoint < 0x80) return /[\\^$.|?*+()[\]{}-]/.test(c) ? `\\${c}` : c;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(c) ? c : `\\x{${codePoint.toString(16)}}`;
}
