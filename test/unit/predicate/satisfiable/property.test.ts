import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MatchEvent } from '../../../../src/match/event.js';
import { Compiler } from '../../../../src/match/test.js';
import { satisfiability } from '../../../../src/predicate/satisfiable.js';
import { simplify } from '../../../../src/predicate/simplify.js';
import { eventOf, severalValues, singleEvents, tree } from './arbitrary.js';

const events = singleEvents.map((json) => new MatchEvent(json));
const single = (): boolean => true;
const several = (): boolean => false;

test('what an event with one value a field matches is never called impossible', () => {
  let impossible = 0;
  fc.assert(
    fc.property(tree, fc.boolean(), (expression, simple) => {
      const asked = simple ? simplify(expression, { oneOf: true, pushNegation: true }) : expression;
      const { conflict, expression: pruned } = satisfiability(asked, single);
      const compiler = new Compiler();
      const matches = compiler.compile(asked);
      const matchesPruned = compiler.compile(pruned);
      if (conflict) impossible++;
      for (const event of events) {
        const matched = matches(event);
        if (conflict && matched) throw new Error(`impossible, but: ${JSON.stringify(event.json)}`);
        if (matched !== matchesPruned(event)) {
          throw new Error(`pruned, but: ${JSON.stringify(event.json)}`);
        }
      }
    }),
    { numRuns: 1_500 },
  );
  expect(impossible).toBeGreaterThan(20);
});

test('nor is what an event with several values a field matches', () => {
  fc.assert(
    fc.property(
      tree,
      fc.array(fc.tuple(severalValues, severalValues), { minLength: 60, maxLength: 60 }),
      (expression, values) => {
        const { conflict, expression: pruned } = satisfiability(expression, several);
        const compiler = new Compiler();
        const matches = compiler.compile(expression);
        const matchesPruned = compiler.compile(pruned);
        for (const [a, b] of values) {
          const event = new MatchEvent(eventOf(a, b));
          expect(matchesPruned(event)).toBe(matches(event));
          if (conflict) expect(matches(event)).toBe(false);
        }
      },
    ),
    { numRuns: 1_500 },
  );
});
