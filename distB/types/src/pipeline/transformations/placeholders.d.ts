import type { TransformationReader } from './fields.js';
export declare const placeholderTransformations: Readonly<Record<string, TransformationReader>>;
/** What runs programs, fetches, or writes a target's own syntax; each with a way out. */
export declare const refusedTransformations: Readonly<Record<string, string>>;
