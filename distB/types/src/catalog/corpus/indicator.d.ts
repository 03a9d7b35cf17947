import type { PredicateKind } from '../../predicate/kind.js';
import type { CorpusLanguage, CorpusPredicate } from './entry.js';
import type { CanonicalFieldOf } from './field-names.js';
/** What a predicate looks for, in any language: equal indicators have equal texts. */
export interface Indicator {
    /** Null for a keyword. */
    readonly field: string | null;
    readonly kind: PredicateKind;
    /** With letter case folded, but of a regular expression. */
    readonly value: string;
    readonly negated: boolean;
}
/**
 * The indicator of a predicate. Where languages say the same thing in different words, one of them is
 * chosen: `ne` is a negated `eq`, a negated `null` is `exists`; and a file's name is the end of its
 * path after a separator, so that `process.name: "a.exe"` and `Image|endswith: '\a.exe'` are one.
 */
export declare function indicatorOf(language: CorpusLanguage, predicate: Pick<CorpusPredicate, 'field' | 'context' | 'kind' | 'value' | 'negated'>, fieldOf?: CanonicalFieldOf): Indicator;
/** A text that is the same for equal indicators only. */
export declare function keyOf({ field, kind, value, negated }: Indicator): string;
