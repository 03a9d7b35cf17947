import type { CompareOperator } from '../model/value.js';
import type { EventValue } from './event.js';
/**
 * A value's number in plain decimal, as the model writes numbers; null if it spells none. A text
 * spells a number in decimal notation alone: `0x10` is a text to every target.
 */
export declare function decimalOf(value: EventValue): string | null;
export declare function compareDecimals(left: string, operator: CompareOperator, right: string): boolean;
