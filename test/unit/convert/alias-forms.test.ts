import { expect, test } from 'vitest';
import { esql } from '../../../backends/esql/index.js';
import { kql } from '../../../backends/kql/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { valueFormsOf } from '../../../src/schemas/windows/value-forms.js';
import { SECURITY_FIELDS } from '../../../src/schemas/windows/security.js';
import { SYSMON_FIELDS } from '../../../src/schemas/windows/sysmon.js';
import { defaultsOf } from '../../support/defaults.js';
import { readLibrary } from '../../support/read-library.js';

const backends = [kql, splunk, esql];
const settings = await defaultsOf(backends);

const LOGON = ['logon', { product: 'windows', service: 'security' }, { EventID: 4624 }] as const;
const AUDIT = ['audit', { product: 'windows', service: 'security' }, { EventID: 4688 }] as const;
const SYSMON = ['sysmon', { product: 'windows', service: 'sysmon' }, { EventID: 1 }] as const;
const LINUX = [
  'linux',
  { product: 'linux', category: 'process_creation' },
  { Image: 'x' },
] as const;

type RuleOf = readonly [name: string, logsource: object, selection: object];

/** What is said of an alias of two rules, as `field: message`. */
function saidOf(
  target: string,
  [one, field]: readonly [RuleOf, string],
  [two, other]: readonly [RuleOf, string],
  groupBy: object = { 'group-by': ['alias'] },
): readonly string[] {
  const correlation = {
    title: 'c',
    correlation: {
      type: 'temporal',
      rules: [one[0], two[0]],
      timespan: '5m',
      aliases: { alias: { [one[0]]: field, [two[0]]: other } },
      ...groupBy,
    },
  };
  const rules = [one, two].map(([name, logsource, s]) => ({
    title: name,
    name,
    logsource,
    detection: { s, condition: 's' },
  }));
  const text = [correlation, ...rules].map((d) => JSON.stringify(d)).join('\n---\n');
  const library = readLibrary(text, { path: 'c.yml' });
  return convert(library, settings.get(target)!).flatMap(({ diagnostics }) =>
    diagnostics.flatMap(({ code, message, span }) => {
      if (code !== 'alias-never-equal') return [];
      return [`${span!.file.text.slice(span!.start, span!.end)}: ${message}`];
    }),
  );
}

test.each(backends.map((b) => b.name))('fields that are never equal are told, in %s', (target) => {
  for (const name of ['TargetUserName', 'subjectusername']) {
    const [said, ...more] = saidOf(target, [LOGON, name], [SYSMON, 'User']);
    expect(said).toContain('"User": `User` holds a user name with its domain (`DOMAIN\\user`)');
    expect(said).toContain(`\`${name}\` holds a user name without its domain.`);
    expect(more).toEqual([]);
  }
  expect(saidOf(target, [SYSMON, 'ParentUser'], [AUDIT, 'SubjectUserName'])).toHaveLength(1);
});

test('a user that the query puts together has its domain', () => {
  const process: RuleOf = [
    'process',
    { product: 'windows', category: 'process_creation' },
    { Image: 'x' },
  ];
  for (const target of ['esql', 'kql']) {
    expect(saidOf(target, [LOGON, 'TargetUserName'], [process, 'User'])).toHaveLength(1);
  }
  expect(saidOf('esql', [SYSMON, 'User'], [process, 'User'])).toEqual([]);
});

test('and so are numbers that are written in two ways', () => {
  const [said] = saidOf('splunk', [SYSMON, 'ProcessId'], [AUDIT, 'NewProcessId']);
  expect(said).toContain('`NewProcessId` holds a hexadecimal number');
});

test.each(backends.map((b) => b.name))('nothing is told without facts, in %s', (target) => {
  expect(saidOf(target, [LOGON, 'TargetUserName'], [AUDIT, 'SubjectUserName'])).toEqual([]);
  expect(saidOf(target, [LOGON, 'TargetLogonId'], [SYSMON, 'LogonId'])).toEqual([]);
  // Sysmon for Linux writes names without a domain.
  expect(saidOf(target, [LOGON, 'TargetUserName'], [LINUX, 'User'])).toEqual([]);
  expect(saidOf(target, [LOGON, 'TargetUserName'], [SYSMON, 'RuleName'])).toEqual([]);
  // An alias that groups nothing joins nothing.
  expect(saidOf(target, [LOGON, 'TargetUserName'], [SYSMON, 'User'], {})).toEqual([]);
});

test('facts are about fields that the events have', () => {
  const sysmon = new Set(Object.values(SYSMON_FIELDS).flat());
  const found = (channel: string, fields: Iterable<string>): readonly string[] =>
    [...new Set(fields)].filter((f) => valueFormsOf(channel).has(f.toLowerCase()));
  expect(found('microsoft-windows-sysmon/operational', sysmon)).toHaveLength(13);
  expect(found('security', SECURITY_FIELDS)).toHaveLength(25);
});

test.each(backends.map((b) => b.name))(
  'a sum of what is never a number is told, in %s',
  (target) => {
    const saidOfSum = (field: string): readonly string[] => {
      const [name, logsource, s] = SYSMON;
      const condition = { field, gte: 10 };
      const documents = [
        { title: name, name, logsource, detection: { s, condition: 's' } },
        { title: 'c', correlation: { type: 'value_sum', rules: name, timespan: '5m', condition } },
      ];
      const text = documents.map((d) => JSON.stringify(d)).join('\n---\n');
      const converted = convert(readLibrary(text, { path: 'c.yml' }), settings.get(target)!);
      return converted.flatMap(({ diagnostics }) =>
        diagnostics.filter((d) => d.code === 'field-never-a-number').map((d) => d.message),
      );
    };
    expect(saidOfSum('User')).toEqual([
      expect.stringContaining('only numbers from `User`, which always holds a user name'),
    ]);
    expect(saidOfSum('LogonId')).toHaveLength(1);
    expect(saidOfSum('ParentProcessId')).toEqual([]);
    expect(saidOfSum('CommandLine')).toEqual([]);
  },
);
