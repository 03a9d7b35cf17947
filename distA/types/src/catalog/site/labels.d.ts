import type { CatalogRule } from './entry.js';
/** `windows / process_creation`; empty where a rule names no log source. */
export declare function logSourceLabel({ sigma }: CatalogRule): string;
/** A rule's status; of one in another language, or that could not be read, that it is so. */
export declare function statusLabel({ sigma, language, problem }: CatalogRule): string;
