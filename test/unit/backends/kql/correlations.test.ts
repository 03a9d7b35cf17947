import { expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { defaultsOf } from '../../../support/defaults.js';
import { readLibrary } from '../../../support/read-library.js';

const settings = (await defaultsOf([kql])).get('kql')!;

const RULE = `title: A
name: a
logsource: { product: windows, category: process_creation }
detection: { a: { Image|endswith: '\\kettle.exe' }, condition: a }
`;

const CONNECTION = RULE.replace('process_creation', 'network_connection');

/** A correlation of one rule, as one line. */
function queryOf(body: string, rule = RULE): string {
  const text = `${rule}---\ntitle: B\ncorrelation: { rules: [a], timespan: 5m, ${body} }\n`;
  return convert(readLibrary(text), { ...settings, compact: true })[0]!.text!;
}

test.each([
  ['User', 'Account'],
  ['ParentUser', 'InitiatingProcessAccount'],
])('%s is an account with its domain, as groups and as values', (field, column) => {
  const account = `${field} = iff(isempty(${column}Domain), ${column}Name, strcat(${column}Domain, @"\\", ${column}Name))`;
  const counted = `type: event_count, group-by: [${field}], condition: { gte: 3 }`;
  expect(queryOf(counted)).toContain(
    `| project Timestamp, ${account} | where isnotempty(${field})`,
  );
  const values = `type: value_count, condition: { field: ${field}, gte: 3 }`;
  expect(queryOf(values)).toContain(
    `| project Timestamp, ${account} | summarize by ${field}, Timestamp`,
  );
});

test('what the events of a source have in common is not a group in itself: the field is read', () => {
  const by = (fields: string): string =>
    `type: event_count, group-by: [${fields}], condition: { gte: 3 }`;
  expect(queryOf(by('Channel, EventID'))).toContain(
    '| project TimeGenerated, Channel = EventLog, EventID = tostring(EventID) |',
  );
  // ActionType says so in other words.
  expect(queryOf(by('Initiated'), CONNECTION)).toMatch(
    /^Event \| .* Initiated = tostring\(parse_xml\(extract\("<Data Name=.Initiated.>/,
  );
});
