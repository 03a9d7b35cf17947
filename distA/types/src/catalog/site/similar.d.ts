import type { CorpusIndex, SharedIndicator } from '../corpus/corpus-index.js';
import type { CatalogRule } from './entry.js';
type Index = CorpusIndex<CatalogRule>;
type Shared = SharedIndicator<CatalogRule>;
/** Another rule that looks for some of the same. */
export interface Similar {
    readonly rule: CatalogRule;
    /** It asks the same of the same log source. */
    readonly same: boolean;
    /** Indicators that both have. */
    readonly shared: number;
    /** Indicators that either has. */
    readonly either: number;
}
/** Rules that look for much of the same, though not quite. */
export interface NearGroup {
    readonly rules: readonly CatalogRule[];
    /** What all of them look for. */
    readonly common: readonly Shared[];
}
/** What a rule looks for, without what only says which events it is about. */
export declare function huntedBy(rule: CatalogRule, index: Index): readonly Shared[];
/** The rules most like a rule, most alike first. What few rules look for weighs more. */
export declare function similarTo(rule: CatalogRule, index: Index, most: number): readonly Similar[];
/** Rules that ask the same of the same log source, however they put it. */
export declare function duplicates(rules: readonly CatalogRule[]): readonly (readonly CatalogRule[])[];
/**
 * Groups of rules of which each has nearly the same indicators as another, and a log source in
 * common with it; of duplicates the first stands for all. Two sets with so much in common share one
 * of their rarest elements, so only rules that do are compared.
 */
export declare function nearDuplicates(index: Index): readonly NearGroup[];
export {};
