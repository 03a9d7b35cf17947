import { isMetadataField } from '../fields.js';
import { hasInvisible, replaceInvisible, unicodeEscape } from '../../../source/visible.js';
import type { WordQuery } from '../words.js';
import type { StringPattern } from '../../../model/patterns/pattern.js';

/**
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query#_reserved_characters
 */
const RESERVED = /[+\-=&|!(){}[\]^"~*?:\\/\s]/g;
const WORDS = /^(?:AND|OR|NOT|TO)$/;

/**
 * A field's name; null where the syntax has no way to say it. `_exists_` asks for a field, and is none;
 * `*` matches any part of a name, escaped or not.
 */
export function fieldName(name: string, isPattern = false): string | null {
  if (isPattern) return writeName(name, true);
  let written = names.get(name);
  if (written === undefined) {
    written = writeName(name, false);
    if (names.size < MOST_NAMES) names.set(name, written);
  }
  return written;
}

/** A catalogue uses few fields again and again. */
const names = new Map<string, string | null>();
const MOST_NAMES = 10_000;

function writeName(name: string, isPattern: boolean): string | null {
  if (name === '' || name === '_exists_' || hasInvisible(name) || /[<>]/.test(name)) return null;
  if (isMetadataField(name) || (name.includes('*') && !isPattern)) return null;
  const escaped = name.replace(RESERVED, '\\$&');
  return WORDS.test(name) ? `\\${escaped}` : escaped;
}

/**
 * A value in double quotes: every character is itself, and one that a reader would not see has its
 * number.
 * https://lucene.apache.org/core/8_7_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html#Escaping_Special_Characters
 */
export function phrase(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&');
  return `"${hasInvisible(escaped) ? replaceInvisible(escaped, unicodeEscape) : escaped}"`;
}

/** A value of a field that holds each as a whole: of a plain word, quotation marks change nothing. */
export function wholeTerm(text: string): string {
  return /^\w(?:[\w.]*\w)?$/.test(text) && !WORDS.test(text) ? text : phrase(text);
}

/** A value with wildcards, unquoted; null where it holds what cannot be escaped there. */
export function wildcardTerm(pattern: StringPattern): string | null {
  let out = '';
  for (const part of pattern) {
    if (typeof part !== 'string') {
      out += part.kind === 'any' ? '*' : '?';
      continue;
    }
    if (/[<>]/.test(part)) return null;
    out += part.replace(RESERVED, '\\$&');
  }
  return WORDS.test(out) ? `\\${out}` : out;
}

/** Words of a field of type text. In lower case, none is a word of the language. */
export function wordTerm({ words, openStart, openEnd }: WordQuery): string {
  if (words.length > 1) return `"${words.join(' ')}"`;
  return `${openStart ? '*' : ''}${words[0]!.replace(/-/g, '\\-')}${openEnd ? '*' : ''}`;
}
