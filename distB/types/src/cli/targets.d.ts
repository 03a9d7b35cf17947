import type { Backend, Tables } from '../backend/index.js';
import type { Pipeline } from '../pipeline/pipeline.js';
import type { Settings } from './settings.js';
/** A target with all that it takes to convert rules for it. */
export interface Target {
    readonly backend: Backend;
    readonly pipelines: readonly Pipeline[];
    readonly tables: Tables | undefined;
}
/** Loads what settings name; every thread does so for itself. */
export declare function loadTargets(settings: Pick<Settings, 'packages' | 'targets' | 'pipelines'>): Promise<readonly Target[]>;
/**
 * @param names as given to `-p`: repeated, or separated by commas; `none` stands for none.
 * @returns null where none were given, so that each target has its own choice
 */
export declare function pipelineNames(names: readonly string[]): readonly string[] | null;
