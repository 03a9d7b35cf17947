import type { Catalog } from '../catalog.js';
import type { Page } from '../layout.js';
/** All rules, by facets; the page's script makes filters of the facets and searches. */
export declare function homePage(catalog: Catalog): Page;
