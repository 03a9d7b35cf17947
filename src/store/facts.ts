import type { DetectionItem, DetectionNode } from '../model/detection.js';
import type { Rule } from '../model/rule.js';
import { literalOf, textsOf } from './literals.js';
import { alwaysAsked } from './needs.js';
import type { LogSourceEntry } from './source.js';

/** The only values that some fields have in the events of a source, by lower-cased name; folded. */
export type Facts = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<LogSourceEntry, Facts>();

/** What the conditions of an entry, and what it says that all its events hold, say of single fields. */
export function factsOf(entry: LogSourceEntry): Facts {
  let facts = known.get(entry);
  if (!facts) known.set(entry, (facts = readFacts(entry)));
  return facts;
}

function readFacts({ where, holds }: LogSourceEntry): Facts {
  const facts = new Map<string, readonly string[]>();
  const add = (node: DetectionNode): void => {
    if (node.kind === 'detection-group') {
      if (node.linking === 'all' || node.items.length === 1) node.items.forEach(add);
      return;
    }
    const texts = textsOf(node);
    if (node.field && texts) facts.set(node.field.text.toLowerCase(), texts);
  };
  if (where) add(where);
  if (holds) add(holds);
  return facts;
}

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
  const asked = alwaysAsked(rule, item.field.text);
  const values = item.values.filter(
    (v) => v.kind !== 'value-group' && asked?.includes(literalOf(v)!),
  );
  return values.length > 0 && values.length < item.values.length ? { ...item, values } : item;
}
