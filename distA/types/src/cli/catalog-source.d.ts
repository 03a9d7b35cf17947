import type { Catalog } from '../catalog/site/catalog.js';
import type { Manifest } from '../catalog/site/changes.js';
import type { SiteOptions } from '../catalog/site/layout.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { CatalogFile, CatalogPath, CatalogTools } from './catalog-file.js';
import type { Flags } from './settings.js';
export interface CatalogFlags extends Flags {
    readonly with?: readonly string[];
    readonly title?: string;
    readonly sourceUrl?: string;
    readonly date?: string;
    readonly jobs?: string;
}
export interface CatalogPaths {
    readonly paths: readonly CatalogPath[];
    /** Of them, as they are shown, the rules themselves. */
    readonly own: ReadonlySet<string>;
    readonly diagnostics: readonly Diagnostic[];
}
/** The files of a catalogue: rules, and with them what else may hold rules. */
export declare function catalogPaths(rules: readonly string[], others: readonly string[]): Promise<CatalogPaths>;
/** Reads every file, on several threads where there are many. */
export declare function readCatalog(paths: readonly CatalogPath[], tools: CatalogTools, jobs: number | null): Promise<readonly CatalogFile[]>;
export declare function catalogFrom(files: Iterable<CatalogFile>, previous: Manifest | null, options: SiteOptions): Promise<Catalog>;
/** Throws a `UsageError` for what cannot be meant. */
export declare function siteOptions(flags: CatalogFlags, live: boolean): Promise<SiteOptions>;
