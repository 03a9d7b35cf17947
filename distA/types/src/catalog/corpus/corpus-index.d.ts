import type { CorpusLanguage, CorpusPredicate, CorpusRule } from './entry.js';
import type { CanonicalFieldOf } from './field-names.js';
import type { Indicator } from './indicator.js';
/** How many rules look for an indicator. */
export interface CorpusCounts {
    readonly total: number;
    /** In the order of `CORPUS_LANGUAGES`, those without a rule left out. */
    readonly languages: Readonly<Partial<Record<CorpusLanguage, number>>>;
}
/** An indicator, and the rules that look for it. */
export interface SharedIndicator<R extends CorpusRule = CorpusRule> {
    readonly indicator: Indicator;
    /** In the order of `CorpusIndex.rules`. */
    readonly rules: readonly R[];
}
/** A rule that shares indicators with another. */
export interface Relative<R extends CorpusRule = CorpusRule> {
    readonly rule: R;
    readonly shared: number;
}
type Asked = Pick<CorpusPredicate, 'field' | 'context' | 'kind' | 'value' | 'negated'>;
export interface CorpusIndex<R extends CorpusRule = CorpusRule> {
    /** By path and position, each once. */
    readonly rules: readonly R[];
    /** Those that could not be read, each with its `problem`. */
    readonly unread: readonly R[];
    /** What a predicate of a language looks for, always as the same object; null if no rule does. */
    find(language: CorpusLanguage, predicate: Asked): SharedIndicator<R> | null;
    /** The rules that ask what a predicate of a language asks, in whatever language they are. */
    lookup(language: CorpusLanguage, predicate: Asked): readonly R[];
    /** As `lookup`, counted, without `except`: how many other rules look for the same. */
    counts(language: CorpusLanguage, predicate: Asked, except?: CorpusRule | null): CorpusCounts;
    /** What a rule looks for, each once, in the order of its predicates. */
    indicatorsOf(rule: CorpusRule): readonly SharedIndicator<R>[];
    /** The other rules that share indicators with a rule, those that share most first. */
    relatives(rule: CorpusRule): readonly Relative<R>[];
    /** Every indicator that so many rules look for (1 if not given), by field, kind and value. */
    indicators(least?: number): readonly SharedIndicator<R>[];
}
/** Which rules look for what. A negated predicate counts with negated ones only. */
export declare function buildCorpusIndex<R extends CorpusRule>(given: readonly R[], fieldOf?: CanonicalFieldOf): CorpusIndex<R>;
/** @param except a rule that does not count */
export declare function countLanguages(rules: readonly CorpusRule[], except?: CorpusRule | null): CorpusCounts;
/** The rules of an index as one text: the same bytes for the same rules, in whatever order given. */
export declare function printCorpus({ rules }: Pick<CorpusIndex, 'rules'>): string;
/** Reads what `printCorpus` wrote; null if it is something else, or of another version. */
export declare function readPrintedCorpus(text: string): readonly CorpusRule[] | null;
export {};
