import type { Catalog } from '../catalog.js';
import type { CatalogRule } from '../entry.js';
import type { Page } from '../layout.js';
/** The page of a rule. All of it is told of a Sigma rule, of others what is known of them. */
export declare function rulePage(rule: CatalogRule, catalog: Catalog): Page;
