import type { Backend, Format, Polarity, Report } from './backend/contract.js';
import { print } from './backend/doc.js';
import type { Printed, Segment } from './backend/doc.js';
import type { Collection, CollectionItem } from './model/collection.js';
import type { Condition } from './model/condition/ast.js';
import type { Rule } from './model/rule.js';
import { applyPipelines, inOrder, postprocess, variantsOf } from './pipeline/apply.js';
import type { Processed } from './pipeline/apply.js';
import type { Pipeline } from './pipeline/pipeline.js';
import type { Tables } from './pipeline/tables.js';
import { lower } from './predicate/lower.js';
import { anyOf } from './predicate/meaning.js';
import type { Lowered, Placeholders } from './predicate/lower.js';
import type { Expression } from './predicate/predicate.js';
import { simplify } from './predicate/simplify.js';
import type { SimplifyOptions } from './predicate/simplify.js';
import { diagnostic } from './source/diagnostic.js';
import type { Diagnostic } from './source/diagnostic.js';
import type { Span } from './source/span.js';

export interface ConvertOptions {
  readonly backend: Backend;
  /** A name of `backend.formats`; the first is the default. */
  readonly format?: string;
  /** Values for `backend.options`, by name. */
  readonly options?: Readonly<Record<string, string>>;
  readonly placeholders?: Placeholders;
  /** What rules go through first, by priority; `loadPipeline` reads them. */
  readonly pipelines?: readonly Pipeline[];
  /** What is known of the target's tables; `backend.tables` loads it. */
  readonly tables?: Tables | undefined;
  /** Turns approximations into errors. */
  readonly strict?: boolean;
  /** Every query on one line. */
  readonly compact?: boolean;
  /** Columns that a line of a query should keep to; 100 if not given. */
  readonly width?: number;
}

export type Fidelity = 'exact' | 'approximate' | 'refused';

export interface Query {
  readonly item: CollectionItem;
  /** The backend's name. */
  readonly target: string;
  readonly format: string;
  readonly pipelines: readonly string[];
  /** In the format asked for; null if refused. */
  readonly text: string | null;
  /** As `text`, without the format's wrapping. */
  readonly queryText: string | null;
  readonly fidelity: Fidelity;
  /** Of this query; what reading the rule brought up is in `item.diagnostics`. */
  readonly diagnostics: readonly Diagnostic[];
  /** Which parts of `queryText` came from which place of the rule. */
  readonly segments: readonly Segment[];
}

/**
 * Converts every rule of a collection, one query for each of its conditions, in order. A rule that
 * could not be read gives one refused query. Bad rules never throw; a format or option that the
 * backend does not have throws a `RangeError`.
 */
export function convert(collection: Collection, options: ConvertOptions): Query[] {
  const settings = settingsOnce(options);
  const queries: Query[] = [];
  for (const item of collection.items) {
    if (item.content?.kind === 'filter') continue;
    if (item.content?.kind !== 'rule') {
      queries.push(refused(item, settings, []));
      continue;
    }
    const variants = process(item.content, settings);
    item.content.detection.conditions.forEach((_, index) => {
      queries.push(convertCondition(item, variants, index, settings));
    });
  }
  return queries;
}

interface Settings extends Omit<ConvertOptions, 'format' | 'options'> {
  /** In the order in which they apply. */
  readonly pipelines: readonly Pipeline[];
  readonly pipelineNames: readonly string[];
  readonly chosenFormat: Format;
  readonly tablesChosen: readonly string[];
  readonly backendOptions: Readonly<Record<string, string>>;
}

/** A caller that converts file after file passes the same options each time. */
const settingsOf = new WeakMap<ConvertOptions, Settings>();

function settingsOnce(options: ConvertOptions): Settings {
  let settings = settingsOf.get(options);
  if (!settings) settingsOf.set(options, (settings = resolveSettings(options)));
  return settings;
}

function resolveSettings(options: ConvertOptions): Settings {
  const { backend, format } = options;
  const chosenFormat =
    format === undefined ? backend.formats[0] : backend.formats.find((f) => f.name === format);
  if (!chosenFormat) {
    const names = backend.formats.map((f) => f.name).join(', ');
    throw new RangeError(`${backend.name} has no format '${format}'. It has: ${names}.`);
  }
  const backendOptions = resolveOptions(backend, options.options ?? {});
  const pipelines = inOrder(options.pipelines ?? []);
  const tablesChosen = backend.tablesChosen?.(backendOptions) ?? [];
  const pipelineNames = pipelines.map((p) => p.name);
  return { ...options, pipelines, pipelineNames, chosenFormat, backendOptions, tablesChosen };
}

/** Fills in defaults. Throws a `RangeError` that says what would be right. */
export function resolveOptions(
  backend: Backend,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const resolved: Record<string, string> = {};
  for (const option of backend.options) {
    resolved[option.name] = option.values?.[0] ?? option.default ?? '';
  }
  for (const [name, value] of Object.entries(given)) {
    const option = backend.options.find((o) => o.name === name);
    if (!option) {
      const names = backend.options.map((o) => o.name).join(', ') || 'none';
      throw new RangeError(`${backend.name} has no option '${name}'. It has: ${names}.`);
    }
    const where = `${backend.name}.${name}`;
    if (option.values && !option.values.includes(value)) {
      throw new RangeError(`${where} cannot be '${value}'. It takes: ${option.values.join(', ')}.`);
    }
    const wrong = option.check?.(value);
    if (wrong) throw new RangeError(`${where} cannot be '${value}': ${wrong}`);
    resolved[name] = value;
  }
  return resolved;
}

/** The rule after its pipelines, once for each log source that it names. */
function process(rule: Rule, settings: Settings): readonly Processed[] {
  const { pipelines, backend, tables, tablesChosen } = settings;
  const options = { target: backend.name, tables, tablesChosen };
  const variants = pipelines.length === 0 ? [rule] : variantsOf(rule);
  if (variants) return variants.map((v) => applyPipelines(v, pipelines, options));
  const message = 'The log source names too many combinations for the pipelines. Split the rule.';
  const tooMany = diagnostic('error', 'logsource-too-large', message, rule.logsource.span);
  return [{ ...applyPipelines(rule, [], options), diagnostics: [tooMany] }];
}

function convertCondition(
  item: CollectionItem,
  variants: readonly Processed[],
  index: number,
  settings: Settings,
): Query {
  const { backend, chosenFormat } = settings;
  const [processed] = variants as readonly [Processed, ...Processed[]];
  const { rule } = processed;
  const lowered = variants.map((v) =>
    lowerFor(v.rule, v.rule.detection.conditions[index]!, settings),
  );
  const before = distinct([...variants, ...lowered].flatMap((v) => v.diagnostics));
  const trees = lowered.flatMap((l) => l.expression ?? []);
  if (trees.length < variants.length || before.some((d) => d.severity === 'error')) {
    return refused(item, settings, before);
  }
  const report = new Reporter(settings.strict ?? false);
  const branches = branchesOf(variants, trees).map(({ state, tree }) =>
    backend.emit(
      {
        rule,
        expression: simplified(tree, settings),
        options: settings.backendOptions,
        format: chosenFormat.name,
        state,
        tables: settings.tables,
      },
      report,
    ),
  );
  const doc = branches.length === 1 ? branches[0]! : backend.union?.(branches, chosenFormat.name);
  if (!doc) {
    const message = `The rule's log sources are kept in different places, and ${backend.name} has no way to ask several at once in the format ${chosenFormat.name}. Convert it with a pipeline for one of them.`;
    report.refuse('pipeline-several-states', message, rule.logsource.span);
  }
  const diagnostics = [...before, ...report.diagnostics];
  if (report.refused || !doc) return refused(item, settings, diagnostics);

  const printed = print(doc, {
    width: settings.width ?? 100,
    compact: settings.compact ?? false,
  });
  const queryText = postprocess(printed.text, processed, settings.pipelines);
  return {
    item,
    target: backend.name,
    format: chosenFormat.name,
    pipelines: settings.pipelineNames,
    text: chosenFormat.wrap ? chosenFormat.wrap(queryText, rule) : queryText,
    queryText,
    fidelity: report.approximated ? 'approximate' : 'exact',
    diagnostics,
    segments: moved(printed, queryText),
  };
}

interface Branch {
  readonly state: Processed['state'];
  readonly tree: Expression;
}

/** One for each state that the log sources lead to, with what any of them asks there. */
function branchesOf(
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

/** Several log sources of a rule say the same of it. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  const known = new Map<string, Diagnostic>();
  for (const d of diagnostics) {
    const key = `${d.code} ${d.span?.start ?? 0} ${d.span?.end ?? 0} ${d.message}`;
    if (!known.has(key)) known.set(key, d);
  }
  return [...known.values()];
}

/** The source map of a query that postprocessing put something around; of any other change, none. */
function moved({ text, segments }: Printed, within: string): readonly Segment[] {
  if (within === text) return segments;
  const by = within.indexOf(text);
  if (by <= 0) return by === 0 ? segments : [];
  return segments.map((s) => ({ ...s, start: s.start + by, end: s.end + by }));
}

/** What has been worked out for one target is the same for the next. */
const loweredOf = new WeakMap<Condition, { placeholders: Placeholders; lowered: Lowered }>();
const simplifiedOf = new WeakMap<Expression, Map<string, Expression>>();

const NO_PLACEHOLDERS: Placeholders = {};

/** A pipeline may change what a condition's identifiers are, and leave the condition as it is. */
function lowerFor(rule: Rule, condition: Condition, settings: Settings): Lowered {
  const { pipelines, placeholders } = settings;
  return pipelines.length > 0
    ? lower(rule, condition, placeholders)
    : lowerOnce(rule, condition, placeholders);
}

function lowerOnce(
  rule: Rule,
  condition: Condition,
  placeholders: Placeholders = NO_PLACEHOLDERS,
): Lowered {
  const known = loweredOf.get(condition);
  if (known?.placeholders === placeholders) return known.lowered;
  const lowered = lower(rule, condition, placeholders);
  loweredOf.set(condition, { placeholders, lowered });
  return lowered;
}

function simplified(tree: Expression, { pipelines, backend }: Settings): Expression {
  // A pipeline's tree is of one target alone.
  return pipelines.length > 0
    ? simplify(tree, backend.simplify)
    : simplifyOnce(tree, backend.simplify);
}

function simplifyOnce(expression: Expression, options: SimplifyOptions): Expression {
  let known = simplifiedOf.get(expression);
  if (!known) simplifiedOf.set(expression, (known = new Map()));
  const key = `${options.oneOf} ${options.pushNegation}`;
  let simple = known.get(key);
  if (!simple) known.set(key, (simple = simplify(expression, options)));
  return simple;
}

function refused(
  item: CollectionItem,
  settings: Settings,
  diagnostics: readonly Diagnostic[],
): Query {
  return {
    item,
    target: settings.backend.name,
    format: settings.chosenFormat.name,
    pipelines: settings.pipelineNames,
    text: null,
    queryText: null,
    fidelity: 'refused',
    diagnostics,
    segments: [],
  };
}

class Reporter implements Report {
  readonly diagnostics: Diagnostic[] = [];
  refused = false;
  approximated = false;
  private readonly seen = new Set<string>();

  constructor(private readonly strict: boolean) {}

  approximate(
    direction: 'wider' | 'narrower',
    polarity: Polarity,
    code: string,
    message: string,
    span: Span,
  ): void {
    const opposite = direction === 'wider' ? 'narrower' : 'wider';
    const effect = polarity === 'positive' ? direction : opposite;
    this.approximated = true;
    if (this.strict) this.refused = true;
    const lead =
      effect === 'wider' ? 'May match more than the rule' : 'May miss what the rule matches';
    this.add(this.strict ? 'error' : 'warning', code, `${lead}: ${message}`, span, effect);
  }

  refuse(code: string, message: string, span: Span): void {
    this.refused = true;
    this.add('error', code, message, span);
  }

  note(code: string, message: string, span: Span): void {
    this.add('note', code, message, span);
  }

  private add(
    severity: Diagnostic['severity'],
    code: string,
    message: string,
    span: Span,
    direction?: 'wider' | 'narrower',
  ): void {
    // One place of a rule may be written into a query several times; it is told once.
    const key = `${code} ${span.start} ${span.end} ${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const made = diagnostic(severity, code, message, span);
    this.diagnostics.push(direction ? { ...made, direction } : made);
  }
}
