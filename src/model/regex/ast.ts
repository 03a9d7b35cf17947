/** PCRE, searched for anywhere in the value. */
export interface Regex {
  readonly source: string;
  readonly flags: RegexFlags;
  readonly ast: RegexNode;
}

export interface RegexFlags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
}

/** A PCRE pattern as a tree. Offsets count UTF-16 code units of the pattern's own text. */
export type RegexNode =
  | RegexAlternation
  | RegexSequence
  | RegexLiteral
  | RegexDot
  | RegexClass
  | RegexAnchor
  | RegexGroup
  | RegexRepeat
  | RegexLook
  | RegexBackreference;

interface At {
  readonly start: number;
  readonly end: number;
}

export interface RegexAlternation extends At {
  readonly kind: 'alternation';
  readonly options: readonly RegexNode[];
}

export interface RegexSequence extends At {
  readonly kind: 'sequence';
  readonly items: readonly RegexNode[];
}

export interface RegexLiteral extends At {
  readonly kind: 'literal';
  readonly codePoint: number;
}

/** `.`: any character but a line feed, or any at all where dotAll is on. */
export interface RegexDot extends At {
  readonly kind: 'dot';
}

/** `[…]`, and the escapes `\d \w \s \h \v \R`-like sets and `\p{…}` outside brackets as a class of one item. */
export interface RegexClass extends At {
  readonly kind: 'class';
  readonly negated: boolean;
  readonly items: readonly RegexClassItem[];
}

export type RegexClassItem =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'set'; readonly set: RegexSet; readonly negated: boolean }
  | { readonly kind: 'property'; readonly name: string; readonly negated: boolean };

/** ASCII sets, as PCRE has them without its UCP mode. */
export type RegexSet =
  | 'digit'
  | 'word'
  | 'space'
  | 'horizontal-space'
  | 'vertical-space'
  | 'alpha'
  | 'alnum'
  | 'ascii'
  | 'blank'
  | 'cntrl'
  | 'graph'
  | 'lower'
  | 'print'
  | 'punct'
  | 'upper'
  | 'xdigit';

export interface RegexAnchor extends At {
  readonly kind: 'anchor';
  /** `line-…` are `^` and `$`, whose meaning hangs on the m flag; `text-…` are `\A`, `\z`, `\Z`. */
  readonly anchor:
    | 'line-start'
    | 'line-end'
    | 'text-start'
    | 'text-end'
    | 'text-end-or-newline'
    | 'word-boundary'
    | 'not-word-boundary';
}

export interface RegexGroup extends At {
  readonly kind: 'group';
  readonly capture: { readonly index: number; readonly name: string | null } | null;
  readonly atomic: boolean;
  /** Flags that the group turns on or off for its body: `(?i:…)`, `(?-s:…)`. */
  readonly flags: RegexFlagChange | null;
  readonly body: RegexNode;
}

export type RegexFlagChange = Partial<RegexFlags>;

export interface RegexRepeat extends At {
  readonly kind: 'repeat';
  readonly body: RegexNode;
  readonly min: number;
  /** Null: no upper bound. */
  readonly max: number | null;
  readonly mode: 'greedy' | 'lazy' | 'possessive';
}

export interface RegexLook extends At {
  readonly kind: 'look';
  readonly direction: 'ahead' | 'behind';
  readonly negated: boolean;
  readonly body: RegexNode;
}

export interface RegexBackreference extends At {
  readonly kind: 'backreference';
  readonly to: number | string;
}
