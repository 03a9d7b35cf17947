import type { Catalog, Listed } from '../catalog.js';
import type { Page } from '../layout.js';
/** ATT&CK's matrix with the number of rules for each technique; what has none is there too. */
export declare function matrixPage(catalog: Catalog): Page;
/** The rules for a technique, a group, or whatever else has an id. */
export declare function attackPage(id: string, { label, path, rules }: Listed, catalog: Catalog): Page;
