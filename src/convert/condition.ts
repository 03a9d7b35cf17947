import { print } from '../backend/doc.js';
import type { Doc } from '../backend/doc.js';
import { dialectCodes } from '../backend/dialect/codes.js';
import type { AboutQuery } from '../backend/format.js';
import type { MappedText } from '../source/mapped-text.js';
import type { Correlated } from '../model/correlation/correlated.js';
import type { Correlation, Timespan } from '../model/correlation/correlation.js';
import { spanOfKey } from '../model/document.js';
import type { SigmaDocument } from '../model/document.js';
import { metadataOf } from '../model/metadata.js';
import { whollyMissing, writtenAs } from '../model/name.js';
import type { Name } from '../model/name.js';
import type { Rule } from '../model/rule.js';
import { postprocess } from '../pipeline/apply.js';
import type { Processed } from '../pipeline/apply.js';
import type { Plan } from '../plan/plan.js';
import { lower } from '../predicate/lower.js';
import { withPlainStrings } from '../predicate/plain-regexes.js';
import { diagnostic, diagnosticKey } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Basis } from '../store/placement.js';
import { asWritten } from './as-written.js';
import { planOf } from './branches.js';
import { codes } from './codes.js';
import { planCorrelated } from './correlation.js';
import { deploymentOf } from './deployment.js';
import type { Deployed } from './deployment.js';
import { inPart } from './guard.js';
import type { Identity } from './identity.js';
import { refusedQuery } from './query.js';
import type { Query } from './query.js';
import { Reporter } from './reporter.js';
import type { Budget } from './budget.js';
import type { Settings } from './settings.js';

/** One condition of a rule, whose variants are through their pipelines, as a query. */
export function convertCondition(
  document: SigmaDocument,
  variants: readonly Processed[],
  identity: Identity & { readonly index: number },
  settings: Settings,
  budget: Budget,
): Query {
  const { index } = identity;
  const [{ rule }] = variants as readonly [Processed, ...Processed[]];
  const lowered = variants.map((v) =>
    lower(v.rule, v.rule.detection.conditions[index]!, settings.placeholders),
  );
  const before = distinct([
    ...(document.content?.kind === 'rule'
      ? asWritten(document.content, [index], variants, settings)
      : []),
    ...variants.flatMap((v) => v.diagnostics),
    ...(settings.chosenFormat.showsFields ? shownAssumed(document, variants) : []),
    ...lowered.flatMap((l) => l.diagnostics),
  ]);
  const trees = lowered.flatMap((l) => (l.expression ? withPlainStrings(l.expression) : []));
  budget.spend(trees);
  if (budget.isSpent || trees.length < variants.length) {
    return refusedQuery(document, settings, before);
  }
  const plan = planOf(variants, trees, listedIn(document), settings);
  return queryOf(document, { rule, plan, variants, before, identity }, settings);
}

/** A correlation as a query; its diagnostics are those of all its rules. */
export function convertCorrelation(
  correlated: Correlated,
  identity: Identity,
  settings: Settings,
  budget: Budget,
): Query {
  const { document, correlation } = correlated;
  const { plan, diagnostics, rules } = planCorrelated(correlated, settings, budget);
  const before = distinct(diagnostics);
  const [first] = rules;
  if (!plan || !first) return refusedQuery(document, settings, before);
  const rule: Rule = { ...first.rule, ...metadataOf(correlation), document: correlation.document };
  const timespan = periodOf(correlated).text;
  const { span } = correlation.timespan;
  const period = diagnostic(codes['correlation-period']({ timespan }), span);
  const said = [...before, period, ...notGrouped(correlation, settings)];
  const planned = { rule, plan, variants: rules, before: said, identity };
  return queryOf(document, planned, settings);
}

/** The rows of a correlation have what it groups by, and none of what else its events have. */
function notGrouped(
  { fields, groupBy }: Correlation,
  { backend: { title: target }, chosenFormat: { showsFields } }: Settings,
): readonly Diagnostic[] {
  const grouped = new Set(groupBy.map((name) => name.text));
  return (showsFields ? fields : [])
    .filter(({ text }) => !grouped.has(text))
    .map(({ text: field, span }) =>
      diagnostic(dialectCodes['field-not-shown']({ target, field }), span),
    );
}

/** All timespans of the longest chain. */
function periodOf({ correlation, members }: Correlated): Pick<Timespan, 'text' | 'milliseconds'> {
  const { text, milliseconds } = correlation.timespan;
  const inner = members.flatMap((m) => (m.kind === 'correlated' ? [periodOf(m)] : []));
  const [first] = inner.sort((x, y) => y.milliseconds - x.milliseconds);
  if (!first) return { text, milliseconds };
  return {
    text: `${text} + ${first.text}`,
    milliseconds: milliseconds + first.milliseconds,
  };
}

const UNSET: Deployed = { deployment: {}, diagnostics: [] };

interface Planned {
  /** What formats take metadata from. */
  readonly rule: Rule;
  readonly plan: Plan;
  readonly variants: readonly Processed[];
  readonly before: readonly Diagnostic[];
  readonly identity: Identity;
}

function queryOf(document: SigmaDocument, planned: Planned, settings: Settings): Query {
  const { rule, plan, variants, before, identity } = planned;
  const { backend, chosenFormat: format, strict = false } = settings;
  const [processed] = variants as readonly [Processed, ...Processed[]];
  if (before.some((d) => d.severity === 'error')) {
    return refusedQuery(document, settings, before);
  }
  if (strict && before.some(isDoubtful)) {
    const refused = before.map((d) => (isDoubtful(d) ? { ...d, severity: 'error' as const } : d));
    return refusedQuery(document, settings, refused);
  }
  const report = new Reporter(strict);
  const mapping = weakest(variants.map((v) => v.placement.basis));
  // Without pipelines the user says that the rule's names are those of the target.
  if (mapping === 'unmapped' && strict && settings.pipelines.length > 0) {
    report.refuse(codes['mapping-unmapped'](), rule.logsource.span);
  }
  const { id, name, isMade } = identity;
  const { backendOptions: options, tables } = settings;
  const request = { rule, id, plan, options, format: format.name, tables };
  const target = `The target ${backend.name}`;
  const doc = inPart(target, () => backend.emit(request, report));
  const refused = (): Query =>
    refusedQuery(document, settings, [...before, ...report.diagnostics], report.limits);
  if (report.refused) return refused();

  const told = processed.diagnostics.length;
  const printed = inPart(target, () => printedBy(doc, settings));
  const query = inPart('The postprocessing of a pipeline', () =>
    postprocess(printed, { ...processed, rule }, settings.pipelines),
  );
  const { about, diagnostics: deployed } = aboutQuery(document, planned, settings);
  if (format.deploys && isMade) report.tell(codes['made-id'](), spanOfKey(document, 'title'));
  const wrapped = inPart(`The format ${format.name}`, () => {
    const span = plan.kind === 'having' ? plan.span : rule.logsource.span;
    for (const finding of format.limits?.(query.text, about) ?? []) report.limit(finding, span);
    for (const name of whollyMissing(about.rule.fields, format.unshown?.(about) ?? [])) {
      const what = { target: backend.title, field: writtenAs(name) };
      report.note(dialectCodes['field-not-shown'](what), name.span);
    }
    return report.refused || !format.wrap ? query : expectText(format.wrap(query, about));
  });
  if (report.refused) return refused();
  // A step that drops a condition is a reason like any other.
  const isApproximate = report.approximated || before.some((d) => d.direction !== undefined);
  return {
    document,
    id,
    name,
    target: backend.name,
    format: format.name,
    pipelines: settings.pipelineNames,
    text: wrapped.text,
    queryText: query.text,
    fidelity: isApproximate ? 'approximate' : 'exact',
    mapping,
    limits: report.limits,
    diagnostics: [
      ...before,
      ...report.diagnostics,
      ...deployed,
      ...processed.diagnostics.slice(told),
    ],
    segments: query.segments,
    textSegments: wrapped.segments,
    costs: settings.costs ? inPart(target, () => backend.costs?.(request) ?? []) : [],
  };
}

function printedBy(doc: Doc, { width = 100, compact, pipelines }: Settings): MappedText {
  // A pipeline's postprocessing is written for queries of one line, as pySigma's are.
  const isOneLine = compact || pipelines.some((p) => p.postprocessing.length > 0);
  return print(doc, { width, compact: isOneLine });
}

/** What the format gets to know of a query, and what is wrong with how it is to be deployed. */
function aboutQuery(
  document: SigmaDocument,
  { rule, plan, identity: { id, name } }: Planned,
  settings: Settings,
): { readonly about: AboutQuery; readonly diagnostics: readonly Diagnostic[] } {
  const { backend, chosenFormat, deploy, backendOptions: options, tables } = settings;
  const { attack = null } = settings;
  const { deployment, diagnostics } = deploy
    ? deploymentOf(document, rule, backend.name, chosenFormat, deploy)
    : UNSET;
  const { severity: level = rule.level, prefix = '' } = deployment;
  const about = {
    rule: { ...rule, level },
    id,
    name: prefix + name,
    plan,
    options,
    tables,
    attack,
    deployment,
  };
  return { about, diagnostics };
}

/** A plugin may give anything. */
function expectText(made: MappedText): MappedText {
  if (typeof made.text === 'string') return made;
  throw new TypeError('it gave no text');
}

/** An approximation, or a field that seems to be misspelt. */
function isDoubtful({ direction, code }: Diagnostic): boolean {
  return direction !== undefined || code === 'field-assumed';
}

/** What can be said of all of a query's sources. */
function weakest(bases: readonly Basis[]): Basis {
  if (bases.includes('unmapped')) return 'unmapped';
  return bases.includes('assumed') ? 'assumed' : 'known';
}

/** The fields that a rule lists, as it calls them. */
function listedIn({ content }: SigmaDocument): readonly Name[] {
  return content?.kind === 'rule' ? content.fields : [];
}

/** The fields to be shown that a source may not have. */
function shownAssumed(
  document: SigmaDocument,
  variants: readonly Processed[],
): readonly Diagnostic[] {
  const fields = listedIn(document);
  return variants.flatMap(({ placement: { source, assumed } }) =>
    fields
      .filter(({ text }) => assumed.has(text))
      .map(({ text: field, span }) =>
        diagnostic(codes['field-shown-assumed']({ source: source ?? '', field }), span),
      ),
  );
}

/** Several log sources of a rule have the same diagnostics. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  const known = new Map<string, Diagnostic>();
  for (const d of diagnostics) {
    const key = diagnosticKey(d, d.span);
    if (!known.has(key)) known.set(key, d);
  }
  return [...known.values()];
}
