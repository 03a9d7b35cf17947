import type { Finding } from '../../source/codes.js';
import type {
  RegexAlternation,
  RegexAnchor,
  RegexClassItem,
  RegexFlagChange,
  RegexFlags,
  RegexNode,
  RegexSequence,
} from './ast.js';
import { RegexSyntaxError } from './cursor.js';
import type { Cursor } from './cursor.js';
import { parseClass, parseEscape } from './escape.js';
import { codes } from './syntax-codes.js';

export type ParsedRegex = { readonly ast: RegexNode } | { readonly error: RegexError };

export interface RegexError {
  readonly finding: Finding<'error'>;
  /** Half-open offsets into the pattern, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Groups within each other. */
const MAX_DEPTH = 250;
/** PCRE2's own limit for a count. */
const MAX_REPEAT = 65_535;

/**
 * Parses a PCRE2 pattern. The flags do not change how it is read; they are the caller's to keep.
 * https://www.pcre.org/current/doc/html/pcre2syntax.html
 */
export function parseRegex(source: string, _flags: RegexFlags): ParsedRegex {
  try {
    return { ast: new RegexParser(source).parse() };
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    const { finding, start, end } = error;
    return { error: { finding, start, end } };
  }
}

class RegexParser implements Cursor {
  at = 0;
  private depth = 0;
  private groups = 0;

  constructor(readonly source: string) {}

  parse(): RegexNode {
    const ast = this.alternation();
    if (this.at < this.source.length) {
      this.fail(codes['regex-parenthesis-not-opened'](), this.at);
    }
    return ast;
  }

  private fail(finding: Finding<'error'>, start: number, end = start + 1): never {
    throw new RegexSyntaxError(finding, start, end);
  }

  private eat(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Up to the group's end. Flags set within it hold up to there, in later branches too. */
  private alternation(): RegexNode {
    const start = this.at;
    let active: RegexFlagChange | null = null;
    const options: RegexNode[] = [];
    do {
      const branch = this.sequence(active);
      options.push(branch.node);
      active = branch.flags;
    } while (this.eat('|'));
    if (options.length === 1) return options[0]!;
    return { kind: 'alternation', options, start, end: this.at } satisfies RegexAlternation;
  }

  private sequence(flags: RegexFlagChange | null): {
    node: RegexNode;
    flags: RegexFlagChange | null;
  } {
    const start = this.at;
    const done: RegexNode[] = [];
    let items: RegexNode[] = [];
    let from = start;
    const close = (): void => {
      if (flags && items.length > 0) done.push(flagGroup(flags, sequenceOf(items, from, this.at)));
      else done.push(...items);
      items = [];
      from = this.at;
    };
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!)) {
      const change = this.inlineFlags();
      if (change) {
        close();
        flags = { ...flags, ...change };
        continue;
      }
      if (this.skipComment() || this.skipQuoteMarks(items)) continue;
      // It says where the text that was found begins, and not whether it is found.
      if (this.eat('\\K')) continue;
      items.push(this.quantified(this.term()));
    }
    close();
    return { node: sequenceOf(done, start, this.at), flags };
  }

  /** `(?i)` on its own; `(?i:…)` is a group. */
  private inlineFlags(): RegexFlagChange | null {
    const found = /^\(\?([a-z^]*)(?:-([a-z]+))?\)/i.exec(this.source.slice(this.at, this.at + 24));
    if (!found) return null;
    const change = this.flagChange(found[1]!, found[2] ?? '');
    this.at += found[0].length;
    return change;
  }

  private flagChange(on: string, off: string): RegexFlagChange {
    const change: { -readonly [K in keyof RegexFlagChange]: boolean } = {};
    for (const [letters, value] of [
      [on, true],
      [off, false],
    ] as const) {
      for (const letter of letters) {
        if (letter === 'i') change.ignoreCase = value;
        else if (letter === 'm') change.multiLine = value;
        else if (letter === 's') change.dotAll = value;
        else this.fail(codes['regex-flag']({ flag: letter }), this.at, this.at + 4);
      }
    }
    return change;
  }

  private skipComment(): boolean {
    if (!this.source.startsWith('(?#', this.at)) return false;
    const end = this.source.indexOf(')', this.at);
    if (end < 0) this.fail(codes['regex-comment-not-closed'](), this.at, this.at + 3);
    this.at = end + 1;
    return true;
  }

  /** `\Q…\E` is literal text. */
  private skipQuoteMarks(items: RegexNode[]): boolean {
    if (this.eat('\\E')) return true;
    if (!this.eat('\\Q')) return false;
    const end = this.source.indexOf('\\E', this.at);
    const stop = end < 0 ? this.source.length : end;
    while (this.at < stop) items.push(this.literal());
    if (end >= 0) this.at += 2;
    const last = items.pop();
    if (last) items.push(this.quantified(last));
    return true;
  }

  private literal(): RegexNode {
    const start = this.at;
    const codePoint = this.source.codePointAt(start)!;
    this.at += codePoint > 0xffff ? 2 : 1;
    return { kind: 'literal', codePoint, start, end: this.at };
  }

  private term(): RegexNode {
    const start = this.at;
    const c = this.source[start]!;
    switch (c) {
      case '.':
        this.at++;
        return { kind: 'dot', start, end: this.at };
      case '^':
      case '$':
        this.at++;
        return this.anchor(c === '^' ? 'line-start' : 'line-end', start);
      case '(':
        return this.group();
      case '[': {
        const { negated, items } = parseClass(this);
        return { kind: 'class', negated, items, start, end: this.at };
      }
      case '*':
      case '+':
      case '?':
        return this.fail(codes['regex-nothing-to-repeat']({ operator: c }), start);
      case '\\':
        return this.escape();
      default:
        return this.literal();
    }
  }

  private anchor(anchor: RegexAnchor['anchor'], start: number): RegexNode {
    return { kind: 'anchor', anchor, start, end: this.at };
  }

  private escape(): RegexNode {
    const start = this.at;
    const escape = parseEscape(this, this.groups);
    const at = { start, end: this.at };
    switch (escape.kind) {
      case 'literal':
        return { kind: 'literal', codePoint: escape.codePoint, ...at };
      case 'item':
        return { kind: 'class', negated: escape.negated, items: [escape.item], ...at };
      case 'anchor':
        return { kind: 'anchor', anchor: escape.anchor, ...at };
      case 'backreference':
        return { kind: 'backreference', to: escape.to, ...at };
      case 'line-break': {
        const pair: RegexNode = sequenceOf(
          [13, 10].map((codePoint) => ({ kind: 'literal', codePoint, ...at }) as const),
          at.start,
          at.end,
        );
        const item: RegexClassItem = { kind: 'set', set: 'vertical-space', negated: false };
        const options: RegexNode[] = [
          pair,
          { kind: 'class', negated: false, items: [item], ...at },
        ];
        const body: RegexNode = { kind: 'alternation', options, ...at };
        return { kind: 'group', capture: null, atomic: false, flags: null, body, ...at };
      }
    }
  }

  private group(): RegexNode {
    const start = this.at;
    this.at++;
    if (++this.depth > MAX_DEPTH) {
      this.fail(codes['regex-too-deep']({ max: MAX_DEPTH }), start);
    }
    const opening = this.groupOpening(start);
    const body = this.alternation();
    if (!this.eat(')')) this.fail(codes['regex-parenthesis-not-closed'](), start);
    this.depth--;
    const at = { start, end: this.at };
    if (opening.kind === 'look') return { ...opening, body, ...at };
    return { kind: 'group', ...opening.of, body, ...at };
  }

  private groupOpening(start: number):
    | { kind: 'look'; direction: 'ahead' | 'behind'; negated: boolean }
    | {
        kind: 'plain';
        of: {
          capture: { index: number; name: string | null } | null;
          atomic: boolean;
          flags: RegexFlagChange | null;
        };
      } {
    const plain = { capture: null, atomic: false, flags: null };
    if (!this.eat('?')) {
      if (this.source[this.at] === '*') {
        this.fail(codes['regex-verb'](), start, start + 2);
      }
      return { kind: 'plain', of: { ...plain, capture: { index: ++this.groups, name: null } } };
    }
    if (this.eat(':')) return { kind: 'plain', of: plain };
    if (this.eat('>')) return { kind: 'plain', of: { ...plain, atomic: true } };
    if (this.eat('=')) return { kind: 'look', direction: 'ahead', negated: false };
    if (this.eat('!')) return { kind: 'look', direction: 'ahead', negated: true };
    if (this.eat('<=')) return { kind: 'look', direction: 'behind', negated: false };
    if (this.eat('<!')) return { kind: 'look', direction: 'behind', negated: true };
    const rest = this.source.slice(this.at, this.at + 80);
    const named = /^P?<([A-Za-z_]\w*)>|^'([A-Za-z_]\w*)'/.exec(rest);
    if (named) {
      this.at += named[0].length;
      const name = named[1] ?? named[2]!;
      return { kind: 'plain', of: { ...plain, capture: { index: ++this.groups, name } } };
    }
    const flags = /^([a-z^]*)(?:-([a-z]+))?:/i.exec(rest);
    if (flags) {
      const change = this.flagChange(flags[1]!, flags[2] ?? '');
      this.at += flags[0].length;
      return { kind: 'plain', of: { ...plain, flags: change } };
    }
    return this.fail(codes['regex-group'](), start, start + 3);
  }

  private quantified(body: RegexNode): RegexNode {
    let node = body;
    for (;;) {
      const start = this.at;
      const count = this.count();
      if (!count) return node;
      if (node.kind === 'repeat' && node.start === body.start && node !== body) {
        this.fail(codes['regex-repeated-repetition'](), start);
      }
      if (node.kind === 'anchor' && count.max === null && count.min > 0) return node;
      const mode = this.eat('?') ? 'lazy' : this.eat('+') ? 'possessive' : 'greedy';
      node = { kind: 'repeat', body: node, ...count, mode, start: body.start, end: this.at };
    }
  }

  private count(): { min: number; max: number | null } | null {
    if (this.eat('*')) return { min: 0, max: null };
    if (this.eat('+')) return { min: 1, max: null };
    if (this.eat('?')) return { min: 0, max: 1 };
    const found = /^\{(\d{1,9})(,(\d{1,9})?)?\}/.exec(this.source.slice(this.at, this.at + 24));
    if (!found) return null;
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === undefined ? null : Number(found[3]);
    if (min > MAX_REPEAT || (max ?? 0) > MAX_REPEAT || (max !== null && max < min)) {
      this.fail(codes['regex-count'](), this.at, this.at + found[0].length);
    }
    this.at += found[0].length;
    return { min, max };
  }
}

function sequenceOf(items: readonly RegexNode[], start: number, end: number): RegexNode {
  if (items.length === 1) return items[0]!;
  return { kind: 'sequence', items, start, end } satisfies RegexSequence;
}

function flagGroup(flags: RegexFlagChange, body: RegexNode): RegexNode {
  const { start, end } = body;
  return { kind: 'group', capture: null, atomic: false, flags, body, start, end };
}
