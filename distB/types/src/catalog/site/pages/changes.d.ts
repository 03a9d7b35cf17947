import type { Catalog } from '../catalog.js';
import type { Page } from '../layout.js';
/** What is not as it was at the build before. */
export declare function changesPage(catalog: Catalog): Page;
