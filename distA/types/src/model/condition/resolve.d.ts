import type { Diagnostic } from '../../source/diagnostic.js';
import type { SearchIdentifier } from '../detection.js';
import type { Condition, ConditionQuantified } from './ast.js';
/** The search identifiers that `them` or a pattern stands for, in the order of the rule. */
export declare function resolveIdentifiers({ pattern }: ConditionQuantified, identifiers: readonly SearchIdentifier[]): readonly SearchIdentifier[];
/** Holds the conditions against the search identifiers: undefined, unused, never matching. */
export declare function checkConditions(conditions: readonly Condition[], identifiers: readonly SearchIdentifier[]): readonly Diagnostic[];
