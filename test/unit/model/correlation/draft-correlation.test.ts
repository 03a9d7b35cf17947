import { expect, test } from 'vitest';
import { link } from '../../../../src/model/linking/library.js';
import { parse } from '../../../../src/model/parse.js';

const rule = (name: string): string =>
  `title: ${name}\nname: ${name}\nlogsource: { product: windows }\n` +
  `detection: { s: { Image: ${name}.exe }, condition: s }\n`;

/** The first document, beside two rules. */
function read(text: string) {
  return link(parse([text, rule('a'), rule('b')].join('\n---\n')).documents).documents[0]!;
}

const codes = (document: ReturnType<typeof read>): readonly string[] =>
  document.diagnostics.map((d) => `${d.severity} ${d.code}`);

test.each([
  [
    'type: temporal\nrule: [a, b]\ngroup-by: [Computer]\ntimespan: 1h\nordered: true',
    '{ type: temporal_ordered, rules: [a, b], group-by: [Computer], timespan: 1h }',
    [],
  ],
  [
    'type: temporal\nrules: [a, b]\ntimespan: 1h\nordered: false',
    '{ type: temporal, rules: [a, b], timespan: 1h }',
    [],
  ],
  [
    'type: value_count\nfield: User\nrules: a\ngroup-by: [Computer]\ntimespan: 1d\ncondition: { gte: 100 }',
    '{ type: value_count, rules: a, group-by: [Computer], timespan: 1d, condition: { gte: 100, field: User } }',
    ['warning correlation-field-outside'],
  ],
])('a correlation of the first draft is one of today: %s', (draft, section, others) => {
  const found = read(`title: C\naction: correlation\n${draft}\nlevel: high`);
  expect(codes(found)).toEqual(['warning correlation-draft', ...others]);
  const now = read(`title: C\ncorrelation: ${section}\nlevel: high`);
  const meaning = ({ content }: typeof found): unknown => {
    if (content?.kind !== 'correlation') return null;
    const { type, rules, groupBy, timespan, level } = content;
    return [type, rules.map((r) => r.text), groupBy.map((n) => n.text), timespan.text, level];
  };
  expect(meaning(found)).not.toBeNull();
  expect(meaning(found)).toEqual(meaning(now));
});

test('what else has that action is as unknown as before', () => {
  expect(codes(read(`${rule('c')}action: correlation`))).toEqual(['error unknown-action']);
  expect(codes(read('title: C\naction: filter\nrules: [a]'))).toEqual(['error unknown-action']);
});

test('a rule is not referred to by its file', () => {
  const text = 'title: C\ncorrelation: { type: temporal, rules: [b.yml, a], timespan: 1h }';
  const documents = [
    ...parse(text, { path: 'c.yml' }).documents,
    ...parse(rule('a'), { path: 'rules/a.yml' }).documents,
    ...parse(rule('b'), { path: 'rules/b.yml' }).documents,
  ];
  const [first] = link(documents).diagnostics;
  expect(first?.message).toBe(
    "No rule has the id or name 'b.yml'. A file is called so. Refer to the rule in it by its `id` or `name`: 'b'.",
  );
});
