/** What `assets/rules.js` gives the home page. */
export interface SearchData {
    readonly facets: readonly SearchFacet[];
    readonly rules: readonly SearchRule[];
}
export interface SearchFacet {
    readonly key: string;
    readonly label: string;
    /** In the order in which they are shown. */
    readonly values: readonly (readonly [value: string, label: string])[];
}
export type SearchRule = readonly [
    page: string,
    title: string,
    status: string,
    logsource: string,
    /** For each facet, places in its values. */
    facets: readonly (readonly number[])[],
    /** Everything else that is searched, one thing a line. */
    text: string
];
