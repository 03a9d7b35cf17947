import type { DetectionItem, DetectionNode } from '../../model/detection.js';
import type { Value } from '../../model/value.js';
import type { Span } from '../../source/span.js';

/** What is asked of the columns that a field is read out of, and the values that take reading it. */
export interface InColumns {
  readonly nodes: readonly DetectionNode[];
  readonly rest: DetectionItem['values'];
  /** Values that take joining the columns as they are, without rewriting what they hold. */
  readonly joined: DetectionItem['values'];
}

/** An item with any of the values, for a column in which an empty string is nothing. */
export function itemOf(
  { negated, modifiers, span }: DetectionItem,
  column: string,
  values: readonly Value[],
  at: Span,
): DetectionItem {
  const field = { text: column, span: at, mapped: true, blank: true } as const;
  return { kind: 'detection-item', field, modifiers, linking: 'any', negated, values, span };
}

export function textValue(text: string, span: Span, cased = false): Value {
  return { kind: 'string', pattern: text === '' ? [] : [text], cased, span };
}

export function someValue(span: Span): Value {
  return { kind: 'exists', expected: true, span };
}
