import type { Backend } from '../backend/index.js';
import type { Pipeline } from '../pipeline/pipeline.js';
/** Pipelines by name: those that ship, and files. Each is read once. */
export declare class PipelineShelf {
    private readonly backends;
    private readonly loaded;
    constructor(backends: readonly Backend[]);
    /** Throws a `UsageError` for one that cannot be used. */
    load(names: readonly string[]): Promise<readonly Pipeline[]>;
    private shipped;
}
export interface ShippedPipeline {
    readonly name: string;
    /** Null for all. */
    readonly backend: Backend | null;
    readonly json: string;
}
/** Those of every target, then those of none. */
export declare function allShipped(backends: readonly Backend[]): Promise<readonly ShippedPipeline[]>;
