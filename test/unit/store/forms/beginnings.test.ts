import { expect, test } from 'vitest';
import { parsePattern } from '../../../../src/model/patterns/pattern.js';
import { plainText } from '../../../../src/model/patterns/plain-text.js';
import type { Value } from '../../../../src/model/value.js';
import { asksBeginning, withBeginnings } from '../../../../src/store/forms/beginnings.js';
import { item } from '../../model/build.js';

const begins = new Map([
  ['HKU', parsePattern('HKEY_USERS')],
  ['HKLM\\System\\CurrentControlSet', parsePattern('HKLM\\SYSTEM\\ControlSet???')],
]);

function valueOf(key: string, text: string): Value {
  return item(key, `'${text}'`).item.values[0] as Value;
}

function others(text: string, cased = false): readonly string[] {
  const found = withBeginnings(valueOf(cased ? 'Field|cased' : 'Field', text), begins);
  const values = Array.isArray(found) ? (found as readonly Value[]) : [found as Value];
  return values.slice(1).map((v) => (v.kind === 'string' ? plainText(v.pattern) : ''));
}

test.each([
  ['HKU\\S-1-5-*', ['HKEY_USERS\\S-1-5-*']],
  ['hku\\\\*\\Tea', ['HKEY_USERS\\*\\Tea']],
  ['*HKU\\Tea*', ['HKEY_USERS\\Tea*']],
  ['HKU', ['HKEY_USERS']],
  ['*\\CurrentControlSet\\Services\\\\*', ['HKLM\\SYSTEM\\ControlSet???\\Services\\*']],
  ['*ControlSet\\Services\\\\*', ['HKLM\\SYSTEM\\ControlSet???\\Services\\*']],
  ['HKLM\\\\*\\CurrentControlSet\\Tea', ['HKLM\\SYSTEM\\ControlSet???\\Tea']],
])('%s says how a path begins', (text, expected) => {
  expect(others(text)).toEqual(expected);
});

test.each([
  'HK*',
  '*\\Tea\\\\*',
  'HKLM\\SOFTWARE\\\\*',
  'HKUX\\Tea',
  '*\\Tea\\CurrentControlSet\\\\*',
  '*\\CurrentControlSets\\\\*',
  '*',
  '',
])('%s is the same of all events', (text) => {
  expect(others(text)).toEqual([]);
});

test('letter case counts if the rule says so', () => {
  expect(others('hku\\Tea', true)).toEqual([]);
  expect(others('HKU\\Tea', true)).toEqual(['HKEY_USERS\\Tea']);
});

test('a regular expression that names such a part cannot be asked', () => {
  expect(asksBeginning(valueOf('Field|re', '^HKU\\\\.*'), begins)).toBe(true);
  expect(asksBeginning(valueOf('Field|re', '\\\\Run\\\\'), begins)).toBe(false);
});
