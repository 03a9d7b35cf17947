import type { ProcessingItem, Transformation } from '../pipeline.js';
/** Steps that apply together, where the step that holds them does. */
export declare function nestReader(items: readonly ProcessingItem[]): Transformation['apply'];
