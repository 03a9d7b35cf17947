import type { Modifier } from './chain.js';
/**
 * Every modifier, in the order of the specification's appendix.
 * https://sigmahq.io/sigma-specification/specification/sigma-appendix-modifiers.html
 */
export declare const modifiers: readonly Modifier[];
/** The same, by name. */
export declare const modifiersByName: ReadonlyMap<string, Modifier>;
