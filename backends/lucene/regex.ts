import {
  complement,
  contains,
  countOf,
  EVERYTHING,
  intersect,
  membersOf,
  otherCases,
  regexCodes,
  translate,
  union,
  Untranslatable,
  withOtherCases,
} from '../../src/backend/index.js';
import type {
  CodePoints,
  Finding,
  Regex,
  RegexFlags,
  RegexNode,
  RegexRepeat,
  StringPattern,
  Translated,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { branchesOf } from './regex-anchors.js';

/**
 * How a pattern meets the case of what is indexed: `classes` writes `[aA]` where the pattern
 * ignores case, for fields as they are; `lowercase` is for fields that are indexed lower-cased.
 */
export type RegexFold = 'classes' | 'lowercase';

/** Takes what makes the pattern match more than the rule's. */
type Widen = (finding: Finding<'warning'>) => void;

const engine = 'Lucene';
const MAX_COUNT = 16;

const CONTROL: CodePoints = [
  [0, 31],
  [127, 159],
];
const hasControl = (text: string): boolean => /[\u0000-\u001f\u007f-\u009f]/.test(text);
const BEYOND_ASCII: CodePoints = [[128, 0x10ffff]];
const UPPER: CodePoints = [[65, 90]];

/**
 * Lucene's own regular expressions: always for the whole value; no classes by letter, no anchors,
 * no flags, no way to write a control character. `.` is any character at all.
 * https://lucene.apache.org/core/8_7_0/core/org/apache/lucene/util/automaton/RegExp.html
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/regexp-syntax
 */
export function toLuceneRegex(regex: Regex, { fold }: { fold: RegexFold }): Translated {
  return translate((approximate) => {
    const widen: Widen = (finding) => approximate({ direction: 'wider', finding });
    const writer = new Writer(fold, widen);
    const branches = branchesOf(regex.ast, regex.flags, widen).map(({ open, nodes, close }) => {
      const body = nodes.map(({ node, flags }) => writer.print(node, flags, true)).join('');
      return `${open}${body}${close}`;
    });
    return branches.join('|');
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
    if (hasControl(part)) return null;
    for (const c of part) out += ASCII_CLASSES[c.codePointAt(0)!] ?? inEachCase(c.codePointAt(0)!);
  }
  return out;
}

function inEachCase(codePoint: number): string {
  const others = otherCases(codePoint);
  const all = [codePoint, ...others].map((c) => escapeOperator(String.fromCodePoint(c)));
  return others.length === 0 ? all[0]! : `[${all.join('')}]`;
}

const ASCII_CLASSES = Array.from({ length: 128 }, (_, c) => inEachCase(c));

class Writer {
  constructor(
    private readonly fold: RegexFold,
    private readonly widen: Widen,
  ) {}

  /** @param inSequence alternatives need parentheses. */
  print(node: RegexNode, flags: RegexFlags, inSequence: boolean): string {
    switch (node.kind) {
      case 'alternation': {
        const text = node.options.map((o) => this.print(o, flags, false)).join('|');
        return inSequence ? `(${text})` : text;
      }
      case 'sequence':
        return node.items.length === 0
          ? '()'
          : node.items.map((i) => this.print(i, flags, true)).join('');
      case 'literal':
        return this.literal(node.codePoint, flags);
      case 'dot':
        return this.members(flags.dotAll ? EVERYTHING : complement([[10, 10]]), flags);
      case 'class': {
        const members = membersOf(node);
        if (members) return this.members(members, flags);
        throw new Untranslatable(regexCodes['regex-property']({ engine }), node);
      }
      case 'repeat': {
        if (node.mode === 'possessive') this.widen(regexCodes['regex-possessive']({ engine }));
        const inner = this.print(node.body, flags, true);
        const whole = ['literal', 'dot', 'class', 'group'].includes(node.body.kind);
        return `${whole && !/^\(\)$/.test(inner) ? inner : `(${inner})`}${this.count(node)}`;
      }
      case 'group': {
        if (node.atomic) this.widen(regexCodes['regex-atomic']({ engine }));
        const inner = this.print(node.body, { ...flags, ...node.flags }, false);
        return `(${inner})`;
      }
      case 'anchor':
        throw new Untranslatable(codes['lucene-regex-anchor'](), node);
      case 'look':
        throw new Untranslatable(regexCodes['regex-look-around']({ engine }), node);
      case 'backreference':
        throw new Untranslatable(regexCodes['regex-back-reference']({ engine }), node);
    }
  }

  /** Every count of a repetition is a state of the automaton, and Elasticsearch takes 10,000. */
  private count(node: RegexRepeat): string {
    const { min, max } = node;
    if ((max ?? min) <= MAX_COUNT) return countOf(node);
    this.widen(codes['lucene-regex-repetition']({ count: max ?? min }));
    return countOf({ ...node, min: Math.min(min, MAX_COUNT), max: null });
  }

  private literal(codePoint: number, flags: RegexFlags): string {
    if (contains(CONTROL, codePoint)) return this.members([[codePoint, codePoint]], flags);
    if (this.fold === 'lowercase') {
      const c = String.fromCodePoint(codePoint);
      const lower = c.toLowerCase();
      if (otherCases(codePoint).length > 0 && !flags.ignoreCase)
        this.widen(codes['lucene-regex-case']());
      return escapeOperator([...lower].length === 1 ? lower : c);
    }
    if (flags.ignoreCase) return inEachCase(codePoint);
    return escapeOperator(String.fromCodePoint(codePoint));
  }

  private members(set: CodePoints, flags: RegexFlags): string {
    let wanted = flags.ignoreCase ? withOtherCases(set) : set;
    if (this.fold === 'lowercase') {
      const lowered = lowerCased(withOtherCases(wanted));
      // Of what was indexed, only its lower-cased form is left to look at.
      if (!flags.ignoreCase && withOtherCases(wanted).length !== wanted.length)
        this.widen(codes['lucene-regex-case']());
      wanted = union(lowered, wanted.length === 1 && wanted[0]![0] === 0 ? wanted : []);
    }
    return this.writable(wanted);
  }

  /** A control character cannot be written, so the class takes in all of them, or none. */
  private writable(set: CodePoints): string {
    let wanted = set;
    const controls = intersect(set, CONTROL);
    if (controls.length > 0 && JSON.stringify(controls) !== JSON.stringify(CONTROL)) {
      wanted = union(set, CONTROL);
      const beyond = intersect(set, BEYOND_ASCII);
      if (JSON.stringify(beyond) !== JSON.stringify(BEYOND_ASCII)) {
        wanted = union(wanted, BEYOND_ASCII);
      }
      this.widen(codes['lucene-regex-control-character']());
    }
    const outside =
      this.fold === 'lowercase' ? withoutUpper(complement(wanted)) : complement(wanted);
    if (outside.length === 0) return '.';
    const open = wanted[wanted.length - 1];
    if (!open) return '[^ -~]&[ -~]';
    if (open[1] === 0x10ffff || intersect(wanted, CONTROL).length > 0)
      return `[^${ranges(outside)}]`;
    const [only] = wanted;
    if (wanted.length === 1 && only && only[0] === only[1]) {
      return escapeOperator(String.fromCodePoint(only[0]));
    }
    return `[${ranges(wanted)}]`;
  }
}

function lowerCased(set: CodePoints): CodePoints {
  const moved = intersect(set, UPPER).map(([from, to]) => [from + 32, to + 32] as const);
  return union(intersect(set, complement(UPPER)), moved);
}

/**
 * A normalizer lower-cases the expression too, so `[^A-Z]` would come to mean `[^a-z]`. Capitals never
 * stand in the field, so a range may run across all of them, but none may begin or end among them.
 */
function withoutUpper(set: CodePoints): CodePoints {
  const across = union(set, UPPER);
  const runsAcross = across.some(([from, to]) => from < 65 && to > 90);
  return runsAcross ? across : intersect(set, complement(UPPER));
}

function ranges(set: CodePoints): string {
  return set
    .map(([from, to]) => {
      const [a, b] = [from, to].map((c) => escapeOperator(String.fromCodePoint(c))) as [
        string,
        string,
      ];
      return from === to ? a : to === from + 1 ? `${a}${b}` : `${a}-${b}`;
    })
    .join('');
}

/** Any character of ASCII that is no letter, digit or blank may stand behind a backslash. */
function escapeOperator(c: string): string {
  return /[!-/:-@[-^`{-~]/.test(c) ? `\\${c}` : c;
}
