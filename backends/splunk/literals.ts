import type { Name } from '../../src/backend/index.js';
/** What every value in a query is written with: nothing gets out of the quotes made here. */

/** Line breaks, tabs and the like cannot be escaped in a search string. */
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * Quotes a text for `search` and for `eval` alike: a backslash escapes quotation marks and itself,
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
 * Whether `search` can hold a text: it has no way to say a literal asterisk or a control
 * character, and three backticks start a comment.
 * https://help.splunk.com/splunk-enterprise/search/search-manual/9.4/search-primer/backslashes
 * https://help.splunk.com/splunk-enterprise/search/search-manual/9.4/using-the-search-app/add-comments-to-searches
 */
export function fitsSearch(text: string): boolean {
  return !text.includes('*') && !text.includes('```') && !CONTROL.test(text);
}

/** `search` takes such a value for a network, not for a text. */
export function looksLikeNetwork(text: string): boolean {
  return /^[0-9a-f.:]+\/[0-9]+$/i.test(text);
}

/**
 * Fields that Splunk gives every event. A rule that names one means a field of its own log source,
 * which may be hidden by Splunk's.
 * https://help.splunk.com/en/splunk-enterprise/manage-knowledge-objects/knowledge-management-manual/9.4/fields-and-field-extractions/use-default-fields
 */
const DEFAULT_FIELDS = new Set([
  'eventtype',
  'host',
  'index',
  'linecount',
  'punct',
  'source',
  'sourcetype',
  'splunk_server',
  'splunk_server_group',
  'tag',
]);

export function isDefaultField(name: string): boolean {
  return DEFAULT_FIELDS.has(name);
}

/**
 * Names that `search` reads as modifiers of the search (its time range, event types, tags) and not
 * as fields of the event. As the first word, `search` would be the command.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/search
 */
const SEARCH_MODIFIERS = new Set([
  'daysago',
  'earliest',
  'enddaysago',
  'endhoursago',
  'endminutesago',
  'endmonthsago',
  'endtime',
  'endtimeu',
  'eventtypetag',
  'hosttag',
  'hoursago',
  'latest',
  'minutesago',
  'monthsago',
  'savedsearch',
  'savedsplunk',
  'search',
  'searchtimespandays',
  'searchtimespanhours',
  'searchtimespanminutes',
  'searchtimespanmonths',
  'sourcetypetag',
  'startdaysago',
  'starthoursago',
  'startminutesago',
  'startmonthsago',
  'starttime',
  'starttimeu',
  'timeformat',
]);

const SEARCH_WORDS = new Set(['and', 'or', 'not', 'in', 'by', 'term', 'case']);

/** A field name for `search`, or null where it takes the name for something else. */
export function searchField({ text: name, mapped }: Name): string | null {
  const lower = name.toLowerCase();
  if (SEARCH_MODIFIERS.has(lower) || name.startsWith('_')) return null;
  // A pipeline that says `index` means Splunk's own, which only `search` can choose by.
  if (DEFAULT_FIELDS.has(name) && !mapped) return null;
  if (/^[a-z][a-z0-9_.]*$/i.test(name)) return SEARCH_WORDS.has(lower) ? `"${name}"` : name;
  // `a::b` asks for an indexed field, an asterisk for every field whose name fits.
  if (name === '' || name.includes('::') || /["\\`]/.test(name) || !fitsSearch(name)) return null;
  return `"${name}"`;
}

const EVAL_WORDS = new Set(['and', 'or', 'not', 'xor', 'like', 'in', 'true', 'false', 'null']);

/**
 * A field name for `eval` and `where`: single quotation marks around all but letters, digits and
 * the underscore. Nothing escapes a mark inside them, so such a name is null.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/eval
 */
export function evalField(name: string): string | null {
  if (/^[a-z_][a-z0-9_]*$/i.test(name) && !EVAL_WORDS.has(name.toLowerCase())) return name;
  return name === '' || /['\\`]/.test(name) || CONTROL.test(name) ? null : `'${name}'`;
}
