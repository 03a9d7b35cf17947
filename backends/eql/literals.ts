import { hasInvisible, replaceInvisible } from '../../src/backend/index.js';
import { isMetadataField, withQuoteEscapes } from '../../src/backend/elastic/index.js';

/**
 * A string in double quotes, its invisible characters as code points.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-syntax-escape-characters
 */
export function quote(text: string): string {
  const seen = replaceInvisible(withQuoteEscapes(text), (c) => {
    const code = c.codePointAt(0)!.toString(16);
    return `\\u{${code.padStart(2, '0')}}`;
  });
  return `"${seen}"`;
}

/**
 * A regular expression, raw where that saves its backslashes. Raw strings have no escape at all.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-syntax-raw-strings
 */
export function quoteRegex(source: string): string {
  const gains =
    /[\\"]/.test(source) && !hasInvisible(source) && !/\s/.test(source.replace(/ /g, ''));
  const closes = source.includes('"""') || source.endsWith('"');
  return gains && !closes ? `"""${source}"""` : quote(source);
}

/**
 * A field name, in backticks where it is not letters, digits, underscores and dots.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-syntax-escape-a-field-name
 */
export function fieldName(name: string): string | null {
  const isPlain = name.split('.').every((part) => /^[a-z_@][a-z0-9_]*$/i.test(part));
  if (isPlain && !RESERVED.test(name)) return isMetadataField(name) ? null : name;
  if (name === '' || name.includes('*') || hasInvisible(name) || isMetadataField(name)) return null;
  return isUnpaired(name) ? null : `\`${name.replaceAll('`', '``')}\``;
}

/** A string that holds half of a surrogate pair, which no string of EQL can hold. */
export function isUnpaired(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

const RESERVED =
  /(?:^|\.)(?:and|any|by|false|fork|in|join|like|maxspan|not|null|of|or|regex|runs|sample|sequence|true|until|where|with)(?:\.|$)/i;

/**
 * Types that EQL neither compares nor groups by.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-text-fields
 * https://github.com/elastic/elasticsearch/issues/101985
 */
export const UNSEARCHABLE: ReadonlySet<string> = new Set(['text', 'match_only_text', 'flattened']);
