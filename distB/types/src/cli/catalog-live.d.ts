import type { Diagnostic } from '../source/diagnostic.js';
import type { CatalogFlags } from './catalog-source.js';
import type { Settings } from './settings.js';
export interface Rebuilt {
    /** Files that changed, as the site shows them. */
    readonly paths: readonly string[];
    readonly milliseconds: number;
}
/**
 * A catalogue in memory that follows its files: what changed is read again, and nothing else; pages
 * are made when they are asked for.
 */
export declare class LiveCatalog {
    private readonly names;
    private readonly others;
    private readonly tools;
    private readonly options;
    readonly diagnostics: readonly Diagnostic[];
    private paths;
    /** By the path to open. */
    private readonly files;
    private site;
    private readonly watchers;
    private readonly touched;
    private timer;
    private rebuilding;
    private made;
    private constructor();
    static read(names: readonly string[], flags: CatalogFlags, settings: Settings, jobs: number | null): Promise<LiveCatalog>;
    get size(): number;
    /** Null where there is none. */
    page(path: string): string | null;
    watch(changed: (rebuilt: Rebuilt) => void): void;
    close(): void;
    private rebuild;
}
