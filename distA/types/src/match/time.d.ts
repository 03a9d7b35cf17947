import type { TimePart } from '../model/value.js';
/** The number that a time modifier takes from a date as it is written; null if it is none. */
export declare function timePart(text: string, part: TimePart): number | null;
