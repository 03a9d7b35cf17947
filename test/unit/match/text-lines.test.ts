import { describe, expect, test } from 'vitest';
import { withYear } from '../../../src/match/events/syslog-line.js';
import { quick } from '../../fuzz/quick.js';
import { readEvents } from '../../support/read-events.js';

const read = (text: string, piece?: number): readonly unknown[] => readEvents('e.log', text, piece);
const events = (text: string): readonly unknown[] => read(text).map((r) => (r as unknown[])[1]);

const AUDIT = `type=SYSCALL msg=audit(1796032800.123:45): arch=c000003e syscall=59 success=yes exit=0 a0=55 comm="kettle" exe=2F6F70742F61206B6574746C65 key="boil"\x1dARCH=x86_64 SYSCALL=execve AUID="ann"
type=EXECVE msg=audit(1796032800.123:45): argc=3 a0="kettle" a1=2D6220212121 a2="55"
node=pot type=USER_LOGIN msg=audit(1796032801.000:46): pid=7 uid=0 msg='op=login acct="ann" exe="/usr/sbin/sshd" hostname=? res=failed'\x1dUID="root"
`;

test('records of auditd are events, whose strings in hexadecimal are read', () => {
  const [call, arguments_, login] = events(AUDIT) as readonly Record<string, unknown>[];
  expect(call).toMatchObject({
    type: 'SYSCALL',
    timestamp: '1796032800.123',
    syscall: ['59', 'execve'],
    a0: '55',
    exe: '/opt/a kettle',
    key: 'boil',
    AUID: 'ann',
  });
  expect(arguments_).toMatchObject({ type: 'EXECVE', a0: 'kettle', a1: '-b !!!', a2: '55' });
  expect(login).toMatchObject({
    type: 'USER_LOGIN',
    node: 'pot',
    acct: 'ann',
    exe: '/usr/sbin/sshd',
    res: 'failed',
    uid: '0',
    UID: 'root',
  });
});

test('a record that says one field over and over is read at once', () => {
  const record = `type=X msg=audit(1796032800.123:45): ${'a=1 '.repeat(100_000)}`;
  const [event] = quick(() => events(record)) as readonly { readonly a: readonly string[] }[];
  expect(event!.a).toHaveLength(100_000);
});

test('what ausearch prints between events is none', () => {
  const [first = ''] = AUDIT.split('\n');
  expect(read(`----\ntime->Mon Nov 30 10:00:00 2026\n${first}\n----\n${first}\n`)).toMatchObject([
    [3, { type: 'SYSCALL' }],
    [5, { type: 'SYSCALL' }],
  ]);
});

describe('lines of web servers', () => {
  const line = (request: string): string =>
    `pot.example:80 10.0.0.1 - ann [30/Nov/2026:10:00:00 +0000] "${request}" 200 12 "-" "boil \\"1\\""`;

  test('a request has the names of the taxonomy', () => {
    expect(events(line('GET /kettle?a=b HTTP/1.1'))).toEqual([
      {
        message: line('GET /kettle?a=b HTTP/1.1'),
        timestamp: '30/Nov/2026:10:00:00 +0000',
        'c-ip': '10.0.0.1',
        'cs-username': 'ann',
        'cs-host': 'pot.example',
        'cs-method': 'GET',
        'cs-version': 'HTTP/1.1',
        'c-uri': '/kettle?a=b',
        'cs-uri': '/kettle?a=b',
        'cs-uri-stem': '/kettle',
        'cs-uri-query': ['a=b', '/kettle?a=b'],
        'sc-status': '200',
        'sc-bytes': '12',
        'c-useragent': 'boil "1"',
        'cs-user-agent': 'boil "1"',
      },
    ]);
  });

  test('what is no request has no fields of one', () => {
    const [event] = events(line('\\x16\\x03')) as readonly object[];
    expect(event).not.toHaveProperty('cs-method');
    expect(event).toMatchObject({ 'sc-status': '200' });
  });

  test('a long request is one', () => {
    const long = 'a'.repeat(1_000_000);
    expect(events(line(`GET /${long} HTTP/1.1`))).toMatchObject([{ 'cs-uri-stem': `/${long}` }]);
  });
});

describe('lines of syslog', () => {
  test.each<[string, object]>([
    [
      '2026-11-30T10:00:00.5+01:00 pot sshd[12]: Failed password',
      { timestamp: '2026-11-30T10:00:00.5+01:00', hostname: 'pot', program: 'sshd', pid: '12' },
    ],
    ['<34>1 2026-11-30T10:00:00Z pot su 7 ID [a b="c"] no', { program: 'su', message: 'no' }],
    ['Nov  3 10:00:00 pot kernel: no', { Computer: 'pot', program: 'kernel', message: 'no' }],
    [
      '2026-11-30T10:00:00+0100 pot CRON[7]: (ann) CMD (x)',
      { program: 'CRON', message: '(ann) CMD (x)' },
    ],
    [
      'Nov 30 2026 10:00:00 pot : %ASA-6-302013: Built',
      { timestamp: '30 Nov 2026 10:00:00 UTC', hostname: 'pot', message: '%ASA-6-302013: Built' },
    ],
    ['Nov 30 10:00:00 pot launchd[1] (com.x.y[7]): no', { program: 'launchd', message: 'no' }],
    [
      'Nov 30 10:00:00 pot audispd: type=EXECVE msg=audit(1796032800.123:45): argc=1 a0="kettle"',
      { type: 'EXECVE', timestamp: '1796032800.123', a0: 'kettle' },
    ],
    ['Nov 30 10:00:00 pot nxlog: {"EventID": 1, "timestamp": "t"}', { EventID: 1, timestamp: 't' }],
    [
      'Nov 30 10:00:00 pot sysmon: no\nNov 30 10:00:00 pot sysmon: <Event><System><EventID>1</EventID></System></Event>',
      { message: 'no' },
    ],
  ])('%s', (text, event) => {
    expect(events(text)[0]).toMatchObject(event);
  });

  test('a line of another form is an event with its text', () => {
    expect(read('Nov 30 10:00:00 pot a: b\n\tat c\n\n')).toMatchObject([
      [1, { message: 'b' }],
      [2, { message: '\tat c' }],
    ]);
  });

  test('a time without a year is of the last such day', () => {
    const now = new Date('2026-01-02T10:00:00Z');
    expect(withYear('Dec 31 10:00:00', now)).toBe('31 Dec 2025 10:00:00 UTC');
    expect(withYear('Jan  3 09:00:00', now)).toBe('3 Jan 2026 09:00:00 UTC');
  });
});

test('other text is still no event', () => {
  expect(read('Nov 30 it boils')).toEqual(['event-not-json']);
  expect(read('CEF:0|a|b|1|2|c|3|')).toEqual(['event-not-json']);
});

test('an event of Windows that syslog carries has its parts, with a namespace or without', () => {
  for (const tag of [
    '<Event>',
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>",
  ]) {
    const xml = `${tag}<System><EventID>1</EventID></System></Event>`;
    expect(events(`Nov 30 10:00:00 pot kettle[1]: ${xml}\n`)).toMatchObject([
      { Event: { System: { EventID: '1' } } },
    ]);
  }
});

test('a syslog priority is not XML', () => {
  expect(read('<189>date=2026-11-30 time=10:00:00 devname="pot"\n')).toEqual(['event-not-json']);
});
