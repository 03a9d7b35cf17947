import type { Catalog } from './catalog.js';
/**
 * The files of a site by path, relative and with `/`; each is made when it is asked for. Paths hold
 * no more than letters, digits, `_`, `-`, `.` and one `/`.
 */
export type Site = ReadonlyMap<string, () => string>;
/** The name of the file that the next build compares itself with. */
export declare const MANIFEST = "manifest.json";
/** Every file of the site of a catalogue. */
export declare function siteOf(catalog: Catalog): Site;
