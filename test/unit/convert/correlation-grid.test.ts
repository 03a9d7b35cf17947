// Every type, with every condition, group, alias and depth of a chain, is exact for KQL and Splunk.
import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { readLibrary } from '../../support/read-library.js';

const RULES = ['a', 'b', 'c']
  .map(
    (name) =>
      `title: ${name}\nname: ${name}\nlogsource: { product: p }\ndetection: { s: { Kind: ${name} }, condition: s }\n`,
  )
  .join('---\n');

const COMPARISONS = [
  ...['gt: 3', 'gte: 3', 'lt: 3', 'lte: 3', 'eq: 3', 'neq: 3'],
  ...['gt: 1, lte: 9', 'gte: 2, neq: 4, lt: 9'],
];

/** What each type may ask. */
const TYPES: Readonly<Record<string, readonly (string | null)[]>> = {
  event_count: COMPARISONS.map((c) => `{ ${c} }`),
  value_count: [
    ...COMPARISONS.map((c) => `{ field: V, ${c} }`),
    '{ field: [V, W], gte: 2, lt: 5 }',
  ],
  value_sum: COMPARISONS.map((c) => `{ field: V, ${c} }`),
  value_avg: COMPARISONS.map((c) => `{ field: V, ${c} }`),
  value_median: COMPARISONS.map((c) => `{ field: V, ${c} }`),
  value_percentile: [
    ...COMPARISONS.map((c) => `{ field: V, percentile: 99.9, ${c} }`),
    ...COMPARISONS.map((c) => `{ field: V, ${c} }`),
    '{ field: [V, W], gte: 2, lt: 5 }',
  ],
  temporal: [
    ...[null, 'a and not b', '1 of them', 'not a and (b or c)', '{ gte: 2 }', '{ lt: 3 }'],
    ...['{ eq: 2 }', '{ neq: 2 }', '{ gte: 1, lt: 3 }'],
  ],
  temporal_ordered: [null],
};

const GROUPS = [[], ['User'], ['User', 'Host'], ['who'], ['who', 'Host']];

interface Section {
  readonly name: string;
  readonly type: string;
  readonly rules: readonly string[];
  readonly by: readonly string[];
  readonly condition: string | null;
}

function written({ name, type, rules, by, condition }: Section): string {
  const who = rules
    .filter((r) => r.length === 1)
    .map((r) => `${r}: ${r === 'b' ? 'Account' : 'User'}`);
  const parts = [
    `type: ${type}`,
    `rules: [${rules.join(', ')}]`,
    'timespan: 10m',
    ...(by.length > 0 ? [`group-by: [${by.join(', ')}]`] : []),
    ...(by.includes('who') && who.length > 0 ? [`aliases: { who: { ${who.join(', ')} } }`] : []),
    ...(condition === null ? [] : [`condition: ${condition}`]),
  ];
  return `title: ${name}\nname: ${name}\ncorrelation: { ${parts.join(', ')} }\n`;
}

/** Alone, in another, and in one around that. */
function chains(inner: Section): readonly (readonly Section[])[] {
  const by = inner.by.slice(0, 1);
  const two: Section = {
    name: 'two',
    type: 'temporal_ordered',
    rules: ['one', 'c'],
    by,
    condition: null,
  };
  const three: Section = {
    name: 'three',
    type: 'event_count',
    rules: ['two'],
    by,
    condition: '{ lt: 5 }',
  };
  const either: Section = { ...two, type: 'temporal', condition: 'one and not c' };
  return [[inner], [inner, two], [inner, two, three], [inner, either, three]];
}

test.each(Object.entries(TYPES))('%s', (type, conditions) => {
  let count = 0;
  const others: string[] = [];
  for (const condition of conditions) {
    for (const by of GROUPS) {
      const rules = type.startsWith('temporal') ? ['a', 'b', 'c'] : ['a', 'b'];
      for (const chain of chains({ name: 'one', type, rules, by, condition })) {
        const text = [RULES, ...chain.map(written)].join('---\n');
        const library = readLibrary(text, { path: 'grid.yml' });
        for (const backend of [kql, splunk]) {
          const options = backend === kql ? { table: 'Events' } : {};
          const queries = convert(library, { backend, options }).filter(
            (q) => q.document.kind === 'correlation',
          );
          count++;
          // What serves another has no query.
          if (queries.length === 1 && queries[0]!.fidelity === 'exact') continue;
          others.push(`${backend.name}: ${queries.map((q) => q.fidelity).join()}\n${text}`);
        }
      }
    }
  }
  expect(others.slice(0, 1)).toEqual([]);
  expect(count).toBe(conditions.length * GROUPS.length * 4 * 2);
});
