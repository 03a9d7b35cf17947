import type { ItemTest } from '../pipeline.js';
import type { Settings } from '../settings.js';
export type ItemConditionReader = (settings: Settings) => ItemTest;
export declare const itemConditions: Readonly<Record<string, ItemConditionReader>>;
