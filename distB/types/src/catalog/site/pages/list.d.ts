import type { Catalog } from '../catalog.js';
import type { CatalogRule } from '../entry.js';
import type { Child, Html } from '../html.js';
/** Rules as a list: title, level, status and log source; on the pages at the root, tactics too. */
export declare function ruleList(rules: readonly CatalogRule[], catalog: Catalog, from: string, more?: (rule: CatalogRule) => Child): Html;
export declare function levelBadge(level: string): Html;
export declare function tacticName(short: string, { attack }: Catalog): string;
/** `1 rule`, `1,234 rules`. */
export declare function count(n: number, one: string, many?: string): string;
export declare function thousands(n: number): string;
/** Where a page stands, from the home page on. */
export declare function crumbs(...steps: readonly Child[]): Html;
