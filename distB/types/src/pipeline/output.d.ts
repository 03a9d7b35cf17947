import type { Finalizer, PostprocessingItem } from './pipeline.js';
import type { Settings } from './settings.js';
export declare const postprocessings: Readonly<Record<string, (settings: Settings) => PostprocessingItem['apply']>>;
export declare const finalizers: Readonly<Record<string, (settings: Settings) => Finalizer['apply']>>;
