import type { SearchData } from './browser/data.js';
import type { Catalog } from './catalog.js';
/** A script that hands the home page what it searches: from disk, a page can get it in no other way. */
export declare function searchScript(catalog: Catalog): string;
export declare function searchData(catalog: Catalog): SearchData;
