import type { Pipeline } from './pipeline.js';
/** What has pipelines that ship: a target. */
interface Shipping {
    readonly pipelines?: () => Promise<Readonly<Record<string, string>>>;
    readonly defaultPipelines?: readonly string[];
}
/**
 * Loads pipelines that ship with a target, or with none: those named, or the target's own choice.
 * Throws a `RangeError` for a name that there is none of.
 */
export declare function shippedPipelines(target: Shipping, names?: readonly string[]): Promise<readonly Pipeline[]>;
export {};
