import type { CatalogRule, SigmaDetails } from '../entry.js';
import type { Html } from '../html.js';
/** The conditions (stage 0) and the search identifiers that they use, each with what it asks. */
export declare function stageList(rule: CatalogRule, { stages, predicates }: SigmaDetails): Html;
