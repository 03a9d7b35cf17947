import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { INVISIBLE } from '../../source/visible.js';
import type { SearchIdentifier } from '../detection.js';
import type { Condition, ConditionExpression } from './ast.js';
import { codes } from './codes.js';
import { foldCondition, leavesOf } from './fold.js';

interface Spelt {
  readonly conditions: readonly Condition[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Conditions with search identifiers as they are defined, where a condition writes one in other letter
 * case, or with other invisible characters, and it can be no other's.
 */
export function asDefined(
  conditions: readonly Condition[],
  identifiers: readonly SearchIdentifier[],
): Spelt {
  const names = new Set(identifiers.map((i) => i.name.text));
  const isKnown = (root: ConditionExpression): boolean =>
    leavesOf(root).every(({ leaf }) => !('name' in leaf) || names.has(leaf.name));
  const roots = conditions.flatMap(({ expression, aggregation }) =>
    aggregation?.kind === 'near' ? [expression, aggregation.expression] : [expression],
  );
  if (roots.every(isKnown)) return { conditions, diagnostics: [] };

  const byLook = new Map<string, string | null>();
  for (const name of names) {
    const look = lookOf(name);
    byLook.set(look, byLook.has(look) ? null : name);
  }
  const diagnostics: Diagnostic[] = [];
  const read = (root: ConditionExpression): ConditionExpression =>
    foldCondition<ConditionExpression>(root, {
      and: (operands, node) => ({ ...node, operands }),
      or: (operands, node) => ({ ...node, operands }),
      not: (operand, node) => ({ ...node, operand }),
      identifier(node) {
        const name = names.has(node.name) ? node.name : byLook.get(lookOf(node.name));
        if (!name || name === node.name) return node;
        const isCase = name.toLowerCase() === node.name.toLowerCase();
        const code = isCase ? codes['identifier-case'] : codes['identifier-invisible'];
        diagnostics.push(diagnostic(code({ name }), node.span));
        return { ...node, name };
      },
      quantified: (node) => node,
    });
  const spelt = conditions.map(({ expression, aggregation, ...condition }) => ({
    ...condition,
    expression: read(expression),
    aggregation:
      aggregation?.kind === 'near'
        ? { ...aggregation, expression: read(aggregation.expression) }
        : aggregation,
  }));
  return { conditions: spelt, diagnostics };
}

/** A name as a reader tells it from others, whatever its letter case. */
function lookOf(name: string): string {
  return name.replace(INVISIBLE, '').trim().toLowerCase();
}
