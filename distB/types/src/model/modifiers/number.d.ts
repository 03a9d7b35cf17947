import type { NumberLiteral } from '../value.js';
/** A number in plain decimal: no exponent, no leading zeros, no trailing fraction zeros; or null. */
export declare function canonicalDecimal(text: string): string | null;
export declare function numberLiteral(source: string): NumberLiteral | null;
