import type { Name } from '../model/name.js';
import type { StringPattern } from '../model/patterns/pattern.js';
import type { Regex } from '../model/regex/ast.js';
import type {
  CompareOperator,
  FieldRefMatch,
  Network,
  NumberLiteral,
  TimePart,
} from '../model/value.js';
import type { Span } from '../source/span.js';

/**
 * The one intermediate form: two-valued logic over the fields of one event. A predicate on a
 * missing field is false, so its negation is true. A field with several values satisfies a
 * predicate if one of them does.
 */
export type Expression = And | Or | Not | Constant | OneOf | Predicate;

export interface And {
  readonly kind: 'and';
  readonly operands: readonly Expression[];
  readonly span: Span;
}

export interface Or {
  readonly kind: 'or';
  readonly operands: readonly Expression[];
  readonly span: Span;
}

export interface Not {
  readonly kind: 'not';
  readonly operand: Expression;
  readonly span: Span;
}

export interface Constant {
  readonly kind: 'constant';
  readonly value: boolean;
  readonly span: Span;
}

/** An OR of two or more predicates on one field: what `in (…)` and its like are made from. */
export interface OneOf {
  readonly kind: 'one-of';
  readonly field: Name;
  readonly options: readonly FieldPredicate[];
  readonly span: Span;
}

export type Predicate = FieldPredicate | KeywordPredicate;

export type FieldPredicate =
  | StringPredicate
  | NumberPredicate
  | BooleanPredicate
  | NullPredicate
  | ExistsPredicate
  | RegexPredicate
  | CidrPredicate
  | ComparePredicate
  | TimePartPredicate
  | FieldRefPredicate;

/** The whole value is the pattern. A pattern of one `*` means that the field has some value. */
export interface StringPredicate {
  readonly kind: 'string';
  readonly field: Name;
  readonly pattern: StringPattern;
  readonly cased: boolean;
  /** The store keeps the value as it is, although it may also leave it out. */
  readonly stored?: true;
  readonly span: Span;
}

/** A number of equal value, or a string that spells it (as written or in plain decimal). */
export interface NumberPredicate {
  readonly kind: 'number';
  readonly field: Name;
  readonly number: NumberLiteral;
  readonly span: Span;
}

/** The boolean, or the string `true` or `false` in any case. */
export interface BooleanPredicate {
  readonly kind: 'boolean';
  readonly field: Name;
  readonly value: boolean;
  readonly span: Span;
}

/** Missing or null. */
export interface NullPredicate {
  readonly kind: 'null';
  readonly field: Name;
  /** Every value that the store cannot tell from a missing one is asked for as well. */
  readonly together?: true;
  readonly span: Span;
}

/** Present, whatever it holds. */
export interface ExistsPredicate {
  readonly kind: 'exists';
  readonly field: Name;
  readonly span: Span;
}

export interface RegexPredicate {
  readonly kind: 'regex';
  readonly field: Name;
  readonly regex: Regex;
  readonly span: Span;
}

export interface CidrPredicate {
  readonly kind: 'cidr';
  readonly field: Name;
  readonly network: Network;
  readonly span: Span;
}

/** A number, or a string that spells one in decimal notation, in the given order to the number. */
export interface ComparePredicate {
  readonly kind: 'compare';
  readonly field: Name;
  readonly operator: CompareOperator;
  readonly number: NumberLiteral;
  readonly span: Span;
}

export interface TimePartPredicate {
  readonly kind: 'time-part';
  readonly field: Name;
  readonly part: TimePart;
  readonly operator: CompareOperator | 'eq';
  readonly number: NumberLiteral;
  readonly span: Span;
}

/** False if either field is missing. */
export interface FieldRefPredicate {
  readonly kind: 'field-ref';
  readonly field: Name;
  readonly other: Name;
  readonly match: FieldRefMatch;
  readonly cased: boolean;
  /** The other field is neither missing nor empty wherever the comparison matters. */
  readonly filled?: true;
  readonly span: Span;
}

/** The event's text contains the pattern, or a match of the regex. */
export interface KeywordPredicate {
  readonly kind: 'keyword';
  readonly search:
    | { readonly kind: 'pattern'; readonly pattern: StringPattern; readonly cased: boolean }
    | { readonly kind: 'regex'; readonly regex: Regex };
  readonly span: Span;
}
