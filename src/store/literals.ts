import type { DetectionItem } from '../model/detection.js';
import { foldCase } from '../model/patterns/case-folding.js';
import { literalText } from '../model/patterns/pattern.js';
import { valuesOf } from '../model/rewrite.js';
import type { Value } from '../model/value.js';

/** The strings of which a field must hold one; null if the item tests something else. */
export function textsOf(item: DetectionItem): readonly string[] | null {
  if (item.negated || (item.linking === 'all' && item.values.length > 1)) return null;
  const texts = valuesOf(item).map(literalOf);
  return texts.length > 0 && texts.every((t) => t !== null) ? texts : null;
}

/** The string of a value as it is written; null where it is not a single one. */
export function writtenOf(value: Value): string | null {
  if (value.kind === 'number') return value.number.decimal;
  return value.kind === 'string' ? literalText(value.pattern) : null;
}

/** Folded; null where it is not one string. */
export function literalOf(value: Value): string | null {
  const text = writtenOf(value);
  return text === null ? null : foldCase(text);
}
