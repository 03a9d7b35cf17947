import type { CorpusLanguage } from './entry.js';
/**
 * How a field holds what its canonical field holds: as it is; only the last part of its path; or as
 * text that is searched by words, where equality means that the words are contained.
 */
export type Holding = 'whole' | 'file-name' | 'words';
export interface CanonicalField {
    /** Sigma's name for it, or the field's own where Sigma has none. */
    readonly name: string;
    readonly holding: Holding;
}
/** Which field is meant by a name, in a language and at a place such as a table. */
export type CanonicalFieldOf = (language: CorpusLanguage, field: string, context: string | null) => CanonicalField;
/** The default: the names above, and beyond them the last property's own name. */
export declare const canonicalField: CanonicalFieldOf;
