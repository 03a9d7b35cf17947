type Here<Item, Result> = (item: Item) => Result;
/** What is to be done with each of many files, here and in threads alike. */
export interface Work<Item, Result> {
    readonly items: readonly Item[];
    /** A promise where it is yet to be loaded: threads are started meanwhile. */
    readonly here: Here<Item, Result> | Promise<Here<Item, Result>>;
    /** A module that answers each batch of items with their results, and what it is told first. */
    readonly thread: {
        readonly module: URL;
        readonly data: unknown;
    };
    /** Threads to use; null for as many as are worth it. */
    readonly jobs: number | null;
}
/**
 * Does the work on several threads, this one among them, and yields what comes of it in the order of
 * the items. Whoever is free takes the next batch.
 */
export declare function inBatches<Item, Result>(work: Work<Item, Result>): AsyncGenerator<Result>;
/** `--jobs`; null where it was not given. */
export declare function readJobs(text: string | undefined): number | null;
export {};
