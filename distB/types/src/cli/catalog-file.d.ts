import type { KustoParser } from '../catalog/corpus/kusto-syntax.js';
import type { Inspector } from '../catalog/inspect/inspect.js';
import type { CatalogRule, OtherFile } from '../catalog/site/entry.js';
import type { Wanted } from './inputs.js';
import type { Settings } from './settings.js';
import type { Target } from './targets.js';
/** A file to read, and the path that the site shows for it. */
export interface CatalogPath {
    readonly path: string;
    readonly shown: string;
}
/** What a file gives a catalogue; plain data. */
export interface CatalogFile {
    readonly shown: string;
    readonly rules: readonly CatalogRule[];
    /** Where there is no rule in it. */
    readonly other: OtherFile | null;
}
/** Files that may hold a rule of some language. */
export declare const ANY_RULES: Wanted;
/** What reading needs, loaded once; each thread has its own. */
export interface CatalogTools {
    readonly settings: Settings;
    readonly targets: readonly Target[];
    readonly inspect: Inspector;
    readonly kusto: () => KustoParser;
}
export declare function loadCatalogTools(settings: Settings): Promise<CatalogTools>;
/** Reads and converts one file. Never throws for what the file holds. */
export declare function catalogFile({ path, shown }: CatalogPath, tools: CatalogTools): CatalogFile;
