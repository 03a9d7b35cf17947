import type { Diagnostic } from '../source/diagnostic.js';
import type { Pipeline } from './pipeline.js';
export interface LoadedPipeline {
    /** Null if `diagnostics` has an error. */
    readonly pipeline: Pipeline | null;
    readonly diagnostics: readonly Diagnostic[];
}
/**
 * Reads a pipeline in the YAML format of pySigma, or field mappings alone: a file with `mapping` and
 * nothing else. Every problem is reported at once, each at its place.
 * https://sigmahq-pysigma.readthedocs.io/en/latest/Processing_Pipelines.html
 */
export declare function loadPipeline(text: string | Uint8Array, options?: {
    readonly path?: string;
}): LoadedPipeline;
/**
 * As `loadPipeline`, for one that ships with a target: its YAML as JSON, which is read many times
 * as fast and needs no places.
 */
export declare function loadShipped(json: string, name: string): LoadedPipeline;
