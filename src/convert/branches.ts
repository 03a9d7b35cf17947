import type { Name } from '../model/name.js';
import type { Rule } from '../model/rule.js';
import { applyPipelines, variantsOf } from '../pipeline/apply.js';
import type { Processed } from '../pipeline/apply.js';
import { searchOf } from '../plan/plan.js';
import type { Plan } from '../plan/plan.js';
import { anyOf } from '../predicate/meaning.js';
import type { Expression } from '../predicate/predicate.js';
import { simplify } from '../predicate/simplify.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Placement } from '../store/placement.js';
import { placementKey } from '../store/state.js';
import { codes } from './codes.js';
import type { Settings } from './settings.js';

/** The rule after its pipelines, once for each log source that it names. */
export function processed(rule: Rule, settings: Settings): readonly Processed[] {
  const { pipelines, backend, tables, tablesChosen } = settings;
  const options = { target: backend, tables, tablesChosen };
  const variants = pipelines.length === 0 ? [rule] : variantsOf(rule);
  if (variants)
    return withEvents(variants.map((v) => applyPipelines(v, pipelines, options))).flat();
  const tooMany = diagnostic(codes['logsource-too-large'](), rule.logsource.span);
  return [{ ...applyPipelines(rule, [], options)[0], diagnostics: [tooMany] }];
}

/** Of several log sources, those of which an event may satisfy the rule; all if none is left. */
function withEvents<T extends readonly Processed[]>(variants: readonly T[]): readonly T[] {
  const possible = variants.filter(
    ([first]) => !first!.diagnostics.some((d) => d.code === 'source-contradicts-rule'),
  );
  return possible.length > 0 ? possible : variants;
}

/** A search of each place that the log sources lead to, for what any of them asks there. */
export function planOf(
  variants: readonly Processed[],
  trees: readonly Expression[],
  { backend: { simplify: simple }, chosenFormat: { showsFields } }: Settings,
): Plan {
  const { span } = variants[0]!.rule.logsource;
  const inputs = branchesOf(variants, trees).map(({ state, placement, tree, fields }) =>
    searchOf(simplify(tree, simple), {
      state,
      placement,
      span,
      ...(showsFields ? { shown: fields } : {}),
    }),
  );
  return inputs.length === 1 ? inputs[0]! : { kind: 'union', inputs, span };
}

interface Branch {
  readonly state: Processed['state'];
  readonly placement: Placement;
  readonly tree: Expression;
  readonly fields: readonly Name[];
}

function branchesOf(
  variants: readonly Processed[],
  trees: readonly Expression[],
): readonly Branch[] {
  if (variants.length === 1) {
    const { state, placement, rule } = variants[0]!;
    return [{ state, placement, tree: trees[0]!, fields: rule.fields }];
  }
  const byPlace = new Map<string, { first: Processed; trees: Expression[]; fields: Name[] }>();
  variants.forEach((variant, i) => {
    const key = JSON.stringify([...variant.state, placementKey(variant.placement)]);
    const known = byPlace.get(key);
    const { fields } = variant.rule;
    if (!known) {
      byPlace.set(key, { first: variant, trees: [trees[i]!], fields: [...fields] });
      return;
    }
    known.trees.push(trees[i]!);
    known.fields.push(...fields.filter((f) => known.fields.every((k) => k.text !== f.text)));
  });
  return [...byPlace.values()].map(({ first: { state, placement }, trees: asked, fields }) => ({
    state,
    placement,
    tree: anyOf(asked),
    fields,
  }));
}
