import type { Chain, Modifier } from './chain.js';
/** Warns of `contains` or `cased` beside `re`, at the one that changes nothing. */
export declare function warnOfRedundance(chain: Chain, name: 'contains' | 'cased'): void;
export declare const generic: readonly Modifier[];
