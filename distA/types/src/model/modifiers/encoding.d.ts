import type { Modifier } from './chain.js';
export declare const encoding: readonly Modifier[];
