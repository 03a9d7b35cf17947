import type { ConditionExpression } from '../model/condition/ast.js';
import { resolveIdentifiers } from '../model/condition/resolve.js';
import type { DetectionNode } from '../model/detection.js';
import type { Rule } from '../model/rule.js';

/**
 * Whether whatever satisfies the rule has a value of the field that the rule names: it is asked for
 * on each way on which a condition can hold, and under no negation.
 */
export function asksAlways({ detection }: Rule, field: string): boolean {
  const { identifiers, conditions } = detection;
  const wanted = field.toLowerCase();
  const inBody = (node: DetectionNode): boolean => {
    if (node.kind === 'detection-item') {
      return node.field?.text.toLowerCase() === wanted && !node.negated;
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

function everyOf<T>(items: readonly T[], holds: (item: T) => boolean): boolean {
  return items.length > 0 && items.every(holds);
}
