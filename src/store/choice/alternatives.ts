import { foldCondition } from '../../model/condition/fold.js';
import type { ConditionExpression, ConditionOperation } from '../../model/condition/ast.js';
import { resolveIdentifiers } from '../../model/condition/resolve.js';
import { foldDetection } from '../../model/detection-fold.js';
import type {
  DetectionGroup,
  DetectionItem,
  DetectionNode,
  ItemValue,
  SearchIdentifier,
} from '../../model/detection.js';
import { valuesOf } from '../../model/rewrite.js';
import type { Rule } from '../../model/rule.js';
import type { Value } from '../../model/value.js';
import type { Missing } from '../fields.js';
import { opposite } from '../../source/direction.js';
import type { Direction } from '../../source/direction.js';

/** What a source cannot be asked, and what leaving it out does to what the rule matches. */
export interface LeftOut extends Missing {
  readonly direction: Direction;
}

/** A rule without the alternatives that a source cannot be asked. */
export interface Remaining {
  readonly rule: Rule;
  /** Never empty. */
  readonly leftOut: readonly LeftOut[];
}

/** What is left of a node. */
interface Left<T> {
  /** Null where the source cannot be asked it, for want of what is `missing`. */
  readonly node: T | null;
  /** Whether every event of the source satisfies what cannot be asked, or none does; null if neither. */
  readonly always: boolean | null;
  readonly missing: readonly Missing[];
  /** Alternatives within it that are left out. */
  readonly leftOut: readonly LeftOut[];
}

/** What a source has of a rule. */
interface Asked {
  /** Whether a condition names the identifier. */
  readonly isUsed: (identifier: SearchIdentifier) => boolean;
  readonly lacking: ReadonlyMap<DetectionItem, readonly Missing[]>;
  /** What is missing for an item that has but one of the values. */
  readonly lackingAlone: (item: DetectionItem) => readonly Missing[];
  /** Whether what is missing is certain to be no mistake of the rule's. */
  readonly mayLack: (missing: Missing) => boolean;
}

/**
 * Leaves out what a source does not have, wherever another alternative is left: an event without a
 * field satisfies no condition on it. Null where nothing is missing, where what is missing has no
 * alternative, or where a missing field may itself satisfy the rule, as it does `not`.
 */
export function remaining(
  rule: Rule,
  { isUsed, lacking, lackingAlone, mayLack }: Asked,
): Remaining | null {
  let isRefused = false;
  const ofItem = (item: DetectionItem): Left<DetectionNode> => {
    const missing = lacking.get(item);
    if (!missing) return { node: item, always: null, missing: [], leftOut: [] };
    if (valuesOf(item).some(isOfPresence) || !missing.every(mayLack)) {
      isRefused = true;
    }
    return withoutValues(item, missing, lackingAlone);
  };
  const { identifiers, conditions } = rule.detection;
  const left = new Map<SearchIdentifier, Left<DetectionNode>>();
  for (const identifier of identifiers) {
    const { body } = identifier;
    left.set(
      identifier,
      isUsed(identifier)
        ? foldDetection<Left<DetectionNode>>(body, { item: ofItem, group: leftOfGroup })
        : { node: body, always: null, missing: [], leftOut: [] },
    );
  }
  if (isRefused) return null;
  const leftOut: LeftOut[] = [];
  const made = conditions.flatMap((condition) => {
    const { node, leftOut: of } = leftOfCondition(condition.expression, identifiers, left);
    leftOut.push(...of);
    return node ? [{ ...condition, expression: node }] : [];
  });
  if (made.length < conditions.length || leftOut.length === 0) return null;
  // A pattern only means those that are left.
  const kept = identifiers.flatMap((identifier): readonly SearchIdentifier[] => {
    const { node } = left.get(identifier)!;
    return node ? [node === identifier.body ? identifier : { ...identifier, body: node }] : [];
  });
  const detection = { ...rule.detection, identifiers: kept, conditions: made };
  return { rule: { ...rule, detection }, leftOut };
}

/** Without those of its values that cannot be asked, where any of them will do. */
function withoutValues(
  item: DetectionItem,
  missing: readonly Missing[],
  lackingAlone: Asked['lackingAlone'],
): Left<DetectionNode> {
  const nothing: Left<DetectionNode> = { node: null, always: item.negated, missing, leftOut: [] };
  if (item.linking !== 'any' || missing.some((m) => m.reason === null)) return nothing;
  const direction = item.negated ? 'wider' : 'narrower';
  const values: ItemValue[] = [];
  const leftOut: LeftOut[] = [];
  for (const value of item.values) {
    const [first] = lackingAlone({ ...item, values: [value] });
    if (first) leftOut.push({ ...first, span: value.span, direction });
    else values.push(value);
  }
  if (values.length === 0) return nothing;
  return { node: { ...item, values }, always: null, missing: [], leftOut };
}

function leftOfGroup(
  parts: readonly Left<DetectionNode>[],
  group: DetectionGroup,
): Left<DetectionNode> {
  const left = group.linking === 'all' ? all(parts) : any(parts, 1);
  if (!left.nodes) return { ...left, node: null };
  const { nodes } = left;
  const isSame = nodes.length === parts.length && nodes.every((n, i) => n === group.items[i]);
  return { ...left, node: isSame ? group : { ...group, items: nodes } };
}

function leftOfCondition(
  root: ConditionExpression,
  identifiers: readonly SearchIdentifier[],
  left: ReadonlyMap<SearchIdentifier, Left<DetectionNode>>,
): Left<ConditionExpression> {
  return foldCondition<Left<ConditionExpression>>(root, {
    and: (parts, node) => linked(allOrFilters(parts, node), node),
    or: (parts, node) => linked(any(parts, 1), node),
    not: ({ node: operand, always, missing, leftOut }, node) => ({
      node: operand && { ...node, operand },
      always: always === null ? null : !always,
      missing,
      leftOut: leftOut.map((l) => ({ ...l, direction: opposite(l.direction) })),
    }),
    identifier(node) {
      const found = identifiers.find((i) => i.name.text === node.name);
      const part = found && left.get(found);
      return part
        ? { ...part, node: part.node && node }
        : { node, always: null, missing: [], leftOut: [] };
    },
    quantified(node) {
      const parts = resolveIdentifiers(node, identifiers).map((i) => left.get(i)!);
      const { nodes, ...told } = node.count === 'all' ? all(parts) : any(parts, node.count);
      return { ...told, node: nodes && node };
    },
  });
}

function linked(
  { nodes, ...told }: Linked<ConditionExpression>,
  node: ConditionOperation,
): Left<ConditionExpression> {
  if (!nodes) return { ...told, node: null };
  return { ...told, node: nodes.length === 1 ? nodes[0]! : { ...node, operands: nodes } };
}

/** What is left of parts that are linked; null where the source cannot be asked so. */
interface Linked<T> extends Omit<Left<T>, 'node'> {
  readonly nodes: readonly T[] | null;
}

function all<T>(parts: readonly Left<T>[]): Linked<T> {
  return any(parts, parts.length);
}

/** @param needed how many of them must hold */
function any<T>(parts: readonly Left<T>[], needed: number): Linked<T> {
  const nodes = parts.flatMap(({ node }) => (node === null ? [] : [node]));
  const lost = parts.filter(({ node }) => node === null);
  const areFalse = lost.every(({ always }) => always === false);
  const isTooFew = nodes.length < Math.min(needed, parts.length);
  if (isTooFew || !areFalse) {
    const areTrue = lost.length >= needed && lost.every(({ always }) => always === true);
    const always = isTooFew && areFalse ? false : areTrue || null;
    return { nodes: null, always, missing: parts.flatMap((p) => p.missing), leftOut: [] };
  }
  const leftOut = parts.flatMap((p) => lossesOf(p, 'narrower'));
  return { nodes, always: null, missing: [], leftOut };
}

/** Of `a and not b`, which is `not (not a or b)`, the operands are alternatives. */
function allOrFilters(
  parts: readonly Left<ConditionExpression>[],
  { operands }: ConditionOperation,
): Linked<ConditionExpression> {
  if (parts.every(({ node }) => node === null)) return all(parts);
  const isLost = ({ node, always }: Left<ConditionExpression>, i: number): boolean =>
    node === null && always === true && operands[i]!.kind === 'condition-not';
  const left = all(parts.filter((part, i) => !isLost(part, i)));
  if (!left.nodes) return left;
  const lost = parts.filter(isLost).flatMap((part) => lossesOf(part, 'wider'));
  return { ...left, leftOut: [...left.leftOut, ...lost] };
}

function lossesOf<T>(
  { node, missing, leftOut }: Left<T>,
  direction: Direction,
): readonly LeftOut[] {
  return node === null ? missing.map((m) => ({ ...m, direction })) : leftOut;
}

/** Whether a missing field may satisfy it. */
function isOfPresence(value: Value): boolean {
  return value.kind === 'null' || value.kind === 'exists';
}
