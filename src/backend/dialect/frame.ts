import type { Span } from '../../source/span.js';
import { ATOM, atom, linkWith, negated, prefixNot } from '../boolean.js';
import type { BooleanSyntax, Emitted } from '../boolean.js';
import { text } from '../doc.js';

/** How a language joins what its rows write (`W`) into conditions (`T`). */
export interface Frame<W, T> {
  /** A predicate, and the place of the rule that it is from. */
  readonly leaf: (written: W, span: Span) => T;
  /** Of one operand or more; of one, the operand. */
  readonly and: (operands: readonly T[]) => T;
  readonly or: (operands: readonly T[]) => T;
  readonly not: (operand: T) => T;
  /** What every event satisfies, or none. */
  readonly constant: (value: boolean, span: Span) => T;
}

/** What a row writes in a language of words: an atom's text, or a part that has a layout of its own. */
export type Code = string | Emitted;

export interface TextFrameOptions<T extends Emitted> {
  readonly and: string;
  readonly or: string;
  /** A prefix operator, which takes an atom or anything in parentheses; or a function. */
  readonly not: string | ((operand: T) => Emitted);
  readonly true: string;
  readonly false: string;
  /** `or` binds tighter than `and`. */
  readonly orFirst?: boolean;
  /** How tightly a prefixed `not` binds, if not as tightly as an atom; `and` is 20, `or` is 10. */
  readonly notBinding?: number;
  /** Longer chains of one operator are put into groups of so many. */
  readonly longest?: number;
}

/** The frame of a language of words, with parentheses wherever `and` and `or` meet. */
export function textFrame<T extends Emitted = Emitted>(
  options: TextFrameOptions<T>,
): Frame<string | T, T> & { readonly syntax: BooleanSyntax } {
  const { not, longest, orFirst = false, notBinding = ATOM } = options;
  const syntax: BooleanSyntax = {
    and: { word: options.and, binding: orFirst ? 10 : 20 },
    or: { word: options.or, binding: orFirst ? 20 : 10 },
    not: typeof not === 'string' ? prefixNot(not, notBinding) : (not as BooleanSyntax['not']),
    explicit: true,
    ...(longest === undefined ? {} : { longest }),
  };
  const join = (kind: 'and' | 'or') => (operands: readonly T[]) =>
    linkWith(syntax, kind, operands) as T;
  return {
    syntax,
    leaf: (written, span) =>
      typeof written === 'string' ? (atom(text(written, span)) as T) : written,
    and: join('and'),
    or: join('or'),
    not: (operand) => negated(syntax, operand) as T,
    constant: (value, span) => atom(text(value ? options.true : options.false, span)) as T,
  };
}
