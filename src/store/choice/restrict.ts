import type { DetectionItem } from '../../model/detection.js';
import type { Rule } from '../../model/rule.js';
import type { Value } from '../../model/value.js';
import { namesByLower } from '../field-names.js';
import { literalOf, textsOf, writtenOf } from '../literals.js';
import { EVENT_PROPERTIES } from '../../schemas/windows/windows.js';
import { narrow } from './narrow.js';
import { alwaysAsked } from './needs.js';
import type { LogSourceEntry, Source } from '../source.js';
import { once, remembered } from '../../source/remembered.js';

/**
 * The entry for a rule that always selects some of the strings that its events have in a field: its
 * conditions only select those, so that the rule need not.
 */
export function restricted(entry: LogSourceEntry, rule: Rule): LogSourceEntry {
  const { where } = entry;
  if (where?.kind !== 'detection-group' || where.linking !== 'all') return entry;
  const items = where.items.map((item) =>
    item.kind === 'detection-item' ? only(item, rule) : item,
  );
  if (items.every((item, i) => item === where.items[i])) return entry;
  return { ...entry, where: { ...where, items } };
}

function only(item: DetectionItem, rule: Rule): DetectionItem {
  if (!item.field || item.values.length < 2 || !textsOf(item)) return item;
  const { text } = item.field;
  const asked = alwaysAsked(rule, text);
  const values = item.values.filter(
    (v) =>
      v.kind !== 'value-group' && (asked ? asked.includes(literalOf(v)!) : mayHold(rule, text, v)),
  );
  return values.length > 0 && values.length < item.values.length ? { ...item, values } : item;
}

/** Whether the rule can match events that have this value alone. */
function mayHold(rule: Rule, field: string, value: Value): boolean {
  // A value may be for one of the conditions only.
  if (rule.detection.conditions.length > 1) return true;
  const texts = new Map([[literalOf(value)!, writtenOf(value)!]]);
  return narrow(rule, new Map([[field.toLowerCase(), texts]])).contradiction === null;
}

const divided = new WeakMap<Source, boolean>();

/** Whether some of the source's events have values where others have none. */
function isDivided({ others, fields }: Source): boolean {
  return (
    others.some((o) => o.kind === 'computed' && o.byEvent.size > 0) ||
    [...fields.values()].some((f) => f.kind === 'renamed' && f.byEvent)
  );
}

const narrowed = new WeakMap<LogSourceEntry, Map<string, LogSourceEntry>>();

/** The entry for a rule that always selects some of its events by their ids: it lacks the fields of the others. */
export function ofEvents(entry: LogSourceEntry, source: Source, rule: Rule): LogSourceEntry {
  const { others } = source;
  const { byEvent } = entry;
  // Where events keep their own names, those of their properties are beside those of their data.
  const properties = others.some((o) => o.kind === 'keep') ? EVENT_PROPERTIES : [];
  const ids = byEvent || once(divided, source, isDivided) ? alwaysAsked(rule, 'EventID') : null;
  if (!ids) return entry;
  const known = once(narrowed, entry, () => new Map<string, LogSourceEntry>());
  const events = [...ids].sort();
  return remembered(known, events.join(), MAX_REMEMBERED, () =>
    withFieldsOf(events, { ...entry, events }, properties),
  );
}

/** The entry without the fields that only others of its events have, where the fields of these are known. */
function withFieldsOf(
  events: readonly string[],
  entry: LogSourceEntry,
  properties: readonly string[],
): LogSourceEntry {
  const { byEvent } = entry;
  const own = events.flatMap((id) => byEvent?.get(id) ?? []);
  if (!byEvent || own.length < events.length) return entry;
  const names = namesByLower([...properties, ...own.flatMap((fields) => fields.names)]);
  const all = [...byEvent.values()].flatMap((fields) => fields.names);
  const others = [...all, ...entry.known.values()].map((name) => name.toLowerCase());
  const lacks = new Set([...entry.lacks, ...others.filter((name) => !names.has(name))]);
  const areAll = own.every((fields) => fields.areAll);
  return areAll ? { ...entry, lacks, fields: names, known: names } : { ...entry, lacks };
}

const MAX_REMEMBERED = 500;
