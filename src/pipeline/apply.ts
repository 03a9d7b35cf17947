import { withGivenValues } from '../model/given-values.js';
import type { Placeholders } from '../model/given-values.js';
import type { Rule } from '../model/rule.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { MappedText } from '../source/mapped-text.js';
import type { Json } from '../source/json.js';
import { once, remembered } from '../source/remembered.js';
import type { Placement } from '../store/placement.js';
import { UNMAPPED } from '../store/placement.js';
import { placementOf } from '../store/state.js';
import { codes } from './codes.js';
import { isFor, purposeOf } from './pipeline.js';
import type { Pipeline, PipelineTarget, ProcessingItem, Run } from './pipeline.js';
import { runItem } from './run.js';
import { chooseSource } from '../store/choice/choose.js';
import { named } from '../store/choice/candidates.js';
import type { Candidate } from '../store/choice/candidates.js';
import type { Source } from '../store/source.js';
import type { Tables } from '../store/tables.js';

/** A rule after its pipelines. */
export interface Processed {
  readonly rule: Rule;
  /** What `set_state` set. */
  readonly state: ReadonlyMap<string, Json>;
  /** Errors refuse the rule. */
  readonly diagnostics: readonly Diagnostic[];
  readonly run: Run;
  /** Where its events are; null if no pipeline specifies it. */
  readonly source: Candidate | null;
  readonly placement: Placement;
}

/** In the order in which they apply: by priority, equal ones as they were given. */
export function inOrder(pipelines: readonly Pipeline[]): readonly Pipeline[] {
  return [...pipelines].sort((a, b) => a.priority - b.priority);
}

export interface ApplyOptions {
  /** A backend, or the names of one and of its store. */
  readonly target: PipelineTarget;
  /** What is known of its tables. */
  readonly tables?: Tables | undefined;
  /** Tables that sources may read; all if empty or not given. */
  readonly tablesChosen?: readonly string[] | undefined;
  /** Values for placeholders that no pipeline has given any: a source is chosen by what is asked. */
  readonly placeholders?: Placeholders | undefined;
  /** Called with the rule after each step that changed it, and with what the step reported. */
  readonly onStep?:
    | ((
        step: ProcessingItem | 'sources',
        before: Rule,
        after: Rule,
        reported: readonly Diagnostic[],
      ) => void)
    | undefined;
}

/**
 * Runs a rule through pipelines for one target. Several where its events are in several places: any
 * of them will do. Never throws for what a rule holds.
 */
export function applyPipelines(
  rule: Rule,
  pipelines: readonly Pipeline[],
  options: ApplyOptions,
): readonly [Processed, ...Processed[]] {
  if (pipelines.length === 0) return [{ ...UNTOUCHED, rule }];
  const { target, onStep } = options;
  const diagnostics: Diagnostic[] = [];
  const { ordered, variables, sources } = prepare(pipelines, target);
  const run = newRun(options, variables, diagnostics);
  let current = rule;
  // What pipelines of a higher priority do, they do to what the source adds as well.
  const last = ordered.findLastIndex((p) => p.sources.length > 0 && isFor(p, target));
  const later: ProcessingItem[] = [];
  for (const [index, pipeline] of ordered.entries()) {
    if (!isFor(pipeline, target)) {
      const targets = purposeOf(pipeline);
      const slots = { pipeline: pipeline.name, targets, target: target.name };
      diagnostics.push(diagnostic(codes['pipeline-not-for-target'](slots), rule.logsource.span));
      continue;
    }
    if (last >= 0 && index > last) {
      later.push(...pipeline.items);
      continue;
    }
    for (const item of pipeline.items) {
      const before = current;
      const said = diagnostics.length;
      current = runItem(item, before, run);
      if (current !== before) onStep?.(item, before, current, diagnostics.slice(said));
    }
  }
  const { state } = run;
  if (sources.length === 0) {
    const placed = placementOf(state, target.store);
    const isPlaced = placed.tables.length > 0 || placed.model !== null;
    const isRestricted = current.detection.conditions !== rule.detection.conditions;
    const basis = isPlaced || isRestricted ? 'assumed' : 'unmapped';
    if (basis === 'unmapped') {
      const logsource = named(rule.logsource);
      diagnostics.push(diagnostic(codes['pipeline-no-source']({ logsource }), rule.logsource.span));
    }
    const placement = { ...placed, basis } as const;
    return [{ rule: current, state, diagnostics, run, source: null, placement }];
  }
  const said = diagnostics.length;
  const asked = withGivenValues(current, options.placeholders);
  const chosen = chooseSource(asked, sources, run);
  onStep?.('sources', current, chosen[0].rule, diagnostics.slice(said));
  const [first, ...others] = chosen.map(({ rule: made, source, placement }): Processed => {
    const more = source?.source.state;
    const isSame = !more || (more.size === 0 && later.length === 0);
    const own = isSame ? state : new Map([...state, ...more]);
    const columns = [...(placement?.columns ?? [])].filter(([, column]) => column.reading);
    const read = new Set(columns.map(([name]) => name));
    let processedRule = made;
    for (const item of later) {
      const before = processedRule;
      const known = diagnostics.length;
      processedRule = runItem(item, before, { ...run, state: own, read });
      if (processedRule !== before) {
        onStep?.(item, before, processedRule, diagnostics.slice(known));
      }
    }
    return {
      rule: processedRule,
      state: own,
      diagnostics,
      run: own === state ? run : { ...run, state: own },
      source,
      placement: placementOf(own, target.store, placement),
    };
  });
  return [first!, ...others];
}

/** What pipelines are for one target, whatever the rule. */
interface Prepared {
  readonly ordered: readonly Pipeline[];
  readonly variables: Run['variables'];
  readonly sources: readonly Source[];
}

/** What is known of a list of pipelines, and of those that go on after it. */
interface Known {
  readonly byTarget: Map<string, Prepared>;
  readonly longer: WeakMap<Pipeline, Known>;
}

const nothing = (): Known => ({ byTarget: new Map(), longer: new WeakMap() });

/** A caller that goes through a catalogue passes the same pipelines each time; others, new ones after them. */
const ofNone = nothing();
const MAX_TARGETS = 100;

function prepare(pipelines: readonly Pipeline[], target: PipelineTarget): Prepared {
  const ordered = pipelines.length === 1 ? pipelines : inOrder(pipelines);
  let known = ofNone;
  for (const pipeline of ordered) known = once(known.longer, pipeline, nothing);
  const key = `${target.name}\n${target.store ?? ''}`;
  return remembered(known.byTarget, key, MAX_TARGETS, () => ({
    ordered,
    variables: Object.assign({}, ...ordered.map((p) => p.variables)) as Run['variables'],
    sources: sourcesOf(ordered, target),
  }));
}

function sourcesOf(pipelines: readonly Pipeline[], target: PipelineTarget): readonly Source[] {
  const [first, ...others] = pipelines.filter((p) => p.sources.length > 0 && isFor(p, target));
  if (!first) return [];
  return others.length === 0 ? first.sources : [first, ...others].flatMap((p) => p.sources);
}

function newRun(
  { target, tables, tablesChosen = [], placeholders }: ApplyOptions,
  variables: Run['variables'],
  diagnostics: Diagnostic[],
): Run {
  return {
    target: target.name,
    variables,
    placeholders,
    state: new Map(),
    attributes: new Map(),
    applied: new Set(),
    appliedToItem: new Map(),
    appliedToField: new Map(),
    read: new Set(),
    report: (d) => diagnostics.push(d),
    tables,
    tablesChosen,
  };
}

/** The result for a rule without pipelines: made once, since a catalogue holds thousands. */
const UNTOUCHED = {
  state: new Map(),
  diagnostics: [],
  run: newRun({ target: { name: '' } }, {}, []),
  source: null,
  placement: UNMAPPED,
} as const;

/** The sources that pipelines have for a target, in their order. */
export function sourcesFor(
  pipelines: readonly Pipeline[],
  target: PipelineTarget,
): readonly Source[] {
  return pipelines.length === 0 ? [] : prepare(pipelines, target).sources;
}

/** A query after the postprocessing of the pipelines that its rule went through, which are in order. */
export function postprocess(
  query: MappedText,
  { rule, run }: Processed,
  pipelines: readonly Pipeline[],
): MappedText {
  let made = query;
  for (const pipeline of pipelines) {
    for (const item of pipeline.postprocessing) {
      if (!item.appliesTo(rule, run)) continue;
      if (item.id !== null) run.applied.add(item.id);
      made = item.apply(made, rule, run);
    }
  }
  return made;
}
