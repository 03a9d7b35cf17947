/** What a field may hold, after lists are taken apart. Objects count as present, and as no text. */
export type EventValue = string | number | bigint | boolean | null | object;

/** A value as a string would spell it; null and objects have no text. */
export function textOf(value: EventValue): string | null {
  if (typeof value === 'string') return value;
  return value === null || typeof value === 'object' ? null : String(value);
}
