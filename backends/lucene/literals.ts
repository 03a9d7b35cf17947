import type { StringPattern } from '../../src/backend/index.js';

/**
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query#_reserved_characters
 */
const RESERVED = /[+\-=&|!(){}[\]^"~*?:\\/\s]/g;
const WORDS = /^(?:AND|OR|NOT|TO)$/;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** `<` and `>` cannot be escaped, and control characters are lost when a query is pasted. */
export function isWritable(text: string): boolean {
  return !CONTROL.test(text);
}

/**
 * A field's name; null where the syntax has no way to say it. `_exists_` asks for a field, and is none;
 * `*` stands for any text of a name, escaped or not.
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

/** A catalogue asks for few fields again and again. */
const names = new Map<string, string | null>();
const MOST_NAMES = 10_000;

function writeName(name: string, isPattern: boolean): string | null {
  if (name === '' || name === '_exists_' || CONTROL.test(name) || /[<>]/.test(name)) return null;
  if (name.includes('*') && !isPattern) return null;
  const escaped = name.replace(RESERVED, '\\$&');
  return WORDS.test(name) ? `\\${escaped}` : escaped;
}

/** A value in double quotes: every character is itself. */
export function phrase(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
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
