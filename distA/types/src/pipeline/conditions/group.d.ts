import type { Run } from '../pipeline.js';
import { Settings } from '../settings.js';
type Test<T> = (subject: T, run: Run) => boolean;
type Readers<T> = Readonly<Record<string, (settings: Settings) => Test<T>>>;
/**
 * Reads `<prefix>_conditions`, a list or a map of named ones, and how they are linked:
 * `<prefix>_cond_op` (and, or), `<prefix>_cond_not`, `<prefix>_cond_expr` over their names.
 * Undefined if there are none.
 */
export declare function readConditions<T>(settings: Settings, prefix: 'rule' | 'detection_item' | 'field_name', readers: Readers<T>): Test<T> | undefined;
export {};
