import { joinTexts, replaceEach } from '../source/mapped-text.js';
import { unicodeEscape } from '../source/visible.js';
import type { Json } from '../source/json.js';
import { withoutSet } from './deployment.js';
import type { MappedText } from '../source/mapped-text.js';

/*
 * Values for a YAML document that is written line by line: whatever they hold, they stay what they
 * are and where they are.
 */

/** A JSON string with nothing but printable ASCII, which YAML reads as that very string. */
export function yamlString(value: string): string {
  return asciiJson(value);
}

/** The lines of a document with what the user sets in the place of its own. */
export function yamlWithSet(
  lines: readonly string[],
  set: Readonly<Record<string, Json>> = {},
): readonly string[] {
  const own = Object.entries(set).map(([key, value]) => `${key}: ${asciiJson(value)}`);
  return [...withoutSet(lines, set), ...own];
}

/** JSON with nothing but printable ASCII, which YAML reads as that very value. */
function asciiJson(value: Json): string {
  return JSON.stringify(value).replace(/[^ -~]/g, unicodeEscape);
}

/** A literal block, indented by two, keeps printable lines as they are; anything else is quoted. */
export function yamlBlock(value: MappedText): MappedText {
  if (/^[^\s\p{C}][^\p{C}\p{Zl}\p{Zp}]*$/u.test(value.text.replaceAll('\n', ''))) {
    return joinTexts(['|-\n  ', replaceEach(value, /\n/g, () => '\n  ')]);
  }
  return yamlQuoted(value);
}

/** As `yamlString`. */
export function yamlQuoted(value: MappedText): MappedText {
  const escaped = replaceEach(value, /["\\]|[^ -~]/g, (c) => yamlString(c).slice(1, -1));
  return joinTexts(['"', escaped, '"']);
}

/** The lines of a list of plain words under a key. */
export function yamlList(key: string, items: Iterable<string>): string[] {
  const lines = [...items].map((i) => `  - ${i}`);
  return lines.length === 0 ? [`${key}: []`] : [`${key}:`, ...lines];
}
