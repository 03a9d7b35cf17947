import type { Catalog, FacetValue } from '../catalog.js';
import type { Facet } from '../facets.js';
import type { Page } from '../layout.js';
/** Every rule, by title. */
export declare function allRules(catalog: Catalog): Page;
/** The values of a facet. */
export declare function facetOverview(facet: Facet, catalog: Catalog): Page;
export declare function facetPath(facet: Facet): string;
/** The rules of a value of a facet. */
export declare function facetPage(facet: Facet, value: FacetValue, catalog: Catalog): Page;
export declare function facetPages(catalog: Catalog): readonly (readonly [string, () => Page])[];
