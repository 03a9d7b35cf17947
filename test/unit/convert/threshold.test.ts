import { expect, test } from 'vitest';
import { lucene } from '../../../backends/lucene/index.js';
import { convert } from '../../../src/convert/index.js';
import { defaultsOf } from '../../support/defaults.js';
import { readLibrary } from '../../support/read-library.js';

const settings = (await defaultsOf([lucene])).get('lucene')!;

/** What a correlation of processes is as a rule that counts: its threshold, or why it is refused. */
function thresholdOf(body: string): unknown {
  const text = `title: A
name: a
logsource: { product: windows, category: process_creation }
detection: { a: { Image|endswith: '\\kettle.exe' }, condition: a }
---
title: B
correlation: { rules: [a], timespan: 5m, ${body} }
`;
  const [query] = convert(readLibrary(text), { ...settings, format: 'siem_rule' });
  if (query!.text !== null) return JSON.parse(query!.text).threshold;
  const errors = query!.diagnostics.filter((d) => d.severity === 'error');
  return errors.map(({ code, span }) => [code, span!.file.text.slice(span!.start, span!.end)]);
}

test('what is counted is named where it is more than one field', () => {
  const by = (field: string): string =>
    `type: event_count, group-by: [Image, ${field}], condition: { gte: 3 }`;
  expect(thresholdOf(by('ProcessId'))).toEqual({
    field: ['process.executable', 'process.pid'],
    value: 3,
  });
  // One of the digests, whichever there is.
  expect(thresholdOf(by('Hashes'))).toEqual([['threshold-field', 'Hashes']]);
  expect(thresholdOf('type: value_count, condition: { field: Hashes, gte: 3 }')).toEqual([
    ['threshold-field', 'Hashes'],
  ]);
  expect(thresholdOf('type: event_count, group-by: [Hashes], condition: { lt: 3 }')).toEqual([
    ['unsupported-correlation', '{ lt: 3 }'],
  ]);
});
