import type { Backend } from './backend/contract.js';
import type { Segment } from './backend/doc.js';
import type { Collection, CollectionItem } from './model/collection.js';
import type { Pipeline } from './pipeline/pipeline.js';
import type { Tables } from './pipeline/tables.js';
import type { Placeholders } from './predicate/lower.js';
import type { Diagnostic } from './source/diagnostic.js';
export interface ConvertOptions {
    readonly backend: Backend;
    /** A name of `backend.formats`; the first is the default. */
    readonly format?: string;
    /** Values for `backend.options`, by name. */
    readonly options?: Readonly<Record<string, string>>;
    readonly placeholders?: Placeholders;
    /** What rules go through first, by priority; `loadPipeline` reads them. */
    readonly pipelines?: readonly Pipeline[];
    /** What is known of the target's tables; `backend.tables` loads it. */
    readonly tables?: Tables | undefined;
    /** Turns approximations into errors. */
    readonly strict?: boolean;
    /** Every query on one line. */
    readonly compact?: boolean;
    /** Columns that a line of a query should keep to; 100 if not given. */
    readonly width?: number;
}
export type Fidelity = 'exact' | 'approximate' | 'refused';
export interface Query {
    readonly item: CollectionItem;
    /** The backend's name. */
    readonly target: string;
    readonly format: string;
    readonly pipelines: readonly string[];
    /** In the format asked for; null if refused. */
    readonly text: string | null;
    /** As `text`, without the format's wrapping. */
    readonly queryText: string | null;
    readonly fidelity: Fidelity;
    /** Of this query; what reading the rule brought up is in `item.diagnostics`. */
    readonly diagnostics: readonly Diagnostic[];
    /** Which parts of `queryText` came from which place of the rule. */
    readonly segments: readonly Segment[];
}
/**
 * Converts every rule of a collection, one query for each of its conditions, in order. A rule that
 * could not be read gives one refused query. Bad rules never throw; a format or option that the
 * backend does not have throws a `RangeError`.
 */
export declare function convert(collection: Collection, options: ConvertOptions): Query[];
/** Fills in defaults. Throws a `RangeError` that says what would be right. */
export declare function resolveOptions(backend: Backend, given: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
