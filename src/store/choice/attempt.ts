import { polaritiesOf } from '../../model/condition/polarities.js';
import type { DetectionItem, DetectionNode, SearchIdentifier } from '../../model/detection.js';
import type { Name } from '../../model/name.js';
import { foldDetection, mapItems } from '../../model/detection-fold.js';
import { freshName, valuesOf, withCondition } from '../../model/rewrite.js';
import type { Rule } from '../../model/rule.js';
import type { Span } from '../../source/span.js';
import { remaining } from './alternatives.js';
import type { LeftOut, Remaining } from './alternatives.js';
import { isAnywhere } from './candidates.js';
import type { Candidate } from './candidates.js';
import type { Choosing, Chosen } from './choosing.js';
import { fieldNames } from '../field-names.js';
import type { FieldNames } from '../field-names.js';
import { FieldReader } from '../fields.js';
import { separatorOf } from '../forms/file-names.js';
import type { Missing } from '../fields.js';
import type { Loss } from '../forms/losses.js';
import { factsOf } from './facts.js';
import type { Dead } from './narrow.js';
import { alwaysAsked, asksAlways } from './needs.js';
import type { Placement } from '../placement.js';
import type { LogSourceEntry } from '../source.js';

/** A rule as a source has it, and what the source does not have. */
export interface Attempt extends Candidate {
  readonly rule: Rule;
  /** Before what its events decide was left out. */
  readonly written: Rule;
  readonly names: FieldNames;
  readonly reader: FieldReader;
  readonly identifiers: readonly SearchIdentifier[];
  readonly missing: readonly Missing[];
  /** The items of the rule for which it has not all. */
  readonly lacking: ReadonlyMap<DetectionItem, readonly Missing[]>;
  readonly unheld: readonly Unheld[];
  /** Alternatives that the rule has no longer, since the source does not have them. */
  readonly leftOut: readonly LeftOut[];
}

/** An item that may ask for what some events do not have in a form that is searched. */
export interface Unheld {
  readonly item: DetectionItem;
  readonly loss: Loss;
  readonly negated: boolean;
}

export const NEEDED = 'only for rules that always test it';

/**
 * @param whole of which log source the candidate's entry is, or what is left of it for the rule
 * @param rule what is left of the rule for the candidate's events
 * @param written the whole rule
 */
export function attemptWith(
  { source, entry }: Candidate,
  whole: LogSourceEntry,
  { rule, written }: { readonly rule: Rule; readonly written: Rule },
  run: Choosing,
): Attempt {
  return attemptAs({ source, entry }, fieldNames(source, whole, run.tables), rule, written);
}

function attemptAs(
  { source, entry }: Candidate,
  names: FieldNames,
  rule: Rule,
  written: Rule,
): Attempt {
  const used = polaritiesOf(rule.detection);
  const reader = new FieldReader(source, names, separatorOf(rule.logsource));
  const unheld: Unheld[] = [];
  const lacking = new Map<DetectionItem, readonly Missing[]>();
  const read = (item: DetectionItem): DetectionNode => {
    const before = reader.missing.length;
    const node = reader.item(item);
    if (reader.missing.length > before) lacking.set(item, reader.missing.slice(before));
    return node;
  };
  const identifiers = rule.detection.identifiers.map((identifier) => {
    // A field that no condition tests is not needed.
    const signs = used.get(identifier);
    if (!signs) return identifier;
    const body = mapItems(identifier.body, read);
    for (const [item, loss] of reader.unheld) {
      for (const negated of signs) {
        unheld.push({ item, loss, negated: negated !== item.negated });
      }
    }
    reader.unheld.clear();
    return body === identifier.body ? identifier : { ...identifier, body };
  });
  const missing = [...reader.missing];
  for (const field of source.needs) {
    if (asksAlways(written, field) && !selectsMore(written, field, entry)) continue;
    missing.push({ field, span: rule.logsource.span, reason: NEEDED });
  }
  return {
    source,
    entry,
    rule,
    written,
    names,
    reader,
    identifiers,
    missing,
    lacking,
    unheld,
    leftOut: [],
  };
}

/**
 * The attempt without the alternatives that the source does not have; null if it does not have all of
 * the rest either.
 *
 * @param mayLack whether what is missing is certain to be no mistake of the rule's
 */
export function withoutAlternatives(
  { source, entry, names, rule, written, lacking }: Attempt,
  mayLack: (missing: Missing) => boolean,
): Attempt | null {
  const leftOf = (of: Rule): Remaining | null => {
    const used = polaritiesOf(of.detection);
    return remaining(of, {
      isUsed: (identifier) => used.has(identifier),
      lacking,
      lackingAlone(item) {
        const reader = new FieldReader(source, names, separatorOf(rule.logsource));
        reader.item(item);
        return reader.missing;
      },
      mayLack,
    });
  };
  // Beside what the source's events decide, there may be nothing but what they do not have.
  const left = leftOf(rule) ?? (rule === written ? null : leftOf(written));
  if (!left) return null;
  const made = attemptAs({ source, entry }, names, left.rule, written);
  return made.missing.length > 0 ? null : { ...made, leftOut: left.leftOut };
}

/** Whether the source has no field for a part of the rule. */
export function lacksFieldOf({ lacking }: Attempt, part: Dead): boolean {
  if (part.kind === 'detection-item') return lacking.has(part);
  return [...lacking.keys()].some((item) => valuesOf(item).includes(part));
}

/** The rule as it is asked of a source that has all that it takes. */
export function place(attempt: Attempt): Chosen {
  const { source, entry, rule, reader, identifiers } = attempt;
  const { span } = rule.logsource;
  const fields = rule.fields.flatMap((f) => reader.shown(f) ?? [{ ...f, lacking: true as const }]);
  const detection = { ...rule.detection, identifiers };
  let made: Rule = { ...rule, fields, detection };
  const { assumed } = reader;
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
  if (source.where) reader.addFieldsOf(source.where);
  const placement: Placement = {
    source: source.name,
    tables: source.tables,
    schema: source.schema,
    conditions,
    columns: reader.columns(),
    declared: source.types,
    keywords: reader.hasKeywords ? source.keywords : [],
    // Of events that are less than those of the log source, the field tells too little.
    tells: source.logSources.includes(entry) ? source.tells : [],
    nulls: source.nulls,
    model: null,
    basis: isUnmapped(attempt) ? 'unmapped' : assumed.size > 0 ? 'assumed' : 'known',
    assumed: new Set([...assumed.keys()].map((name) => name.text)),
  };
  return { rule: made, source: { source, entry }, placement };
}

/** Whether a rule also selects strings that a field never has in the events of an entry. */
function selectsMore(rule: Rule, field: string, entry: LogSourceEntry): boolean {
  const held = factsOf(entry).get(field.toLowerCase());
  if (!held) return false;
  const asked = alwaysAsked(rule, field);
  return asked === null || !asked.every((text) => held.has(text));
}

/** Nothing tells the events from others, and the rule names no log either. */
function isUnmapped({ source, entry, rule }: Attempt): boolean {
  return isAnywhere({ source, entry }) && !asksAlways(rule, 'Channel');
}

/** A value of a pipeline file, placed at a location in the rule. */
function at(root: DetectionNode, span: Span, mapped = false): DetectionNode {
  return foldDetection<DetectionNode>(root, {
    group: (items, node) => ({ ...node, items, span }),
    item: (node) => {
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
    },
  });
}
