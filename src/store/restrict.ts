import type { DetectionItem } from '../model/detection.js';
import type { Rule } from '../model/rule.js';
import type { Value } from '../model/value.js';
import { literalOf, textsOf, writtenOf } from './literals.js';
import { narrow } from './narrow.js';
import { alwaysAsked } from './needs.js';
import type { LogSourceEntry, Source } from './source.js';
import { remembered } from './remembered.js';

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

const narrowed = new WeakMap<LogSourceEntry, Map<string, LogSourceEntry>>();

/** The entry for a rule that always selects some of its events by their ids: it lacks the fields of the others. */
export function ofEvents(entry: LogSourceEntry, { others }: Source, rule: Rule): LogSourceEntry {
  const { byEvent } = entry;
  const isDivided = others.some((o) => o.kind === 'computed' && o.byEvent.size > 0);
  const ids = byEvent || isDivided ? alwaysAsked(rule, 'EventID') : null;
  if (!ids) return entry;
  let known = narrowed.get(entry);
  if (!known) narrowed.set(entry, (known = new Map()));
  const events = [...ids].sort();
  return remembered(known, events.join(), MAX_REMEMBERED, () => {
    const lacked = byEvent && lackedBy(events, byEvent);
    return { ...entry, events, lacks: lacked ? new Set([...entry.lacks, ...lacked]) : entry.lacks };
  });
}

/** The fields that only others of its events have; null where not all of these are known. */
function lackedBy(
  events: readonly string[],
  byEvent: NonNullable<LogSourceEntry['byEvent']>,
): readonly string[] | null {
  if (!events.every((id) => byEvent.has(id))) return null;
  const own = new Set(events.flatMap((id) => [...byEvent.get(id)!]));
  const all = [...byEvent.values()].flatMap((fields) => [...fields]);
  return all.filter((name) => !own.has(name));
}

const MAX_REMEMBERED = 500;
