import type { Modifier } from './chain.js';
export declare const numeric: readonly Modifier[];
