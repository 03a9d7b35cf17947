import type { Catalog } from '../catalog.js';
import type { Page } from '../layout.js';
/** Rules that ask the same, and rules that ask nearly the same. */
export declare function duplicatesPage(catalog: Catalog): Page;
