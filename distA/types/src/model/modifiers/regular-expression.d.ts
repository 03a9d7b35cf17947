import type { Modifier } from './chain.js';
export declare const regularExpression: readonly Modifier[];
