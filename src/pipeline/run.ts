import type { Rule } from '../model/rule.js';
import type { ProcessingItem, Run } from './pipeline.js';

/** Applies one step to a rule, if its conditions hold. */
export function runItem(item: ProcessingItem, rule: Rule, run: Run): Rule {
  if (!item.appliesTo(rule, run)) return rule;
  if (item.id !== null) run.applied.add(item.id);
  return item.transformation.apply(rule, {
    ...run,
    id: item.id,
    itemMatches: (i) => item.appliesToItem(i, run),
    fieldMatches: (field) => item.appliesToField(field, run),
    freshName,
  });
}

/** With an underscore first, so that `them` does not mean it. */
export function freshName(rule: Rule): string {
  const names = new Set(rule.detection.identifiers.map((i) => i.name.text));
  let n = 1;
  while (names.has(`_sigmaql_${n}`)) n++;
  return `_sigmaql_${n}`;
}
