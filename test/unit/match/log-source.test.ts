import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/match/compile.js';
import { loadSchemas } from '../../../src/match/schemas.js';
import { readLibrary } from '../../support/read-library.js';

const known = await loadSchemas();

type LogSource = Readonly<Record<string, string>>;

function tries(logsource: LogSource, event: Readonly<Record<string, unknown>>): boolean {
  const detection = { s: { mark: 1 }, condition: 's' };
  const library = readLibrary(JSON.stringify({ title: 't', logsource, detection }));
  return compile(library, { schemas: known }).match({ ...event, mark: 1 }).length > 0;
}

function windows(Channel: string, EventID: unknown, data: object = {}): Record<string, unknown> {
  return { Event: { System: { Channel, EventID }, EventData: data } };
}

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const PROCESS = { product: 'windows', category: 'process_creation' };
const FILE = { product: 'windows', category: 'file_event' };
const LIBRARY = { product: 'windows', category: 'image_load' };
const TRAIL = { product: 'aws', service: 'cloudtrail' };
const SIGN_IN = { product: 'azure', service: 'signinlogs' };
const DNS_TRACE = { product: 'windows', service: 'dns-server-analytic' };
const TRACED = { winlog: { channel: '16' } };
const SSHD = { product: 'linux', service: 'sshd' };
const WINDOWS = { host: { os: { type: 'windows' } } };

describe('an event of Windows', () => {
  test.each<[LogSource, Record<string, unknown>, boolean]>([
    [{ product: 'windows', service: 'sysmon' }, windows('System', 27), false],
    [{ product: 'windows', service: 'sysmon' }, windows(SYSMON, 27), true],
    [{ product: 'windows', service: 'sysmon' }, windows(SYSMON.toUpperCase(), 27), true],
    [PROCESS, windows(SYSMON, 1), true],
    [PROCESS, windows(SYSMON, '1'), true],
    [PROCESS, windows(SYSMON, { '#text': 1, '#attributes': { Qualifiers: '' } }), true],
    [PROCESS, windows(SYSMON, 11), false],
    [PROCESS, windows('Security', 4688), true],
    [PROCESS, windows('Security', 4624), false],
    [{ ...PROCESS, service: 'security' }, windows(SYSMON, 1), false],
    [{ ...PROCESS, service: 'security' }, windows('Security', 4688), true],
    [{ category: 'process_creation' }, windows(SYSMON, 1), true],
    [{ product: 'windows' }, windows('Application', 1), true],
    [{ product: 'linux', category: 'process_creation' }, windows(SYSMON, 1), false],
    [{ product: 'linux', category: 'process_creation' }, windows('Kettle', 1), false],
    [{ product: 'kettle' }, windows('Kettle', 1), true],
    [{ product: 'kettle' }, windows('Application', 1), true],
    [{ product: 'kettle' }, windows('Security', 1), false],
    [TRAIL, windows('Application', 1), false],
    [{ category: 'webserver' }, windows(SYSMON, 1), false],
    [{ category: 'antivirus' }, windows('Application', 1), true],
    [{ product: 'windows', service: 'kettle' }, windows('System', 1), true],
    [{ product: 'windows', service: SYSMON }, windows('System', 1), false],
    [
      { product: 'windows', category: 'registry_delete' },
      windows(SYSMON, 12, { EventType: 'DeleteKey' }),
      true,
    ],
    [
      { product: 'windows', category: 'registry_delete' },
      windows(SYSMON, 12, { EventType: 'CreateKey' }),
      false,
    ],
    [{ product: 'windows', category: 'registry_delete' }, windows(SYSMON, 12), true],
    [
      { product: 'linux', category: 'process_creation' },
      windows('Linux-Sysmon/Operational', 1),
      true,
    ],
    [PROCESS, windows('Linux-Sysmon/Operational', 1), false],
  ])('%j %j', (logsource, event, expected) => {
    expect(tries(logsource, event)).toBe(expected);
  });

  test('says its channel by a provider that has no other', () => {
    const event = {
      Event: {
        System: { Provider: { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } }, EventID: 11 },
      },
    };
    expect(tries(PROCESS, event)).toBe(false);
    expect(tries({ product: 'windows', category: 'file_event' }, event)).toBe(true);
  });

  test('does not say it by an event id alone', () => {
    expect(tries(PROCESS, { EventID: 11 })).toBe(true);
  });

  test('has the channel of its own, whatever its data call so', () => {
    const cleared = windows('System', 104, { Channel: 'Security' });
    expect(tries({ product: 'windows', service: 'system' }, cleared)).toBe(true);
    expect(tries({ product: 'windows', service: 'security' }, cleared)).toBe(false);
  });
});

describe('an event as stored', () => {
  const elastic = (event: object, more: object = {}): Record<string, unknown> => ({
    '@timestamp': '2026-01-01T00:00:00Z',
    event,
    ...more,
  });

  test.each<[LogSource, Record<string, unknown>, boolean]>([
    [PROCESS, { winlog: { channel: SYSMON, event_id: 1 }, event: { code: '1' } }, true],
    [PROCESS, { winlog: { channel: SYSMON, event_id: 3 }, event: { code: '3' } }, false],
    [PROCESS, { 'winlog.channel': 'System', 'event.code': '1' }, false],
    // What is traced has a number for its channel.
    [DNS_TRACE, elastic({ dataset: 'microsoft_dnsserver.analytical' }, TRACED), true],
    [TRAIL, elastic({ dataset: 'microsoft_dnsserver.analytical' }, TRACED), false],
    [TRAIL, elastic({ dataset: 'aws.cloudtrail' }), true],
    [TRAIL, elastic({ dataset: 'okta.system' }), false],
    [TRAIL, elastic({ module: 'okta' }), false],
    [TRAIL, elastic({ dataset: 'kettle.log' }), true],
    [PROCESS, elastic({ dataset: 'aws.cloudtrail' }), false],
    [{ product: 'kettle' }, elastic({ dataset: 'aws.cloudtrail' }), false],
    [PROCESS, elastic({ category: ['process'] }, { host: { os: { type: 'linux' } } }), false],
    [PROCESS, elastic({ category: ['process'] }, { host: { os: { type: 'windows' } } }), true],
    [PROCESS, elastic({ category: ['process'], type: ['start'] }, WINDOWS), true],
    [PROCESS, elastic({ category: ['process'], type: ['end'], action: 'end' }, WINDOWS), false],
    [PROCESS, elastic({ category: ['file'], type: ['creation'] }, WINDOWS), false],
    [FILE, elastic({ category: ['file'], type: ['creation'] }, WINDOWS), true],
    [FILE, elastic({ category: ['file'], type: ['deletion'], action: 'deletion' }, WINDOWS), false],
    [LIBRARY, elastic({ category: ['file'], type: ['creation'] }, WINDOWS), false],
    [LIBRARY, elastic({ category: ['library'], type: ['start'] }, WINDOWS), true],
    [LIBRARY, elastic({ category: ['process'], action: 'Image loaded (rule: ImageLoad)' }), true],
    [SSHD, elastic({ dataset: 'system.auth' }, { process: { name: 'sshd' } }), true],
    [SSHD, elastic({ dataset: 'system.auth' }, { process: { name: 'sudo' } }), false],
    [SSHD, elastic({ dataset: 'system.auth' }), true],
    [{ category: 'proxy' }, elastic({ category: ['network'] }), false],
    [{ category: 'proxy' }, elastic({ category: ['network', 'web'] }), true],
    [TRAIL, { sourcetype: 'aws:cloudtrail', eventName: 'a' }, true],
    [TRAIL, { sourcetype: 'OktaIM2:log' }, false],
    [TRAIL, { sourcetype: 'kettle' }, true],
    // Web servers are told by a tag, too, but the source type is known to be theirs.
    [TRAIL, { sourcetype: 'access_combined' }, false],
    [{ category: 'webserver' }, { sourcetype: 'access_combined' }, true],
    [{ category: 'proxy' }, { sourcetype: 'access_combined' }, true],
    [{ category: 'webserver' }, { sourcetype: 'kettle', tag: ['web'] }, true],
    [SSHD, { sourcetype: 'linux_secure', process: 'sshd' }, true],
    [SSHD, { sourcetype: 'linux_secure', process: 'cron' }, false],
    [SIGN_IN, { sourcetype: 'azure:monitor:aad', category: 'SignInLogs' }, true],
    [SIGN_IN, { sourcetype: 'azure:monitor:aad', category: 'AuditLogs' }, false],
    [
      PROCESS,
      { sourcetype: 'XmlWinEventLog', source: `XmlWinEventLog:${SYSMON}`, EventCode: 1 },
      true,
    ],
    [
      PROCESS,
      { sourcetype: 'XmlWinEventLog', source: 'XmlWinEventLog:System', EventCode: 1 },
      false,
    ],
    [SSHD, { Type: 'Syslog', ProcessName: 'sshd', TimeGenerated: 't' }, true],
    [SSHD, { Type: 'Syslog', ProcessName: 'cron', TimeGenerated: 't' }, false],
    [PROCESS, { Type: 'Event', EventID: 1, TimeGenerated: 't' }, true],
    [PROCESS, { Type: 'DeviceProcessEvents', Timestamp: 't' }, true],
    [PROCESS, { Type: 'DeviceFileEvents', Timestamp: 't' }, false],
    // Advanced hunting exports rows without the name of their table, which their action tells.
    [PROCESS, { ActionType: 'ProcessCreated', DeviceName: 'd' }, true],
    [FILE, { ActionType: 'ProcessCreated', DeviceName: 'd' }, false],
    [LIBRARY, { ActionType: 'ProcessCreated', DeviceName: 'd' }, false],
    [PROCESS, { ActionType: 'ConnectionSuccess', DeviceId: 'd' }, false],
    [PROCESS, { ActionType: 'KettleBoiled', DeviceId: 'd' }, true],
    [
      PROCESS,
      { TableName: 'SecurityEvent', TimeGenerated: 't', Channel: 'Security', EventID: 4688 },
      true,
    ],
    [
      PROCESS,
      { TableName: 'SecurityEvent', TimeGenerated: 't', Channel: 'Security', EventID: 4624 },
      false,
    ],
    [TRAIL, { Type: 'AWSCloudTrail', TenantId: 't' }, true],
    [TRAIL, { Type: 'SigninLogs', TenantId: 't' }, false],
    [TRAIL, { Type: 'Kettle_CL', TenantId: 't' }, true],
    [TRAIL, { Type: 'SigninLogs' }, true],
    [TRAIL, { eventName: 'a' }, true],
  ])('%j %j', (logsource, event, expected) => {
    expect(tries(logsource, event)).toBe(expected);
  });
});

describe('what a record is of, as its own keys say', () => {
  const rule = readLibrary(
    JSON.stringify({
      title: 't',
      logsource: PROCESS,
      detection: { s: { 'Image|endswith': '\\\\kettle.exe' }, condition: 's' },
    }),
  );
  const path = 'C:\\kettle.exe';
  const time = '2024-01-01T00:00:00Z';
  const audit = { TimeGenerated: time, EventID: 4688, NewProcessName: path };

  test.each<[string, Record<string, unknown>, boolean, number]>([
    ['time and a set of ECS', { '@timestamp': time, process: { executable: path } }, true, 0],
    ['kind and two sets', { 'event.category': 'process', 'process.executable': path }, true, 0],
    ['no time, no kind', { process: { executable: path } }, false, 1],
    ['Defender', { ActionType: 'ProcessCreated', DeviceName: 'd', FolderPath: path }, true, 0],
    [
      'Defender, another action',
      { ActionType: 'FileCreated', DeviceName: 'd', FolderPath: path },
      false,
      0,
    ],
    ['SecurityEvent by its column', { ...audit, Activity: '4688' }, true, 0],
    ['SecurityEvent by its name', { ...audit, Type: 'SecurityEvent' }, true, 0],
    ['another id', { ...audit, EventID: 4624, Activity: '4624' }, false, 0],
    ['names of Sigma only', { Image: path }, true, 1],
  ])('%s', (_, event, matches, unplaced) => {
    const matcher = compile(rule, { schemas: known });
    expect(matcher.match(event)).toHaveLength(matches ? 1 : 0);
    expect(matcher.unplaced).toBe(unplaced);
  });
});
