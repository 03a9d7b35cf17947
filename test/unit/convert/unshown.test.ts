import { expect, test } from 'vitest';
import { dsl } from '../../../backends/dsl/index.js';
import { esql } from '../../../backends/esql/index.js';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { shippedPipelines } from '../../../src/pipeline/shipped.js';
import { defaultsOf } from '../../support/defaults.js';
import { readLibrary } from '../../support/read-library.js';

const settings = await defaultsOf([dsl, esql, kql, lucene, splunk]);

const FIELDS = '[User, CommandLine, Image, Computer, Hashes, ProcessGuid]';
const RULE = `title: A
name: a
logsource: { product: windows, category: process_creation }
detection: { a: { Image|endswith: '\\kettle.exe' }, condition: a }
`;
const CORRELATION = `---
title: B
fields: ${FIELDS}
correlation: { type: event_count, rules: [a], group-by: [User], timespan: 5m, condition: { gte: 3 } }
`;

const DIGESTS = ['MD5', 'SHA1', 'SHA256'].map((name) => `process.hash.${name.toLowerCase()}`);
DIGESTS.push('process.pe.imphash');

/** A document, and which of the fields that its rule lists are told to be missing there. */
function shown(target: string, format: string, text: string) {
  const [query] = convert(readLibrary(text), { ...settings.get(target)!, format });
  const unshown = query!.diagnostics
    .filter((d) => d.code === 'field-not-shown')
    .map(({ span }) => span!.file.text.slice(span!.start, span!.end));
  return { text: query!.text!, unshown };
}

test.each(['sentinel', 'sentinel_arm', 'xdr_detection'])(
  '%s tells what no detail shows',
  (format) => {
    const { text, unshown } = shown('kql', format, `${RULE}fields: ${FIELDS}\n`);
    expect(unshown).toEqual(['User', 'ProcessGuid']);
    for (const column of ['ProcessCommandLine', 'SHA256']) expect(text).toContain(column);
  },
);

test.each(['lucene', 'dsl'])('a saved search of %s has columns that are stored', (target) => {
  const { text, unshown } = shown(target, 'kibana', `${RULE}fields: ${FIELDS}\n`);
  expect(unshown).toEqual(['Computer', 'ProcessGuid']);
  expect(JSON.parse(text).attributes.columns).toEqual([
    ...['user.domain', 'user.name', 'process.command_line', 'process.executable'],
    ...DIGESTS,
  ]);
  // Without a pipeline, names are the user's own.
  const rule = readLibrary(`${RULE}fields: [Image, Hashes]\n`);
  const [query] = convert(rule, { backend: target === 'dsl' ? dsl : lucene, format: 'kibana' });
  expect(JSON.parse(query!.text!).attributes.columns).toEqual(['Image', 'Hashes']);
});

test('a saved search of ES|QL has the columns of its query', () => {
  const { text, unshown } = shown('esql', 'kibana', `${RULE}fields: ${FIELDS}\n`);
  expect(unshown).toEqual(['Computer', 'ProcessGuid']);
  const { columns } = JSON.parse(text).attributes;
  expect(columns).toEqual([
    ...['user.domain', 'user.name', 'process.command_line', 'process.executable'],
    ...DIGESTS,
  ]);
  const ofCorrelation = shown('esql', 'kibana', RULE + CORRELATION);
  expect(JSON.parse(ofCorrelation.text).attributes.columns).toEqual(['User']);
});

test.each([
  ['kql', 'query'],
  ['kql', 'sentinel'],
  ['splunk', 'query'],
  ['splunk', 'savedsearches'],
  ['esql', 'query'],
])('a correlation shows what it groups by: %s, %s', (target, format) => {
  const { unshown } = shown(target, format, RULE + CORRELATION);
  expect(unshown).toEqual(['CommandLine', 'Image', 'Computer', 'Hashes', 'ProcessGuid']);
});

test('a saved search has a column for what the source keeps under the name of the rule', () => {
  const rule = `title: A
logsource: { product: windows, service: security }
detection: { a: { EventID: 4769 }, condition: a }
fields: [TargetUserName, ServiceName]
`;
  const { text, unshown } = shown('lucene', 'kibana', rule);
  expect(unshown).toEqual([]);
  expect(JSON.parse(text).attributes.columns).toEqual([
    'winlog.event_data.TargetUserName',
    'winlog.event_data.ServiceName',
  ]);
});

test('a data model is counted by what a rule lists', async () => {
  const pipelines = await shippedPipelines(splunk, ['cim']);
  const text = `${RULE}fields: [CommandLine, ParentImage, LogonId]\n`;
  const [query] = convert(readLibrary(text), { backend: splunk, pipelines });
  expect(query!.text).toMatch(/ Processes\.process Processes\.parent_process_path$/);
  const notes = query!.diagnostics.filter((d) => d.code === 'field-not-shown');
  expect(notes.map((d) => d.message)).toEqual([expect.stringContaining('no column for LogonId,')]);
});

test('the note has the name that the rule has', () => {
  const rule = `title: A
logsource: { product: aws, service: cloudtrail }
detection: { a: { eventSource: s3.amazonaws.com }, condition: a }
fields: ['requestParameters.bucketName']
`;
  const [query] = convert(readLibrary(rule), { ...settings.get('kql')!, format: 'sentinel' });
  const [note] = query!.diagnostics.filter((d) => d.code === 'field-not-shown');
  expect(note!.message).toContain('no column for requestParameters.bucketName,');
});
