import type { Span } from '../source/span.js';
import type { StringPattern } from './patterns/pattern.js';
import type { Regex, RegexFlags } from './regex/ast.js';

/** A value of a detection item after its modifiers were applied: what is asked of the field. */
export type Value =
  | StringValue
  | NumberValue
  | BooleanValue
  | NullValue
  | ExistsValue
  | RegexValue
  | CidrValue
  | CompareValue
  | TimePartValue
  | FieldRefValue;

export interface StringValue {
  readonly kind: 'string';
  readonly pattern: StringPattern;
  readonly cased: boolean;
  /** What it is once its placeholders have values, where that is no string: of `re|expand`. */
  readonly becomes?: Deferred;
  readonly span: Span;
}

export type Deferred =
  { readonly kind: 'regex'; readonly flags: RegexFlags } | { readonly kind: 'cidr' };

/** A number with its spelling, so that `010`, `0x10` and 64-bit ids survive. */
export interface NumberLiteral {
  /** As written in the rule. */
  readonly source: string;
  /** The same value in plain decimal: no exponent, no leading zeros, no trailing fraction zeros. */
  readonly decimal: string;
}

export interface NumberValue {
  readonly kind: 'number';
  readonly number: NumberLiteral;
  readonly span: Span;
}

export interface BooleanValue {
  readonly kind: 'boolean';
  readonly value: boolean;
  readonly span: Span;
}

/** The field is missing or null. */
export interface NullValue {
  readonly kind: 'null';
  readonly span: Span;
}

/** The field is present (or, with `expected` false, is not), whatever it holds. */
export interface ExistsValue {
  readonly kind: 'exists';
  readonly expected: boolean;
  readonly span: Span;
}

export interface RegexValue {
  readonly kind: 'regex';
  readonly regex: Regex;
  readonly span: Span;
}

/** An IP network. */
export interface Network {
  readonly version: 4 | 6;
  /** Address bits as one number; host bits are zero. */
  readonly address: bigint;
  /** 0 to 32, or 0 to 128. */
  readonly prefix: number;
  /** Canonical text: `10.0.0.0/8`, `fe80::/10` (RFC 5952). */
  readonly text: string;
}

export interface CidrValue {
  readonly kind: 'cidr';
  readonly network: Network;
  readonly span: Span;
}

export type CompareOperator = 'lt' | 'lte' | 'gt' | 'gte';

export interface CompareValue {
  readonly kind: 'compare';
  readonly operator: CompareOperator;
  readonly number: NumberLiteral;
  readonly span: Span;
}

export type TimePart = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A number taken from a date, compared with a number. */
export interface TimePartValue {
  readonly kind: 'time-part';
  readonly part: TimePart;
  readonly operator: CompareOperator | 'eq';
  readonly number: NumberLiteral;
  readonly span: Span;
}

export type FieldRefMatch = 'equals' | 'contains' | 'startswith' | 'endswith';

/** This field equals (contains, …) what the other field of the same event holds. */
export interface FieldRefValue {
  readonly kind: 'field-ref';
  readonly field: string;
  readonly match: FieldRefMatch;
  readonly cased: boolean;
  readonly span: Span;
}
