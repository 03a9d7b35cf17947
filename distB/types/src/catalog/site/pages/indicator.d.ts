import type { Catalog, Shared } from '../catalog.js';
import type { Page } from '../layout.js';
/** What two rules or more look for: the most used, then all of them by field. */
export declare function indicatorOverview(catalog: Catalog): Page;
/** The rules of every language that look for one and the same. */
export declare function indicatorPage(shared: Shared, catalog: Catalog): Page;
