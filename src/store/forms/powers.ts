import type { DetectionItem } from '../../model/detection.js';
import { numberLiteral } from '../../model/modifiers/number.js';
import { literalText } from '../../model/patterns/pattern.js';
import { mapValues, valuesOf } from '../../model/rewrite.js';
import type { NumberLiteral, Value } from '../../model/value.js';

/** Why a source that keeps another number cannot be asked for the rule's values; null if it can. */
export function unheldByPower(item: DetectionItem): string | null {
  const isHeld = (v: Value): boolean =>
    v.kind === 'null' || v.kind === 'exists' || numberIn(v) !== null;
  return valuesOf(item).every(isHeld)
    ? null
    : 'it is stored as another number, so only numbers can be looked for';
}

/** Numbers as a source keeps them, multiplied by a power of ten: seconds in nanoseconds. */
export function withPower(item: DetectionItem, power: number): DetectionItem {
  return mapValues(item, (value): Value => {
    const given = numberIn(value);
    const number = given && numberLiteral(`${given.decimal}e${power}`);
    if (!number) return value;
    const stored = { source: number.decimal, decimal: number.decimal };
    if (value.kind === 'compare') return { ...value, number: stored };
    return { kind: 'number', number: stored, span: value.span };
  });
}

function numberIn(value: Value): NumberLiteral | null {
  if (value.kind === 'number' || value.kind === 'compare') return value.number;
  const text = value.kind === 'string' ? literalText(value.pattern) : null;
  return text !== null && /^-?\d/.test(text) && !/^0\w/.test(text) ? numberLiteral(text) : null;
}
