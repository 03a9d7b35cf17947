import { isAny, pattern } from '../../model/patterns/pattern.js';
import type { PatternPart, StringPattern } from '../../model/patterns/pattern.js';
import { textOf } from '../../model/patterns/plain-text.js';
import type { Value } from '../../model/value.js';
import type { Affix } from '../source.js';

/** A string or a number between what a source writes around every value of a field. */
export function withAffix(value: Value, { before, after }: Affix): Value {
  const parts = value.kind === 'string' ? value.pattern : [textOf(value) ?? ''];
  return {
    kind: 'string',
    pattern: pattern([
      ...(isCovered(before, parts[0], parts[1]) ? [] : before),
      ...parts,
      ...(isCovered(after, parts.at(-1), parts.at(-2)) ? [] : after),
    ]),
    cased: value.kind === 'string' && value.cased,
    span: value.span,
  };
}

/**
 * Quotation marks and the like around every value, which `*` beside them covers: if what is next to that
 * cannot be the mark.
 */
function isCovered(
  [mark, ...more]: StringPattern,
  outer: PatternPart | undefined,
  next: PatternPart | undefined,
): boolean {
  if (typeof mark !== 'string' || more.length > 0 || !/^['"]$/.test(mark)) return false;
  return isAny(outer) && (next === undefined || (typeof next === 'string' && !next.includes(mark)));
}
