import type { Regex, RegexAnchor, RegexFlags, RegexNode } from '../ast.js';
import { regexCodes } from '../codes.js';
import { foldRegex } from '../fold.js';
import { countOf } from '../print.js';
import { translate, Untranslatable } from '../translate.js';
import type { Translated } from '../translate.js';
import { flagLetters, printMembers, printPerl } from './perl.js';

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
    printPerl(regex, {
      class(node, flags) {
        const isKnown = node.items.every(
          (item) => item.kind !== 'property' || isProperty(item.name, flags),
        );
        if (isKnown) return printMembers(node, flags);
        throw new Untranslatable(regexCodes['regex-property']({ engine }), node);
      },
      anchor(node, flags) {
        const written = anchorOf(node, flags);
        if (written !== null) return written;
        // Rust's counts every letter, RE2's those of ASCII, as PCRE does.
        for (const direction of ['wider', 'narrower'] as const)
          approximate({ direction, finding: regexCodes['regex-word-boundary']() });
        return node.anchor === 'word-boundary' ? '\\b' : '\\B';
      },
      quantifier(node) {
        if (repetitions(node) > MAX_REPEAT) {
          const limit = regexCodes['regex-repetition-limit']({ engine, max: MAX_REPEAT });
          throw new Untranslatable(limit, node);
        }
        if (node.mode === 'possessive') {
          approximate({
            direction: 'wider',
            finding: regexCodes['regex-possessive'](inEngine),
          });
        }
        // Which of several matches is found does not change whether there is one.
        return countOf(node);
      },
      group(node, body) {
        if (node.atomic) {
          approximate({ direction: 'wider', finding: regexCodes['regex-atomic'](inEngine) });
        }
        const letters = flagLetters(node.flags);
        if (letters !== '') return `(?${letters}:${body})`;
        return node.capture ? `(${body})` : `(?:${body})`;
      },
      look(node) {
        throw new Untranslatable(regexCodes['regex-look-around']({ engine }), node);
      },
      backreference(node) {
        throw new Untranslatable(regexCodes['regex-back-reference']({ engine }), node);
      },
    }),
  );
}

/**
 * How often what is in it may be repeated at least: of a repetition within another, the product.
 * https://github.com/google/re2/blob/main/re2/parse.cc
 */
function repetitions(node: RegexNode): number {
  return foldRegex(node, (n, children) => {
    // A sequence may have more items than a call takes arguments.
    const within = children().reduce((most, count) => Math.max(most, count), 1);
    return n.kind === 'repeat' ? within * Math.max(1, n.max ?? n.min) : within;
  });
}

/** General categories and scripts of Unicode that both know. */
const PROPERTIES: ReadonlySet<string> = new Set(
  (
    'L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Cc Cf ' +
    'Arabic Armenian Bengali Common Cyrillic Devanagari Georgian Greek Han Hangul Hebrew Hiragana ' +
    'Katakana Khmer Latin Mongolian Tamil Thai Tibetan'
  ).split(' '),
);

/** PCRE's own letters of one case are of both where case is ignored. */
function isProperty(name: string, { ignoreCase }: RegexFlags): boolean {
  return PROPERTIES.has(name) && !(ignoreCase && /^L[ltu]$/.test(name));
}

/** Null for word boundaries. */
function anchorOf({ anchor }: RegexAnchor, { multiLine }: RegexFlags): string | null {
  switch (anchor) {
    case 'line-start':
      return '^';
    // Perl's $ also matches before a line break that ends the text.
    case 'line-end':
      return multiLine ? '$' : '\\n?$';
    case 'text-start':
      return multiLine ? '\\A' : '^';
    case 'text-end':
      return multiLine ? '\\z' : '$';
    case 'text-end-or-newline':
      return '\\n?\\z';
    default:
      return null;
  }
}
