import type { Rule } from '../model/rule.js';
import { applyPipelines, variantsOf } from '../pipeline/apply.js';
import type { Processed } from '../pipeline/apply.js';
import { anyOf } from '../predicate/meaning.js';
import type { Expression } from '../predicate/predicate.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Settings } from './settings.js';

/** The rule after its pipelines, once for each log source that it names. */
export function processed(rule: Rule, settings: Settings): readonly Processed[] {
  const { pipelines, backend, tables, tablesChosen } = settings;
  const options = { target: backend.name, tables, tablesChosen };
  const variants = pipelines.length === 0 ? [rule] : variantsOf(rule);
  if (variants) return variants.map((v) => applyPipelines(v, pipelines, options));
  const message = 'The log source names too many combinations for the pipelines. Split the rule.';
  const tooMany = diagnostic('error', 'logsource-too-large', message, rule.logsource.span);
  return [{ ...applyPipelines(rule, [], options), diagnostics: [tooMany] }];
}

export interface Branch {
  readonly state: Processed['state'];
  readonly tree: Expression;
}

/** One for each state that the log sources lead to, with what any of them asks there. */
export function branchesOf(
  variants: readonly Processed[],
  trees: readonly Expression[],
): readonly Branch[] {
  if (variants.length === 1) return [{ state: variants[0]!.state, tree: trees[0]! }];
  const byState = new Map<string, { state: Processed['state']; trees: Expression[] }>();
  variants.forEach(({ state }, i) => {
    const key = JSON.stringify([...state]);
    const known = byState.get(key);
    if (known) known.trees.push(trees[i]!);
    else byState.set(key, { state, trees: [trees[i]!] });
  });
  return [...byState.values()].map((b) => ({ state: b.state, tree: anyOf(b.trees) }));
}
