import type { Rule } from '../../model/rule.js';
import type { Finding } from '../../source/codes.js';
import type { Span } from '../../source/span.js';
import type { Expression } from '../../predicate/predicate.js';
import type { Placement } from '../../store/placement.js';
import type { EmitRequest, Polarity, Report } from '../contract.js';
import type { Translated } from '../../model/regex/translate.js';
import type { Direction } from '../../source/direction.js';

/** One conversion, as all functions of a target see it. */
export interface QueryContext {
  readonly request: EmitRequest;
  readonly rule: Rule;
  /** Every option of the target, set or default. */
  readonly options: Readonly<Record<string, string>>;
  readonly format: string;
  /** Where the events are that are searched here. */
  readonly placement: Placement;
  /** All that one search asks there, in whichever stage each condition is written. */
  readonly conditions: readonly Expression[];
  readonly report: Report;
  /** What messages call the target. */
  readonly target: string;
  /** Whether fields that are read out of others are columns by the time that conditions use them. */
  readonly computesColumns: boolean;
  /** What was reported once for the whole query. */
  readonly reported: Set<string>;
}

export interface ReportOptions {
  /** The place in the rule; that of the predicate if not given. */
  readonly at?: Span;
  /** Once for the whole query, and not at every place. */
  readonly once?: boolean;
}

/** What a row of a dialect gets to know of its predicate's surroundings, and reports to. */
export class PredicateContext {
  /** Something was refused: whatever is returned only fills the place. */
  refused = false;

  constructor(
    readonly query: QueryContext,
    readonly span: Span,
    readonly polarity: Polarity,
    /** Some negation is above: null instead of false would stay null there, and find nothing. */
    readonly isNegated: boolean,
  ) {}

  get options(): Readonly<Record<string, string>> {
    return this.query.options;
  }

  /**
   * The predicate as written may match more (`wider`), less (`narrower`) or both. The direction is
   * that of the predicate itself, whatever negations are above.
   */
  approximate(
    direction: Direction | 'both',
    finding: Finding<'warning'>,
    { at = this.span, once = false }: ReportOptions = {},
  ): void {
    const directions = direction === 'both' ? (['wider', 'narrower'] as const) : [direction];
    for (const d of directions) {
      if (once && !this.first(`${finding.code} ${d} ${this.polarity}`)) continue;
      this.query.report.approximate(d, this.polarity, finding, at);
    }
  }

  /** The query breaks a documented limit of the target. */
  limit(finding: Finding<'warning'>, { at = this.span, once = false }: ReportOptions = {}): void {
    if (once && !this.first(finding.code)) return;
    this.query.report.limit(finding, at);
  }

  /** Something to know that does not change what the query matches. */
  note(finding: Finding<'note'>, { at = this.span, once = false }: ReportOptions = {}): void {
    if (once && !this.first(finding.code)) return;
    this.query.report.note(finding, at);
  }

  /** Drops the query; returns null, for a row to return. */
  refuse(finding: Finding<'error'>, at: Span = this.span): null {
    this.refused = true;
    this.query.report.refuse(finding, at);
    return null;
  }

  /** The pattern, its approximations reported; null, and refused, where the language has none. */
  pattern(translated: Translated, options: ReportOptions = {}): string | null {
    if (!translated.ok) return this.refuse(translated.finding);
    for (const { direction, finding } of translated.approximations) {
      this.approximate(direction, finding, options);
    }
    return translated.pattern;
  }

  private first(key: string): boolean {
    const { reported } = this.query;
    if (reported.has(key)) return false;
    reported.add(key);
    return true;
  }
}
