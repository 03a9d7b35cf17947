import type { Modifier } from './chain.js';
export declare const specific: readonly Modifier[];
