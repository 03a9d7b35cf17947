import { freshName } from '../model/rewrite.js';
import type { Rule } from '../model/rule.js';
import type { ProcessingItem, Run, Step } from './pipeline.js';

/** Applies one step to a rule, if its conditions hold. */
export function runItem(item: ProcessingItem, rule: Rule, run: Run | Step): Rule {
  if (!item.appliesTo(rule, run)) return rule;
  if (item.id !== null) run.applied.add(item.id);
  return item.transformation.apply(rule, {
    ...run,
    id: item.id,
    isFact: item.isFact,
    isOfLogSource: item.isOfLogSource || ('isOfLogSource' in run && run.isOfLogSource),
    itemMatches: (i) => item.appliesToItem(i, run) && item.appliesToField(i, run),
    fieldMatches: (field) => item.appliesToField(field, run),
    freshName,
  });
}
