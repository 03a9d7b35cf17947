import type { Regex } from '../model/value.js';
import { complement, membersOf } from './code-points.js';
import { regexCodes } from './codes.js';
import type { CodePoints } from './code-points.js';
import { Untranslatable, flagLetters, printRegex, translate } from './regex.js';
import type { Translated } from './regex.js';

const MAX_REPEAT = 1_000;

const engine = 'This engine';
const inEngine = { engine: 'this engine' };

/**
 * What RE2 and Rust's `regex` both take, and with one meaning: no look-around, no back-references,
 * classes as ASCII ranges, counts up to 1,000.
 * https://github.com/google/re2/wiki/Syntax
 * https://docs.rs/regex/latest/regex/#syntax
 */
export function toRe2(regex: Regex): Translated {
  return translate((approximate) =>
    printRegex(regex, {
      literal: (codePoint) => escapeCodePoint(codePoint),
      class(node) {
        const members = membersOf(node);
        if (members) return printClass(members);
        throw new Untranslatable(regexCodes['regex-property']({ engine }), node);
      },
      anchor(node, flags) {
        switch (node.anchor) {
          case 'line-start':
            return '^';
          // Perl's $ also matches before a line break that ends the text.
          case 'line-end':
            return flags.multiLine ? '$' : '\\n?$';
          case 'text-start':
            return flags.multiLine ? '\\A' : '^';
          case 'text-end':
            return flags.multiLine ? '\\z' : '$';
          case 'text-end-or-newline':
            return '\\n?\\z';
          default:
            // Rust's counts every letter, RE2's those of ASCII, as PCRE does.
            for (const direction of ['wider', 'narrower'] as const)
              approximate({ direction, finding: regexCodes['regex-word-boundary']() });
            return node.anchor === 'word-boundary' ? '\\b' : '\\B';
        }
      },
      special(node) {
        const code = node.kind === 'look' ? 'regex-look-around' : 'regex-back-reference';
        throw new Untranslatable(regexCodes[code]({ engine }), node);
      },
      repeatMode(node) {
        if (node.min > MAX_REPEAT || (node.max ?? 0) > MAX_REPEAT) {
          const limit = regexCodes['regex-repetition-limit']({ engine, max: MAX_REPEAT });
          throw new Untranslatable(limit, node);
        }
        if (node.mode === 'possessive') {
          approximate({ direction: 'wider', finding: regexCodes['regex-possessive'](inEngine) });
        }
        // Which of several matches is found does not change whether there is one.
        return '';
      },
      groupOpening(node) {
        if (node.atomic) {
          approximate({ direction: 'wider', finding: regexCodes['regex-atomic'](inEngine) });
        }
        const letters = flagLetters(node);
        if (letters !== '') return `(?${letters}:`;
        return node.capture ? '(' : '(?:';
      },
    }),
  );
}

/** Short names for what people know them by; ranges otherwise. */
export function printClass(members: CodePoints): string {
  const outside = complement(members);
  if (members.length > 0 && (outside.length < members.length || members[0]![0] === 0)) {
    if (outside.length > 0) return `[^${ranges(outside)}]`;
  }
  return members.length === 0 ? '[^\\x00-\\x{10FFFF}]' : `[${ranges(members)}]`;
}

function ranges(set: CodePoints): string {
  return set
    .map(([from, to]) => {
      const [a, b] = [escapeCodePoint(from), escapeCodePoint(to)];
      return from === to ? a : to === from + 1 ? `${a}${b}` : `${a}-${b}`;
    })
    .join('');
}

const CONTROLS: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r' };

/** Printable characters as they are, operators behind a backslash, the rest by number. */
export function escapeCodePoint(codePoint: number): string {
  const control = CONTROLS[codePoint];
  if (control) return control;
  const c = String.fromCodePoint(codePoint);
  if (codePoint < 0x20 || codePoint === 0x7f)
    return `\\x${codePoint.toString(16).padStart(2, '0')}`;
  if (codePoint < 0x80) return /[\\^$.|?*+()[\]{}-]/.test(c) ? `\\${c}` : c;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(c) ? c : `\\x{${codePoint.toString(16)}}`;
}
