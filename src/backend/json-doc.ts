import type { Span } from '../source/span.js';
import { hasInvisible, replaceInvisible, unicodeEscape } from '../source/visible.js';
import { group, indent, join, line, sequence, softline, text } from './doc.js';
import type { Doc } from './doc.js';

/** A value that came from a place of the rule. */
export function jsonValue(value: string | number | boolean, span: Span): Doc {
  return text(written(value), span);
}

/** What is around a lone entry takes no line and no indentation. */
export function jsonObject(entries: Readonly<Record<string, Doc>>): Doc {
  const parts = Object.entries(entries).map(([key, doc]) => sequence([`${written(key)}: `, doc]));
  if (parts.length === 1) return sequence(['{ ', parts[0]!, ' }']);
  return group('{', indent(line, join(NEXT, parts)), line, '}');
}

export function jsonArray(items: readonly Doc[]): Doc {
  return group('[', indent(softline, join(NEXT, items)), softline, ']');
}

const NEXT = sequence([',', line]);

/** What a reader would not see has its number. */
function written(value: string | number | boolean): string {
  const json = JSON.stringify(value);
  return hasInvisible(json) ? replaceInvisible(json, unicodeEscape) : json;
}
