import { expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { ask } from '../lucene/ask.js';

const source = {
  table: 'W3CIISLog',
  fields: { agent: { as: 'column', of: 'csUserAgent', empty: '-', to: 'agent' } },
};

test.each([
  [{ 'agent|contains': 'tea' }, 'csUserAgent contains "tea"'],
  [{ agent: ['tea', 'pot'] }, 'csUserAgent in~ ("tea", "pot")'],
  [{ 'agent|re': 'te+a.*pot' }, 'csUserAgent matches regex "te+a.*pot"'],
])('a column with a word for nothing is asked as it is: %j', (asked, where) => {
  expect(ask(source, asked, {}, kql).query).toBe(`W3CIISLog\n| where ${where}`);
});

test('the word itself is a missing value, and so may be what a pattern finds', () => {
  const answer = ask(source, { agent: '-' }, {}, kql);
  expect(answer.query).toContain('| where isempty(agent)');
  expect(answer.said).toEqual(['kql-word-is-missing wider']);
  const listed = ask(source, { agent: ['', '-', 'tea'] }, {}, kql);
  expect(listed.query).toContain('| where isempty(agent) or csUserAgent =~ "tea"');
  const part = ask(source, { 'agent|contains': '-' }, {}, kql);
  expect(part.query).toContain('| where agent contains "-" or isempty(agent)');
  expect(part.said).toEqual(['kql-word-match wider']);
});

test('asked together with a missing value it is no more than that', () => {
  const { query, said } = ask(source, { agent: [null, '-'] }, {}, kql);
  expect(query).toContain('| where isempty(agent)');
  expect(said).toEqual(['kql-null-is-empty wider']);
});

test.each([
  [{ 'agent|contains': '-' }],
  [{ agent: null }],
  [{ agent: '' }],
  [{ 'agent|re': '-|a' }],
])('and is computed where the word may count: %j', (asked) => {
  expect(ask(source, asked, {}, kql).query).toContain('| extend agent = iff(');
});
