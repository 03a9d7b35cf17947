import type { StringPattern } from '../../src/backend/index.js';
/** Whether a text is what a pattern asks for; in time of their lengths multiplied, at most. */
export declare function fits(pattern: StringPattern, text: string, cased: boolean): boolean;
