import type { CorpusIndex, SharedIndicator } from '../corpus/corpus-index.js';
import type { AttackData } from '../data/attack-data.js';
import type { Manifest } from './changes.js';
import type { CatalogRule, OtherFile, SigmaDetails } from './entry.js';
import type { Facet } from './facets.js';
import type { SiteOptions } from './layout.js';
export type Shared = SharedIndicator<CatalogRule>;
type CoveredEvent = SigmaDetails['events'][number];
/** What a catalogue is made from. */
export interface CatalogInput {
    readonly rules: readonly CatalogRule[];
    /** Files without a rule. */
    readonly others: readonly OtherFile[];
    readonly attack: AttackData;
    /** Of the build before, if there was one. */
    readonly previous: Manifest | null;
    readonly options: SiteOptions;
}
/** Rules that have something in common, and the page that lists them. */
export interface Listed {
    readonly label: string;
    /** Below the root of the site. */
    readonly path: string;
    readonly rules: readonly CatalogRule[];
}
export interface FacetValue extends Listed {
    readonly value: string;
}
export interface ListedEvent extends Listed {
    readonly event: CoveredEvent;
}
/** All rules, looked at from every side, and where the page of each thing is. */
export interface Catalog extends Omit<CatalogInput, 'rules'> {
    /** By title. */
    readonly rules: readonly CatalogRule[];
    readonly index: CorpusIndex<CatalogRule>;
    readonly byId: ReadonlyMap<string, CatalogRule>;
    readonly pageOf: ReadonlyMap<CatalogRule, string>;
    /** Of indicators that two rules or more look for. */
    readonly indicatorPages: ReadonlyMap<Shared, string>;
    /** In the order in which they are shown. */
    readonly facets: ReadonlyMap<Facet, readonly FacetValue[]>;
    /** By the id of an object of ATT&CK, rules that are tagged with it itself. */
    readonly attackPages: ReadonlyMap<string, Listed>;
    /** By `eventKey`. */
    readonly eventPages: ReadonlyMap<string, ListedEvent>;
}
export declare function catalogOf(input: CatalogInput): Catalog;
/** The page that lists every rule. */
export declare const ALL_RULES = "by/all.html";
export declare function eventKey({ channel, provider, id }: CoveredEvent): string;
export declare function eventLabel({ channel, provider, id, meaning }: CoveredEvent): string;
export {};
