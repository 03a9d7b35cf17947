import type { Manifest } from '../catalog/site/changes.js';
import type { Site } from '../catalog/site/site.js';
export interface Written {
    readonly files: number;
    /** Of them, those that were not as they are now. */
    readonly changed: number;
    /** Bytes of all files. */
    readonly size: number;
}
/**
 * The manifest of the site that was built into a folder before; null if there is none. Throws a
 * `UsageError` for a folder with pages that are not ours.
 */
export declare function manifestIn(folder: string): Manifest | null;
/** Throws a `UsageError` for a file that is no manifest. */
export declare function manifestAt(path: string): Manifest;
/**
 * Writes a site into a folder: what has changed, and away with what is no more. The manifest is
 * last, so that a build that was cut short is made good by the next. Links that lead out of the
 * folder are not followed.
 */
export declare function writeSite(site: Site, folder: string, before: Manifest | null): Written;
