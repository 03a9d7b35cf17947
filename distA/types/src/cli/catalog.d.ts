import type { Catalog } from '../catalog/site/catalog.js';
import type { CatalogFlags } from './catalog-source.js';
import { Diagnostics } from './terminal.js';
export interface BuildFlags extends CatalogFlags {
    readonly output: string;
    /** The manifest of another build to compare with. */
    readonly since?: string;
    readonly verbose?: boolean;
}
/** `sigmaql catalog build`; returns the exit status. */
export declare function catalogBuildCommand(rules: readonly string[], flags: BuildFlags): Promise<number>;
/** They stand in the site too; here so that nobody has to look for them there. */
export declare function sayUnread({ index, others }: Catalog, said: Diagnostics): void;
