import type { Name } from '../model/name.js';
import type { Rule } from '../model/rule.js';
import { applyPipelines } from '../pipeline/apply.js';
import type { Processed } from '../pipeline/apply.js';
import { applyToEach } from '../pipeline/variants.js';
import { searchOf } from '../plan/plan.js';
import type { Plan, ShownField } from '../plan/plan.js';
import { fieldsOf } from '../predicate/fields.js';
import { anyOf } from '../predicate/meaning.js';
import type { Expression } from '../predicate/predicate.js';
import { simplify } from '../predicate/simplify/simplify.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Placement } from '../store/placement.js';
import { placementKey } from '../store/state.js';
import { codes } from './codes.js';
import type { Settings } from './settings.js';

/** The rule after its pipelines, once for each log source that it names. */
export function processed(rule: Rule, settings: Settings): readonly Processed[] {
  const { pipelines, backend, tables, tablesChosen, placeholders } = settings;
  const options = { target: backend, tables, tablesChosen, placeholders };
  if (pipelines.length === 0) return applyPipelines(rule, pipelines, options);
  const variants = applyToEach(rule, pipelines, options);
  if (variants) return told(variants).flat();
  const tooMany = diagnostic(codes['logsource-too-large'](), rule.logsource.span);
  return [{ ...applyPipelines(rule, [], options)[0], diagnostics: [tooMany] }];
}

/**
 * An alternative that the events of one log source never have a field or a value for is no loss where
 * those of another have it: the query asks it of those.
 */
function told(variants: readonly (readonly Processed[])[]): readonly (readonly Processed[])[] {
  if (variants.length === 1) return variants;
  const asked = variants.filter((v) => v.every((p) => p.diagnostics.every(isNoError)));
  const leftOut = asked.map(
    (v) => new Set(v.flatMap((p) => p.diagnostics.filter(isLeftOut).map((d) => d.span!.start))),
  );
  const isLost = (d: Diagnostic): boolean =>
    !isLeftOut(d) || leftOut.every((starts) => starts.has(d.span!.start));
  return variants.map((v) =>
    v.map((p) =>
      p.diagnostics.every(isLost) ? p : { ...p, diagnostics: p.diagnostics.filter(isLost) },
    ),
  );
}

function isNoError(d: Diagnostic): boolean {
  return d.severity !== 'error';
}

function isLeftOut(d: Diagnostic): boolean {
  return LEFT_OUT.has(d.code);
}

const LEFT_OUT: ReadonlySet<string> = new Set([
  'source-exclusion-left-out',
  'source-field-left-out',
  'source-never-holds',
]);

/**
 * A search of each place that the log sources lead to, for what any of them asks there.
 * @param listed the fields to be shown as the rule calls them
 */
export function planOf(
  variants: readonly Processed[],
  trees: readonly Expression[],
  listed: readonly Name[],
  { backend: { simplify: simple }, chosenFormat: { showsFields } }: Settings,
): Plan {
  const { span } = variants[0]!.rule.logsource;
  const inputs = branchesOf(variants, trees, listed).map(({ state, placement, tree, fields }) =>
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
  readonly fields: readonly ShownField[];
}

function branchesOf(
  variants: readonly Processed[],
  trees: readonly Expression[],
  listed: readonly Name[],
): readonly Branch[] {
  if (variants.length === 1) {
    const { state, placement } = variants[0]!;
    return [{ state, placement, tree: trees[0]!, fields: shownOf(variants[0]!, listed) }];
  }
  const byPlace = new Map<
    string,
    { first: Processed; trees: Expression[]; fields: ShownField[] }
  >();
  variants.forEach((variant, i) => {
    const key = JSON.stringify([...variant.state, placementKey(variant.placement)]);
    const known = byPlace.get(key);
    const fields = shownOf(variant, listed);
    if (!known) {
      byPlace.set(key, { first: variant, trees: [trees[i]!], fields: [...fields] });
      return;
    }
    known.trees.push(trees[i]!);
    known.fields.push(...fields.filter((f) => known.fields.every((k) => k.text !== f.text)));
  });
  const branches = [...byPlace.values()].map(({ first, trees: asked, fields }) => ({
    state: first.state,
    placement: first.placement,
    tree: anyOf(asked),
    fields,
  }));
  return branches.reduce<readonly Branch[]>(joined, []);
}

/** One of the same tables is an alternative there, where none of its columns has to be computed. */
function joined(branches: readonly Branch[], next: Branch): readonly Branch[] {
  const same = branches.find((branch) => areAlike(branch, next));
  if (!same) return [...branches, next];
  const columns = new Map([...next.placement.columns, ...same.placement.columns]);
  const both = {
    ...same,
    placement: { ...same.placement, columns },
    tree: anyOf([same.tree, next.tree]),
  };
  return branches.map((branch) => (branch === same ? both : branch));
}

function areAlike(a: Branch, b: Branch): boolean {
  const [one, other] = [a, b].map(({ state, placement, fields }) =>
    JSON.stringify([
      [...state],
      placementKey({ ...placement, columns: new Map() }),
      fields.map((f) => f.text),
    ]),
  );
  if (one !== other || a.placement.tables.length === 0) return false;
  return knowsAlike(a, b) && knowsAlike(b, a);
}

/** What one asks for is stored, and the same in the other, where that knows it. */
function knowsAlike({ tree, fields, placement }: Branch, other: Branch): boolean {
  return [...fieldsOf(tree).keys(), ...fields.map((f) => f.text)].every((name) => {
    const [own, known] = [placement, other.placement].map((p) => p.columns.get(name));
    if (own?.reading) return false;
    return !known || JSON.stringify(known) === JSON.stringify(own);
  });
}

/** As a place calls them. */
function shownOf(
  { rule: { fields }, placement: { assumed } }: Processed,
  listed: readonly Name[],
): readonly ShownField[] {
  if (assumed.size === 0) return fields;
  const starts = new Set(listed.flatMap((f) => (assumed.has(f.text) ? f.span.start : [])));
  return fields.map((f) => (starts.has(f.span.start) ? { ...f, assumed: true } : f));
}
