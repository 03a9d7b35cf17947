import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/match/compile.js';
import { loadSchemas } from '../../../src/match/schemas.js';
import { readLibrary } from '../../support/read-library.js';

const known = await loadSchemas();

type Json = Readonly<Record<string, unknown>>;

function matches(logsource: Json, selection: Json, event: Json): boolean {
  const detection = { s: selection, condition: 's' };
  const library = readLibrary(JSON.stringify({ title: 't', logsource, detection }));
  return compile(library, { schemas: known }).match(event).length > 0;
}

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
