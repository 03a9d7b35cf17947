import fc from 'fast-check';
import { expect, test } from 'vitest';
import { link } from '../../../../src/model/linking/library.js';
import { parse } from '../../../../src/model/parse.js';
import { matchStream } from '../../../../src/match/stream.js';
import { restated } from './restated.js';
import type { Setup, StreamEvent } from './restated.js';

const WINDOW = 10;

const RULES = ['a', 'b', 'c']
  .map(
    (name) =>
      `title: ${name}\nname: ${name}\nlogsource: {product: p}\ndetection:\n  s: {Kind|contains: ${name}}\n  condition: s\n---\n`,
  )
  .join('');

/** A correlation in YAML, as its setup says. */
function written({ type, rules, groupBy, condition, percentile }: Setup): string {
  const lines = [
    `title: c\ncorrelation:\n  type: ${type}\n  rules: [${rules.join(', ')}]`,
    `  timespan: ${WINDOW}s`,
    ...(groupBy.length > 0 ? [`  group-by: [${groupBy.join(', ')}]`] : []),
    ...(groupBy.includes('who')
      ? ['  aliases:\n    who:\n      a: User\n      b: Account\n      c: User']
      : []),
    ...(condition
      ? [
          `  condition:\n${Object.entries(condition)
            .map(([k, v]) => `    ${k}: ${Array.isArray(v) ? `[${v.join(', ')}]` : String(v)}`)
            .join('\n')}`,
        ]
      : []),
    ...(percentile === undefined ? [] : [`    percentile: ${percentile}`]),
  ];
  return `${RULES}${lines.join('\n')}\n`;
}

const kind = fc.constantFrom('a', 'b', 'c', 'ab', 'abc', 'none');
const event: fc.Arbitrary<StreamEvent> = fc.record(
  {
    time: fc.integer({ min: 0, max: 40 }),
    Kind: kind,
    User: fc.constantFrom<unknown>('x', 'X', 'y', null, ['x', 'y'], 1, '1', '1.0'),
    Account: fc.constantFrom<unknown>('x', 'y'),
    V: fc.constantFrom<unknown>(1, '1', 2.5, '-3', 'word', null, [4, 5], 100),
    W: fc.constantFrom<unknown>('p', 'q'),
  },
  { requiredKeys: ['time', 'Kind'] },
);

const operator = fc.constantFrom('gt', 'gte', 'lt', 'lte', 'eq', 'neq');
const bounds = fc.dictionary(operator, fc.integer({ min: 0, max: 6 }), { minKeys: 1, maxKeys: 2 });
const groupBy = fc.constantFrom<readonly string[]>([], ['User'], ['who'], ['User', 'W']);
const rules = fc.constantFrom<readonly string[]>(['a'], ['a', 'b'], ['b', 'a'], ['a', 'b', 'c']);
const setup: fc.Arbitrary<Setup> = fc.oneof(
  fc.record({
    type: fc.constant('event_count' as const),
    rules,
    groupBy,
    condition: bounds,
  }),
  fc.record({
    type: fc.constant('value_count' as const),
    rules,
    groupBy,
    condition: fc
      .tuple(bounds, fc.constantFrom<string | readonly string[]>('V', ['W', 'V']))
      .map(([b, field]) => ({ ...b, field })),
  }),
  fc.record({
    type: fc.constantFrom('value_sum' as const, 'value_avg' as const, 'value_median' as const),
    rules,
    groupBy,
    condition: bounds.map((b) => ({ ...b, field: 'V' })),
  }),
  fc.record({
    type: fc.constant('value_percentile' as const),
    rules,
    groupBy,
    condition: bounds.map((b) => ({ ...b, field: 'V' })),
    percentile: fc.constantFrom(1, 50, 75, 99.9),
  }),
  fc.record({
    type: fc.constant('value_percentile' as const),
    rules,
    groupBy,
    condition: fc
      .tuple(
        fc.dictionary(operator, fc.constantFrom(20, 25, 33, 37.5, 50, 66, 75, 100), {
          minKeys: 1,
          maxKeys: 2,
        }),
        fc.constantFrom<string | readonly string[]>('V', ['V'], ['V', 'W']),
      )
      .map(([b, field]) => ({ ...b, field })),
  }),
  fc.record({
    type: fc.constantFrom('temporal' as const, 'temporal_ordered' as const),
    rules,
    groupBy,
    condition: fc.constant(null),
  }),
);

test('a stream gives what the contract says, whatever the order in which it comes', () => {
  let held = 0;
  fc.assert(
    fc.property(setup, fc.array(event, { maxLength: 14 }), (s, events) => {
      const { documents, diagnostics } = parse(written(s), { path: 'c.yml' });
      const library = link(documents);
      const errors = [...diagnostics, ...library.diagnostics].filter((d) => d.severity === 'error');
      // A test that can never hold is refused.
      if (errors.length > 0) return;
      const stream = matchStream<number>(library, { lateness: 1e9, timeField: 'time' });
      const found = events.flatMap(
        (e, i) => stream.push({ ...e, time: e.time * 1_000 + 1e12 }, i).correlations,
      );
      found.push(...stream.end());
      const ours = found.map(({ group, events: of }) => [of[of.length - 1], Object.values(group)]);
      const expected = restated(s, events, WINDOW);
      held += expected.length;
      expect(keys(ours)).toEqual(keys(expected));
    }),
    { numRuns: 1_500 },
  );
  expect(held).toBeGreaterThan(500);
});

/** As sets, in which a number is what it prints as. */
function keys(matches: readonly (readonly unknown[])[]): string[] {
  return matches
    .map(([at, group]) => JSON.stringify([at, (group as unknown[]).map(String)]))
    .sort();
}
