import { mapItems } from '../../model/detection-fold.js';
import type { DetectionItem, DetectionNode } from '../../model/detection.js';
import type { Placeholders } from '../../model/given-values.js';
import type { Name } from '../../model/name.js';
import type { Rule } from '../../model/rule.js';
import { applyPipelines } from '../../pipeline/apply.js';
import { applyToEach } from '../../pipeline/variants.js';
import type { Pipeline, PipelineTarget } from '../../pipeline/pipeline.js';
import { withoutProbes, withProbes } from '../../pipeline/probe.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { Reading } from '../../store/placement.js';
import type { Tables } from '../../store/tables.js';
import type { MatchEvent, StoredNames } from '../event.js';
import type { EventView } from '../events/view.js';
import { RESULT_TABLE, TABLE_COLUMNS } from '../events/microsoft-row.js';
import { decodedColumns, plain } from '../events/container.js';
import { readValues } from './readings.js';

/** How the events are stored: rules go through these pipelines, as they do for a query. */
export interface StoredAs {
  readonly pipelines: readonly Pipeline[];
  readonly target: PipelineTarget;
  readonly tables?: Tables | undefined;
}

/** A rule as it is asked of events. */
export interface Asked {
  readonly rule: Rule;
  /** What a field of the rule is looked up as. */
  readonly nameOf: (name: string) => string;
  /** Tables, in lower case, of which the event is; empty: any. */
  readonly tables: readonly string[];
  /** What fields of correlations are looked up as; null: as themselves. */
  readonly fields: StoredFields | null;
}

/** Names to look a field up as, the first that has a value before others, by what a correlation calls it. */
export type StoredFields = ReadonlyMap<string, readonly string[]>;

export const sameName = (name: string): string => name;

/** A field that is not simply one of the event's. */
interface Named {
  readonly name: string;
  readonly reading: Reading | null;
  /** What is stored where there is no value; null where nothing is. */
  readonly missing: string | null;
  readonly escaped: boolean;
}

/** Begins names that stand for such a field; no field's own name begins with it. */
const MARK = '\0';

/** Rules as they are asked of events that are stored in some way, and what that takes of an event. */
export class StoredRules {
  private readonly names = new Map<string, Named>();

  /** @param triesUnsaid whether an event is tried that does not say what its source's conditions test */
  constructor(
    private readonly as: StoredAs,
    private readonly triesUnsaid: boolean,
    private readonly placeholders?: Placeholders,
  ) {}

  /**
   * Once for each place where the rule's events are kept; empty where a pipeline refuses it.
   * @param fields what correlations ask of its events
   */
  asked(
    rule: Rule,
    fields: readonly Name[],
    report: (diagnostic: Diagnostic) => void,
  ): readonly Asked[] {
    const { pipelines, target, tables } = this.as;
    const probed = withProbes(rule, fields);
    const options = { target, tables, placeholders: this.placeholders };
    const each = applyToEach(probed, pipelines, options);
    const processed = each?.flat() ?? applyPipelines(probed, pipelines, options);
    const failed = processed.filter((p) => p.diagnostics.some((d) => d.severity === 'error'));
    if (failed.length > 0) {
      for (const d of failed[0]!.diagnostics) report(d);
      return [];
    }
    for (const d of new Set(processed.flatMap((p) => p.diagnostics))) report(d);
    return processed.map((variant): Asked => {
      const { placement, source } = variant;
      const escaped = source?.source.escapes === 'xml';
      const { rule: made, fields: found, diagnostics } = withoutProbes(variant, fields);
      diagnostics.forEach(report);
      const nameOf = (name: string): string => {
        const column = placement.columns.get(name);
        const reading = column?.reading ?? null;
        const missing = column?.missing ?? placement.nulls;
        if (!reading && missing === null) return name;
        return this.nameFor({ name, reading, missing, escaped });
      };
      return {
        rule: this.triesUnsaid ? orUnsaid(made, placement.conditions) : made,
        nameOf,
        tables: placement.tables.map((t) => t.replace(/\(\)$/, '').toLowerCase()),
        fields: new Map(fields.map((f, i) => [f.text, found[i]!.map((n) => nameOf(n.text))])),
      };
    });
  }

  private nameFor(named: Named): string {
    const name = MARK + JSON.stringify(named);
    this.names.set(name, named);
    return name;
  }

  /** What an event has under names that stand for fields. */
  readonly namesFor: StoredNames = (event) => {
    const kept = { field: (n: string) => event.field(n), like: event.kept.like };
    return (name) => {
      const known = name.startsWith(MARK) ? this.names.get(name) : undefined;
      if (!known) return undefined;
      const { reading, missing } = known;
      const values = reading ? readValues(reading, kept, known) : kept.field(known.name);
      return missing === null ? values : values?.filter((v) => v !== missing);
    };
  };
}

/** The rule with those of its conditions that are the source's own also true of a missing field. */
function orUnsaid(rule: Rule, conditions: readonly DetectionNode[]): Rule {
  const own = new Set(conditions);
  const isOwn = (node: DetectionNode): boolean =>
    own.has(node) || (node.kind === 'detection-group' && node.items.some((n) => own.has(n)));
  const identifiers = rule.detection.identifiers.map((identifier) =>
    isOwn(identifier.body)
      ? { ...identifier, body: mapItems(identifier.body, orMissing)! }
      : identifier,
  );
  return { ...rule, detection: { ...rule.detection, identifiers } };
}

function orMissing(item: DetectionItem): DetectionNode {
  // Of no length, for it is not in the rule, and no reason for a match.
  const span = { ...item.span, end: item.span.start };
  const missing: DetectionItem = {
    ...item,
    span,
    linking: 'any',
    negated: false,
    values: [{ kind: 'null', span }],
  };
  return { kind: 'detection-group', linking: 'any', items: [item, missing], span: item.span };
}

/** An event under the names that it is stored with. */
export function asStored(view: EventView): EventView {
  if (!view.store) return view;
  const { record, roots } = view;
  const [whole] = roots;
  const decoded = view.store === 'microsoft' ? decodedColumns(record) : null;
  const containers = [
    plain(record),
    ...(decoded ? [plain(decoded)] : []),
    ...(whole === undefined || whole === record ? [] : [plain(whole)]),
  ];
  const objects = view.store === 'microsoft' ? 'json' : 'nothing';
  return { ...view, containers, roots: [whole ?? record], objects };
}

/** Whether a row is of another table than those; one that does not say may be of any. */
export function isOfOther(event: MatchEvent, tables: readonly string[]): boolean {
  if (tables.length === 0 || event.view.store !== 'microsoft') return false;
  const all = TABLE_COLUMNS.flatMap((column) => event.kept.field(column) ?? []);
  const named = all.filter((name) => name !== RESULT_TABLE);
  return named.length > 0 && !named.some((t) => tables.includes(String(t).toLowerCase()));
}
