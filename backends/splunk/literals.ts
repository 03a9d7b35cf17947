import { hasInvisible } from '../../src/backend/index.js';
import type { Name, Placement } from '../../src/backend/index.js';
/** What every value in a query is written with: nothing gets out of the quotes made here. */

/**
 * Quotes a string for both `search` and `eval`: a backslash escapes quotation marks and itself,
 * and `\\*` is a backslash and a wildcard. Unknown escapes would stay as they are, but none is
 * left to chance: every backslash is doubled. Pipes, brackets and macros mean nothing in quotes.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/search
 * https://help.splunk.com/en/splunk-enterprise/manage-knowledge-objects/knowledge-management-manual/10.0/search-macros
 */
export function quote(text: string): string {
  const escaped = text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
  return `"${escaped.includes('"') ? escaped.replaceAll('"', '\\"') : escaped}"`;
}

/**
 * Whether `search` can express a string: it cannot express a literal asterisk or a character
 * that a reader would not see, and three backticks start a comment.
 * https://help.splunk.com/splunk-enterprise/search/search-manual/9.4/search-primer/backslashes
 * https://help.splunk.com/splunk-enterprise/search/search-manual/9.4/using-the-search-app/add-comments-to-searches
 */
export function fitsSearch(text: string): boolean {
  return !text.includes('*') && !text.includes('```') && !hasInvisible(text);
}

/** `search` treats such a value as a network, not as a string. */
export function looksLikeNetwork(text: string): boolean {
  return /^[0-9a-f.:]+\/[0-9]+$/i.test(text);
}

/**
 * Fields that Splunk gives every event. A rule that names one means a field of its own log source,
 * which may be hidden by Splunk's.
 * https://help.splunk.com/en/splunk-enterprise/manage-knowledge-objects/knowledge-management-manual/9.4/fields-and-field-extractions/use-default-fields
 */
const DEFAULT_FIELD =
  /^(?:eventtype|host|index|linecount|punct|source|sourcetype|splunk_server(?:_group)?|tag)$/;

export function isDefaultField(name: string): boolean {
  return DEFAULT_FIELD.test(name);
}

/**
 * Names that `search` reads as modifiers of the search (its time range, event types, tags) and not
 * as fields of the event. As the first word, `search` would be the command.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/search
 */
const SEARCH_MODIFIER =
  /^(?:earliest|latest|search|timeformat|(?:start|end)timeu?|(?:start|end)?(?:days|hours|minutes|months)ago|searchtimespan(?:days|hours|minutes|months)|saved(?:search|splunk)|(?:eventtype|host|sourcetype)tag)$/i;

/** A field name for `search`, or null where it takes the name for something else. */
export function searchField({ text: name, mapped }: Name): string | null {
  if (SEARCH_MODIFIER.test(name) || name.startsWith('_')) return null;
  // A pipeline that uses `index` means Splunk's own, which only `search` can select.
  if (isDefaultField(name) && !mapped) return null;
  if (/^(?!(?:and|or|not|in|by|term|case)$)[a-z][a-z0-9_.]*$/i.test(name)) return name;
  // `a::b` is an indexed field, an asterisk matches every field whose name matches.
  if (name === '' || name.includes('::') || /["\\`]/.test(name) || !fitsSearch(name)) return null;
  return `"${name}"`;
}

/**
 * A field name for `eval` and `where`: single quotation marks around all but letters, digits and
 * the underscore. Nothing escapes a mark inside them, and nothing documents that a pipe, a bracket or
 * a double quote inside them does not end the command, so such a name is null.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/eval
 */
export function evalField(name: string): string | null {
  if (/^(?!(?:and|or|not|xor|like|in|true|false|null)$)[a-z_][a-z0-9_]*$/i.test(name)) return name;
  return name === '' || /['"\\`|[\]]/.test(name) || hasInvisible(name) ? null : `'${name}'`;
}

/** The name that `evalField` wrote. */
export function nameIn(written: string): string {
  return written.startsWith("'") ? written.slice(1, -1) : written;
}

/** A field name for the command `regex`; null if it has no way to say it. */
export function regexField({ text: name }: Name): string | null {
  return /^[A-Za-z_][\w.]*$/.test(name) ? name : null;
}

/**
 * Whether no event of a known source has several values of a field. Automatic extraction gives
 * elements of an array in JSON a name with `{}`, and of a repeated key keeps one value; the Common
 * Information Model has tags and answers of which there may be several.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/spath
 * https://docs.splunk.com/Documentation/Splunk/latest/Admin/Propsconf
 */
export function isSingleValued(
  { text }: Pick<Name, 'text'>,
  { source, model, columns }: Placement,
): boolean {
  if (source === null || model || columns.get(text)?.reading) return false;
  return !text.includes('{}') && !/^(?:answer|eventtype|tag)$/.test(text);
}

/** A field name for `table`, where an asterisk would be any name; null if it has no way to say it. */
export function tableField(name: string): string | null {
  if (/^\w[\w.]*$/.test(name)) return name;
  return name === '' || /["\\`|[\]]/.test(name) || !fitsSearch(name) ? null : `"${name}"`;
}
