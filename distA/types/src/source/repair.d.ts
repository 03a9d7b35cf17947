/** A text with small repairs, which knows where each of its characters stood before. */
export interface Repaired {
    readonly text: string;
    /** From an offset of `text` to one of the original. */
    readonly toOriginal: (offset: number) => number;
}
interface Edit {
    /** Of the original text. */
    readonly start: number;
    readonly end: number;
    readonly text: string;
}
export interface Repair {
    /** In order; none touches another. */
    readonly edits: readonly Edit[];
    /** What was understood, as the end of a sentence. */
    readonly reading: string;
    /** Where to point: offsets of the original text. */
    readonly start: number;
    readonly end: number;
}
export declare function applyRepairs(original: string, repairs: readonly Repair[]): Repaired;
/** Whether the outcome of a repair hangs on how wide a tab is. */
export declare function hangsOnTabs(line: string): boolean;
/**
 * A repair for the line at which strict YAML stumbled, if a person can read it in one way only.
 * @param line the line without its break; `start` is its offset in the original text.
 */
export declare function repairLine(line: string, start: number, tabWidth: number): Repair | null;
export {};
