import type { Modifier } from './chain.js';
export declare const cidr: readonly Modifier[];
