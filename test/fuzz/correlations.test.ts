import fc from 'fast-check';
import { changed, filesBelow, hostile } from './hostile-text.js';
import { property } from './property.js';
import { WAYS, survive } from './survive.js';

const which = fc.nat({ max: WAYS - 1 });

property(
  'a correlation or a filter that was changed anywhere',
  200,
  fc.tuple(changed([...filesBelow('rules/correlation'), ...filesBelow('rules/filters')]), which),
  survive,
);

const RULES = [
  {
    title: 'A',
    name: 'a',
    logsource: { product: 'windows', category: 'process_creation' },
    detection: { s: { 'Image|endswith': '\\a.exe' }, condition: 's' },
  },
  {
    title: 'B',
    name: 'b',
    logsource: { product: 'windows', service: 'security' },
    detection: { s: { EventID: [1, 4625] }, t: ['word'], condition: ['s', 's and not t'] },
  },
];

const ruleName = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c0', 'c1', 'c2', 'A', 'any', '__proto__') },
  { weight: 1, arbitrary: hostile },
);
const field = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('User', 'Image', 'x', 'a b', 'constructor') },
  { weight: 1, arbitrary: hostile },
);
const junk = fc.oneof(hostile, fc.constantFrom<unknown>(null, [], {}, 5, true, '', -1, 1e300));
/** Mostly what belongs there, sometimes anything. */
const mostly = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary }, { weight: 1, arbitrary: junk });
const some = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  mostly(fc.oneof(arbitrary, fc.array(arbitrary, { maxLength: 3 })));

const operator = fc.constantFrom('gt', 'gte', 'lt', 'lte', 'eq', 'neq', 'field', 'percentile');
const condition = mostly(
  fc.oneof(
    fc.dictionary(operator, mostly(fc.oneof(fc.integer(), field, fc.double())), { maxKeys: 3 }),
    fc
      .array(fc.constantFrom('a', 'b', 'and', 'or', 'not', '(', ')', 'c0'), { maxLength: 8 })
      .map((words) => words.join(' ')),
  ),
);
const correlation = fc.record(
  {
    type: mostly(
      fc.constantFrom(
        ...['event_count', 'value_count', 'value_sum', 'value_avg', 'value_percentile'],
        ...['value_median', 'temporal', 'temporal_ordered', 'toString'],
      ),
    ),
    rules: some(ruleName),
    'group-by': some(field),
    timespan: mostly(fc.constantFrom('5m', '1h', '30d', '0s', '1M', '99999999999999999999d', '5')),
    condition,
    aliases: mostly(fc.dictionary(field, mostly(fc.dictionary(ruleName, field)), { maxKeys: 2 })),
    generate: mostly(fc.boolean()),
  },
  { requiredKeys: ['type', 'rules'] },
);
const filter = fc.record({
  rules: some(ruleName),
  s: mostly(fc.dictionary(field, junk, { maxKeys: 2 })),
  condition: mostly(fc.constantFrom('not s', 's', 'not t', '1 of s*', 's | count() > 1')),
});
const library = fc
  .tuple(fc.array(correlation, { maxLength: 4 }), fc.array(filter, { maxLength: 2 }))
  .map(([correlations, filters]) => {
    const documents: unknown[] = [...RULES];
    for (const [i, c] of correlations.entries()) {
      documents.push({ title: `C${i}`, name: `c${i}`, correlation: c });
    }
    for (const [i, f] of filters.entries()) {
      const { logsource } = RULES[i % 2]!;
      documents.push({ title: `F${i}`, logsource, filter: f });
    }
    return documents.map((d) => JSON.stringify(d)).join('\n---\n');
  });

property('correlations and filters over each other', 400, fc.tuple(library, which), survive);

const aggregation = fc
  .array(
    fc.constantFrom(
      ...[
        's',
        '|',
        'count()',
        'count(x)',
        'sum(x)',
        'min(',
        'near t',
        'by x',
        '> 5',
        '<',
        '==',
        'not',
      ],
      ...['and', 'or', '1 of them', 'a b', '5', '()', 'by', ','],
    ),
    { maxLength: 10 },
  )
  .map((words) => ({
    title: 'Old',
    logsource: { product: 'windows', category: 'process_creation' },
    detection: { s: { x: 1 }, t: { y: 2 }, timeframe: '5m', condition: words.join(' ') },
  }));

property(
  'a condition with an aggregation',
  200,
  fc.tuple(
    aggregation.map((rule) => JSON.stringify(rule)),
    which,
  ),
  survive,
);
