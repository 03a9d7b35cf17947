import fc from 'fast-check';
import { test } from 'vitest';
import type { Expression } from '../../src/predicate/predicate.js';
import { simplify } from '../../src/predicate/simplify.js';
import { and, constant, evaluate, is, not, or } from '../unit/predicate/build.js';

const leaf = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'))
  .map(([field, value]): Expression => is(field, value));

const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    leaf,
    fc.boolean().map(constant),
    fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((o) => and(...o)),
    fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((o) => or(...o)),
    tie('tree').map(not),
  ),
}));

test('simplification never changes what a tree means', () => {
  fc.assert(
    fc.property(tree, fc.boolean(), fc.boolean(), (expression, oneOf, pushNegation) => {
      const simple = simplify(expression, { oneOf, pushNegation });
      for (let world = 0; world < 64; world++) {
        const holds = (key: string): boolean =>
          (world & (1 << ['a=x', 'a=y', 'b=x', 'b=y', 'c=x', 'c=y'].indexOf(key))) !== 0;
        if (evaluate(simple, holds) !== evaluate(expression, holds)) return false;
      }
      return true;
    }),
    { numRuns: 2000 },
  );
});
