import type { ConditionExpression } from './condition/ast.js';
import type { DetectionItem, DetectionNode, SearchIdentifier, ValueGroup } from './detection.js';
import type { Name } from './name.js';
import { itemsOf as itemsOfNode, mapItems } from './detection-fold.js';
import type { Rule } from './rule.js';
import type { Value } from './value.js';

/** An item with each value replaced; several in place of one are alternatives. */
export function mapValues(
  item: DetectionItem,
  map: (value: Value) => Value | readonly Value[],
): DetectionItem {
  // Most items stay as they are, and a catalogue has many.
  let values: (Value | ValueGroup)[] | null = null;
  item.values.forEach((value, i) => {
    if (value.kind === 'value-group') {
      const inner = value.values.map(map);
      const same = inner.every((v, n) => v === value.values[n]);
      if (!same) values ??= item.values.slice(0, i);
      values?.push(same ? value : { ...value, values: inner.flat() as Value[] });
      return;
    }
    const result = map(value);
    if (result !== value) values ??= item.values.slice(0, i);
    if (!values) return;
    const several = Array.isArray(result) ? (result as readonly Value[]) : [result as Value];
    if (several.length === 1 || item.linking === 'any') for (const v of several) values.push(v);
    else values.push({ kind: 'value-group', values: several, span: value.span });
  });
  return values ? { ...item, values } : item;
}

/** The same; null where one of the values cannot be replaced. */
export function mapAllValues(
  item: DetectionItem,
  map: (value: Value) => Value | readonly Value[] | null,
): DetectionItem | null {
  const found = new Map(valuesOf(item).map((value) => [value, map(value)]));
  if ([...found.values()].includes(null)) return null;
  return mapValues(item, (value) => found.get(value) ?? value);
}

/** A rule with each of its detection items replaced; the rule itself where all stay as they are. */
export function mapRuleItems(rule: Rule, map: (item: DetectionItem) => DetectionItem): Rule {
  let changed = false;
  const identifiers = rule.detection.identifiers.map((identifier) => {
    const body = mapItems(identifier.body, map);
    if (body === identifier.body) return identifier;
    changed = true;
    return { ...identifier, body };
  });
  if (!changed) return rule;
  return { ...rule, detection: { ...rule.detection, identifiers } };
}

export function valuesOf(item: DetectionItem): readonly Value[] {
  return item.values.flatMap((v) => (v.kind === 'value-group' ? v.values : [v]));
}

/**
 * The item asked of several fields instead of one: any of them will do.
 * @param isLeftOut whether an event with the value has none of the fields
 */
export function overFields(
  item: DetectionItem,
  fields: readonly Name[],
  isLeftOut: (value: Value) => boolean = () => false,
): DetectionNode {
  const { span, negated } = item;
  const [only] = fields;
  if (only && fields.length === 1) return only === item.field ? item : { ...item, field: only };
  const group = (linking: 'all' | 'any', items: readonly DetectionNode[]): DetectionNode =>
    items.length === 1 ? items[0]! : { kind: 'detection-group', linking, items, span };
  const over = (values: DetectionItem['values'], linking: 'all' | 'any'): DetectionNode =>
    group(
      linking,
      fields.map((field) => ({ ...item, field, values })),
    );
  // Not equal to what any of them holds; missing where all of them are.
  const holds = (values: DetectionItem['values']): DetectionNode =>
    over(values, negated ? 'all' : 'any');
  const asksForNone = (value: Value | ValueGroup): boolean =>
    isOfMissing(value) || (value.kind !== 'value-group' && isLeftOut(value));
  const missing = item.values.filter(asksForNone);
  if (missing.length === 0) return holds(item.values);
  const absent = over(missing, negated ? 'any' : 'all');
  if (missing.length === item.values.length) return absent;
  const either = (item.linking === 'any') !== negated ? 'any' : 'all';
  return group(either, [holds(item.values.filter((v) => !asksForNone(v))), absent]);
}

/** What an item is divided into: a negated one negates each part, so what links them is turned round. */
export function partsOf(
  { negated, span }: DetectionItem,
  linking: 'all' | 'any',
  parts: readonly DetectionNode[],
): DetectionNode {
  if (parts.length === 1) return parts[0]!;
  const turned = linking === 'all' ? 'any' : 'all';
  return { kind: 'detection-group', linking: negated ? turned : linking, items: parts, span };
}

function isOfMissing(value: Value | ValueGroup): boolean {
  return value.kind === 'null' || (value.kind === 'exists' && !value.expected);
}

export function itemsOf(rule: Rule): readonly DetectionItem[] {
  return rule.detection.identifiers.flatMap((i) => itemsOfNode(i.body));
}

/** Puts `added and (…)`, or `not added and (…)`, in place of every condition. */
export function withCondition(rule: Rule, added: SearchIdentifier, negated: boolean): Rule {
  const { span } = added;
  const named: ConditionExpression = { kind: 'condition-identifier', name: added.name.text, span };
  const first: ConditionExpression = negated
    ? { kind: 'condition-not', operand: named, span }
    : named;
  const conditions = rule.detection.conditions.map((condition) => ({
    ...condition,
    expression: {
      kind: 'condition-and' as const,
      // No deeper for any number of conditions that are added.
      operands:
        condition.expression.kind === 'condition-and'
          ? [first, ...condition.expression.operands]
          : [first, condition.expression],
      span: condition.span,
    },
  }));
  const identifiers = [...rule.detection.identifiers, { ...added, added: true as const }];
  return { ...rule, detection: { ...rule.detection, identifiers, conditions } };
}

const FRESH = '_sigmaql_';

/** A name that no search identifier of the rule has; with an underscore first, so that `them` does not mean it. */
export function freshName(rule: Rule): string {
  const names = rule.detection.identifiers.map((i) => i.name.text);
  const taken = new Set(names.filter((name) => name.startsWith(FRESH)));
  let n = 1;
  while (taken.has(`${FRESH}${n}`)) n++;
  return `${FRESH}${n}`;
}
