import type { Catalog, Shared } from '../catalog.js';
import type { CatalogRule } from '../entry.js';
import type { Child, Html } from '../html.js';
/** What a rule looks for, in its own words, and who else does. */
export declare function indicatorTable(rule: CatalogRule, catalog: Catalog): Child;
export declare function value(text: string): Html;
/** An indicator in one line. */
export declare function indicatorText({ indicator }: Shared): Html;
/** As `indicatorText`, leading to its page where it has one. */
export declare function indicatorLink(shared: Shared, catalog: Catalog, from: string): Html;
