import { atom, concat, enclose, text } from '../../src/backend/index.js';
import type { Expression, Polarity, Report, Span } from '../../src/backend/index.js';
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

  /** Said once a query for each code and each effect on the query. */
  approximate(
    direction: 'wider' | 'narrower',
    polarity: Polarity,
    code: string,
    message: string,
    span: Span,
  ): void {
    if (!this.first(`${code} ${direction} ${polarity}`)) return;
    this.report.approximate(direction, polarity, code, message, span);
  }

  /** Said once a query for each code. */
  note(code: string, message: string, span: Span): void {
    if (this.first(code)) this.report.note(code, message, span);
  }

  /** Says, once a query, that a column is taken for a number because the rule compares it with one. */
  assumeNumber(column: Column, span: Span): void {
    if (column.origin !== 'assumed') return;
    this.note(
      'kql-number-assumed',
      `${column.field} is taken for a column of numbers, as the rule compares it with nothing else. ` +
        `If it holds text, set -O kql.columns=${column.field}:string.`,
      span,
    );
  }

  /** Drops the query; what is returned only fills the place. */
  refuse(code: string, message: string, span: Span): Written {
    this.report.refuse(code, message, span);
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
