import { replaceInvisible, unicodeEscape } from '../../source/visible.js';

const PLAIN = /^[ -~]*$/;

/**
 * A value as JSON that a terminal and the log of a CI run show, and neither obeys: what a reader does not
 * see, and what begins a command of Azure's, is escaped. What the JSON says is the same.
 */
export function jsonOf(value: unknown): string {
  const json = JSON.stringify(value);
  const text = PLAIN.test(json) ? json : replaceInvisible(json, unicodeEscape);
  return text.replace(/##(?=\[|vso\[)/g, '#\\u0023');
}

export function jsonLine(value: unknown): string {
  return `${jsonOf(value)}\n`;
}
