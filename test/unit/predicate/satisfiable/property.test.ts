import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MatchEvent } from '../../../../src/match/event.js';
import { Compiler } from '../../../../src/match/test.js';
import { conflictIn } from '../../../../src/predicate/satisfiable.js';
import { simplify } from '../../../../src/predicate/simplify/simplify.js';
import { eventOf, severalValues, singleEvents, tree } from './arbitrary.js';

const events = singleEvents.map((json) => new MatchEvent(json));
const single = (): boolean => true;
const several = (): boolean => false;

test('what an event with one value a field matches is never called impossible', () => {
  let impossible = 0;
  fc.assert(
    fc.property(tree, fc.boolean(), (expression, simple) => {
      const asked = simple ? simplify(expression, { oneOf: true, pushNegation: true }) : expression;
      if (!conflictIn(asked, single)) return;
      impossible++;
      const matches = new Compiler().compile(asked);
      for (const event of events) {
        if (matches(event)) throw new Error(`impossible, but: ${JSON.stringify(event.json)}`);
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
        if (!conflictIn(expression, several)) return;
        const matches = new Compiler().compile(expression);
        for (const [a, b] of values) {
          expect(matches(new MatchEvent(eventOf(a, b)))).toBe(false);
        }
      },
    ),
    { numRuns: 1_500 },
  );
});
