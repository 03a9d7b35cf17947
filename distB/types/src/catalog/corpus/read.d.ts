import type { SourceFile } from '../../source/span.js';
import type { CorpusRule } from './entry.js';
import type { KustoParser } from './kusto-syntax.js';
export interface CorpusFile {
    readonly path: string;
    readonly content: string | Uint8Array;
}
/** A file without a rule in a language that is read. */
export interface OtherFile {
    readonly path: string;
    readonly reason: string;
}
export interface Corpus {
    readonly rules: readonly CorpusRule[];
    readonly others: readonly OtherFile[];
}
export interface CorpusOptions {
    /**
     * Gives Microsoft's parser; called once, and only if there is a Kusto query. Without it, Kusto
     * queries are listed as unread.
     */
    readonly kusto?: () => KustoParser;
}
/** How files are named that may hold rules of a corpus. */
export declare const CORPUS_FILES: RegExp;
/**
 * Reads the rules of a corpus: Sigma, Kusto queries (by themselves, or as Sentinel's analytics and
 * hunting rules), Elastic's detection rules, and Splunk's detections. Whatever the files hold, it
 * does not throw: what cannot be read is listed with its reason.
 */
export declare function readCorpus(files: Iterable<CorpusFile>, options?: CorpusOptions): Corpus;
/** Most files of a corpus are Sigma's, and what holds a query of another language names it so. */
export declare function isSigma({ path, text }: SourceFile): boolean;
