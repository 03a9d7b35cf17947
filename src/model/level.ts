import type { Rule } from './rule.js';

/** https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#level */
export const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;

export type Level = (typeof LEVELS)[number];

/**
 * What a target has for each level of Sigma's, in any case.
 *
 * @param otherwise for a rule without a level, or with a word that is not one
 */
export function byLevel<T>({ level }: Rule, table: Readonly<Record<Level, T>>, otherwise: T): T {
  const known = LEVELS.find((l) => l === level?.toLowerCase());
  return known ? table[known] : otherwise;
}
