import { whollyMissing, writtenAs } from '../model/name.js';
import type { Name } from '../model/name.js';
import type { Expression } from '../predicate/predicate.js';
import { stagesOf } from '../plan/stages.js';
import type { FirstStage } from '../plan/stages.js';
import { searchesOf, sourceOf } from '../plan/plan.js';
import { thresholdOf, unindexedOf, unsharedOf } from '../plan/threshold.js';
import type {
  Aggregate,
  Events,
  Extend,
  Having,
  Plan,
  ReadColumn,
  Search,
  Sequence,
  ShownField,
  Source,
  Union,
} from '../plan/plan.js';
import type { Backend, EmitRequest, Report } from './contract.js';
import { cheapestFirst, partCosts } from './cost.js';
import type { CostModel, PartCost } from './cost.js';
import { dialectCodes } from './dialect/codes.js';
import type { QueryContext } from './dialect/context.js';
import type { Doc } from './doc.js';

/**
 * How a target writes a plan: a function for each node that it can express, which gets what its
 * inputs were written as. A node that is left out is refused at the part of the rule that needs it.
 * `Q` is what a query is built of.
 */
export interface QueryWriter<Q> {
  /** The search of one source as it is to be written, before it is divided into stages. */
  readonly prepare?: (node: Search, context: QueryContext) => Search;
  /** What the product pays for a predicate of a search; docs/idiom.md has the models. */
  readonly cost?: (context: QueryContext) => CostModel;
  /** Cheap conjuncts go first, for a product that tests them in the order in which they are written. */
  readonly cheapestFirst?: boolean;
  readonly source: (node: Source, context: QueryContext) => Q;
  readonly search: (node: Search, input: Q, context: QueryContext) => Q;
  readonly extend?: (node: Extend, input: Q, context: QueryContext) => Q;
  /** Null where the format has no way to. */
  readonly union?: (node: Union, inputs: readonly Q[], context: QueryContext) => Q | null;
  /** Whether each place of a union shows its own fields, where the writer joins what they give. */
  readonly showsPlaces?: true;
  /** Left out where the target has no correlations. */
  readonly correlation?: CorrelationWriter<Q>;
  /** What to do with a correlation that the target cannot express. */
  readonly insteadOfCorrelation?: string;
  /** The query with what comes after all that the rule asks. */
  readonly last?: (query: Q, context: QueryContext) => Q;
  /**
   * The query of one place with nothing but some fields in its results, and which of them it cannot
   * show; left out where results are whole events. No condition has needed the columns that are
   * `unread`, so the query does not read them out of others yet.
   */
  readonly show?: (
    fields: readonly ShownField[],
    query: Q,
    context: QueryContext,
    unread: readonly ReadColumn[],
  ) => Shown<Q>;
  /**
   * What the first stage of a query expresses exactly, for a target that filters in stages; the rest
   * goes to a second search, after the columns that are read out of others. Null: all in one stage.
   */
  readonly early?: (source: Source, context: QueryContext) => FirstStage | null;
}

/** How a target writes what relates events. */
export interface CorrelationWriter<Q> {
  readonly events: (node: Events, input: Q, context: QueryContext) => Q;
  readonly union: (inputs: readonly Q[], context: QueryContext) => Q;
  readonly aggregate: (node: Aggregate, input: Q, context: QueryContext) => Q;
  readonly sequence: (node: Sequence, input: Q, context: QueryContext) => Q;
  readonly having: (node: Having, input: Q, context: QueryContext) => Q;
}

export interface Shown<Q> {
  readonly query: Q;
  readonly unknown: readonly Name[];
}

export interface Target<Q> extends Omit<Backend, 'emit'> {
  readonly query: QueryWriter<Q>;
  /** Left out where a query is a `Doc`. */
  readonly print: (query: Q) => Doc;
}

/** A backend that writes plans node by node. */
export function defineTarget(target: Omit<Target<Doc>, 'print'>): Backend;
export function defineTarget<Q>(target: Target<Q>): Backend;
export function defineTarget<Q>(
  target: Omit<Target<Q>, 'print'> & Partial<Pick<Target<Q>, 'print'>>,
): Backend {
  const { query, print = (q: Q) => q as Doc, ...backend } = target;
  return {
    ...backend,
    emit: (request, report) => print(writePlan(request, report, backend, query)),
    ...(query.cost ? { costs: (request) => costsOf(request, backend, query.cost!) } : {}),
  };
}

function costsOf(
  request: EmitRequest,
  backend: Described,
  cost: (context: QueryContext) => CostModel,
): readonly PartCost[] {
  const contextOf = contexts(request, UNHEARD, backend, true);
  return searchesOf(request.plan).flatMap(({ conditions, input }) =>
    partCosts(conditions, cost(contextOf(sourceOf(input), conditions))),
  );
}

/** For what only looks. */
const UNHEARD: Report = {
  approximate: () => undefined,
  refuse: () => undefined,
  limit: () => undefined,
  note: () => undefined,
};

type Described = Pick<Backend, 'title' | 'formats'>;

function contexts(
  request: EmitRequest,
  report: Report,
  { title, formats }: Described,
  computesColumns: boolean,
): (source: Source, conditions?: readonly Expression[]) => QueryContext {
  const { rule, options, format = formats[0]!.name } = request;
  const reported = new Set<string>();
  return ({ placement }, conditions = NONE) => ({
    request,
    rule,
    options,
    format,
    placement,
    conditions,
    report,
    target: title,
    computesColumns,
    reported,
  });
}

function writePlan<Q>(
  request: EmitRequest,
  report: Report,
  { title, simplify, formats }: Pick<Backend, 'title' | 'simplify' | 'formats'>,
  writer: QueryWriter<Q>,
): Q {
  const { format = formats[0]!.name, plan: whole } = request;
  const computesColumns = writer.extend !== undefined;
  const contextOf = contexts(request, report, { title, formats }, computesColumns);
  if (whole.kind === 'having' && !writer.correlation) {
    const { insteadOfCorrelation: hint = 'Convert it for another target.' } = writer;
    const { countsEvents = false } = formats.find((f) => f.name === format) ?? {};
    return write(withoutCorrelation(whole, report, countsEvents, { target: title, hint }));
  }
  const read = new Map<Source, Set<string>>();
  const notShown = new Map<Source, readonly Name[]>();
  const asked = write(whole);
  const last = writer.last?.(asked, contextOf(sourceOf(whole))) ?? asked;
  const isShown = whole.kind === 'union' && writer.showsPlaces === true;
  const query = isShown ? last : show(last, placesOf(whole));
  reportNotShown();
  return query;

  function show(query: Q, source: Source): Q {
    const { shown = NO_FIELDS, placement } = source;
    if (shown.length === 0) return query;
    const unread = new Map<string, ReadColumn>();
    for (const name of shown) {
      const reading = placement.columns.get(name.text)?.reading;
      if (reading && !read.get(source)?.has(name.text)) unread.set(name.text, { name, reading });
    }
    const made = writer.show?.(shown, query, contextOf(source), [...unread.values()]);
    notShown.set(source, whollyMissing(shown, made?.unknown ?? shown));
    return made?.query ?? query;
  }

  /** What no place has a column for. */
  function reportNotShown(): void {
    const all = [...notShown.values()];
    for (const name of all[0] ?? NO_FIELDS) {
      const { span } = name;
      if (!all.every((names) => names.some((n) => n.span.start === span.start))) continue;
      report.note(dialectCodes['field-not-shown']({ target: title, field: writtenAs(name) }), span);
    }
  }

  function write(plan: Plan): Q {
    const source = sourceOf(plan);
    switch (plan.kind) {
      case 'source':
        return writer.source(plan, contextOf(source));
      case 'search': {
        const asked = contextOf(source, plan.conditions);
        const prepared = ordered(writer.prepare?.(plan, asked) ?? plan, asked);
        const context = prepared === plan ? asked : contextOf(source, prepared.conditions);
        const first = plan.input === source ? writer.early?.(source, context) : null;
        const staged = first ? stagesOf(prepared, source, first, simplify) : prepared;
        return writeStages(staged, context);
      }
      case 'extend':
        return writeStages(plan, contextOf(source));
      case 'events':
        return writer.correlation!.events(plan, write(plan.input), contextOf(source));
      case 'aggregate':
        return writer.correlation!.aggregate(plan, write(plan.input), contextOf(source));
      case 'sequence':
        return writer.correlation!.sequence(plan, write(plan.input), contextOf(source));
      case 'having':
        return writer.correlation!.having(plan, write(plan.input), contextOf(source));
      case 'union': {
        const relates = plan.inputs.some((input) => input.kind === 'events');
        if (relates) return writer.correlation!.union(plan.inputs.map(write), contextOf(source));
        const inputs = plan.inputs.map((input) => {
          const written = write(input);
          return writer.showsPlaces ? show(written, sourceOf(input)) : written;
        });
        const union = writer.union?.(plan, inputs, contextOf(source));
        if (union !== null && union !== undefined) return union;
        const slots = { target: title, format };
        const finding = dialectCodes['pipeline-several-states'](slots);
        report.refuse(finding, plan.span);
        return inputs[0]!;
      }
    }
  }

  function ordered(node: Search, context: QueryContext): Search {
    if (!writer.cost || !writer.cheapestFirst) return node;
    const conditions = cheapestFirst(node.conditions, writer.cost(context));
    return conditions === node.conditions ? node : { ...node, conditions };
  }

  /** What is divided into stages already. */
  function writeStages(plan: Plan, context: QueryContext): Q {
    switch (plan.kind) {
      case 'search':
        return writer.search(plan, writeStages(plan.input, context), context);
      case 'extend': {
        const input = writeStages(plan.input, context);
        if (writer.extend) {
          const source = sourceOf(plan);
          const names = read.get(source) ?? new Set();
          for (const { name } of plan.columns) names.add(name.text);
          read.set(source, names);
        }
        return writer.extend?.(plan, input, context) ?? input;
      }
      default:
        return write(plan);
    }
  }
}

/**
 * What is written of a correlation in a language that has none: its events, where the product of the
 * format counts them itself; otherwise it is refused.
 */
function withoutCorrelation(
  whole: Having,
  report: Report,
  countsEvents: boolean,
  slots: { readonly target: string; readonly hint: string },
): Plan {
  const threshold = countsEvents ? thresholdOf(whole) : null;
  const unfit = threshold ? unindexedOf(threshold) : countsEvents ? unsharedOf(whole) : [];
  for (const { text: field, span } of unfit) {
    report.refuse(dialectCodes['threshold-field']({ field }), span);
  }
  if (unfit.length > 0) return sourceOf(whole);
  if (!threshold) {
    report.refuse(dialectCodes['unsupported-correlation'](slots), whole.span);
    return sourceOf(whole);
  }
  const { text: timespan } = threshold.timespan;
  const finding = dialectCodes['correlation-threshold']({ timespan });
  report.approximate('narrower', 'positive', finding, whole.span);
  return threshold.events;
}

/** All places of a plan as one, with the columns and the shown fields of each. */
function placesOf(plan: Plan): Source {
  const first = sourceOf(plan);
  const sources = plan.kind === 'union' ? plan.inputs.map(sourceOf) : [];
  if (sources.length < 2) return first;
  const columns = new Map(sources.flatMap((s) => [...s.placement.columns]).reverse());
  const shown = new Map(sources.flatMap((s) => s.shown ?? NO_FIELDS).map((f) => [f.text, f]));
  return { ...first, placement: { ...first.placement, columns }, shown: [...shown.values()] };
}

const NONE: readonly Expression[] = [];
const NO_FIELDS: readonly ShownField[] = [];
