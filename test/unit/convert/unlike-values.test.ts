import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { defaultsOf, firstQuery } from '../../support/defaults.js';

const settings = new Map(await defaultsOf([kql, splunk, lucene]));

/** What is said of values in another form, by target. */
function said(logsource: object, selection: object, code = 'value-form'): object {
  const rule = { logsource, detection: { selection, condition: 'selection' } };
  return Object.fromEntries(
    [...settings].map(([target, each]) => {
      const { diagnostics } = firstQuery(rule, each);
      return [target, diagnostics.filter((d) => d.code === code).map((d) => d.message)];
    }),
  );
}

const SECURITY = { product: 'windows', service: 'security' };
const SYSMON = { product: 'windows', service: 'sysmon' };

const onAll = (...messages: string[]): object => ({
  kql: messages,
  splunk: messages,
  lucene: messages,
});

test.each<[object, object, string, string]>([
  [SECURITY, { LogonType: 'Interactive' }, '`Interactive`', 'a decimal number'],
  [SECURITY, { LogonType: [3, '0x3'] }, '`0x3`', 'a decimal number'],
  [SECURITY, { SubjectLogonId: 4242 }, '`4242`', 'a hexadecimal number (`0x1f4`)'],
  [SECURITY, { AccessMask: ['0x40', '143a'] }, '`143a`', 'a hexadecimal number (`0x1f4`)'],
  [
    SECURITY,
    { TicketEncryptionType: [1, 3, 23, 24] },
    '`1`, `3`, `23` (and 1 more)',
    'a hexadecimal number (`0x1f4`)',
  ],
  [SECURITY, { SubjectUserName: 'CORP\\bob' }, '`CORP\\bob`', 'a user name without its domain'],
  [{ product: 'windows' }, { Channel: 'Security', LogonType: 'x' }, '`x`', 'a decimal number'],
  [
    SECURITY,
    { EventID: 5145, 'AccessList|contains': ['WriteData', '%%4417', 'DELETE'] },
    '`*WriteData*`, `*DELETE*`',
    'the numbers of messages (`%%4417`), never their words',
  ],
  [
    SECURITY,
    { EventID: 4688, TokenElevationType: ['TokenElevationTypeFull', '%%1937'] },
    '`TokenElevationTypeFull`',
    'the numbers of messages (`%%4417`), never their words',
  ],
  [
    SECURITY,
    { EventID: 4625, Status: 3221225581 },
    '`3221225581`',
    'a hexadecimal number (`0x1f4`)',
  ],
  [
    { product: 'windows', service: 'system' },
    { EventID: 7045, StartType: [2, 'auto start'] },
    '`2`',
    'words (`demand start`), never numbers',
  ],
  [SYSMON, { User: 'bob' }, '`bob`', 'a user name with its domain (`DOMAIN\\user`)'],
  [SYSMON, { GrantedAccess: ['0x1410', 5136] }, '`5136`', 'a hexadecimal number (`0x1f4`)'],
  [SYSMON, { ProcessId: '0x1f4' }, '`0x1f4`', 'a decimal number'],
  [
    { product: 'windows', service: 'system' },
    { EventID: ['7045', '=104', 'Event 104'] },
    '`=104`, `Event 104`',
    'a decimal number',
  ],
])('%j: %j', (logsource, selection, values, form) => {
  const [field] = Object.keys(selection).at(-1)!.split('|');
  expect(said(logsource, selection)).toEqual(
    onAll(
      `No event has ${values}, since \`${field}\` always holds ${form}. Write the value in that form.`,
    ),
  );
});

test.each([
  // A SID; the data of such an event have an account under nearly the same name.
  [{ product: 'windows', service: 'powershell-classic' }, { UserID: 'S-1-5-18' }],
  [SECURITY, { LogonType: [3, '10'], EventID: [4624, '4625', '46*', null] }],
  [SECURITY, { 'LogonType|startswith': '1' }],
  [SECURITY, { LogonType: '1*' }],
  [SECURITY, { KeyLength: ['', '-', null] }],
  [SECURITY, { 'AccessList|contains': ['%%4417', '4418'] }],
  [SECURITY, { ImpersonationLevel: ['%%1833', '-', null] }],
  [SECURITY, { 'FailureReason|re': 'Unknown|%%2313' }],
  [SECURITY, { NewProcessId: ['0x1f4', '0x3E7'] }],
  [SECURITY, { SubjectUserName: ['bob', 'WS01$', '\\'] }],
  // In one of the two logs it has no domain.
  [{ product: 'windows', category: 'process_creation' }, { User: 'CORP\\bob' }],
  [{ product: 'linux', service: 'auditd' }, { LogonType: 'Interactive' }],
])('nothing of %j: %j', (logsource, selection) => {
  expect(said(logsource, selection)).toEqual(onAll());
});

test('what holds no decimal number cannot be compared', () => {
  const told =
    'No event has a number to compare in `SubjectLogonId`, which always holds a hexadecimal number (`0x1f4`). List the values instead.';
  const low = { EventID: 4624, 'SubjectLogonId|lt': 1000 };
  expect(said(SECURITY, low, 'form-compared')).toEqual(onAll(told));
  const remote = { EventID: 4624, 'LogonType|gte': 3, KeyLength: 0 };
  expect(said(SECURITY, remote, 'form-compared')).toEqual(onAll());
});
