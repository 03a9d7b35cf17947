import fc from 'fast-check';
import { test } from 'vitest';
import type { Expression } from '../../src/predicate/predicate.js';
import { meaning } from '../../src/predicate/meaning.js';
import { simplify } from '../../src/predicate/simplify/simplify.js';
import { foldCase } from '../../src/model/patterns/case-folding.js';
import { textMatcher } from '../../src/model/patterns/glob.js';
import { and, constant, evaluate, is, name, not, or, span } from '../unit/predicate/build.js';
import { treesOf } from './trees.js';

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

const pieces = fc.constantFrom('*', '?', 'a', 'B', 'ab', 'bAb', 'k');
const text = fc.array(pieces, { maxLength: 4 }).map((p) => p.join(''));
const field = fc.constantFrom('f', 'g');

const predicate: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(field, text, fc.boolean()).map(([f, t, c]) => is(f, t, c)) },
  { weight: 1, arbitrary: field.map((f): Expression => ({ kind: 'null', field: name(f), span })) },
  {
    weight: 1,
    arbitrary: field.map((f): Expression => ({ kind: 'exists', field: name(f), span })),
  },
);

type Event = Readonly<Record<string, readonly string[]>>;

function holds(node: Expression, event: Event): boolean {
  switch (node.kind) {
    case 'and':
      return node.operands.every((o) => holds(o, event));
    case 'or':
      return node.operands.some((o) => holds(o, event));
    case 'one-of':
      return node.options.some((o) => holds(o, event));
    case 'not':
      return !holds(node.operand, event);
    case 'constant':
      return node.value;
    case 'null':
      return event[node.field.text]!.length === 0;
    case 'exists':
      return event[node.field.text]!.length > 0;
    case 'string':
      return event[node.field.text]!.some((value) =>
        textMatcher(node.pattern, node.cased)(node.cased ? value : foldCase(value)),
      );
    default:
      throw new Error('not generated');
  }
}

const values = fc.array(
  fc.array(fc.constantFrom('a', 'A', 'b', 'B', 'k', 'x'), { maxLength: 6 }).map((p) => p.join('')),
  { maxLength: 3 },
);

test('what is left out is implied, whatever values a field has', () => {
  fc.assert(
    fc.property(
      treesOf(predicate),
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.record({ f: values, g: values }), { minLength: 20, maxLength: 20 }),
      (expression, oneOf, pushNegation, events) => {
        const simple = simplify(expression, { oneOf, pushNegation });
        return events.every((event) => holds(simple, event) === holds(expression, event));
      },
    ),
    { numRuns: 4000 },
  );
});

test('what is simple stays as it is', () => {
  fc.assert(
    fc.property(treesOf(predicate), fc.boolean(), (expression, pushNegation) => {
      const simple = simplify(expression, { oneOf: true, pushNegation });
      return meaning(simplify(simple, { oneOf: true, pushNegation })) === meaning(simple);
    }),
    { numRuns: 500 },
  );
});
