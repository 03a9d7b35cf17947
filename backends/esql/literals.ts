import { hasInvisible } from '../../src/backend/index.js';
import { withQuoteEscapes } from '../../src/backend/elastic/index.js';

/**
 * A string literal; in triple quotes, where every character is itself, if it has backslashes or
 * quotes.
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-syntax#esql-string-literals
 */
export function quote(text: string): string {
  const isRaw = /[\\"]/.test(text) && !/[\n\r\t]|^"|"$|"""/.test(text);
  return isRaw ? `"""${text}"""` : `"${withQuoteEscapes(text)}"`;
}

/**
 * A name, in backticks where it is not letters, digits, underscores and dots.
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-syntax#esql-identifiers
 */
export function columnName(name: string): string | null {
  if (name === '' || hasInvisible(name) || name.includes('*')) return null;
  const isPlain = name.split('.').every((part) => /^[a-z_@][a-z0-9_]*$/i.test(part));
  return isPlain && !RESERVED.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}

const RESERVED =
  /(?:^|\.)(?:and|asc|by|desc|false|first|in|is|last|like|metadata|not|null|nulls|on|or|rlike|true|where|with)(?:\.|$)/i;
