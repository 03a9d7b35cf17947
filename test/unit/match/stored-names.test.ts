import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/match/compile.js';
import { loadSchemas } from '../../../src/match/schemas.js';
import { readLibrary } from '../../support/read-library.js';

const known = await loadSchemas();

type Json = Readonly<Record<string, unknown>>;

function matches(logsource: Json, selection: Json, event: Json): boolean {
  const detection = { s: selection, condition: 's' };
  const library = readLibrary(JSON.stringify({ title: 't', logsource, detection }));
  expect(library.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return compile(library, { schemas: known }).match(event).length > 0;
}

const PROCESS = { product: 'windows', category: 'process_creation' };
const OKTA = { product: 'okta', service: 'okta' };
const TRAIL = { product: 'aws', service: 'cloudtrail' };
const RISK = { product: 'azure', service: 'riskdetection' };
const SIGN_IN = { product: 'azure', service: 'signinlogs' };
const GCP = { product: 'gcp', service: 'gcp.audit' };
const KUBERNETES = { product: 'kubernetes', service: 'audit' };
const ROW = { TenantId: 't', TimeGenerated: '2026-01-01T00:00:00Z' };

describe('a field is found as a query finds it', () => {
  test.each<[string, Json, Json, Json]>([
    [
      'where Splunk has it in another case',
      OKTA,
      { eventtype: 'tea.brew' },
      { sourcetype: 'OktaIM2:log', eventType: 'tea.brew' },
    ],
    [
      'in the elements of a list',
      OKTA,
      { 'target.displayname': 'tea' },
      { sourcetype: 'OktaIM2:log', target: [{ displayName: 'pot' }, { displayName: 'tea' }] },
    ],
    [
      'in the column of a table',
      RISK,
      { riskEventType: 'tea' },
      { ...ROW, Type: 'AADUserRiskEvents', RiskEventType: 'tea' },
    ],
    [
      'in the JSON that a column holds',
      TRAIL,
      { 'requestParameters.pot': 'tea' },
      { ...ROW, Type: 'AWSCloudTrail', RequestParameters: '{"pot":"tea"}' },
    ],
    [
      'in a list in the JSON that a column holds',
      { product: 'azure', service: 'auditlogs' },
      { 'TargetResources.type': 'tea' },
      { ...ROW, Type: 'AuditLogs', TargetResources: '[{"type":"pot"},{"type":"tea"}]' },
    ],
    [
      'in the object that a column holds',
      KUBERNETES,
      { 'objectRef.name': 'tea' },
      { ...ROW, Type: 'AKSAudit', ObjectRef: '{"name":"tea"}' },
    ],
    [
      'where something else is stored for its spaces',
      { category: 'webserver' },
      { 'c-useragent|contains': 'two cups' },
      { ...ROW, Type: 'W3CIISLog', csUserAgent: 'a+teapot+of+two+cups' },
    ],
    [
      'with what follows it in some events',
      { product: 'linux', service: 'auditd' },
      { key: 'tea', SYSCALL: 'brew', ARCH: 'x86_64' },
      {
        '@timestamp': '2026-01-01T00:00:00Z',
        event: { dataset: 'auditd.log' },
        host: { architecture: 'x86_64' },
        auditd: { log: { key: 'tea"\u001dARCH=x86_64', SYSCALL: 'brew', syscall: '99' } },
      },
    ],
    [
      "in a line of Zeek's that names its log",
      { product: 'zeek', service: 'http' },
      { 'c-uri|contains': 'tea', 'c-useragent': 'kettle' },
      { _path: 'http', ts: 1769903940.5, uri: '/tea', user_agent: 'kettle' },
    ],
    [
      'where a dataset has no name of its own for it',
      { category: 'dns' },
      { query: 'tea.example', record_type: 'A' },
      {
        '@timestamp': '2026-01-01T00:00:00Z',
        event: { dataset: 'zeek.dns', category: ['network'] },
        network: { protocol: 'dns' },
        dns: { question: { name: 'tea.example', type: 'A' } },
      },
    ],
    [
      'in hexadecimal, where Elastic has a number',
      { product: 'windows', service: 'security' },
      { EventID: 4688, NewProcessId: '0x1F4', ProcessId: '0x4' },
      {
        '@timestamp': '2026-01-01T00:00:00Z',
        event: { code: '4688' },
        process: { pid: 500 },
        winlog: { channel: 'Security', event_data: { ProcessId: '0x4' } },
      },
    ],
    [
      'in what the clearing of a log says',
      { product: 'windows', service: 'security' },
      { EventID: 1102, SubjectUserName: 'kettle' },
      {
        '@timestamp': '2026-01-01T00:00:00Z',
        event: { code: '1102' },
        winlog: { channel: 'Security', user_data: { SubjectUserName: 'kettle' } },
      },
    ],
  ])('%s', (_, logsource, selection, event) => {
    expect(matches(logsource, selection, event)).toBe(true);
  });
});

describe('a name of a data model is found, whatever product the event is of', () => {
  const access = { sourcetype: 'access_combined', status: '418', clientip: '192.0.2.7' };
  test.each<[category: string, Json, Json]>([
    ['webserver', { 'sc-status': 418, 'c-ip': '192.0.2.7' }, access],
    ['webserver', { 'cs-method': 'BREW' }, { sourcetype: 'pot', http_method: 'BREW' }],
    ['proxy', { 'c-useragent': 'tea' }, { sourcetype: 'pot', http_user_agent: 'tea' }],
    ['firewall', { src_ip: '192.0.2.7' }, { sourcetype: 'pan:traffic', src: '192.0.2.7' }],
    [
      'firewall',
      { dst_port: 418 },
      {
        '@timestamp': 't',
        event: { dataset: 'pot.kettle', category: ['network'] },
        destination: { port: 418 },
      },
    ],
  ])('%s %j', (category, selection, event) => {
    expect(matches({ category }, selection, event)).toBe(true);
    expect(matches({ category }, { ...selection, 'cs-host': 'pot' }, event)).toBe(false);
  });
});

describe('an event that is as its service wrote it', () => {
  test.each<[Json, Json, Json]>([
    [OKTA, { eventtype: 'tea' }, { eventType: 'tea', published: '2026-01-01T00:00:00Z' }],
    [GCP, { 'gcp.audit.method_name': 'Brew' }, { protoPayload: { methodName: 'Brew' } }],
    [
      GCP,
      { 'data.protoPayload.methodName': 'Brew' },
      { protoPayload: { methodName: 'Brew' }, resource: { type: 'pot' } },
    ],
    [
      SIGN_IN,
      { AppDisplayName: 'Tea' },
      {
        category: 'SignInLogs',
        operationName: 'Sign-in activity',
        properties: { appDisplayName: 'Tea' },
      },
    ],
    [
      KUBERNETES,
      { apiGroup: 'tea' },
      { kind: 'Event', apiVersion: 'audit.k8s.io/v1', objectRef: { apiGroup: 'tea' } },
    ],
  ])('%o %o', (logsource, selection, event) => {
    expect(matches(logsource, selection, event)).toBe(true);
  });

  test('is not found under a name that it does not have', () => {
    const event = { eventType: 'tea', published: '2026-01-01T00:00:00Z' };
    expect(matches(OKTA, { legacyEventType: 'tea' }, event)).toBe(false);
    expect(matches(OKTA, { eventtype: 'tea' }, { eventType: 'tea' })).toBe(false);
  });
});

describe('what a store calls by another name is found', () => {
  const elastic = (EventID: string, fields: object): Json => ({
    winlog: { channel: 'Microsoft-Windows-Sysmon/Operational', event_id: EventID },
    ...fields,
  });
  const hunted = (ActionType: string, fields: object): Json => ({
    Timestamp: 't',
    DeviceId: 'd',
    ActionType,
    ...fields,
  });
  const registry = { product: 'windows', category: 'registry_set' };
  test.each<[Json, Json, Json?]>([
    [{ User: 'POT\\kettle' }, elastic('1', { user: { name: 'kettle', domain: 'POT' } })],
    [{ 'Hashes|contains': 'MD5=ABC' }, elastic('1', { process: { hash: { md5: 'abc' } } })],
    [
      { Details: 'DWORD (0x0000000a)' },
      elastic('13', { registry: { data: { strings: ['10'], type: 'SZ_DWORD' } } }),
      registry,
    ],
    [{ CommandLine: 'boil' }, hunted('ProcessCreated', { ProcessCommandLine: 'boil' })],
    [
      { TargetObject: 'HKLM\\SYSTEM\\CurrentControlSet\\Pot' },
      hunted('RegistryValueSet', {
        RegistryKey: 'HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001',
        RegistryValueName: 'Pot',
      }),
      registry,
    ],
    [
      { Image: 'C:\\kettle.exe', IntegrityLevel: 'High' },
      {
        Event: {
          System: { Channel: 'Security', EventID: 4688 },
          EventData: { NewProcessName: 'C:\\kettle.exe', MandatoryLabel: 'S-1-16-12288' },
        },
      },
    ],
    [
      { 'objectRef.resource': 'kettles' },
      { Type: 'AKSAudit', TimeGenerated: 't', ObjectRef: '{"resource":"kettles"}' },
      { product: 'kubernetes', service: 'audit' },
    ],
    [
      { eventName: 'PutKettle' },
      { '@timestamp': 't', event: { dataset: 'aws.cloudtrail', action: 'PutKettle' } },
      { product: 'aws', service: 'cloudtrail' },
    ],
  ])('%j', (map, event, logsource = PROCESS) => {
    expect(matches(logsource, map, event)).toBe(true);
  });
});

describe('names that Defender writes with spaces', () => {
  const Channel = 'Microsoft-Windows-Windows Defender/Operational';
  const logsource = { product: 'windows', service: 'windefend' };
  const data = { 'Threat Name': 'kettle', Value: 'pot' };
  test.each<[name: string, found: boolean]>([
    ['Threat Name', true],
    ['ThreatName', true],
    ['threatname', true],
    ['Threat_Name', true],
    ['OriginName', false],
    ['Origin Name', false],
  ])('%s', (name, isFound) => {
    const event = { Event: { System: { Channel, EventID: 1119 }, EventData: data } };
    expect(matches(logsource, { [name]: 'kettle' }, event)).toBe(isFound);
  });

  test('another that is missing', () => {
    const event = { Event: { System: { Channel }, EventData: {} } };
    expect(matches(logsource, { Value: 'pot', Path: 'tea' }, event)).toBe(false);
  });
});
