/**
 * Golden suites, for our backends and for those of others: what a backend makes of some rules is
 * written into files that people read and keep, and that later runs are held against. Nothing here
 * touches a file or needs a test runner; the suite does both.
 */
import type { Backend } from './backend/contract.js';
import type { Pipeline } from './pipeline/pipeline.js';
import type { Tables } from './pipeline/tables.js';
import type { Placeholders } from './predicate/lower.js';
/** A rule file that goes in. */
export interface GoldenRule {
    /** Relative to the suite, with `/`: `windows/one.yml`. */
    readonly path: string;
    readonly text: string;
}
/** One way to convert all the rules. */
export interface GoldenMode {
    /** The folder its files go to: `kql/query`. */
    readonly name: string;
    readonly backend: Backend;
    readonly format?: string;
    readonly options?: Readonly<Record<string, string>>;
    readonly compact?: boolean;
    readonly pipelines?: readonly Pipeline[];
    readonly tables?: Tables | undefined;
    readonly placeholders?: Placeholders;
    /** Codes of notes that every query carries, and that are not worth a file each. */
    readonly omit?: readonly string[];
}
/** A file that comes out. */
export interface GoldenFile {
    /** `<mode>/<rule without its extension>.<extension of the format>`, or `….notes.txt`. */
    readonly path: string;
    /** Ends with a line break. */
    readonly text: string;
}
/**
 * What one rule file gives in one mode: a file with its queries and, where there is anything to
 * say of them, one with their fidelity and the diagnostics as people see them. Throws a
 * `RangeError` if the backend has no such format or option.
 */
export declare function goldenFiles(rule: GoldenRule, mode: GoldenMode): GoldenFile[];
/** How a recorded file differs from what is made now. */
export interface GoldenDifference {
    readonly path: string;
    /** `missing`: made, not recorded. `orphan`: recorded, not made any more. */
    readonly kind: 'missing' | 'changed' | 'orphan';
    /** What is made now; null for an orphan. */
    readonly made: string | null;
    /** What is recorded; null if missing. */
    readonly recorded: string | null;
}
/** Holds what is made against what is recorded, by path; in the order of the paths. */
export declare function goldenDifferences(made: readonly GoldenFile[], recorded: readonly GoldenFile[]): GoldenDifference[];
