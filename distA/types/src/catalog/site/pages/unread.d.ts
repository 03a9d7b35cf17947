import type { Catalog } from '../catalog.js';
import type { Page } from '../layout.js';
/** Rules that could not be read, and files without a rule, each with the reason. */
export declare function unreadPage(catalog: Catalog): Page;
