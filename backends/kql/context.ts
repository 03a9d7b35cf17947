import { atom, concat, enclose, text } from '../../src/backend/index.js';
import type { Expression, Finding, Polarity, Report, Span } from '../../src/backend/index.js';
import { codes } from './codes.js';
import type { Column } from './columns.js';
import type { Written } from './dialect.js';

/** What the writers of predicates share while one query is written. */
export class Context {
  private readonly said = new Set<string>();
  private readonly nestedNegation: boolean;

  constructor(
    expression: Expression,
    readonly column: (field: string) => Column,
    private readonly report: Report,
    /** Comparisons with a field that cannot be missing or empty where they count. */
    readonly filledRefs: ReadonlySet<Expression> = new Set(),
  ) {
    this.nestedNegation = hasNestedNegation(expression);
  }

  /** Reported once per query for each code and effect. */
  approximate(
    direction: 'wider' | 'narrower',
    polarity: Polarity,
    finding: Finding<'warning'>,
    span: Span,
  ): void {
    if (!this.first(`${finding.code} ${direction} ${polarity}`)) return;
    this.report.approximate(direction, polarity, finding, span);
  }

  /** Reported once per query for each code. */
  note(finding: Finding<'note'>, span: Span): void {
    if (this.first(finding.code)) this.report.note(finding, span);
  }

  /** Notes, once per query, that a column is assumed to be numeric because the rule compares it with a number. */
  assumeNumber(column: Column, span: Span): void {
    if (column.origin !== 'assumed') return;
    this.note(codes['kql-number-assumed']({ field: column.field }), span);
  }

  /** Drops the query; what is returned only fills the place. */
  refuse(finding: Finding<'error'>, span: Span): Written {
    this.report.refuse(finding, span);
    return atom(text('false', span));
  }

  /**
   * Something that is null where the rule's predicate is false. `where` drops nulls, which is right
   * until a `not` comes over it: `not(null)` is null and not true.
   * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/null-values
   */
  nullable(written: Written, polarity: Polarity): Written {
    if (polarity === 'positive' && !this.nestedNegation) return written;
    return atom(enclose('coalesce(', concat(written.doc, ', false'), ')'));
  }

  private first(key: string): boolean {
    if (this.said.has(key)) return false;
    this.said.add(key);
    return true;
  }
}

/** Whether a negation stands under another, so that a null would pass through both. */
function hasNestedNegation(expression: Expression): boolean {
  const seen = { outside: new Set<Expression>(), inside: new Set<Expression>() };
  const visit = (node: Expression, inside: boolean): boolean => {
    const visited = inside ? seen.inside : seen.outside;
    if (visited.has(node)) return false;
    visited.add(node);
    if (node.kind === 'not') return inside || visit(node.operand, true);
    if (node.kind !== 'and' && node.kind !== 'or') return false;
    return node.operands.some((o) => visit(o, inside));
  };
  return visit(expression, false);
}
