import type { Expression } from '../predicate/predicate.js';
import type { SourceFile } from '../source/span.js';

/** Something to say of a query, at an offset in its text. */
export interface Remark {
  readonly message: string;
  readonly at: number;
}

/** One condition of a query, in Sigma's terms. */
export interface QueryCondition {
  /**
   * Which events it is about, where the query says so: Kusto's table, EQL's event category. Names
   * of fields are to be understood by it. Null if not known.
   */
  readonly source: string | null;
  /** Spans are in the query. What no predicate can express is left out of its `and` or `or`. */
  readonly expression: Expression;
}

/**
 * What a reader makes of one query: its conditions, wherever they appear (a filter, a joined table,
 * a step of a sequence), in Sigma's two-valued logic. A whole term (Kusto's `has`) is read as text
 * that is contained, and a negated comparison holds for a missing field too.
 */
export interface Reading {
  readonly conditions: readonly QueryCondition[];
  /** What was left out, each message once, at its first place. */
  readonly notes: readonly Remark[];
  /** Why the query could not be read; null if it was. */
  readonly problem: Remark | null;
}

/** Reads the text of a query. It never throws, whatever the text. */
export type QueryReader = (query: SourceFile) => Reading;

/** Brackets within each other in a query. */
export const MAX_QUERY_DEPTH = 100;

export function refused(message: string, at = 0): Reading {
  return { conditions: [], notes: [], problem: { message, at } };
}

/** Where a reader gathers what a query says. */
export interface Gathered {
  readonly query: SourceFile;
  readonly conditions: QueryCondition[];
  readonly notes: Map<string, number>;
}

export function nothingYet(query: SourceFile): Gathered {
  return { query, conditions: [], notes: new Map() };
}

export function addNote({ notes }: Gathered, message: string, at: number): void {
  if (!notes.has(message)) notes.set(message, at);
}

/** @param expression null where nothing is left of a condition */
export function addCondition(
  { conditions }: Gathered,
  source: string | null,
  expression: Expression | null,
  negated = false,
): void {
  if (!expression) return;
  conditions.push({ source, expression: negated ? negate(expression) : expression });
}

export function negate(operand: Expression): Expression {
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand, span: operand.span };
}

export function readingOf({ conditions, notes }: Gathered): Reading {
  const remarks = [...notes].map(([message, at]) => ({ message, at }));
  remarks.sort((a, b) => a.at - b.at);
  return { conditions, notes: remarks, problem: null };
}
