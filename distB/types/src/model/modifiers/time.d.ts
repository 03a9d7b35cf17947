import type { Modifier } from './chain.js';
export declare const time: readonly Modifier[];
