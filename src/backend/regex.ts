import type {
  RegexAnchor,
  RegexClass,
  RegexGroup,
  RegexNode,
  RegexRepeat,
} from '../model/regex/ast.js';
import type { StringPattern } from '../model/pattern.js';
import type { Regex, RegexFlags } from '../model/value.js';
import type { Finding } from '../source/codes.js';

/** A pattern in a target's own dialect, or why the target has none. Offsets are of the source. */
export type Translated =
  | {
      readonly ok: true;
      readonly pattern: string;
      readonly approximations: readonly RegexApproximation[];
    }
  | {
      readonly ok: false;
      readonly finding: Finding<'error'>;
      readonly start: number;
      readonly end: number;
    };

export interface RegexApproximation {
  readonly direction: 'wider' | 'narrower';
  readonly finding: Finding<'warning'>;
}

/** Thrown by a translator where its target cannot say a node; `translate` turns it into an answer. */
export class Untranslatable extends Error {
  constructor(
    readonly finding: Finding<'error'>,
    readonly node: { readonly start: number; readonly end: number },
  ) {
    super(finding.message);
  }
}

export function translate(
  work: (approximate: (a: RegexApproximation) => void) => string,
): Translated {
  const approximations = new Map<string, RegexApproximation>();
  try {
    const pattern = work((a) => approximations.set(`${a.direction} ${a.finding.message}`, a));
    return { ok: true, pattern, approximations: [...approximations.values()] };
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    const { start, end } = error.node;
    return { ok: false, finding: error.finding, start, end };
  }
}

/** What differs between the dialects that are written much like PCRE. */
export interface RegexDialect {
  literal(codePoint: number): string;
  class(node: RegexClass): string;
  anchor(node: RegexAnchor, flags: RegexFlags): string;
  /** Look-around and back-references. */
  special(
    node: Extract<RegexNode, { kind: 'look' | 'backreference' }>,
    print: (node: RegexNode) => string,
  ): string;
  /** What follows a count; and where atomic groups are refused or let go. */
  repeatMode(node: RegexRepeat): string;
  groupOpening(node: RegexGroup): string;
}

/** Writes a tree in a dialect, the whole pattern's flags first. */
export function printRegex(regex: Regex, dialect: RegexDialect): string {
  const { ignoreCase, multiLine, dotAll } = regex.flags;
  const letters = `${ignoreCase ? 'i' : ''}${multiLine ? 'm' : ''}${dotAll ? 's' : ''}`;
  const body = print(regex.ast, regex.flags);
  return letters === '' ? body : `(?${letters})${body}`;

  function print(node: RegexNode, flags: RegexFlags): string {
    switch (node.kind) {
      case 'alternation':
        return node.options.map((o) => print(o, flags)).join('|');
      case 'sequence':
        return node.items
          .map((i) => (i.kind === 'alternation' ? `(?:${print(i, flags)})` : print(i, flags)))
          .join('');
      case 'literal':
        return dialect.literal(node.codePoint);
      case 'dot':
        return '.';
      case 'class':
        return dialect.class(node);
      case 'anchor':
        return dialect.anchor(node, flags);
      case 'repeat': {
        const inner = print(node.body, flags);
        const whole = ['literal', 'dot', 'class', 'group'].includes(node.body.kind);
        return `${whole ? inner : `(?:${inner})`}${countOf(node)}${dialect.repeatMode(node)}`;
      }
      case 'group': {
        const inner = print(node.body, { ...flags, ...node.flags });
        return `${dialect.groupOpening(node)}${inner})`;
      }
      default:
        return dialect.special(node, (n) => print(n, flags));
    }
  }
}

export function countOf({ min, max }: RegexRepeat): string {
  if (max === null) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

export function flagLetters(node: RegexGroup): string {
  const { ignoreCase, multiLine, dotAll } = node.flags ?? {};
  const named = [
    ['i', ignoreCase],
    ['m', multiLine],
    ['s', dotAll],
  ] as const;
  const on = named.flatMap(([letter, value]) => (value === true ? [letter] : [])).join('');
  const off = named.flatMap(([letter, value]) => (value === false ? [letter] : [])).join('');
  return off === '' ? on : `${on}-${off}`;
}

/** A string with wildcards as a regular expression for the whole value. */
export function patternToRegex(pattern: StringPattern, cased: boolean): Regex {
  const at = { start: 0, end: 0 };
  const items: RegexNode[] = [{ kind: 'anchor', anchor: 'text-start', ...at }];
  pattern.forEach((part, index) => {
    if (typeof part === 'string') {
      for (const c of part) items.push({ kind: 'literal', codePoint: c.codePointAt(0)!, ...at });
    } else if (part.kind === 'one') items.push({ kind: 'dot', ...at });
    else if (index === 0) items.pop();
    else if (index < pattern.length - 1) {
      items.push({
        kind: 'repeat',
        body: { kind: 'dot', ...at },
        min: 0,
        max: null,
        mode: 'greedy',
        ...at,
      });
    }
  });
  const last = pattern[pattern.length - 1];
  if (typeof last !== 'object' || last.kind !== 'any') {
    items.push({ kind: 'anchor', anchor: 'text-end', ...at });
  }
  const flags = { ignoreCase: !cased, multiLine: false, dotAll: true };
  return { source: '', flags, ast: { kind: 'sequence', items, ...at } };
}
