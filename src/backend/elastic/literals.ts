import type { StringPattern } from '../../model/patterns/pattern.js';

/** Characters that a string of EQL or ES|QL has only escaped, between double quotes. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A string with its escapes, for double quotes of EQL or ES|QL. */
export function withQuoteEscapes(text: string): string {
  return text.replace(/[\\"\n\r\t]/g, (c) => ESCAPES[c]!);
}

/**
 * A pattern for the whole value, in which a backslash escapes wildcards.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-wildcard-query
 * https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/operators#esql-like
 */
export function wildcardText(pattern: StringPattern): string {
  return pattern
    .map((part) => {
      if (typeof part === 'string') return part.replace(/[\\*?]/g, '\\$&');
      return part.kind === 'any' ? '*' : '?';
    })
    .join('');
}
