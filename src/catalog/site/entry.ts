import type { Fidelity } from '../../convert/index.js';
import type { Rule } from '../../model/rule.js';
import type { Severity } from '../../source/diagnostic.js';
import type { CorpusRule } from '../corpus/entry.js';
import type { CorrelationParts } from '../inspect/correlation.js';
import type { InspectionRecord } from '../inspect/record.js';

/** A rule of any language, with all that its page shows; plain data, so that threads can send it. */
export interface CatalogRule extends CorpusRule {
  /** Its own part of the file. */
  readonly text: string;
  /** The line of the file at which `text` starts, from 1. */
  readonly firstLine: number;
  /** What only a Sigma rule that was read has. */
  readonly sigma: SigmaDetails | null;
}

/** A filter, with all that its page shows; plain data. */
export interface CatalogFilter {
  readonly path: string;
  /** Where it begins in its file, from 1. */
  readonly line: number;
  readonly id: string | null;
  readonly title: string;
  readonly description: string | null;
  /** Its own part of the file, and the line at which that starts. */
  readonly text: string;
  readonly firstLine: number;
  /** Why it cannot be applied, with the place; null if it can. */
  readonly problem: string | null;
  readonly notes: readonly CatalogNote[];
}

type Inspected = Pick<
  InspectionRecord,
  'filters' | 'correlations' | 'stages' | 'predicates' | 'indicators' | 'events' | 'attack'
>;

type Said = Pick<
  Rule,
  'status' | 'level' | 'description' | 'author' | 'date' | 'modified' | 'license' | 'related'
>;

export interface SigmaDetails extends Inspected, Said {
  /** Where it begins in its file, from 1. */
  readonly line: number;
  /** Null for a rule. A correlation has no log source, and nothing that one event is asked. */
  readonly correlation: CorrelationParts | null;
  /** Whether it only serves correlations, and gives no queries of its own. */
  readonly isServing: boolean;
  readonly references: readonly string[];
  readonly falsepositives: readonly string[];
  readonly tags: readonly string[];
  readonly logsource: CatalogLogSource;
  /** In the order of the targets, then of the conditions. */
  readonly queries: readonly CatalogQuery[];
  /** What reading the rule brought up. */
  readonly notes: readonly CatalogNote[];
  /** Equal for rules with the same conditions in any order; null if that is unknown. */
  readonly meaning: string | null;
}

/** As in the rule; each list means any of its names. */
export interface CatalogLogSource {
  readonly product: readonly string[];
  readonly category: readonly string[];
  readonly service: readonly string[];
}

export interface CatalogQuery {
  /** The backend's name. */
  readonly target: string;
  /** The backend's title. */
  readonly title: string;
  /** Null if refused. */
  readonly text: string | null;
  readonly fidelity: Fidelity;
  readonly notes: readonly CatalogNote[];
  /** Where in `text` (from, to) a line of the rule is said; in order, never overlapping. */
  readonly parts: readonly QueryPart[];
  /** What of `text` is from filters or, of a correlation, from rules, in order. */
  readonly elsewhere: readonly ElsewherePart[];
}

export type QueryPart = readonly [start: number, end: number, line: number];

/** Part of a query, and the place of another document that it is from. */
export interface ElsewherePart {
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

export interface CatalogNote {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Of the file, from 1; null where no place can be named. */
  readonly line: number | null;
  /** Of the file, where it is not that of the rule. */
  readonly path?: string;
}

/** A file that holds no rule, or none that can be told from others. */
export interface OtherFile {
  readonly path: string;
  readonly reason: string;
}
