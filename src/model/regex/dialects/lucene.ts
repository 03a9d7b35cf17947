import { once } from '../../../source/remembered.js';
import type { StringPattern } from '../../patterns/pattern.js';
import type { Regex, RegexFlags, RegexNode, RegexRepeat } from '../ast.js';
import { complement, EVERYTHING, membersOf } from '../code-points.js';
import { regexCodes } from '../codes.js';
import { determinizedEffort, largestCount, surelyTakesLess } from '../determinized-effort.js';
import { parseRegex } from '../parse.js';
import { countOf, printItem, printRegex } from '../print.js';
import type { RegexDialect } from '../print.js';
import { translate, Untranslatable } from '../translate.js';
import type { Translated } from '../translate.js';
import { branchesOf } from './lucene-branches.js';
import type { Branch } from './lucene-branches.js';
import { inEachCase, isPrintable, luceneCharacters } from './lucene-characters.js';
import type { IndexedCase, Widen } from './lucene-characters.js';

const engine = 'Lucene';
/** Up to this number, counting is not worth an estimate. */
const FEW = 16;
/**
 * What it may take to make an automaton deterministic: ten times `max_determinized_states`.
 * https://github.com/apache/lucene/blob/releases/lucene/9.12.0/lucene/core/src/java/org/apache/lucene/util/automaton/Operations.java
 */
const MAX_EFFORT = 100_000;
/** Half of it is left for what the estimate does not see. */
const SAFE_EFFORT = MAX_EFFORT / 2;
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
    const branches = branchesOf(regex, widen, inString);
    const dialect = luceneDialect(indexed, widen, inString, countsWell(regex, branches));
    const print = (node: RegexNode, flags: RegexFlags): string =>
      printItem(node, printRegex(node, flags, dialect), dialect);
    return branches
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

function luceneDialect(
  indexed: IndexedCase,
  widen: Widen,
  inString: boolean,
  counts: boolean,
): RegexDialect {
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
      return counts ? countOf(node) : boundedCount(node, widen);
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

/** An estimate takes longer than all else that is made of an expression, and several targets ask for it. */
const countedWell = new WeakMap<RegexNode, boolean>();
const tooComplex = new WeakMap<RegexNode, boolean>();

/** Whether all repetitions can be counted as they are. */
function countsWell({ ast }: Regex, branches: readonly Branch[]): boolean {
  return once(countedWell, ast, () => takesLittle(branches));
}

function takesLittle(branches: readonly Branch[]): boolean {
  const most = Math.max(0, ...branches.flatMap((b) => b.nodes.map((n) => largestCount(n.node))));
  if (most <= FEW) return true;
  const tree = treeOf(branches);
  return surelyTakesLess(tree, SAFE_EFFORT) || determinizedEffort(tree, SAFE_EFFORT) <= SAFE_EFFORT;
}

/** Whether `isTooComplex` is worth asking, which takes time. */
export function mayBeTooComplex({ ast }: Regex): boolean {
  return !surelyTakesLess(ast, MAX_EFFORT);
}

/**
 * Whether Elasticsearch takes the automaton of what is written for the pattern to be too complex.
 * False where nothing can be written.
 */
export function isTooComplex(regex: Regex): boolean {
  return once(tooComplex, regex.ast, () => takesTooMuch(regex));
}

function takesTooMuch(regex: Regex): boolean {
  const written = translate(() => {
    const branches = branchesOf(regex, () => {}, true);
    const tree = treeOf(branches);
    if (countsWell(regex, branches) && largestCount(tree) > FEW) return '';
    const few = withFewCounts(tree);
    const fits =
      surelyTakesLess(few, MAX_EFFORT) || determinizedEffort(few, MAX_EFFORT) <= MAX_EFFORT;
    return fits ? '' : 'too complex';
  });
  return written.ok && written.pattern !== '';
}

function treeOf(branches: readonly Branch[]): RegexNode {
  const options = branches.map(({ open, nodes, close }) => {
    const items = [...around(open), ...nodes.map((n) => n.node), ...around(close)];
    return { kind: 'sequence', items, start: 0, end: 0 } as const;
  });
  return { kind: 'alternation', options, start: 0, end: 0 };
}

/** What stands before or after a branch. */
function around(written: string): readonly RegexNode[] {
  const parsed = parseRegex(written, { ignoreCase: false, multiLine: false, dotAll: true });
  return 'ast' in parsed ? [parsed.ast] : [];
}

function withFewCounts(node: RegexNode): RegexNode {
  switch (node.kind) {
    case 'alternation':
      return { ...node, options: node.options.map(withFewCounts) };
    case 'sequence':
      return { ...node, items: node.items.map(withFewCounts) };
    case 'group':
      return { ...node, body: withFewCounts(node.body) };
    case 'repeat':
      return { ...fewer(node), body: withFewCounts(node.body) };
    default:
      return node;
  }
}

/** Without an upper limit, and with a low one, there are fewer states. */
function fewer(node: RegexRepeat): RegexRepeat {
  const { min, max } = node;
  return (max ?? min) <= FEW ? node : { ...node, min: Math.min(min, FEW), max: null };
}

function boundedCount(node: RegexRepeat, widen: Widen): string {
  const bounded = fewer(node);
  if (bounded !== node) {
    widen(regexCodes['lucene-regex-repetition']({ count: node.max ?? node.min }));
  }
  return countOf(bounded);
}
