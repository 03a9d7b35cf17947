import type { TransformationReader } from './fields.js';
/** Steps on the rule as a whole: its condition, its log source, state, and refusals. */
export declare const ruleTransformations: Readonly<Record<string, TransformationReader>>;
