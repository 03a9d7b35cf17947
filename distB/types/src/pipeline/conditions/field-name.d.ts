import type { FieldTest } from '../pipeline.js';
import type { Settings } from '../settings.js';
export type FieldConditionReader = (settings: Settings) => FieldTest;
export declare const fieldConditions: Readonly<Record<string, FieldConditionReader>>;
