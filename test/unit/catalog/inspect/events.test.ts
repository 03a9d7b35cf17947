import { describe, expect, test } from 'vitest';
import { inspected } from '../build.js';

/** `channel/provider/id: meaning` of each. */
function events(logsource: string, detection: string): string[] {
  return inspected({ logsource: `{ ${logsource} }`, detection }).events.map(
    (e) =>
      `${e.channel ?? '*'} / ${e.provider ?? '*'} / ${String(e.id ?? '*')}: ${e.known ? (e.meaning ?? 'any') : 'unknown'}`,
  );
}

const WINDOWS = 'product: windows';
const SECURITY = 'Security / Microsoft-Windows-Security-Auditing';

describe('the events that a rule selects', () => {
  test('are those with the ids that it asks for, in the log that has them', () => {
    const found = events(
      `${WINDOWS}, service: [system, security]`,
      's:\n  EventID: [7045, 4697]\nt:\n  EventID: 4674\ncondition: s or t',
    );
    expect(found).toEqual([
      'System / Service Control Manager / 7045: A new service was installed',
      `${SECURITY} / 4674: An operation was attempted on a privileged object`,
      `${SECURITY} / 4697: A service was installed in the system`,
    ]);
  });

  test('leave out the ids that it excludes', () => {
    const found = events(
      `${WINDOWS}, service: security`,
      's:\n  EventID: [4624, 4625]\nf:\n  EventID: 4634\ncondition: s and not f',
    );
    expect(found.map((e) => /\/ (\d+):/.exec(e)![1])).toEqual(['4624', '4625']);
  });

  test('of a category are those of Sysmon, and what Windows audits of the same', () => {
    expect(events(`${WINDOWS}, category: process_creation`, 's:\n  a: 1\ncondition: s')).toEqual([
      'Microsoft-Windows-Sysmon/Operational / Microsoft-Windows-Sysmon / 1: Process creation',
      `${SECURITY} / 4688: A new process was created`,
    ]);
    expect(
      events(`${WINDOWS}, category: registry_event`, 's:\n  EventID: 13\ncondition: s'),
    ).toEqual([
      'Microsoft-Windows-Sysmon/Operational / Microsoft-Windows-Sysmon / 13: A registry value was set',
    ]);
    expect(
      events('product: linux, category: process_creation', 's:\n  a: 1\ncondition: s'),
    ).toEqual(['Linux-Sysmon/Operational / Linux-Sysmon / 1: Process creation']);
  });

  test('where several providers use an id, each is one, unless the rule names it', () => {
    const asked = `${WINDOWS}, service: system`;
    expect(events(asked, 's:\n  EventID: 16\ncondition: s').length).toBeGreaterThan(2);
    expect(
      events(
        asked,
        "s:\n  EventID: 16\n  Provider_Name: 'kerberos-key-distribution-center'\ncondition: s",
      ),
    ).toEqual([
      'System / Microsoft-Windows-Kerberos-Key-Distribution-Center / 16: No suitable key was found for a service ticket',
    ]);
    expect(
      events(
        `${WINDOWS}, service: application`,
        's:\n  EventID: 18456\n  Provider_Name|contains: mssql\ncondition: s',
      ),
    ).toEqual(['Application / MSSQLSERVER / 18456: A login failed']);
  });

  test('a provider is found in the log that it writes to', () => {
    expect(
      events(
        `${WINDOWS}, service: system`,
        's:\n  EventID: 53\n  Provider_Name: Microsoft-Windows-CertificationAuthority\ncondition: s',
      ),
    ).toEqual([
      'Application / Microsoft-Windows-CertificationAuthority / 53: A certificate request was denied',
    ]);
  });

  test('what is in no table is kept, and flagged', () => {
    expect(
      events(
        `${WINDOWS}, service: security`,
        's:\n  EventID: 999999\n  Provider_Name: X\ncondition: s',
      ),
    ).toEqual(['Security / X / 999999: unknown']);
    expect(
      events(`${WINDOWS}, service: [security, system]`, 's:\n  EventID: 999999\ncondition: s'),
    ).toEqual(['* / * / 999999: unknown']);
  });

  test('a rule without ids selects any event of its log', () => {
    expect(events(`${WINDOWS}, service: windefend`, 's:\n  a: 1\ncondition: s')).toEqual([
      'Microsoft-Windows-Windows Defender/Operational / * / *: any',
    ]);
  });

  test('a channel that the rule names will do where the log source names none', () => {
    expect(events(WINDOWS, 's:\n  Channel: security\n  EventID: 1102\ncondition: s')).toEqual([
      'Security / Microsoft-Windows-Eventlog / 1102: The audit log was cleared',
    ]);
  });

  test.each([
    'product: aws, service: cloudtrail',
    'product: linux, service: security',
    'product: windows, category: constructor',
    'category: proxy',
  ])('%s has none', (logsource) => {
    expect(events(logsource, 's:\n  a: 1\ncondition: s')).toEqual([]);
  });
});
