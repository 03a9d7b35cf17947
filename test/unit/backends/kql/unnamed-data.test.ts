import { expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { ask } from '../lucene/ask.js';

const source = { table: 'Event', fields: { Data: { as: 'xml-text', of: 'EventData' } } };

test.each([
  [{ Data: 'tea' }, 'EventData contains "<Data>tea</Data>"'],
  [{ 'Data|cased': 'Tea' }, 'EventData contains_cs "<Data>Tea</Data>"'],
  [{ 'Data|startswith': 'tea' }, 'EventData contains "<Data>tea"'],
  [{ 'Data|endswith': 'tea' }, 'EventData contains "tea</Data>"'],
  [
    { Data: ['tea', 'pot'] },
    'EventData contains "<Data>tea</Data>" or EventData contains "<Data>pot</Data>"',
  ],
])('one of several data is asked with its tags: %j', (asked, where) => {
  expect(ask(source, asked, {}, kql).query).toBe(`Event\n| where ${where}`);
});

test.each([[{ 'Data|contains': 'tea' }], [{ Data: 'tea & pot' }], [{ Data: 't*a' }]])(
  'what may be written otherwise is read out: %j',
  (asked) => {
    expect(ask(source, asked, {}, kql).query).toContain('| extend Data = ');
  },
);
