import { kql } from '../../../backends/kql/index.js';
import type { FuzzPredicate } from '../fuzz/generate.js';
import { testSafety } from '../fuzz/safety.js';
import { asQuery, readWhere } from './parser.js';
import type { KqlNode } from './parser.js';
import { kqlRun } from './run.js';

testSafety({
  name: 'KQL',
  backend: kql,
  options: { dots: 'column' },
  run: (jobs) =>
    Promise.resolve(
      jobs.map(({ fuzz, query }) => {
        try {
          const { predicate } = readWhere(asQuery(query.queryText!));
          const leaves = leavesOf(predicate);
          const keeps = kqlRun(predicate, fuzz.case.expression, 'column');
          return {
            kept: fuzz.events.map(keeps),
            predicates: leaves.length,
            wrong: wrongIn(leaves, fuzz.predicates),
          };
        } catch (error) {
          return String(error);
        }
      }),
    ),
});

function leavesOf(node: KqlNode): KqlNode[] {
  if (node.kind === 'operation' && (node.operator === 'and' || node.operator === 'or')) {
    return node.operands.flatMap(leavesOf);
  }
  if (node.kind === 'call' && (node.name === 'not' || node.name === 'coalesce')) {
    return leavesOf(node.operands[0]!);
  }
  return [node];
}

/** Each comparison is of one of the rule's fields with that field's own value, or a regex of it. */
function wrongIn(leaves: readonly KqlNode[], predicates: readonly FuzzPredicate[]): string | null {
  for (const leaf of leaves) {
    const [left, right] = leaf.kind === 'operation' ? leaf.operands : [];
    const name = left?.kind === 'call' ? left.operands[0] : left;
    if (leaf.kind !== 'operation' || name?.kind !== 'name' || right?.kind !== 'literal') {
      return `no comparison: ${JSON.stringify(leaf)}`;
    }
    const predicate = predicates.find((p) => p.field === name.name);
    if (!predicate) return `no field of the rule: ${name.name}`;
    if (leaf.operator.includes('regex')) continue;
    if (right.value !== predicate.value) return `not the value of the rule: ${right.value}`;
  }
  return null;
}
