import type { StringPattern } from '../../pattern.js';
import type { Regex, RegexFlags, RegexNode, RegexRepeat } from '../ast.js';
import { complement, EVERYTHING, membersOf } from '../code-points.js';
import { regexCodes } from '../codes.js';
import { countOf, printItem, printRegex } from '../print.js';
import type { RegexDialect } from '../print.js';
import { translate, Untranslatable } from '../translate.js';
import type { Translated } from '../translate.js';
import { branchesOf } from './lucene-branches.js';
import { inEachCase, isPrintable, luceneCharacters } from './lucene-characters.js';
import type { IndexedCase, Widen } from './lucene-characters.js';

const engine = 'Lucene';
const MAX_COUNT = 16;
const NOT_LINE_FEED = complement([[10, 10]]);

/**
 * Lucene's own regular expressions: always for the whole value; no classes by letter, no anchors,
 * no flags, no escape for a control character. `.` is any character at all.
 * https://lucene.apache.org/core/8_7_0/core/org/apache/lucene/util/automaton/RegExp.html
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/regexp-syntax
 *
 * @param inString the pattern is written in a string that has escapes for tabs and line breaks
 */
export function toLuceneRegex(regex: Regex, indexed: IndexedCase, inString = false): Translated {
  return translate((approximate) => {
    const widen: Widen = (finding) => approximate({ direction: 'wider', finding });
    const dialect = luceneDialect(indexed, widen, inString);
    const print = (node: RegexNode, flags: RegexFlags): string =>
      printItem(node, printRegex(node, flags, dialect), dialect);
    return branchesOf(regex, widen, inString)
      .map(({ open, nodes, close }) => {
        const body = nodes.map(({ node, flags }) => print(node, flags)).join('');
        return `${open}${body}${close}`;
      })
      .join('|');
  });
}

/**
 * What `toLuceneRegex` makes of a pattern that ignores case, without a tree in between, since most
 * queries are made of these; null where the pattern needs more than classes.
 */
export function patternInClasses(pattern: StringPattern): string | null {
  let out = '';
  for (const part of pattern) {
    if (typeof part !== 'string') {
      out += part.kind === 'any' ? '.*' : '.';
      continue;
    }
    if (!isPrintable(part)) return null;
    for (const c of part) out += inEachCase(c.codePointAt(0)!);
  }
  return out;
}

function luceneDialect(indexed: IndexedCase, widen: Widen, inString: boolean): RegexDialect {
  const characters = luceneCharacters(indexed, widen, inString);
  const enclose = (body: string): string => `(${body})`;
  return {
    empty: '()',
    enclose,
    literal: ({ codePoint }, flags) => characters.literal(codePoint, flags),
    dot: (_, flags) => characters.class(flags.dotAll ? EVERYTHING : NOT_LINE_FEED, flags),
    class(node, flags) {
      const members = membersOf(node, flags.ignoreCase);
      if (members) return characters.class(members, flags);
      throw new Untranslatable(regexCodes['regex-property']({ engine }), node);
    },
    quantifier(node) {
      if (node.mode === 'possessive') widen(regexCodes['regex-possessive']({ engine }));
      return boundedCount(node, widen);
    },
    group(node, body) {
      if (node.atomic) widen(regexCodes['regex-atomic']({ engine }));
      return enclose(body);
    },
    anchor(node) {
      throw new Untranslatable(regexCodes['lucene-regex-anchor'](), node);
    },
    look(node) {
      throw new Untranslatable(regexCodes['regex-look-around']({ engine }), node);
    },
    backreference(node) {
      throw new Untranslatable(regexCodes['regex-back-reference']({ engine }), node);
    },
  };
}

/** Every count of a repetition is a state of the automaton, and Elasticsearch takes 10,000. */
function boundedCount(node: RegexRepeat, widen: Widen): string {
  const { min, max } = node;
  if ((max ?? min) <= MAX_COUNT) return countOf(node);
  widen(regexCodes['lucene-regex-repetition']({ count: max ?? min }));
  return countOf({ ...node, min: Math.min(min, MAX_COUNT), max: null });
}
