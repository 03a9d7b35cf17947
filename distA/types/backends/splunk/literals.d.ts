import type { Name } from '../../src/backend/index.js';
/**
 * Quotes a text for `search` and for `eval` alike: a backslash escapes quotation marks and itself,
 * and `\\*` is a backslash and a wildcard. Unknown escapes would stay as they are, but none is
 * left to chance: every backslash is doubled. Pipes, brackets and macros mean nothing in quotes.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/search
 * https://help.splunk.com/en/splunk-enterprise/manage-knowledge-objects/knowledge-management-manual/10.0/search-macros
 */
export declare function quote(text: string): string;
/**
 * Whether `search` can hold a text: it has no way to say a literal asterisk or a control
 * character, and three backticks start a comment.
 * https://help.splunk.com/splunk-enterprise/search/search-manual/9.4/search-primer/backslashes
 * https://help.splunk.com/splunk-enterprise/search/search-manual/9.4/using-the-search-app/add-comments-to-searches
 */
export declare function fitsSearch(text: string): boolean;
/** `search` takes such a value for a network, not for a text. */
export declare function looksLikeNetwork(text: string): boolean;
export declare function isDefaultField(name: string): boolean;
/** A field name for `search`, or null where it takes the name for something else. */
export declare function searchField({ text: name, mapped }: Name): string | null;
/**
 * A field name for `eval` and `where`: single quotation marks around all but letters, digits and
 * the underscore. Nothing escapes a mark inside them, so such a name is null.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/eval
 */
export declare function evalField(name: string): string | null;
