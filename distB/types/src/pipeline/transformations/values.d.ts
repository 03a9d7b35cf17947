import type { TransformationReader } from './fields.js';
/** Steps on the values of detection items. */
export declare const valueTransformations: Readonly<Record<string, TransformationReader>>;
