import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/match/compile.js';
import { loadSchemas } from '../../../src/match/schemas.js';
import { readLibrary } from '../../support/read-library.js';

const schemas = await loadSchemas();

type Event = Readonly<Record<string, unknown>>;

function shapeIfFound(map: object, event: Event, logsource: object = PROCESS): string | null {
  const detection = { s: map, condition: 's' };
  const library = readLibrary(JSON.stringify({ title: 't', logsource, detection }));
  expect(library.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return compile(library, { schemas }).match(event)[0]?.shape ?? null;
}

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const PROCESS = { product: 'windows', category: 'process_creation' };
const KETTLE = {
  'Image|endswith': '\\kettle.exe',
  EventID: 1,
  Provider_Name: 'Microsoft-Windows-Sysmon',
};
const XML = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Sysmon' Guid='{5}'/><EventID>1</EventID><Channel>${SYSMON}</Channel><Computer>pot</Computer></System><EventData><Data Name='Image'>C:\\a &amp; b\\kettle.exe</Data><Data Name='User'/></EventData></Event>`;

const system = {
  Provider: { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } },
  EventID: 1,
  Channel: SYSMON,
};
const image = 'C:\\a & b\\kettle.exe';

test('an event of Velociraptor is found by the data of its program', () => {
  const channel = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational';
  const event = {
    System: { EventID: { Value: 21 }, Channel: channel },
    UserData: { EventXML: { User: 'POT\\kettle' } },
  };
  const service = { product: 'windows', service: 'terminalservices-localsessionmanager' };
  expect(shapeIfFound({ EventID: 21, 'User|contains': 'kettle' }, event, service)).toBe(
    'Windows event log',
  );
});

test('an event of NXLog has its computer in Hostname', () => {
  const event = { EventID: 1, SourceName: 'Microsoft-Windows-Sysmon', Channel: SYSMON };
  expect(shapeIfFound({ Computer: 'pot' }, { ...event, Hostname: 'pot' })).toBe('fields');
  expect(shapeIfFound({ Computer: 'pot' }, { ...event, Hostname: 'lid' })).toBeNull();
  expect(
    shapeIfFound({ Computer: 'pot' }, { ...event, Hostname: 'pot', Computer: 'lid' }),
  ).toBeNull();
});

test('an event of fluentd is found by all but its data', () => {
  const system = { ProviderName: 'Microsoft-Windows-Sysmon', EventID: '1', Channel: SYSMON };
  const event = { ...system, Computer: 'pot', EventData: [image] };
  const { EventID, Provider_Name } = KETTLE;
  expect(shapeIfFound({ EventID, Provider_Name, Computer: 'pot' }, event)).toBe('fluentd');
  expect(shapeIfFound(KETTLE, event)).toBeNull();
});

test('an event of Fluent Bit is found by all but its data', () => {
  const event = {
    ProviderName: 'Microsoft-Windows-Sysmon',
    EventID: 1,
    Channel: SYSMON,
    Computer: 'pot',
    StringInserts: [image],
  };
  const { EventID, Provider_Name } = KETTLE;
  expect(shapeIfFound({ EventID, Provider_Name, Computer: 'pot' }, event)).toBe('Fluent Bit');
  expect(shapeIfFound(KETTLE, event)).toBeNull();
});

describe('an event of Sysmon is found in the form of', () => {
  test.each<[what: string, shape: string, event: Event]>([
    ['evtx_dump', 'Windows event log', { Event: { System: system, EventData: { Image: image } } }],
    [
      'a list of named data',
      'Windows event log',
      {
        Event: {
          System: system,
          EventData: {
            Data: [{ '#attributes': { Name: 'Image' }, '#text': image }, { Name: 'User' }],
          },
        },
      },
    ],
    [
      'a list with @Name',
      'Windows event log',
      { Event: { System: system, EventData: { Data: [{ '@Name': 'Image', '#text': image }] } } },
    ],
    [
      'one named data',
      'Windows event log',
      { Event: { System: system, EventData: { Data: { '@Name': 'Image', '#text': image } } } },
    ],
    [
      'an alert of Wazuh',
      'Wazuh',
      {
        '@timestamp': '2026-01-01T00:00:00Z',
        agent: { id: '001' },
        rule: { id: '61603' },
        data: {
          win: {
            system: { providerName: 'Microsoft-Windows-Sysmon', eventID: '1', channel: SYSMON },
            eventdata: { image: image.replaceAll('\\', '\\\\') },
          },
        },
      },
    ],
    [
      'XML of Fluent Bit',
      'Windows event log',
      { System: XML, Message: 'Process Create:', StringInserts: [image] },
    ],
    [
      'xml2js',
      'Windows event log',
      {
        Event: {
          System: { ...system, Provider: { $: { Name: 'Microsoft-Windows-Sysmon' } } },
          EventData: { Data: [{ $: { Name: 'Image' }, _: image }] },
        },
      },
    ],
    [
      'xml2js, with a list for each element',
      'Windows event log',
      {
        Event: {
          System: [
            {
              Provider: [{ $: { Name: 'Microsoft-Windows-Sysmon' } }],
              EventID: ['1'],
              Channel: [SYSMON],
            },
          ],
          EventData: [{ Data: [{ $: { Name: 'Image' }, _: image }] }],
        },
      },
    ],
    [
      'fast-xml-parser',
      'Windows event log',
      {
        Event: {
          System: { ...system, Provider: { '@_Name': 'Microsoft-Windows-Sysmon' } },
          EventData: { Data: [{ '#text': image, '@_Name': 'Image' }] },
        },
      },
    ],
    [
      'Chainsaw',
      'Windows event log',
      {
        group: 'Sigma',
        document: {
          kind: 'evtx',
          data: {
            Event: {
              System: {
                Provider_attributes: { Name: 'Microsoft-Windows-Sysmon' },
                EventID: 1,
                Channel: SYSMON,
              },
              EventData: { Image: image },
            },
          },
        },
      },
    ],
    ['parts without a frame', 'Windows event log', { System: system, EventData: { Image: image } }],
    [
      'a list of events',
      'Windows event log',
      { Events: { Event: { System: system, EventData: { Image: image } } } },
    ],
    [
      'Velociraptor',
      'Windows event log',
      {
        EventTime: '2026-11-30T10:00:00Z',
        Channel: SYSMON,
        Provider: 'Microsoft-Windows-Sysmon',
        EventID: 1,
        EventData: { Image: image },
        Message: 'Process Create',
      },
    ],
    [
      'EvtxECmd',
      'EvtxECmd',
      {
        Channel: SYSMON,
        EventId: 1,
        Provider: 'Microsoft-Windows-Sysmon',
        Payload: JSON.stringify({ EventData: { Data: [{ '@Name': 'Image', '#text': image }] } }),
      },
    ],
    [
      'Winlogbeat',
      'Elastic',
      {
        '@timestamp': 't',
        event: { code: '1', provider: 'Microsoft-Windows-Sysmon' },
        winlog: {
          channel: SYSMON,
          event_id: '1',
          provider_name: 'Microsoft-Windows-Sysmon',
          event_data: { Image: image },
        },
      },
    ],
    [
      'Winlogbeat, processed',
      'Elastic',
      {
        _index: 'i',
        _source: {
          event: { code: '1' },
          winlog: { channel: SYSMON, provider_name: 'Microsoft-Windows-Sysmon' },
          process: { executable: image },
        },
      },
    ],
    [
      'fields that were asked of Elasticsearch',
      'Elastic',
      {
        _index: 'i',
        fields: {
          'event.code': ['1'],
          'winlog.channel': [SYSMON],
          'winlog.provider_name': ['Microsoft-Windows-Sysmon'],
          'process.executable': [image],
        },
      },
    ],
    [
      'Elastic, flat',
      'Elastic',
      {
        'event.code': '1',
        'winlog.channel': SYSMON,
        'winlog.provider_name': 'Microsoft-Windows-Sysmon',
        'process.executable': image,
      },
    ],
    [
      'a result of Splunk',
      'Splunk',
      { preview: false, result: { _raw: XML, sourcetype: 'XmlWinEventLog' } },
    ],
    [
      'a webhook of Splunk',
      'Splunk',
      { search_name: 'kettle', sid: '1', result: { _raw: XML, sourcetype: 'XmlWinEventLog' } },
    ],
    [
      'fields of Splunk',
      'Splunk',
      {
        sourcetype: 'XmlWinEventLog',
        source: `XmlWinEventLog:${SYSMON}`,
        EventCode: 1,
        Name: "'Microsoft-Windows-Sysmon'",
        Image: image,
      },
    ],
    [
      'Sentinel',
      'Microsoft',
      {
        Type: 'Event',
        TenantId: 't',
        EventLog: SYSMON,
        Source: 'Microsoft-Windows-Sysmon',
        EventID: 1,
        EventData: `<DataItem type="System.XmlData"><EventData xmlns="x"><Data Name="Image">C:\\a &amp; b\\kettle.exe</Data></EventData></DataItem>`,
      },
    ],
    [
      'Sentinel, exported with a dynamic column as a string',
      'Microsoft',
      {
        Type: 'WindowsEvent',
        TimeGenerated: 't',
        Channel: SYSMON,
        Provider: 'Microsoft-Windows-Sysmon',
        EventID: 1,
        EventData: JSON.stringify({ Image: image }),
      },
    ],
    [
      'fields side by side',
      'fields',
      {
        Channel: SYSMON,
        EventID: 1,
        SourceName: 'x',
        Provider_Name: 'Microsoft-Windows-Sysmon',
        Image: image,
      },
    ],
  ])('%s', (_, shape, event) => {
    expect(shapeIfFound(KETTLE, event)).toBe(shape);
    expect(shapeIfFound({ ...KETTLE, EventID: 2 }, event)).toBe(null);
    expect(shapeIfFound({ 'Image|endswith': 'b\\kettle.exe' }, event)).toBe(shape);
  });
});

describe('hostile events', () => {
  const deep = (depth: number): unknown => (depth === 0 ? 'x' : { a: deep(depth - 1), event: 1 });
  const wrapped = (depth: number): unknown =>
    depth === 0 ? { a: 1 } : { preview: 1, result: wrapped(depth - 1) };
  test.each<[string, unknown]>([
    [
      '__proto__ as data',
      JSON.parse(
        '{"Event":{"System":{},"EventData":{"Data":[{"Name":"__proto__","#text":{"Image":"x"}}]}}}',
      ),
    ],
    ['parts that are no objects', { Event: { System: [], EventData: 7, UserData: 'x' } }],
    [
      'names that are no strings',
      { Event: { System: {}, EventData: { Data: [{ Name: 7 }, null, [[]]] } } },
    ],
    ['deep', deep(400)],
    ['wrapped in itself', wrapped(100)],
    ['broken XML', { _raw: '<Event><System><EventID>1</System></Event>', sourcetype: 'x' }],
    ['XML without an end', { _raw: `<Event${' a="b"'.repeat(50_000)}`, sourcetype: 'x' }],
    ['deep XML', { _raw: `<Event>${'<a>'.repeat(50_000)}`, sourcetype: 'x' }],
    [
      'an entity that is none',
      { EventData: '<EventData><Data Name="a">&#x110000;&kettle;</Data></EventData>' },
    ],
    ['a table that is no string', { Type: { a: 1 }, TableName: [], TenantId: 1 }],
    [
      'a dataset that is an object',
      { '@timestamp': 1, event: { dataset: { a: 1 }, category: [[['x']]] } },
    ],
    [
      'names of the prototype',
      { Event: { System: { constructor: 1, Channel: 'constructor' }, EventData: { toString: 1 } } },
    ],
  ])('%s', (_, event) => {
    expect(shapeIfFound({ Image: 'kettle', User: null }, event as Event)).toBeNull();
  });
});

describe('an event of CloudTrail as services of AWS deliver it', () => {
  const login = {
    eventTime: '2026-11-01T10:00:00Z',
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    userIdentity: { type: 'IAMUser' },
  };

  test.each([
    ['LookupEvents', { EventId: 'x', CloudTrailEvent: JSON.stringify(login) }],
    ['EventBridge', { 'detail-type': 'AWS Console Sign In via CloudTrail', detail: login }],
    ['CloudWatch Logs', { timestamp: 1, message: JSON.stringify(login), ingestionTime: 2 }],
    ['a subscription', { id: 'x', timestamp: 1, message: JSON.stringify(login) }],
  ])('%s', (_, event) => {
    const trail = { product: 'aws', service: 'cloudtrail' };
    const map = { eventName: 'ConsoleLogin', 'userIdentity.type': 'IAMUser' };
    expect(shapeIfFound(map, event, trail)).not.toBe(null);
    expect(shapeIfFound({ eventName: 'CreateUser' }, event, trail)).toBe(null);
  });
});
