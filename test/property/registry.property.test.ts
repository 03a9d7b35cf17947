import fc from 'fast-check';
import { expect } from 'vitest';
import { kql } from '../../backends/kql/index.js';
import { compile } from '../../src/match/compile.js';
import { publishedTables, shippedPipelines } from '../../src/pipeline/shipped.js';
import { keepsRow } from '../engines/kql/evaluate.js';
import type { Row } from '../engines/kql/evaluate.js';
import { readQuery } from '../engines/kql/parser.js';
import { firstQuery } from '../support/defaults.js';
import { readLibrary } from '../support/read-library.js';
import { property } from '../fuzz/property.js';

/*
 * What is asked of DeviceRegistryEvents finds the rows of the values that Sysmon would have written as
 * the rule has them. How a path and data are stored is said here once more.
 */

const settings = {
  backend: kql,
  pipelines: await shippedPipelines(kql, ['microsoft']),
  tables: (await publishedTables(kql))!,
};

const NAMES = ['SYSTEM', 'CurrentControlSet', 'ControlSet001', 'Control', 'Lsa', 'Run', 'x'];
const segment = fc.constantFrom(...NAMES);
const hive = fc.constantFrom(
  ['HKLM', 'HKEY_LOCAL_MACHINE'] as const,
  ['HKU', 'HKEY_USERS'] as const,
);

const value = fc
  .record({
    hive,
    keys: fc.oneof(
      fc.array(segment, { minLength: 1, maxLength: 4 }),
      fc
        .array(segment, { maxLength: 3 })
        .map((more) => ['SYSTEM', 'ControlSet002', ...more] as readonly string[]),
    ),
    name: fc.constantFrom('', 'Control', 'x', 'Run'),
    data: fc.constantFrom(
      ['String', '1'],
      ['String', '-'],
      ['String', '0x1'],
      ['String', 'DWORD (00000001)'],
      ['ExpandString', 'cmd.exe 1'],
      ['String', ''],
      ['Dword', '1'],
      ['Dword', '10'],
      ['Qword', '4294967297'],
      ['Binary', '01-0A'],
    ),
  })
  .map(({ hive: [short, long], keys, name, data: [type, data] }) => {
    const path = keys.join('\\');
    const isMachine = long === 'HKEY_LOCAL_MACHINE';
    const row: Row = {
      ActionType: 'RegistryValueSet',
      RegistryKey: `${long}\\${path}`,
      RegistryValueName: name,
      RegistryValueType: type,
      RegistryValueData: data,
    };
    const inUse = isMachine
      ? path.replace(/^SYSTEM\\ControlSet\d+(?=\\|$)/, 'SYSTEM\\CurrentControlSet')
      : path;
    const event = {
      TargetObject: `${short}\\${inUse}\\${name === '' ? '(Default)' : name}`,
      Details: bySysmon(type!, data!),
    };
    return { row, event };
  });

function bySysmon(type: string, data: string): string {
  const hex = (of: bigint): string => `0x${of.toString(16).padStart(8, '0')}`;
  if (type === 'Dword') return `DWORD (${hex(BigInt(data))})`;
  if (type === 'Qword') {
    const number = BigInt(data);
    return `QWORD (${hex(number >> 32n)}-${hex(number & 0xffff_ffffn)})`;
  }
  if (type === 'Binary') return 'Binary Data';
  return data === '' ? '(Empty)' : data;
}

const match = fc.constantFrom('', '|contains', '|startswith', '|endswith');
const part = fc
  .array(fc.constantFrom(...NAMES, 'HKLM', 'ControlSet', 'Con', '(Default)', ''), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('\\'));
const detail = fc.constantFrom(
  ...['1', '-', '0', '0x', '0x1', '10', 'cmd', ')', '1)', 'D', 'DWORD (0x00000001)', 'DWORD (0x'],
  ...['QWORD (0x00000001-0x00000001)', '(Empty)', 'Empty', 'Binary', 'Binary Data', 'a', 'ry d'],
);

const item = fc.oneof(
  fc
    .tuple(match, fc.array(part, { minLength: 1, maxLength: 3 }))
    .map(([m, parts]) => ({ [`TargetObject${m}`]: parts })),
  fc
    .tuple(match, fc.array(detail, { minLength: 1, maxLength: 3 }))
    .map(([m, parts]) => ({ [`Details${m}`]: parts })),
);

property(
  'values of the registry are found as Sysmon writes them',
  300,
  fc.record({ item, negated: fc.boolean(), values: fc.array(value, { maxLength: 12 }) }),
  ({ item: asked, negated, values }) => {
    const rule = {
      logsource: { product: 'windows', category: 'registry_set' },
      detection: { asked, condition: negated ? 'not asked' : 'asked' },
    };
    const { text, fidelity } = firstQuery(rule, settings);
    if (text === null || fidelity !== 'exact' || !text.includes('DeviceRegistryEvents')) return;
    const { match: matches } = compile(readLibrary(JSON.stringify({ title: 'a', ...rule })));
    const branches = readQuery(text);
    for (const { row, event } of values) {
      const found = keepsRow(branches, 'DeviceRegistryEvents', row);
      expect({ event, row, text, found }).toEqual({
        event,
        row,
        text,
        found: matches(event).length > 0,
      });
    }
  },
);
