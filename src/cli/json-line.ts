import { replaceInvisible } from '../source/visible.js';

const PLAIN = /^[ -~]*$/;

/**
 * A value as JSON that a terminal and the log of a CI run show, and neither obeys: what a reader does not
 * see, and what begins a command of Azure's, is escaped. What the JSON says is the same.
 */
export function jsonOf(value: unknown): string {
  const json = JSON.stringify(value);
  const text = PLAIN.test(json) ? json : replaceInvisible(json, escapes);
  return text.replace(/##(?=\[|vso\[)/g, '#\\u0023');
}

export function jsonLine(value: unknown): string {
  return `${jsonOf(value)}\n`;
}

/** A character, by the units of UTF-16 that JSON's escapes are of. */
function escapes(c: string): string {
  return Array.from(
    { length: c.length },
    (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}
