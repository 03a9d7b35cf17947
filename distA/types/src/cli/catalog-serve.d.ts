import type { CatalogFlags } from './catalog-source.js';
export interface ServeFlags extends CatalogFlags {
    readonly port: string;
    readonly host: string;
}
/** `sigmaql catalog serve`; runs until it is told to stop, and returns the exit status. */
export declare function catalogServeCommand(rules: readonly string[], flags: ServeFlags): Promise<number>;
