import type { Pipeline } from './pipeline.js';
/** One text of all queries, by the pipelines' finalizers; null if they have none. */
export declare function finalize(queries: readonly string[], pipelines: readonly Pipeline[]): string | null;
