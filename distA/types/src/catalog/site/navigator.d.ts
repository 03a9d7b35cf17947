import type { Catalog } from './catalog.js';
/**
 * A layer for the ATT&CK Navigator: the score of a technique is the number of rules that are tagged
 * with it itself; those of its sub-techniques are summed up with it by the Navigator.
 * https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md
 */
export declare function navigatorLayer({ attackPages, attack, options }: Catalog): string;
