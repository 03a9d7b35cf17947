import type { Rule } from '../model/rule.js';
import type { Processed } from '../pipeline/apply.js';
import { neverMatches } from '../predicate/never-matches.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Settings } from './settings.js';
import { unlikeValues } from './unlike-values.js';

/**
 * What is wrong with a rule as it is written, whatever its query: conditions that no event can match,
 * and values that no event has.
 *
 * @param conditions which of its conditions are meant
 */
export function asWritten(
  rule: Rule,
  conditions: readonly number[],
  variants: readonly Processed[],
  { placeholders }: Settings,
): readonly Diagnostic[] {
  const impossible = conditions.flatMap((index) => {
    const found = neverMatches(rule, rule.detection.conditions[index]!, placeholders);
    return found ? [found] : [];
  });
  return [...impossible, ...unlikeValues(rule, variants)];
}
