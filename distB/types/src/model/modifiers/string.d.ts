import type { Modifier } from './chain.js';
export declare const string: readonly Modifier[];
