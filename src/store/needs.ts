import type { ConditionExpression } from '../model/condition/ast.js';
import { resolveIdentifiers } from '../model/condition/resolve.js';
import type { DetectionItem, DetectionNode } from '../model/detection.js';
import type { Rule } from '../model/rule.js';
import { textsOf } from './literals.js';

/**
 * Whether whatever satisfies the rule has a value of the field that the rule names: it is asked for
 * on each way on which a condition can hold, and under no negation.
 */
export function asksAlways(
  { detection }: Rule,
  field: string,
  suits: (item: DetectionItem) => boolean = () => true,
): boolean {
  const { identifiers, conditions } = detection;
  const wanted = field.toLowerCase();
  const inBody = (node: DetectionNode): boolean => {
    if (node.kind === 'detection-item') {
      return node.field?.text.toLowerCase() === wanted && !node.negated && suits(node);
    }
    return node.linking === 'all' ? node.items.some(inBody) : everyOf(node.items, inBody);
  };
  const inCondition = (node: ConditionExpression): boolean => {
    switch (node.kind) {
      case 'condition-and':
        return node.operands.some(inCondition);
      case 'condition-or':
        return everyOf(node.operands, inCondition);
      case 'condition-not':
        return false;
      case 'condition-identifier': {
        const named = identifiers.find((i) => i.name.text === node.name);
        return named !== undefined && inBody(named.body);
      }
      case 'condition-quantified': {
        const bodies = resolveIdentifiers(node, identifiers).map((i) => i.body);
        const needed = node.count === 'all' ? bodies.length : node.count;
        // More of them ask for it than may be left out.
        return bodies.filter(inBody).length > bodies.length - needed;
      }
    }
  };
  return everyOf(conditions, ({ expression }) => inCondition(expression));
}

/**
 * The texts, folded, of which every event that satisfies the rule has one in a field; null if it may
 * have others.
 */
export function alwaysAsked(rule: Rule, field: string): readonly string[] | null {
  const texts = new Set<string>();
  const asks = asksAlways(rule, field, (item) => {
    const own = textsOf(item);
    for (const text of own ?? []) texts.add(text);
    return own !== null;
  });
  return asks ? [...texts] : null;
}

function everyOf<T>(items: readonly T[], holds: (item: T) => boolean): boolean {
  return items.length > 0 && items.every(holds);
}
