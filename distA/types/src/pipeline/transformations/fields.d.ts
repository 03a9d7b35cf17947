import type { Step, Transformation } from '../pipeline.js';
import type { Settings } from '../settings.js';
export type TransformationReader = (settings: Settings) => Transformation['apply'];
/** Remembers that a field's name comes from the step. */
export declare function markField(field: string, step: Step): void;
export declare const fieldTransformations: Readonly<Record<string, TransformationReader>>;
