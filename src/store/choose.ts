import { resolveIdentifiers } from '../model/condition/resolve.js';
import { leavesOf } from '../model/condition/fold.js';
import type { DetectionItem, DetectionNode, SearchIdentifier } from '../model/detection.js';
import type { Name } from '../model/name.js';
import { freshName, withCondition } from '../model/rewrite.js';
import { LOG_SOURCE_KEYS } from '../model/rule.js';
import type { LogSource, Rule } from '../model/rule.js';
import { nearest } from '../model/suggest.js';
import type { Finding } from '../source/codes.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Json } from '../source/json.js';
import { positionAt } from '../source/span.js';
import type { Span } from '../source/span.js';
import { codes } from './codes.js';
import { FieldReader } from './fields.js';
import type { Missing } from './fields.js';
import { asksAlways } from './needs.js';
import { UNMAPPED } from './placement.js';
import type { Placement } from './placement.js';
import type { LogSourceEntry, Source } from './source.js';
import type { Tables } from './tables.js';

/** What the choice of a source depends on besides the rule, and where it goes. */
export interface Choosing {
  readonly target: string;
  /** What is known of the store's tables, if anything is. */
  readonly tables: Tables | undefined;
  /** Tables that sources may read; empty: all. */
  readonly tablesChosen: readonly string[];
  /** Gets what the source sets for the target. */
  readonly state: Map<string, Json>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/**
 * Turns a rule into one for the first source that holds its log source and all of its fields. Where
 * there is none, says at each field what was tried.
 */
export function chooseSource(rule: Rule, sources: readonly Source[], run: Choosing): Chosen {
  const { candidates, name } = candidatesFor(rule, sources, run);
  if (candidates.length === 0) {
    const { span } = rule.logsource;
    const [table, ...others] = run.tablesChosen;
    if (table !== undefined && others.length === 0) {
      const finding = codes['source-table-chosen']({ table, logsource: name });
      run.report(diagnostic(finding, span));
      return { rule, source: null, placement: { ...UNMAPPED, tables: [table] } };
    }
    run.report(diagnostic(unknownSource(rule, name, sources, run), span));
    return { rule, source: null, placement: null };
  }
  const used = usedIdentifiers(rule);
  const tried: Attempt[] = [];
  for (const { source, entry } of candidates) {
    const attempt = attemptWith(source, entry, rule, used, run);
    if (attempt.missing.length === 0) {
      return { ...forSource(rule, name, attempt, tried, run), source: { source, entry } };
    }
    tried.push(attempt);
    if (source.last) break;
  }
  refuse(tried, run);
  return { rule, source: null, placement: null };
}

/** A source, and which of its log sources the rule is of. */
export interface Candidate {
  readonly source: Source;
  readonly entry: LogSourceEntry;
}

export interface Chosen {
  readonly rule: Rule;
  /** Null where the rule was left as it was. */
  readonly source: Candidate | null;
  readonly placement: Placement | null;
}

interface Attempt extends Candidate {
  readonly reader: FieldReader;
  readonly identifiers: readonly SearchIdentifier[];
  readonly missing: readonly Missing[];
}

interface Candidates {
  /** What messages call the log source. */
  readonly name: string;
  readonly candidates: readonly Candidate[];
}

/** A catalogue has thousands of rules of a few log sources. */
const candidatesOf = new WeakMap<readonly Source[], Map<string, Candidates>>();
const MOST_REMEMBERED = 1_000;

function candidatesFor(
  { logsource }: Rule,
  sources: readonly Source[],
  { tablesChosen }: Choosing,
): Candidates {
  let known = candidatesOf.get(sources);
  if (!known) candidatesOf.set(sources, (known = new Map()));
  const key = keyOf(logsource, tablesChosen);
  let found = known.get(key);
  if (!found) {
    const candidates = sources.flatMap((source): readonly Candidate[] => {
      if (source.refusal !== null) return [];
      const entry = source.logSources.find((e) => isOf(logsource, e));
      const chosenSource = entry && amongChosen(source, tablesChosen);
      return chosenSource ? [{ source: chosenSource, entry }] : [];
    });
    found = { name: named(logsource), candidates };
    // Log sources are the rules' own, and there is no end to them.
    if (known.size < MOST_REMEMBERED) known.set(key, found);
  }
  return found;
}

/** The same only for what is the same: each text says how long it is. */
function keyOf(logsource: LogSource, tables: readonly string[]): string {
  let key = '';
  for (const part of LOG_SOURCE_KEYS) {
    for (const { text } of logsource[part]) key += `${text.length}:${text}`;
    key += '/';
  }
  for (const text of tables) key += `${text.length}:${text}`;
  return key;
}

/** The source with those of its tables that the user chose; null if that is none of them. */
function amongChosen(source: Source, chosen: readonly string[]): Source | null {
  if (chosen.length === 0) return source;
  const bare = (table: string): string => table.replace(/\(\)$/, '');
  const tables = source.tables.filter((t) => chosen.some((c) => bare(c) === bare(t)));
  if (tables.length === 0) return null;
  if (tables.length === source.tables.length) return source;
  const name = source.name === source.tables.join(' and ') ? tables.join(' and ') : source.name;
  return { ...source, tables, name };
}

function isOf(logsource: LogSource, { keys }: LogSourceEntry): boolean {
  return LOG_SOURCE_KEYS.every((key) => {
    const wanted = keys[key];
    if (!wanted) return true;
    const given = logsource[key];
    return wanted.length === 0
      ? given.length === 0
      : given.some((n) => wanted.includes(n.text.toLowerCase()));
  });
}

function unknownSource(
  rule: Rule,
  logsource: string,
  sources: readonly Source[],
  run: Choosing,
): Finding {
  if (run.tablesChosen.length > 0) {
    return codes['source-not-in-table']({ logsource, tables: run.tablesChosen.join(', ') });
  }
  const known = sources.find(
    (s) => s.refusal !== null && s.logSources.some((e) => isOf(rule.logsource, e)),
  );
  const why = known ? ` ${known.refusal}` : '';
  const code = sources.some((s) => s.tables.length > 0) ? 'source-table-unknown' : 'source-unknown';
  return codes[code]({ logsource, why });
}

function named(logsource: LogSource): string {
  const parts = LOG_SOURCE_KEYS.flatMap((key) => logsource[key].map((n) => `${key} ${n.text}`));
  return parts.join(', ') || 'a log source without a name';
}

const NEEDED = 'only for rules that always test it';

function attemptWith(
  source: Source,
  entry: LogSourceEntry,
  rule: Rule,
  used: ReadonlySet<SearchIdentifier>,
  run: Choosing,
): Attempt {
  const reader = new FieldReader(source, entry, run);
  const identifiers = rule.detection.identifiers.map((identifier) => {
    // What no condition asks for needs no field.
    if (!used.has(identifier)) return identifier;
    const body = mapItems(identifier.body, (item) => reader.item(item));
    return body === identifier.body ? identifier : { ...identifier, body };
  });
  const { span } = rule.logsource;
  const unmet = source.needs
    .filter((field) => !asksAlways(rule, field))
    .map((field): Missing => ({ field, span, reason: NEEDED }));
  const missing = [...reader.missing, ...unmet];
  return { source, entry, reader, identifiers, missing };
}

function forSource(
  rule: Rule,
  name: string,
  attempt: Attempt,
  tried: readonly Attempt[],
  run: Choosing,
): { readonly rule: Rule; readonly placement: Placement } {
  const { source, entry, reader, identifiers } = attempt;
  const { span } = rule.logsource;
  const fields = rule.fields.flatMap((f) => reader.names(f) ?? [f]);
  const detection = { ...rule.detection, identifiers };
  let made: Rule = { ...rule, fields, detection };
  const conditions = [
    ...(entry.where ? [mapItems(at(entry.where, span), (item) => reader.item(item))] : []),
    ...(source.where ? [at(source.where, span, true)] : []),
  ];
  if (conditions.length > 0) {
    const fresh = { text: freshName(made), span };
    const body: DetectionNode =
      conditions.length === 1
        ? conditions[0]!
        : { kind: 'detection-group', linking: 'all', items: conditions, span };
    made = withCondition(made, { kind: 'search-identifier', name: fresh, body, span }, false);
  }
  if (source.where) reader.heed(source.where);
  for (const [key, value] of source.state) run.state.set(key, value);
  const why = tried.map((t) => `${t.source.name} has no ${listOf(t.missing)}`).join('; ');
  const note = source.note === null ? '' : ` ${source.note}`;
  const slots = { source: source.name, logsource: name, why: why === '' ? '' : `: ${why}`, note };
  run.report(diagnostic(codes['source-chosen'](slots), span));
  const placement: Placement = {
    source: source.name,
    tables: source.tables,
    conditions,
    columns: reader.columns(),
    keywords: reader.hasKeywords ? source.keywords : [],
    model: null,
    basis: 'known',
  };
  return { rule: made, placement };
}

function listOf(missing: readonly Missing[]): string {
  const { line } = positionAt(missing[0]!.span.file, missing[0]!.span.start);
  const more = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
  return `\`${missing[0]!.field}\` (line ${line})${more}`;
}

/** Reports what the closest source lacks, and what the others lack. */
function refuse(tried: readonly Attempt[], run: Choosing): void {
  const best = tried.reduce((a, b) => (distanceOf(b) < distanceOf(a) ? b : a));
  for (const { field, span, reason } of best.missing) {
    const parts = tried.map((attempt) => whyNot(attempt, field));
    const tables = [...new Set(parts)].join(', ');
    const slots = { field, tried: tables, mapping: `mapping: {${field}: …}` };
    const code =
      reason === NEEDED
        ? 'source-needs-field'
        : reason === null
          ? 'field-not-in-source'
          : 'value-not-in-source';
    run.report(diagnostic(codes[code](slots), span));
  }
}

/** A source that is not for such a rule at all is never the closest. */
function distanceOf({ missing }: Attempt): number {
  return missing.length + (missing.some((m) => m.reason === NEEDED) ? 1_000 : 0);
}

function whyNot({ source, reader, missing }: Attempt, field: string): string {
  const here = missing.find((m) => m.field === field);
  if (!here) return `${source.name} (has it, but no \`${missing[0]!.field}\`)`;
  if (here.reason !== null) return `${source.name} (${here.reason})`;
  const like = nearest(field, reader.knownNames());
  return like === null || like === field ? source.name : `${source.name} (nearest: \`${like}\`)`;
}

function usedIdentifiers(rule: Rule): ReadonlySet<SearchIdentifier> {
  const { identifiers, conditions } = rule.detection;
  const used = new Set<SearchIdentifier>();
  for (const { leaf } of conditions.flatMap((c) => leavesOf(c.expression))) {
    const named =
      leaf.kind === 'condition-quantified'
        ? resolveIdentifiers(leaf, identifiers)
        : identifiers.filter((i) => i.name.text === leaf.name);
    for (const identifier of named) used.add(identifier);
  }
  return used;
}

/** The same node if no item changed. */
function mapItems(node: DetectionNode, map: (item: DetectionItem) => DetectionNode): DetectionNode {
  if (node.kind === 'detection-item') return map(node);
  const items = node.items.map((n) => mapItems(n, map));
  return items.every((n, i) => n === node.items[i]) ? node : { ...node, items };
}

/** What a pipeline's file says, as if it stood at a place of the rule. */
function at(node: DetectionNode, span: Span, mapped = false): DetectionNode {
  if (node.kind === 'detection-group') {
    return { ...node, items: node.items.map((n) => at(n, span, mapped)), span };
  }
  const field: Name | null = node.field && {
    text: node.field.text,
    span,
    ...(mapped ? { mapped: true } : {}),
  };
  const values = node.values.map((v) =>
    v.kind === 'value-group'
      ? { ...v, values: v.values.map((inner) => ({ ...inner, span })), span }
      : { ...v, span },
  );
  return { ...node, field, values, span };
}
