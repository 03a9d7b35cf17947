import type { Condition, ConditionExpression } from '../condition/ast.js';
import { foldCondition, leavesOf } from '../condition/fold.js';
import { resolveIdentifiers } from '../condition/resolve.js';
import type { SearchIdentifier } from '../detection.js';
import type { Filter } from '../filter.js';
import type { Rule } from '../rule.js';

/**
 * The rule with its filters: the condition of each is ANDed to every condition of the rule. The search
 * identifiers of a filter get names that no condition can spell, and patterns keep to the search
 * identifiers of their own document.
 *
 * @param filters without errors
 */
export function weave(rule: Rule, filters: readonly Filter[]): Rule {
  const { detection } = rule;
  const identifiers = [...detection.identifiers];
  const taken = new Set(identifiers.map((i) => i.name.text));
  const added: ConditionExpression[] = [];
  filters.forEach((filter, at) => {
    const woven = partsOf(filter, filterLabel(at), taken);
    identifiers.push(...woven.identifiers);
    added.push(woven.expression);
  });
  const conditions = detection.conditions.map((condition): Condition => {
    const own = bound(condition.expression, detection.identifiers);
    const operands = [own, ...added].flatMap((e) =>
      e.kind === 'condition-and' ? e.operands : [e],
    );
    return {
      ...condition,
      expression: { kind: 'condition-and', operands, span: condition.span },
      aggregation: nearIn(condition, detection.identifiers),
      added,
    };
  });
  return { ...rule, filters, detection: { ...detection, identifiers, conditions } };
}

/** What a filter is called within its rule, by its position. */
export function filterLabel(at: number): string {
  return at === 0 ? 'filter' : `filter ${at + 1}`;
}

function nearIn(
  { aggregation }: Condition,
  identifiers: readonly SearchIdentifier[],
): Condition['aggregation'] {
  if (aggregation?.kind !== 'near') return aggregation;
  return { ...aggregation, expression: bound(aggregation.expression, identifiers) };
}

interface Renamed {
  readonly identifiers: readonly SearchIdentifier[];
  readonly expression: ConditionExpression;
}

/** The same for all rules that do not take its names. */
const known = new WeakMap<Filter, Map<string, Renamed>>();

function partsOf(filter: Filter, prefix: string, taken: ReadonlySet<string>): Renamed {
  const byPrefix = known.get(filter) ?? new Map<string, Renamed>();
  known.set(filter, byPrefix);
  const parts = byPrefix.get(prefix) ?? renamed(filter, prefix, new Set());
  byPrefix.set(prefix, parts);
  const isTaken = parts.identifiers.some((i) => taken.has(i.name.text));
  return isTaken ? renamed(filter, prefix, taken) : parts;
}

/** A filter's parts under names of their own. */
function renamed({ detection }: Filter, prefix: string, taken: ReadonlySet<string>): Renamed {
  const { identifiers, conditions } = detection!;
  const used = new Set(taken);
  const names = new Map<string, string>();
  for (const { name } of identifiers) {
    let text = `${prefix}: ${name.text}`;
    while (used.has(text)) text += '_';
    used.add(text);
    names.set(name.text, text);
  }
  const own = bound(conditions[0]!.expression, identifiers, names);
  return {
    identifiers: identifiers.map((i) => ({
      ...i,
      name: { ...i.name, text: names.get(i.name.text)! },
    })),
    expression: own,
  };
}

/** The expression with its patterns bound to the search identifiers that are there now. */
function bound(
  root: ConditionExpression,
  identifiers: readonly SearchIdentifier[],
  names?: ReadonlyMap<string, string>,
): ConditionExpression {
  const nameOf = (name: string): string => names?.get(name) ?? name;
  if (!names && !leavesOf(root).some(({ leaf }) => leaf.kind === 'condition-quantified')) {
    return root;
  }
  return foldCondition<ConditionExpression>(root, {
    and: (operands, node) => ({ ...node, operands }),
    or: (operands, node) => ({ ...node, operands }),
    not: (operand, node) => ({ ...node, operand }),
    identifier: (node) => ({ ...node, name: nameOf(node.name) }),
    quantified: (node) => ({
      ...node,
      among: new Set(resolveIdentifiers(node, identifiers).map((i) => nameOf(i.name.text))),
    }),
  });
}
