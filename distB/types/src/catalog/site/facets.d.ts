import type { CorpusLanguage } from '../corpus/entry.js';
import type { AttackData } from '../data/attack-data.js';
import type { CatalogRule, SigmaDetails } from './entry.js';
/** The sides from which the rules of a catalogue are looked at, in the order of the home page. */
export declare const FACETS: readonly ["level", "status", "product", "category", "service", "tactic", "language", "author"];
export type Facet = (typeof FACETS)[number];
export declare const FACET_LABELS: Readonly<Record<Facet, readonly [one: string, many: string]>>;
/** https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#level */
export declare const LEVELS: readonly ["critical", "high", "medium", "low", "informational"];
/** https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#status */
export declare const STATUSES: readonly ["stable", "test", "experimental", "deprecated", "unsupported"];
export declare const LANGUAGE_LABELS: Readonly<Record<CorpusLanguage, string>>;
/** What a rule is under a facet; several for a rule of several log sources, tactics or authors. */
export declare function valuesOf(rule: CatalogRule, facet: Facet, attack: AttackData): readonly string[];
/**
 * The short names of the tactics that a rule is tagged with; of a rule that names none, those of its
 * techniques. Of a tactic that MITRE has divided, the parts that its techniques belong to; of a
 * technique that was withdrawn, the tactics of what has taken its place.
 */
export declare function tacticsOf(tags: SigmaDetails['attack'], { objects }: AttackData): readonly string[];
/** Commas part authors; what stands in brackets, such as a company or a share, is left out. */
export declare function authorsOf(author: string): readonly string[];
