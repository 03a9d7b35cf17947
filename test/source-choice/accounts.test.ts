import { describe, expect, test } from 'vitest';
import { PROCESS, query } from './ask.js';

describe('an account, of which Defender has two columns', () => {
  test.each([
    [{ User: 'POT\\tea' }, 'AccountDomain =~ "POT" and AccountName =~ "tea"'],
    [
      { 'User|contains': 'AUTHORI' },
      '(AccountName contains "AUTHORI" or AccountDomain contains "AUTHORI")',
    ],
    [{ 'User|endswith': '\\tea' }, 'AccountName =~ "tea"'],
    [{ 'User|startswith': 'POT\\' }, 'AccountDomain =~ "POT"'],
    [
      { ParentUser: 'POT\\tea' },
      'InitiatingProcessAccountDomain =~ "POT" and InitiatingProcessAccountName =~ "tea"',
    ],
  ])('%j', (fields, expected) => {
    const { length } = 'DeviceProcessEvents | where ActionType == "ProcessCreated" and ';
    const made = query('kql', PROCESS, { s: fields, condition: 's' })!;
    expect(made.slice(length)).toBe(expected);
  });

  test('is asked of Sysmon where its case matters', () => {
    const detection = { s: { 'User|cased': 'POT\\tea' }, condition: 's' };
    expect(query('kql', PROCESS, detection)).toMatch(/^Event \|.* User == /);
  });
});
