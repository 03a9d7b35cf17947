import type { Diagnostic } from '../source/diagnostic.js';
import type { YamlMap } from '../source/node.js';
import type { Rule } from './rule.js';
export interface ReadRule {
    /** Null if `diagnostics` has an error. */
    readonly rule: Rule | null;
    readonly diagnostics: readonly Diagnostic[];
}
/**
 * Reads a rule; every problem of it is reported, not only the first. Of what surrounds the
 * detection only wrong types are errors: catalogues hold many a status and tag of their own.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html
 */
export declare function readRule(document: YamlMap): ReadRule;
