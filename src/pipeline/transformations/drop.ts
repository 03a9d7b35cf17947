import { resolveIdentifiers } from '../../model/condition/resolve.js';
import { foldCondition } from '../../model/condition/fold.js';
import type { ConditionExpression, ConditionOperation } from '../../model/condition/ast.js';
import { foldDetection } from '../../model/detection-fold.js';
import type { DetectionItem, DetectionNode, SearchIdentifier } from '../../model/detection.js';
import type { Rule } from '../../model/rule.js';
import { diagnostic } from '../../source/diagnostic.js';
import { codes } from '../codes.js';
import type { Step } from '../pipeline.js';
import { opposite } from '../../source/direction.js';
import type { Direction } from '../../source/direction.js';

/** What leaving out an item does to what the rule matches. */
type Effect = readonly [item: DetectionItem, direction: Direction];

/** What is left of a node. */
interface Left<T> {
  /** Null where nothing is left. */
  readonly node: T | null;
  /** Items that are left out, where it is not yet known what that does: nothing is left beside them. */
  readonly pending: readonly DetectionItem[];
  readonly effects: readonly Effect[];
}

/**
 * Leaves out the items that the step is for, the search identifiers that lose all of theirs, and
 * whatever in a condition asks for nothing else, under `not` too. Each is told at its line.
 */
export function dropItems(rule: Rule, step: Step): Rule {
  const { identifiers } = rule.detection;
  const left = new Map<SearchIdentifier, Left<DetectionNode>>();
  for (const identifier of identifiers) {
    left.set(
      identifier,
      leftOf(identifier.body, (item) => step.itemMatches(item)),
    );
  }
  if ([...left.values()].every((l) => l.pending.length === 0 && l.effects.length === 0))
    return rule;
  const conditions = rule.detection.conditions.map((condition) => {
    const made = condenseTree(condition.expression, identifiers, left);
    const unlinked = made.pending.map((item): Effect => [item, 'wider']);
    for (const effect of [...made.effects, ...unlinked]) tell(effect, step);
    return { condition, expression: made.node };
  });
  const kept = identifiers.flatMap((identifier): readonly SearchIdentifier[] => {
    const { node } = left.get(identifier)!;
    return node ? [node === identifier.body ? identifier : { ...identifier, body: node }] : [];
  });
  const made = conditions.flatMap(({ condition, expression }) =>
    expression ? [{ ...condition, expression }] : [],
  );
  if (made.length < conditions.length) {
    const { span } = conditions.find((c) => !c.expression)!.condition;
    step.report(diagnostic(codes['pipeline-nothing-left'](), span));
    return rule;
  }
  return { ...rule, detection: { ...rule.detection, identifiers: kept, conditions: made } };
}

function tell([{ field, span }, direction]: Effect, step: Step): void {
  const name = field ? `\`${field.text}\`` : 'a keyword';
  const finding = codes[`pipeline-dropped-${direction}`]({ field: name });
  step.report(diagnostic(finding, field?.span ?? span, { direction }));
}

function leftOf(root: DetectionNode, drops: (item: DetectionItem) => boolean): Left<DetectionNode> {
  return foldDetection<Left<DetectionNode>>(root, {
    item: (item) =>
      drops(item)
        ? { node: null, pending: [item], effects: [] }
        : { node: item, pending: [], effects: [] },
    group(items, group) {
      const { kept, ...told } = join(items, group.linking === 'all' ? 'wider' : 'narrower');
      const same = kept.length === group.items.length && kept.every((n, i) => n === group.items[i]);
      const node = same ? group : kept.length === 0 ? null : { ...group, items: kept };
      return { node, ...told };
    },
  });
}

/** @param without what losing one of them does */
function join<T>(
  parts: readonly Left<T>[],
  without: Direction,
): Omit<Left<T>, 'node'> & { readonly kept: readonly T[] } {
  const kept = parts.flatMap(({ node }) => node ?? []) as readonly T[];
  const pending = parts.flatMap((p) => p.pending);
  const effects = parts.flatMap((p) => p.effects);
  if (kept.length === 0) return { kept, pending, effects };
  const linked = pending.map((item): Effect => [item, without]);
  return { kept, pending: [], effects: [...effects, ...linked] };
}

function condenseTree(
  root: ConditionExpression,
  identifiers: readonly SearchIdentifier[],
  left: ReadonlyMap<SearchIdentifier, Left<DetectionNode>>,
): Left<ConditionExpression> {
  const link = (
    parts: readonly Left<ConditionExpression>[],
    node: ConditionOperation,
    without: Direction,
  ): Left<ConditionExpression> => {
    const { kept, ...told } = join(parts, without);
    if (kept.length === 0) return { node: null, ...told };
    return { node: kept.length === 1 ? kept[0]! : { ...node, operands: kept }, ...told };
  };
  return foldCondition<Left<ConditionExpression>>(root, {
    and: (parts, node) => link(parts, node, 'wider'),
    or: (parts, node) => link(parts, node, 'narrower'),
    not: ({ node: operand, pending, effects }, node) => ({
      node: operand && { ...node, operand },
      pending,
      effects: effects.map(([item, direction]): Effect => [item, opposite(direction)]),
    }),
    identifier(node) {
      const found = identifiers.find((i) => i.name.text === node.name);
      const part = found && left.get(found);
      return part ? { ...part, node: part.node && node } : { node, pending: [], effects: [] };
    },
    quantified(node) {
      const parts = resolveIdentifiers(node, identifiers).map((i) => left.get(i)!);
      const { kept, ...told } = join(parts, node.count === 'all' ? 'wider' : 'narrower');
      return { node: parts.length > 0 && kept.length === 0 ? null : node, ...told };
    },
  });
}
