import type { Name } from '../../model/name.js';
import type {
  BooleanPredicate,
  CidrPredicate,
  ComparePredicate,
  ExistsPredicate,
  Expression,
  FieldPredicate,
  FieldRefPredicate,
  KeywordPredicate,
  NullPredicate,
  NumberPredicate,
  RegexPredicate,
  StringPredicate,
  TimePartPredicate,
} from '../../predicate/predicate.js';
import type { Reading } from '../../store/placement.js';
import type { PredicateContext } from './context.js';
import type { Frame } from './frame.js';

/**
 * A query language as a table: a row for each kind of predicate. A row gets the field as `field`
 * wrote it, the predicate, and a context to report to; it returns what it wrote, or null for what the
 * language cannot express, which is refused at the predicate's place. A row that is left out is
 * rewritten with the others where that is exact, as its comment says, and refused where it is not.
 *
 * `W` is what rows write (text, or JSON), `T` what the frame makes of it, `F` a written field.
 */
export interface Dialect<W, T = W, F = string> {
  readonly frame: Frame<W, T>;
  /** Null for a name that cannot be written: it is refused. */
  readonly field: (name: Name, context: PredicateContext) => F | null;

  /** Strings by their shape. Left out: `wildcard`. */
  readonly text?: {
    readonly [S in TextShape]?: Row<W, F, TextPredicate>;
  } & { readonly empty?: Row<W, F, StringPredicate> };
  /** A string with wildcards, for the whole value. Left out: `regex`. */
  readonly wildcard?: Row<W, F, StringPredicate>;
  readonly regex?: Row<W, F, RegexPredicate>;
  /** Left out: the strings that spell the number. */
  readonly number?: Row<W, F, NumberPredicate>;
  /** Left out: the string `true` or `false`. */
  readonly boolean?: Row<W, F, BooleanPredicate>;
  readonly compare?: Row<W, F, ComparePredicate>;
  readonly cidr?: Row<W, F, CidrPredicate>;
  /** The field is missing or null. Left out: not `present`. */
  readonly missing?: Row<W, F, NullPredicate>;
  /** The field has some value: `exists`, and the string `*`. Left out: not `missing`. */
  readonly present?: Row<W, F, ExistsPredicate | StringPredicate>;
  readonly timePart?: Row<W, F, TimePartPredicate>;
  /** The predicate's `other` is the other field as `field` wrote it. */
  readonly fieldRef?: Row<W, F, FieldRefRow<F>>;
  /**
   * The event's text contains something: a row, or the fields that hold the text. Left out: the
   * fields that the pipeline names.
   */
  readonly keyword?:
    | readonly string[]
    | ((
        predicate: KeywordPredicate,
        context: PredicateContext,
      ) => W | { readonly fields: readonly string[] } | null);

  /** Alternatives of one field, such as `in (…)`. Left out: joined by `or`. */
  readonly list?: List<W, T, F>;

  /**
   * How to test a field that a pipeline reads out of others, by the reading's name: conditions on the
   * store's own fields. For a language without a command that computes columns.
   */
  readonly readings?: Readonly<Record<string, ReadingRow>>;
}

export type TextShape = 'equals' | 'startswith' | 'endswith' | 'contains';

export type Row<W, F, P> = (field: F, predicate: P, context: PredicateContext) => W | null;

/** A string predicate with the text between its wildcards. */
export type TextPredicate = StringPredicate & { readonly text: string };

export type FieldRefRow<F> = Omit<FieldRefPredicate, 'other'> & { readonly other: F };

export type ReadingRow = (
  predicate: FieldPredicate,
  reading: Reading,
  context: PredicateContext,
) => Expression | null;

export interface List<W, T, F> {
  /**
   * The list items for a predicate: one value or, for a number, one for each spelling. Null for a
   * predicate that cannot be an item, and is written separately.
   */
  readonly values: Row<readonly W[], F, FieldPredicate>;
  /** Members of different groups go into lists of their own. */
  readonly group?: (field: F, predicate: FieldPredicate, context: PredicateContext) => string;
  /** Of two values or more. */
  readonly write: (
    field: F,
    values: readonly T[],
    context: PredicateContext,
    group: string,
  ) => W | null;
}
