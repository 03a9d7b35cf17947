import type { Name } from '../detection.js';
import type { Chain, Modifier, ModifierTable } from './chain.js';
/**
 * Finds the modifiers of an item and reports what cannot be: unknown names, modifiers that clash,
 * and those that need a field on keywords. What it returns is whole only if it reported no error.
 *
 * @param names the modifiers' names, trimmed and in lower case.
 */
export declare function resolveModifiers(table: ModifierTable, modifiers: readonly Name[], names: readonly string[], hasField: boolean, report: Chain['report']): readonly Modifier[];
