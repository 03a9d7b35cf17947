import { expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { defaultsOf } from '../../../support/defaults.js';
import { readLibrary } from '../../../support/read-library.js';

const settings = (await defaultsOf([kql])).get('kql')!;

const counted = (logsource: object, groupBy: string): string => {
  const detection = { s: { [groupBy]: 'x' }, condition: 's' };
  const rule = { title: 'r', name: 'r', logsource, detection };
  const correlation = {
    type: 'event_count',
    rules: ['r'],
    'group-by': [groupBy],
    timespan: '5m',
    condition: { gte: 3 },
  };
  return [rule, { title: 'c', correlation }].map((d) => JSON.stringify(d)).join('\n---\n');
};

const LIMIT = 'kql-xdr-event';

test.each([
  [{ product: 'windows', category: 'process_creation' }, 'Computer', 'DeviceProcessEvents'],
  [{ product: 'windows', service: 'security' }, 'SubjectUserName', null],
])('%j: %s, %s', (logsource, groupBy, table) => {
  const library = readLibrary(counted(logsource, groupBy), { path: 'c.yml' });
  const [query] = convert(library, { ...settings, format: 'xdr_detection' });
  const told = query!.limits.filter((l) => l.code === LIMIT);
  expect(told.map((l) => l.message.includes(`\`${table!}\``))).toEqual(table ? [true] : []);
});

test('rows of events have the number of each', () => {
  const [rule] = counted({ product: 'windows', category: 'process_creation' }, 'Image').split(
    '---',
  );
  const [query] = convert(readLibrary(rule!), { ...settings, format: 'xdr_detection' });
  expect(query!.limits.map((l) => l.code)).not.toContain(LIMIT);
});
