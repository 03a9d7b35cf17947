import { beforeAll, describe, expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { compile } from '../../../src/match/compile.js';
import { loadSchemas } from '../../../src/match/schemas.js';
import type { Schemas } from '../../../src/match/schemas.js';
import { publishedTables, shippedPipelines } from '../../../src/pipeline/shipped.js';
import { readLibrary } from '../../support/read-library.js';

type Event = Readonly<Record<string, unknown>>;

const KETTLE = { product: 'kettle' };
const AUDIT = { product: 'm365', service: 'audit' };
const OKTA = { product: 'okta', service: 'okta' };
const ITEMS = [
  { Name: 'Spout', Value: 'C:\\pot' },
  { Name: 'Lid', Value: 7 },
];

let schemas: Schemas;
beforeAll(async () => {
  schemas = await loadSchemas();
});

function libraryOf(map: object, logsource: object) {
  const detection = { s: map, condition: 's' };
  return readLibrary(JSON.stringify({ title: 't', logsource, detection }));
}

function matches(map: object, event: Event, logsource: object = KETTLE): boolean {
  return compile(libraryOf(map, logsource), { schemas }).match(event).length > 0;
}

async function storedMatches(
  target: typeof kql,
  pipeline: string,
  map: object,
  event: Event,
  logsource: object,
): Promise<boolean> {
  const pipelines = await shippedPipelines(target, [pipeline]);
  const storedAs = { pipelines, target, tables: await publishedTables(target) };
  return compile(libraryOf(map, logsource), { storedAs }).match(event).length > 0;
}

describe('a list of names and values', () => {
  const row = { Type: 'CloudAppEvents', RawEventData: { Parameters: ITEMS } };

  test('has a value under each name', () => {
    expect(matches({ 'Parameters.Spout|endswith': '\\pot' }, { Parameters: ITEMS })).toBe(true);
    expect(matches({ 'Parameters.Lid': 7 }, { Parameters: ITEMS })).toBe(true);
    expect(matches({ 'Parameters.Name': 'Lid' }, { Parameters: ITEMS })).toBe(true);
    expect(matches({ 'Parameters.Lid|endswith': '\\pot' }, { Parameters: ITEMS })).toBe(false);
    expect(matches({ 'Parameters.Handle': null }, { Parameters: ITEMS })).toBe(true);
  });

  test('as a table has it', async () => {
    const ask = (map: object): Promise<boolean> => storedMatches(kql, 'sentinel', map, row, AUDIT);
    expect(await ask({ 'Parameters.Spout': 'c:\\pot' })).toBe(true);
    expect(await ask({ 'Parameters.Lid': 'c:\\pot' })).toBe(false);
  });
});

describe('a field that holds objects', () => {
  test.each([
    ['a name in one of a list', { 'Parameters|contains': 'spou' }],
    ['a value', { Parameters: 'c:\\POT' }],
    ['a number', { Parameters: 7 }],
    ['a comparison', { 'Parameters|gt': 6 }],
    ['a regular expression', { 'Parameters|re': '^Sp.ut$' }],
    ['cased', { 'Parameters|contains|cased': 'Spout' }],
    ['the JSON of an item', { 'Parameters|contains': '"Name":"Spout","Value"' }],
    ['all', { 'Parameters|contains|all': ['Spout', 'Lid'] }],
  ])('is compared by %s', (_, map) => {
    expect(matches(map, { Parameters: ITEMS })).toBe(true);
    expect(matches(map, { Parameters: [] })).toBe(false);
    expect(matches(map, { Parameters: [{ Name: 'Handle', Value: 5 }] })).toBe(false);
  });

  test('alone is compared, too', () => {
    expect(matches({ 'Parameters|contains': 'Spout' }, { Parameters: ITEMS[0] })).toBe(true);
  });

  test('its text in XML is all that an element is compared by', () => {
    const Data = [{ '@Name': 'Spout', '#text': 'poured' }];
    expect(matches({ Data: 'poured' }, { Data })).toBe(true);
    expect(matches({ 'Data|contains': 'Spout' }, { Data })).toBe(false);
  });
});

describe('paths through a list of objects', () => {
  test.each([
    ['in fields of the event', { target: [{ alternateId: 'kettle' }] }],
    ['in fields that Splunk made', { 'target{}.alternateId': ['kettle'] }],
    ['in the raw event', { _raw: '{"source":"x","target":[{"alternateId":"kettle"}]}' }],
    ['in what was sent to the collector', { event: { target: [{ alternateId: 'kettle' }] } }],
  ])('of Splunk, %s', async (_, fields) => {
    const event = { sourcetype: 'OktaIM2:log', ...fields };
    const other = JSON.parse(JSON.stringify(event).replace('kettle', 'pot')) as Event;
    const map = { 'target.alternateid': 'kettle' };
    expect(matches(map, event, OKTA)).toBe(true);
    expect(matches(map, other, OKTA)).toBe(false);
    expect(await storedMatches(splunk, 'splunk', map, event, OKTA)).toBe(true);
    expect(await storedMatches(splunk, 'splunk', map, other, OKTA)).toBe(false);
  });

  test('of Splunk, which has no such field of an object that is in no list', async () => {
    const event = { sourcetype: 'OktaIM2:log', target: { alternateId: 'kettle' } };
    const map = { 'target.alternateid': 'kettle' };
    expect(await storedMatches(splunk, 'splunk', map, event, OKTA)).toBe(false);
  });
});

describe('what a query of a store sees of objects', () => {
  const map = { Operation: 'Pour', 'Parameters|contains': 'Spout' };

  test('Splunk, their JSON', async () => {
    const event = { sourcetype: 'o365:management:activity', Operation: 'Pour', Parameters: ITEMS };
    expect(await storedMatches(splunk, 'splunk', map, event, AUDIT)).toBe(true);
    const other = { ...map, 'Parameters|contains': 'Handle' };
    expect(await storedMatches(splunk, 'splunk', other, event, AUDIT)).toBe(false);
  });

  test.each([
    ['as an object', { Parameters: ITEMS }],
    ['as JSON in a string', JSON.stringify({ Parameters: ITEMS })],
  ])('KQL, their JSON: %s', async (_, RawEventData) => {
    const event = { Type: 'CloudAppEvents', Timestamp: 't', ActionType: 'Pour', RawEventData };
    expect(matches(map, event, AUDIT)).toBe(true);
    expect(matches({ ...map, 'Parameters|contains': 'Handle' }, event, AUDIT)).toBe(false);
    expect(await storedMatches(kql, 'microsoft', map, event, AUDIT)).toBe(true);
    const equal = { Operation: 'Pour', Parameters: 'Spout' };
    expect(await storedMatches(kql, 'microsoft', equal, event, AUDIT)).toBe(false);
  });

  test('Elasticsearch, nothing', async () => {
    const event = {
      '@timestamp': 't',
      event: { dataset: 'okta.system' },
      okta: { target: [{ alternate_id: { inner: 'kettle' } }] },
    };
    expect(
      await storedMatches(lucene, 'ecs', { 'target.alternateid': 'kettle' }, event, OKTA),
    ).toBe(false);
  });
});

describe('the source that Splunk gives to events of a Windows channel', () => {
  test.each(['XmlWinEventLog:Security', 'WinEventLog:Security'])('%s', (source) => {
    const event = { source, EventCode: 4625 };
    const of = (service: string): boolean =>
      matches({ EventID: 4625 }, event, { product: 'windows', service });
    expect(of('security')).toBe(true);
    expect(of('system')).toBe(false);
    expect(matches({ EventID: 4625 }, event, { product: 'linux' })).toBe(false);
  });

  test('another source says nothing', () => {
    expect(matches({ EventID: 4625 }, { source: 'WinEventLog', EventID: 4625 })).toBe(true);
  });
});

test('an event of a program that leads back to itself is an error that says so', () => {
  const event: Record<string, unknown> = { Pot: {}, Lid: 'a', Spout: 'b' };
  event['Pot'] = { Kettle: event };
  for (const map of [{ Pot: 'x' }, ['boils']]) {
    expect(() => compile(libraryOf(map, KETTLE)).match(event)).toThrow(
      'An event must be JSON, and this one leads back to itself',
    );
  }
});

describe('a list on the way to a field', () => {
  const event = { Parameters: ITEMS };

  test.each(['Parameters.Name', 'Parameters{}.Name', 'Parameters[].Name', 'Parameters[*].Name'])(
    'is told by a mark or by none: %s',
    (field) => {
      expect(matches({ [field]: 'Lid' }, event)).toBe(true);
      expect(matches({ [field]: 'Handle' }, event)).toBe(false);
    },
  );
});
