import { expect, test } from 'vitest';
import { eql } from '../../../../backends/eql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { readLibrary } from '../../../support/read-library.js';

const RULES = ['a', 'b']
  .map(
    (name) =>
      `---\ntitle: ${name}\nname: ${name}\nlogsource: { category: process_creation, product: windows }\ndetection:\n  s: { F: ${name}, G: c }\n  condition: s\n`,
  )
  .join('');

/** The query on one line, or the codes of the errors. */
function correlated(correlation: string): string | readonly string[] {
  const library = readLibrary(`title: t\ncorrelation: { ${correlation} }\n${RULES}`);
  const { text, diagnostics } = convert(library, { backend: eql, width: 10_000 }).at(0)!;
  if (text !== null) return text.replace(/\s+/g, ' ');
  return diagnostics.flatMap((d) => (d.severity === 'error' ? d.code : []));
}

const ORDERED = 'type: temporal_ordered, rules: [a, b], timespan: 90m';
const COUNT = 'type: event_count, rules: [a, b], timespan: 1h';

test.each([
  [
    `${ORDERED}, group-by: [User, Host]`,
    'sequence by User, Host with maxspan=90m [any where ?G : "c" and ?F : "a"] [any where ?G : "c" and ?F : "b"]',
  ],
  [
    `${ORDERED}, group-by: [who], aliases: { who: { a: User, b: Account Name } }`,
    'sequence with maxspan=90m [any where ?F : "a" and ?G : "c"] by User [any where ?F : "b" and ?G : "c"] by `Account Name`',
  ],
  [
    ORDERED,
    'sequence with maxspan=90m [any where ?G : "c" and ?F : "a"] [any where ?G : "c" and ?F : "b"]',
  ],
  [
    `${COUNT}, condition: { gte: 5 }, group-by: [User]`,
    'sequence by User with maxspan=1h [any where ?G : "c" and ?F : ("a", "b")] with runs=5',
  ],
  [
    `${COUNT}, condition: { gt: 1.5 }`,
    'sequence with maxspan=1h [any where ?G : "c" and ?F : ("a", "b")] with runs=2',
  ],
])('%s', (correlation, expected) => {
  expect(correlated(correlation)).toBe(expected);
});

test.each([
  [`${COUNT}, condition: { gte: 101 }`, 'eql-runs'],
  [`${COUNT}, condition: { gte: 1 }`, 'eql-runs'],
  [`${COUNT}, condition: { lt: 5 }`, 'eql-correlation'],
  [`${COUNT}, condition: { gte: 5, lte: 9 }`, 'eql-correlation'],
  ['type: temporal, rules: [a, b], timespan: 1h', 'eql-correlation'],
  [
    'type: value_count, rules: [a], timespan: 1h, condition: { field: F, gte: 5 }',
    'eql-correlation',
  ],
  [
    `${COUNT}, condition: { gte: 5 }, group-by: [who], aliases: { who: { a: User, b: Account } }`,
    'eql-keys',
  ],
])('%s is refused', (correlation, code) => {
  expect(correlated(correlation)).toEqual([code]);
});

test.each([
  ['rules: [i, b], timespan: 2h', ['eql-sequence', 'eql-chain']],
  // Of groups that are parts of others, nothing is said but that they are refused.
  ['rules: [i, b], timespan: 2h, group-by: [User]', ['eql-correlation']],
])('a chain is one sequence of the same groups: %s', (section, said) => {
  const inner = `title: i\nname: i\ncorrelation: { ${COUNT}, condition: { gte: 5 }, group-by: [${
    section.includes('User') ? 'User, Host' : ''
  }] }\n`;
  const outer = `type: temporal_ordered, ${section}`;
  const library = readLibrary(`title: t\ncorrelation: { ${outer} }\n---\n${inner}${RULES}`);
  const { diagnostics, queryText } = convert(library, { backend: eql }).at(0)!;
  const codes = diagnostics.flatMap((d) => (d.severity === 'note' ? [] : d.code));
  expect(codes).toEqual(said);
  expect(queryText === null).toBe(codes.includes('eql-correlation'));
});

test('a key that two fields make is both of them', async () => {
  const pipelines = await shippedPipelines(eql);
  const rules = RULES.replace(/F: (\w), G: c/g, 'CommandLine: $1');
  const library = readLibrary(`title: t
correlation: { ${ORDERED}, group-by: [User, Image] }
${rules}`);
  const { text } = convert(library, { backend: eql, pipelines, width: 10_000 }).at(0)!;
  expect(text).toMatch(
    /^sequence by user\.domain, user\.name, process\.executable with maxspan=90m/,
  );
});

// https://github.com/elastic/elasticsearch/issues/101985
test.each([
  ['below a flattened field', 'requestParameters.bucketName', 'aws.cloudtrail.flattened.'],
  ['among other values', 'userIdentity.userName', '`userIdentity.userName`'],
])('what is %s is no key', async (_, field, named) => {
  const library = readLibrary(`title: t
correlation: { type: event_count, rules: [get], timespan: 1h, condition: { gte: 5 }, group-by: [${field}] }
---
title: get
name: get
logsource: { product: aws, service: cloudtrail }
detection: { s: { eventName: GetObject }, condition: s }
`);
  const [query] = convert(library, { backend: eql, pipelines: await shippedPipelines(eql) });
  expect(query!.text).toBe(null);
  const [error] = query!.diagnostics.filter((d) => d.code === 'eql-key');
  expect(error?.message).toContain(named);
});

/** Fields of requests are parts of one of type flattened, which EQL cannot search. */
test.each([
  [
    '{ eventName: CreateUser, requestParameters.path: /tea }',
    'sequence by aws.cloudtrail.user_identity.arn with maxspan=1h [any where event.dataset == "aws.cloudtrail" and ?event.action : "CreateUser"] with runs=5',
  ],
  ['{ requestParameters.path: /tea }', null],
])('what a step leaves open is told, and refused only if it is all: %s', async (asked, query) => {
  const library = readLibrary(`title: t
correlation:
  type: event_count
  rules: [a]
  group-by: [userIdentity.arn]
  timespan: 1h
  condition: { gte: 5 }
---
title: a
name: a
logsource: { product: aws, service: cloudtrail }
detection: { s: ${asked}, condition: s }
`);
  const pipelines = await shippedPipelines(eql);
  const found = convert(library, { backend: eql, pipelines, width: 10_000 }).at(0)!;
  expect(found.text?.replace(/\s+/g, ' ') ?? null).toBe(query);
  const said = found.diagnostics.flatMap((d) => (d.severity === 'note' ? [] : d.code));
  expect(said).toEqual(['elastic-left-open', ...(query === null ? ['elastic-all-open'] : [])]);
});
