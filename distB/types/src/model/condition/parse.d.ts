import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/node.js';
import type { Condition } from './ast.js';
export interface ParsedCondition {
    /** Null if `diagnostics` has an error. */
    readonly condition: Condition | null;
    readonly diagnostics: readonly Diagnostic[];
}
/** Reads one condition of a rule. */
export declare function parseCondition(scalar: YamlScalar): ParsedCondition;
