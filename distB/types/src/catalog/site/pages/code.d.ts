import type { CatalogNote, CatalogRule } from '../entry.js';
import type { Child, Html } from '../html.js';
/**
 * A rule's text, with the numbers of its lines in the file. Those that the page links to have ids;
 * its script gives them to the others too.
 */
export declare function sourceCode(rule: CatalogRule): Html;
/** The queries of a rule for each target, one below the other; the page's script makes tabs of them. */
export declare function queryPanels(rule: CatalogRule): Html;
/** HTML leaves out a line break that stands first in a `pre`. */
export declare function preformatted(text: string): string;
/** What notes say, each with a link to its line where the page shows it. */
export declare function noteList(notes: readonly CatalogNote[], rule: CatalogRule): Child;
export declare function lineLink(line: number | null, rule: CatalogRule): Child;
