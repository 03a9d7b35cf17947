import type { Html } from './html.js';
export interface SiteOptions {
    /** The name of the catalogue. */
    readonly title: string;
    /** Put before the path of a rule, it makes a link to its file. Null for no links. */
    readonly sourceUrl: string | null;
    /** A day to name in the pages; null for none, so that equal rules give equal bytes. */
    readonly date: string | null;
    /** What built the site. */
    readonly generator: string;
    /** The version of ATT&CK. */
    readonly attackVersion: string;
    /** Pages load themselves again when the server says that something changed. */
    readonly live: boolean;
}
/** A page without what all pages have around it. */
export interface Page {
    /** Below the root of the site. */
    readonly path: string;
    readonly title: string;
    readonly body: Html;
    /** Names of scripts below `assets/`, beyond those of every page. */
    readonly scripts?: readonly string[];
}
/** What leads from a page to the root of the site. */
export declare function rootOf(path: string): string;
/** What a server of the site sends along: the policy again, and what only headers can say. */
export declare function securityHeaders(live: boolean): Readonly<Record<string, string>>;
/** The whole text of a page. */
export declare function layout(page: Page, options: SiteOptions): string;
