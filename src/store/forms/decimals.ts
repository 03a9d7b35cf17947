import type { DetectionItem } from '../../model/detection.js';
import { numberLiteral } from '../../model/modifiers/number.js';
import { literalText } from '../../model/patterns/pattern.js';
import { mapValues, valuesOf } from '../../model/rewrite.js';
import type { Value } from '../../model/value.js';
import type { RenamedField } from '../source.js';

/** Whether some events have in decimal what is asked for in hexadecimal. */
export function isInDecimal({ to, decimal }: RenamedField): boolean {
  return decimal !== undefined && to.includes(decimal);
}

/** Why a number that the store keeps in decimal cannot be asked for; null if it can. */
export function unheldInDecimal(item: DetectionItem): string | null {
  return valuesOf(item).every((value) => hexOf(value) !== null)
    ? null
    : 'it is stored as a number, so only a whole one such as `0x1f4` can be looked for';
}

/** Numbers that events have in hexadecimal, as the store keeps them. */
export function inDecimal(item: DetectionItem): DetectionItem {
  return mapValues(item, (value): Value => {
    const hex = hexOf(value);
    const number = hex === null ? null : numberLiteral(String(Number.parseInt(hex, 16)));
    return number ? { kind: 'number', number, span: value.span } : value;
  });
}

/** Up to 32 bits, as Windows has ids of processes. */
function hexOf(value: Value): string | null {
  const text = value.kind === 'string' ? literalText(value.pattern) : null;
  return text !== null && /^0x[\da-f]{1,8}$/i.test(text) ? text : null;
}
