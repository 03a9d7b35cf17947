import { describe, expect, test } from 'vitest';
import { eventsIn } from '../../../src/match/events/batches.js';
import { quick } from '../../fuzz/quick.js';
import { matchedShapes as shapes } from '../../support/matched-shapes.js';
import type { Event } from '../../support/matched-shapes.js';

const LOGON = { EventID: 4625, TargetUserName: 'ann', LogonType: 3 };
const SECURITY = { product: 'windows', service: 'security' };
const event_data = { TargetUserName: 'ann', LogonType: '3' };
const BODY = {
  channel: 'Security',
  event_id: { id: 4625, qualifiers: 0 },
  provider: { name: 'Microsoft-Windows-Security-Auditing' },
  computer: 'pot',
};
const text = (value: string): object => ({ stringValue: value });
const map = (of: Readonly<Record<string, object>>): object => ({
  kvlistValue: { values: Object.entries(of).map(([key, value]) => ({ key, value })) },
});
const otlp = (body: object): Event => ({
  resourceLogs: [{ scopeLogs: [{ logRecords: [{ timeUnixNano: '1796032800000000000', body }] }] }],
});
const XML = `<Event xmlns="x"><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4625</EventID><Channel>Security</Channel></System><EventData><Data Name="TargetUserName">ann</Data><Data Name="LogonType">3</Data></EventData></Event>`;
const PROMTAIL = {
  source: 'Microsoft-Windows-Security-Auditing',
  channel: 'Security',
  event_id: 4625,
  event_data: "<Data Name='TargetUserName'>ann</Data><Data Name='LogonType'>3</Data>",
};
const SOURCE = { winlog: { channel: 'Security', event_id: 4625, event_data } };

describe('an event of the event log', () => {
  test.each<[what: string, shape: string, event: Event]>([
    [
      'of Winlogbeat 6',
      'Winlogbeat 6',
      {
        '@timestamp': '2026-11-30T10:00:00Z',
        host: { name: 'pot' },
        log_name: 'Security',
        source_name: 'Microsoft-Windows-Security-Auditing',
        event_id: 4625,
        event_data,
      },
    ],
    ['of OpenTelemetry', 'OpenTelemetry', { ...BODY, event_data }],
    [
      'of OpenTelemetry, its data in a list',
      'OpenTelemetry',
      { ...BODY, event_data: { data: [{ TargetUserName: 'ann' }, { LogonType: '3' }] } },
    ],
    ['in a record', 'OpenTelemetry', { Body: { ...BODY, event_data }, Attributes: {} }],
    [
      'in records of the protocol',
      'OpenTelemetry',
      otlp(
        map({
          channel: text('Security'),
          event_id: map({ id: { intValue: '4625' } }),
          event_data: map({ TargetUserName: text('ann'), LogonType: text('3') }),
        }),
      ),
    ],
    ['in records of the protocol, as XML', 'Windows event log', otlp(text(XML))],
    ['of Promtail', 'Promtail', PROMTAIL],
    [
      'in a line of Loki',
      'Promtail',
      { labels: { job: 'pot' }, line: JSON.stringify(PROMTAIL), timestamp: '2026-11-30T10:00:00Z' },
    ],
    [
      'in a line of Loki, as XML',
      'Windows event log',
      { fields: {}, line: XML, timestamp: '2026-11-30T10:00:00Z' },
    ],
    [
      'in a result of osquery',
      'osquery',
      {
        name: 'events',
        hostIdentifier: 'pot',
        columns: {
          datetime: '2026-11-30T10:00:00.000Z',
          source: 'Security',
          provider_name: 'Microsoft-Windows-Security-Auditing',
          eventid: '4625',
          data: JSON.stringify({ EventData: event_data }),
        },
        action: 'added',
      },
    ],
    ['in the message of an agent', 'Windows event log', { '@timestamp': 't', message: XML }],
    ['in the journal', 'Windows event log', { SYSLOG_IDENTIFIER: 'sysmon', MESSAGE: XML }],
    [
      'in Splunk, behind the header of syslog',
      'Splunk',
      { sourcetype: 'pot', _raw: `Nov 30 10:00:00 pot kettle[1]: ${XML}` },
    ],
    [
      'sent to the collector of Splunk as XML',
      'Splunk',
      { source: 'XmlWinEventLog:Security', sourcetype: 'XmlWinEventLog', event: XML },
    ],
    [
      'in an answer of Kusto',
      'Microsoft',
      {
        Tables: [
          {
            TableName: 'Table_0',
            Columns: ['Type', 'TimeGenerated', 'EventID', 'TargetUserName', 'LogonType'].map(
              (ColumnName) => ({ ColumnName }),
            ),
            Rows: [['SecurityEvent', '2026-11-30T10:00:00Z', 4625, 'ann', 3]],
          },
          { TableName: 'Table_1', Columns: [{ ColumnName: 'Value' }], Rows: [['{}']] },
        ],
      },
    ],
    [
      "in an answer to Elasticsearch's SQL",
      'Elastic',
      {
        columns: [
          'winlog.channel',
          'event.code',
          'winlog.event_data.TargetUserName',
          'winlog.event_data.LogonType',
        ].map((name) => ({ name, type: 'keyword' })),
        rows: [['Security', '4625', 'ann', '3']],
      },
    ],
    [
      'in a result of the Azure CLI',
      'Microsoft',
      {
        TableName: 'PrimaryResult',
        TimeGenerated: '2026-11-30T10:00:00Z',
        EventID: '4625',
        TargetUserName: 'ann',
        LogonType: '3',
      },
    ],
    [
      'in GELF',
      'fields',
      {
        version: '1.1',
        host: 'pot',
        short_message: 'no',
        _Channel: 'Security',
        _EventID: 4625,
        _TargetUserName: 'ann',
        _LogonType: '3',
      },
    ],
    [
      'of Winlogbeat in Graylog',
      'Graylog',
      {
        timestamp: '2026-11-30T10:00:00.000Z',
        source: 'pot',
        winlogbeat_event_code: '4625',
        winlogbeat_winlog_channel: 'Security',
        winlogbeat_winlog_event_data_TargetUserName: 'ann',
        winlogbeat_winlog_event_data_LogonType: '3',
      },
    ],
    [
      'of Winlogbeat 6 in Graylog',
      'Graylog',
      {
        winlogbeat_event_id: 4625,
        winlogbeat_log_name: 'Security',
        winlogbeat_event_data_TargetUserName: 'ann',
        winlogbeat_event_data_LogonType: '3',
      },
    ],
    [
      'of NXLog, its data apart',
      'fields',
      {
        Hostname: 'pot',
        Channel: 'Security',
        EventID: 4625,
        'EventData.TargetUserName': 'ann',
        'EventData.LogonType': '3',
      },
    ],
    [
      'whose number is called as in Splunk',
      'fields',
      { Channel: 'Security', EventCode: 4625, TargetUserName: 'ann', LogonType: 3 },
    ],
    ['in a row of Plaso', 'Windows event log', { event_identifier: 4625, xml_string: XML }],
    ['in a record of pyevtx-rs', 'Windows event log', { event_record_id: 1, data: XML }],
    [
      'in an answer to an asynchronous search',
      'Elastic',
      { is_running: false, response: { took: 1, hits: { hits: [{ _source: SOURCE }] } } },
    ],
    [
      'in answers to several searches',
      'Elastic',
      { responses: [{ took: 1, hits: { hits: [{ _source: SOURCE }] } }] },
    ],
    ['that EQL found', 'Elastic', { took: 1, hits: { events: [{ _source: SOURCE }] } }],
    [
      'in a sequence',
      'Elastic',
      { took: 1, hits: { sequences: [{ join_keys: [], events: [{ _source: SOURCE }] }] } },
    ],
  ])('%s', (_, shape, event) => {
    expect(shapes(SECURITY, LOGON, eventsIn(event))).toEqual([shape]);
    const other = { ...LOGON, TargetUserName: 'bob' };
    expect(shapes(SECURITY, other, eventsIn(event))).toEqual([]);
  });
});

test.each<[shape: string, source: string, sourcetype: string]>([
  ['Splunk, classic', 'WinEventLog:Security', 'WinEventLog'],
  ['Splunk', 'XmlWinEventLog:Security', 'XmlWinEventLog'],
])('an event of %s says which it is', (shape, source, sourcetype) => {
  const event = { source, sourcetype, EventCode: '4625', Logon_Type: '3' };
  expect(shapes(SECURITY, { EventID: 4625 }, [event])).toEqual([shape]);
  const sysmon = 'WinEventLog:Microsoft-Windows-Sysmon/Operational';
  const service = { product: 'windows', service: 'sysmon' };
  expect(shapes(service, { EventID: 4625 }, [{ ...event, source: sysmon }])).toEqual(['Splunk']);
});

describe('services', () => {
  test.each<[what: string, logsource: object, map: object, event: Event]>([
    [
      'an event of CloudTrail Lake',
      { product: 'aws', service: 'cloudtrail' },
      { eventSource: 'iam.amazonaws.com' },
      { eventData: { eventSource: 'iam.amazonaws.com', eventName: 'CreateUser' } },
    ],
    [
      'rows of CloudWatch Logs Insights',
      { product: 'aws', service: 'cloudtrail' },
      { eventName: 'CreateUser' },
      {
        results: [
          [
            { field: '@timestamp', value: '2026-11-30 10:00:00.000' },
            { field: '@message', value: '{"eventName":"CreateUser"}' },
          ],
        ],
        status: 'Complete',
        statistics: {},
      },
    ],
    [
      'an event hook of Okta',
      { product: 'okta', service: 'okta' },
      { eventType: 'user.session.start' },
      { eventType: 'com.okta.event_hook', data: { events: [{ eventType: 'user.session.start' }] } },
    ],
    [
      'a sign-in of Microsoft Graph',
      { product: 'azure', service: 'signinlogs' },
      { ResultType: 50126, UserPrincipalName: 'ann@pot.example', IPAddress: '10.0.0.1' },
      {
        createdDateTime: '2026-11-30T10:00:00Z',
        userPrincipalName: 'ann@pot.example',
        ipAddress: '10.0.0.1',
        status: { errorCode: 50126 },
      },
    ],
    [
      'an audit record of Microsoft Graph',
      { product: 'azure', service: 'auditlogs' },
      { 'properties.message': 'Add user', Result: 'success' },
      {
        category: 'UserManagement',
        activityDateTime: '2026-11-30T10:00:00Z',
        activityDisplayName: 'Add user',
        result: 'success',
        targetResources: [],
      },
    ],
    [
      'an activity of Google Workspace',
      { product: 'gcp', service: 'google_workspace.admin' },
      { eventService: 'admin.googleapis.com', eventName: 'CREATE_ROLE', ROLE_NAME: 'pot' },
      {
        kind: 'admin#reports#activity',
        id: { applicationName: 'admin' },
        events: [
          { name: 'CREATE_ROLE', parameters: [{ name: 'ROLE_NAME', value: 'pot' }] },
          { name: 'DELETE_ROLE', parameters: [{ name: 'ROLE_NAME', value: 'pot' }] },
        ],
      },
    ],
    [
      "Laurel's records of auditd",
      { product: 'linux', service: 'auditd' },
      { type: 'EXECVE', a0: 'kettle', a1: '50%' },
      { ID: '1796032800.123:45', SYSCALL: { exe: '/k' }, EXECVE: { ARGV: ['kettle', '50%25'] } },
    ],
  ])('%s', (_, logsource, map, event) => {
    expect(shapes(logsource, map, eventsIn(event))).toHaveLength(1);
  });

  test('an event that only looks like one of others is itself', () => {
    for (const event of [
      { ID: '1796032800.123:45' },
      { ID: 'x', A: {} },
      { kind: 'admin#reports#activity', events: 'none' },
      { response: { took: 1 }, is_running: true },
      { results: [], statistics: {} },
      { resourceLogs: 'none' },
    ] as readonly Event[]) {
      const found = eventsIn(event);
      expect(found.length === 0 || found[0] === event || found[0] === event['response']).toBe(true);
    }
  });
});

test('searches within answers of searches are no answers, however deep they are', () => {
  let value: object = { took: 1, hits: { hits: [{ _source: LOGON }] } };
  for (let depth = 0; depth < 5_000; depth++) value = { responses: [value] };
  quick(() => eventsIn(value as Parameters<typeof eventsIn>[0]));
});

describe('vendors with names of their own', () => {
  const PROCESS = { product: 'windows', category: 'process_creation' };
  const falcon = {
    event_simpleName: 'ProcessRollup2',
    event_platform: 'Win',
    ImageFileName: '\\Device\\HarddiskVolume3\\pot\\tea.exe',
    CommandLine: 'tea --hot',
    ParentBaseFileName: 'kettle.exe',
  };
  const activity = {
    class_uid: 1007,
    metadata: { version: '1.1.0' },
    process: { cmd_line: 'tea --hot', file: { path: 'C:\\pot\\tea.exe' } },
    actor: { process: { file: { path: 'C:\\kettle.exe' } } },
  };
  const call = {
    class_uid: 6003,
    metadata: { product: { name: 'CloudTrail' } },
    api: { operation: 'BoilWater', service: { name: 'kettle.amazonaws.com' } },
    src_endpoint: { ip: '192.0.2.7' },
  };
  const flow = { flow_id: 1, event_type: 'dns', src_ip: '192.0.2.7', dest_ip: '192.0.2.8' };
  const name = { 'Image|endswith': '\\tea.exe', CommandLine: 'tea --hot' };

  test.each<[shape: string, logsource: object, map: object, event: Event]>([
    ['CrowdStrike', PROCESS, { ...name, 'ParentImage|endswith': '\\kettle.exe' }, falcon],
    ['OCSF', PROCESS, { ...name, ParentImage: 'C:\\kettle.exe' }, activity],
    [
      'OCSF',
      { product: 'aws', service: 'cloudtrail' },
      { eventName: 'BoilWater', eventSource: 'kettle.amazonaws.com', sourceIPAddress: '192.0.2.7' },
      call,
    ],
    [
      'Suricata',
      { category: 'dns' },
      { query: 'tea.example', record_type: 'A', answer: '192.0.2.9', dst_ip: '192.0.2.8' },
      { ...flow, dns: { rrname: 'tea.example', rrtype: 'A', answers: [{ rdata: '192.0.2.9' }] } },
    ],
    [
      'Suricata',
      { category: 'webserver' },
      { 'cs-uri-query|contains': 'tea', 'sc-status': 418, 'cs-method': 'BREW' },
      { ...flow, http: { url: '/pot?tea', status: 418, http_method: 'BREW' } },
    ],
  ])('%s %j', (shape, logsource, map, event) => {
    expect(shapes(logsource, map, [event])).toEqual([shape]);
    expect(shapes(logsource, { ...map, CommandLine: 'coffee' }, [event])).toEqual([]);
  });

  test('what only looks like them is read as it is', () => {
    const plain = { event_type: 'dns', class_uid: 7, query: 'tea.example' };
    expect(shapes({ category: 'dns' }, { query: 'tea.example' }, [plain])).toEqual(['fields']);
  });
});
