import { expect, test } from 'vitest';
import { convert } from '../../../../src/convert/index.js';
import { kql } from '../../../../backends/kql/index.js';
import { publishedTables, shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { readLibrary } from '../../../support/read-library.js';

const pipelines = await shippedPipelines(kql, ['microsoft']);
const tables = (await publishedTables(kql))!;

/** What a query asks beside the type of the action. */
function asked(item: string, category = 'registry_set'): string {
  const rule = `title: A\nlogsource: { product: windows, category: ${category} }\ndetection:\n  a: { ${item} }\n  condition: a\n`;
  const [query] = convert(readLibrary(rule), { backend: kql, pipelines, tables, compact: true });
  expect(query!.fidelity).toBe('exact');
  return query!.queryText!.replace(/^.*?(?:== "\w+"|\)) (?:and|\|) /, '');
}

test.each([
  [
    "TargetObject|endswith: '\\Tea\\Pot'",
    String.raw`RegistryValueName =~ "Pot" and RegistryKey endswith @"\Tea"`,
  ],
  [
    "TargetObject|endswith: ['\\Tea\\Pot', '\\Tea\\Cup']",
    String.raw`RegistryValueName in~ ("Pot", "Cup") and RegistryKey endswith @"\Tea"`,
  ],
  [
    "TargetObject|endswith: '\\Tea\\(Default)'",
    String.raw`(isempty(RegistryValueName) or RegistryValueName =~ "(Default)") and RegistryKey endswith @"\Tea"`,
  ],
  [
    "TargetObject|contains: '\\Tea\\'",
    String.raw`(RegistryKey endswith @"\Tea" or RegistryKey contains @"\Tea\")`,
  ],
  [
    "TargetObject: 'HKLM\\Tea\\Pot'",
    String.raw`RegistryKey =~ @"HKEY_LOCAL_MACHINE\Tea" and RegistryValueName =~ "Pot"`,
  ],
  [
    "TargetObject|endswith: '\\SYSTEM\\CurrentControlSet\\Tea\\Pot'",
    String.raw`RegistryValueName =~ "Pot" and RegistryKey matches regex @"(?is)(?:\\SYSTEM\\CurrentControlSet|^HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet[0-9]+)\\Tea$"`,
  ],
  [
    "TargetObject|contains: '\\SYSTEM\\CurrentControlSet\\Control'",
    String.raw`((RegistryKey matches regex @"(?is)(?:\\SYSTEM\\CurrentControlSet|^HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet[0-9]+)$" and RegistryValueName startswith "Control") or RegistryKey matches regex @"(?is)(?:\\SYSTEM\\CurrentControlSet|^HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet[0-9]+)\\Control")`,
  ],
])('a path: %s', (item, query) => {
  expect(asked(item)).toBe(query);
});

test.each([
  ["Details: 'DWORD (0x0000000A)'", 'RegistryValueType =~ "Dword" and RegistryValueData == "10"'],
  [
    "Details: 'QWORD (0x00000001-0x00000000)'",
    'RegistryValueType =~ "Qword" and RegistryValueData == "4294967296"',
  ],
  ["Details: 'Binary Data'", 'RegistryValueType =~ "Binary"'],
  ["Details: '(Empty)'", 'isempty(RegistryValueData) and isnotempty(RegistryValueType)'],
  ["Details|contains: '\\Tea'", String.raw`RegistryValueData contains @"\Tea"`],
  [
    'Details|contains: teapot',
    'RegistryValueData contains "teapot" and RegistryValueType !~ "Binary"',
  ],
  // What no number of Sysmon's begins or ends with, and one in decimal may.
  [
    "Details: '1'",
    'RegistryValueData == "1" and RegistryValueType !in~ ("Dword", "Qword", "Binary")',
  ],
  [
    "Details|startswith: '4'",
    'RegistryValueData startswith "4" and RegistryValueType !in~ ("Dword", "Qword", "Binary")',
  ],
  [
    "Details|endswith: '0'",
    'RegistryValueData endswith "0" and RegistryValueType !in~ ("Dword", "Qword", "Binary")',
  ],
  [
    "Details: ['DWORD (0x00000001)', '1']",
    '((RegistryValueType =~ "Dword" and RegistryValueData == "1") or (RegistryValueType !in~ ("Dword", "Qword", "Binary") and RegistryValueData == "1"))',
  ],
])('data: %s', (item, query) => {
  expect(asked(item)).toBe(query);
});

test.each(["Details|contains: '0x'", "Details|startswith: 'dw'", "Details|endswith: '1)'"])(
  'what may be part of a number as Sysmon writes it takes writing it: %s',
  (item) => {
    expect(asked(item)).toContain('extend Details = case(');
  },
);

test('many ends of paths are asked of key and name in one', () => {
  const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((v) => `'\\Tea\\Pot${v}'`);
  expect(asked(`TargetObject|contains: [${values.join(', ')}]`)).toContain(
    String.raw`extend TargetObject = strcat(RegistryKey, @"\", RegistryValueName)`,
  );
});

test('the beginning of a control set is not asked where the one in use has its number', () => {
  expect(asked("TargetObject|contains: '\\System\\ControlSet'")).toBe(
    String.raw`((RegistryKey endswith @"\System" and RegistryValueName startswith "ControlSet") or (RegistryKey contains @"\System\ControlSet" and not(RegistryKey matches regex @"(?is)^HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet[0-9]")) or RegistryKey matches regex @"(?is)^HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet[0-9].*\\System\\ControlSet")`,
  );
});

test('what may be part of a name that Sysmon rewrites takes rewriting keys', () => {
  for (const part of ['ControlSet0', 'rentControl', 'LM\\Tea', 'HKEY_']) {
    expect(asked(`TargetObject|contains: '${part}'`)).toContain('replace_regex');
  }
});

test('what a control set has under its number and under its name is asked of the columns', () => {
  expect(asked("TargetObject|contains: 'ControlSet'")).toBe(
    '(RegistryValueName contains "ControlSet" or RegistryKey contains "ControlSet")',
  );
});
