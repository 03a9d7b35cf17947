import type { Rule } from '../model/rule.js';
import type { StoreName } from '../schemas/stores.js';
import type { Tables } from '../store/tables.js';
import type { Plan } from '../plan/plan.js';
import type { SimplifyOptions } from '../predicate/simplify/simplify.js';
import type { Finding } from '../source/codes.js';
import type { Span } from '../source/span.js';
import type { PartCost } from './cost.js';
import type { Doc } from './doc.js';
import type { Format } from './format.js';
import type { Direction } from '../source/direction.js';

/** A target query language. */
export interface Backend {
  /** What `-t` takes: lower case, a-z, 0-9 and dashes. */
  readonly name: string;
  /** For people: `Microsoft Kusto (KQL)`. */
  readonly title: string;
  readonly options: readonly BackendOption[];
  /** The first is the default. */
  readonly formats: readonly Format[];
  /** Where its events are kept; not given where it is none of these. */
  readonly store?: StoreName;
  /** Pipelines of the target's own, as JSON, by name, beside those of its store; `loadPipeline` reads them. */
  readonly pipelines?: () => Promise<Readonly<Record<string, string>>>;
  /** Which of all these apply where the user names none; not given: the store's choice. */
  readonly defaultPipelines?: readonly string[];
  /** The tables that are known, with their columns; not given: the store's. */
  readonly tables?: () => Promise<Tables>;
  /** The tables that the options confine a query to; empty: to none. */
  readonly tablesChosen?: (options: Readonly<Record<string, string>>) => readonly string[];
  /** The codes that the backend reports, made with `defineCodes`; `sigmaql list codes` shows them. */
  readonly codes?: object;
  /**
   * In how many fields at most two rules of a correlation may differ so that an event of both still counts
   * once; not given: in none.
   */
  readonly countsOnce?: number;
  /** Whether it compares columns of a correlation that are to ignore case without regard to it. */
  readonly ignoresCase?: boolean;
  /** How the target likes its trees. */
  readonly simplify: SimplifyOptions;
  /** Writes one condition of one rule. Must not throw for any rule. */
  emit(request: EmitRequest, report: Report): Doc;
  /** What the product pays for each predicate of it; not given: nothing is known of that. */
  readonly costs?: (request: EmitRequest) => readonly PartCost[];
}

/** What `-O target.name=value` sets. */
export interface BackendOption {
  readonly name: string;
  readonly description: string;
  /** The values it takes; null where any text will do. The first is the default. */
  readonly values: readonly string[] | null;
  /** Used if `values` is null; the empty string means not set. */
  readonly default?: string;
  /** Returns what is wrong with a value if `values` is null; null if it is valid. */
  readonly check?: (value: string) => string | null;
}

export interface EmitRequest {
  readonly rule: Rule;
  /** A UUID, unique in the run, and the same on every run. */
  readonly id: string;
  /** What to search where. A backend refuses the nodes that its language cannot express. */
  readonly plan: Plan;
  /** Every option of the backend, set or default. */
  readonly options: Readonly<Record<string, string>>;
  /** The name of the chosen format, in case the query itself depends on it. */
  readonly format?: string;
  /** What is known of the store's tables, if the caller loaded it. */
  readonly tables?: Tables | undefined;
}

/** Whether a predicate is under an even or an odd number of negations. */
export type Polarity = 'positive' | 'negative';

export function negate(polarity: Polarity): Polarity {
  return polarity === 'positive' ? 'negative' : 'positive';
}

/** Where a backend reports what its target cannot express. */
export interface Report {
  /**
   * The predicate as written may match more (`wider`) or less (`narrower`) than the rule does. The
   * direction is that of the predicate itself; under a negation the query's is the opposite, which
   * `polarity` lets the report work out. The message is a clause in lower case: it follows "May
   * match more than the rule: ".
   */
  approximate(
    direction: Direction,
    polarity: Polarity,
    finding: Finding<'warning'>,
    span: Span,
  ): void;
  /** The target cannot express it at all: the query is dropped. Emit anything and go on. */
  refuse(finding: Finding<'error'>, span: Span): void;
  /**
   * The query breaks a limit that the target documents, so the target may not run it. What the query
   * means is not affected. The message gives the size, the limit and what to do.
   */
  limit(finding: Finding<'warning'>, span: Span): void;
  /** Something to know that does not change what the query matches, such as an assumption. */
  note(finding: Finding<'note'>, span: Span): void;
}
