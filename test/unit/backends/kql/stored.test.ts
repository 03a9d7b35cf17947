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

test.each([
  [{ 'agent|contains': '-' }],
  [{ agent: null }],
  [{ agent: '' }],
  [{ 'agent|re': '-|a' }],
])('and is computed where the word may count: %j', (asked) => {
  expect(ask(source, asked, {}, kql).query).toContain('| extend agent = iff(');
});
