import type { PredicateKind } from '../../predicate/kind.js';

/** The languages of a corpus, in the order in which they are listed. */
export const CORPUS_LANGUAGES = ['sigma', 'kusto', 'elastic', 'splunk'] as const;

export type CorpusLanguage = (typeof CORPUS_LANGUAGES)[number];

/** A field, the comparison and the value, in the terms of the rule's own language. */
export interface CorpusPredicate {
  /** As the rule writes it; null for a keyword. */
  readonly field: string | null;
  /**
   * What decides which field is meant where a name has several meanings: Kusto's table, EQL's event
   * category, Sigma's log source category. Null if not known.
   */
  readonly context: string | null;
  readonly kind: PredicateKind;
  /** Of a `wildcard`, a Sigma string: `*`, `?`, and a backslash before either that is meant itself. */
  readonly value: string;
  /** Whether the rule leaves out what the predicate matches. */
  readonly negated: boolean;
  /** In the rule's file, from 1. */
  readonly line: number;
}

/** Something that a rule does and that no predicate shows. */
export interface CorpusNote {
  readonly message: string;
  readonly line: number;
}

/** One rule or query of a corpus. */
export interface CorpusRule {
  readonly language: CorpusLanguage;
  readonly path: string;
  /** Which rule of its file, from 0: a path and a position name a rule. */
  readonly position: number;
  readonly id: string | null;
  readonly title: string;
  /** Each once, in the order of the rule. */
  readonly predicates: readonly CorpusPredicate[];
  readonly notes: readonly CorpusNote[];
  /** Why the rule could not be read, with the place; null if it was. */
  readonly problem: string | null;
}
