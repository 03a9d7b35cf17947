import { hasInvisible } from '../../../source/visible.js';
import type { Finding } from '../../../source/codes.js';
import type { RegexFlags } from '../ast.js';
import {
  complement,
  contains,
  foldsApart,
  inReadingOrder,
  intersect,
  isSame,
  otherCases,
  union,
  withOtherCases,
} from '../code-points.js';
import type { CodePoints } from '../code-points.js';
import { regexCodes } from '../codes.js';

/**
 * How a pattern meets the case of what is indexed: `kept` for fields as they are, where `[aA]` is
 * written for a pattern that ignores case; `lowered` for fields that are indexed lower-cased.
 */
export type IndexedCase = 'kept' | 'lowered';

/** Takes what makes the pattern match more than the rule's. */
export type Widen = (finding: Finding<'warning'>) => void;

/** Writes single characters and classes, of which Lucene has only lists and ranges. */
export interface LuceneCharacters {
  literal(codePoint: number, flags: RegexFlags): string;
  class(members: CodePoints, flags: RegexFlags): string;
}

const CONTROL: CodePoints = [
  [0, 31],
  [127, 159],
];
const BEYOND_ASCII: CodePoints = [[128, 0x10ffff]];
const UPPER: CodePoints = [[65, 90]];
const NOTHING = '([^ -~]&[ -~])';

export function luceneCharacters(
  indexed: IndexedCase,
  widen: Widen,
  inString: boolean,
): LuceneCharacters {
  const lowered = indexed === 'lowered';
  return { literal, class: classOf };

  function literal(codePoint: number, flags: RegexFlags): string {
    if (contains(CONTROL, codePoint)) return classOf([[codePoint, codePoint]], flags);
    const c = String.fromCodePoint(codePoint);
    if (hasInvisible(c)) {
      widen(regexCodes['lucene-regex-control-character']());
      return '[^ -~]';
    }
    if (lowered) {
      if (!flags.ignoreCase && otherCases(codePoint).length > 0)
        widen(regexCodes['lucene-regex-case']());
      const cases = foldsApart(c) ? [codePoint, ...otherCases(codePoint)] : [codePoint];
      const lower = new Set(cases.map((o) => inLowerCase(String.fromCodePoint(o))));
      const written = [...lower].map(escapeOperator).join('');
      return lower.size === 1 ? written : `[${written}]`;
    }
    return flags.ignoreCase ? inEachCase(codePoint) : escapeOperator(c);
  }

  function classOf(members: CodePoints, flags: RegexFlags): string {
    const inEveryCase = withOtherCases(members);
    if (!lowered) return writable(flags.ignoreCase ? inEveryCase : members);
    // Of what was indexed, only its lower-cased form is left to look at.
    if (!flags.ignoreCase && !isSame(inEveryCase, members))
      widen(regexCodes['lucene-regex-case']());
    const given = flags.ignoreCase ? inEveryCase : members;
    const open = given.length === 1 && given[0]![0] === 0;
    return writable(union(lowerCased(withOtherCases(given)), open ? given : []));
  }

  /** A class that no control character without an escape begins or ends; null if it is none. */
  function escapable(members: CodePoints): string | null {
    if (!inString || members.length === 0) return null;
    const outside = complement(members);
    if (hasEscapes(members)) return `[${ranges(members)}]`;
    return outside.length > 0 && hasEscapes(outside) ? `[^${ranges(outside)}]` : null;
  }

  /** A control character cannot be written, so the class takes in all of them, or none. */
  function writable(members: CodePoints): string {
    let written = members;
    const controls = intersect(members, CONTROL);
    if (controls.length > 0 && !isSame(controls, CONTROL)) {
      const escaped = escapable(lowered ? withoutUpper(members) : members);
      if (escaped !== null) return escaped;
      written = union(members, CONTROL);
      if (!isSame(intersect(members, BEYOND_ASCII), BEYOND_ASCII)) {
        written = union(written, BEYOND_ASCII);
      }
      widen(regexCodes['lucene-regex-control-character']());
    }
    const outside = lowered ? withoutUpper(complement(written)) : complement(written);
    if (outside.length === 0) return '.';
    const last = written[written.length - 1];
    if (!last) return NOTHING;
    if (last[1] === 0x10ffff || intersect(written, CONTROL).length > 0) {
      return `[^${ranges(outside)}]`;
    }
    const [only] = written;
    if (written.length === 1 && only && only[0] === only[1]) {
      return escapeOperator(String.fromCodePoint(only[0]));
    }
    return `[${ranges(written)}]`;
  }
}

/** Control characters and others that cannot be seen have no escape. */
export function isPrintable(text: string): boolean {
  return !hasInvisible(text);
}

/** A character in a pattern that ignores case, as a class of its cases where it has several. */
export function inEachCase(codePoint: number): string {
  return ASCII_CLASSES[codePoint] ?? caseClass(codePoint);
}

const ASCII_CLASSES = Array.from({ length: 128 }, (_, c) => caseClass(c));

function caseClass(codePoint: number): string {
  const others = otherCases(codePoint);
  const all = [codePoint, ...others].map((c) => escapeOperator(String.fromCodePoint(c)));
  return others.length === 0 ? all[0]! : `[${all.join('')}]`;
}

/** Whether a string has a way to say where each range begins and ends. */
function hasEscapes(set: CodePoints): boolean {
  return set.flat().every((c) => ESCAPED.includes(c) || !hasInvisible(String.fromCodePoint(c)));
}

/** Tab, line feed, carriage return. */
const ESCAPED = [9, 10, 13];

/** As Lucene does, letter by letter. */
function inLowerCase(c: string): string {
  const lower = c.toLowerCase();
  return [...lower].length === 1 ? lower : c;
}

function lowerCased(set: CodePoints): CodePoints {
  const moved = intersect(set, UPPER).map(([from, to]) => [from + 32, to + 32] as const);
  return union(intersect(set, complement(UPPER)), moved);
}

/**
 * A normalizer lower-cases the expression too, so `[^A-Z]` would come to mean `[^a-z]`. The field has
 * no capitals, so a range may run across all of them, but none may begin or end among them.
 */
function withoutUpper(set: CodePoints): CodePoints {
  const across = union(set, UPPER);
  const runsAcross = across.some(([from, to]) => from < 65 && to > 90);
  return runsAcross ? across : intersect(set, complement(UPPER));
}

function ranges(set: CodePoints): string {
  return inReadingOrder(set)
    .map(([from, to]) => {
      const a = escapeInClass(String.fromCodePoint(from));
      const b = escapeInClass(String.fromCodePoint(to));
      return from === to ? a : to === from + 1 ? `${a}${b}` : `${a}-${b}`;
    })
    .join('');
}

/** The slash would end the expression in query_string. */
function escapeInClass(c: string): string {
  return /[\\[\]^\-/]/.test(c) ? `\\${c}` : c;
}

/** Lucene's operators, those of other dialects, and the slash. */
function escapeOperator(c: string): string {
  return /["#$&()*+./<>?@[\\\]^{|}~]/.test(c) ? `\\${c}` : c;
}
