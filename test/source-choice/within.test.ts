import { describe, expect, test } from 'vitest';
import { ask, errors } from './ask.js';

/* What a source keeps in a form that varies, so that only a part of it can be searched for. */

const DNS = { category: 'dns' };
const rule = (s: object) => ({ s, condition: 's' });

describe('KQL finds an answer anywhere in DnsResponseName', () => {
  test.each([
    [{ answer: '192.0.2.1' }, 'contains "192.0.2.1"'],
    [{ answer: 5 }, 'contains "5"'],
    [{ 'answer|startswith': '192.' }, 'contains "192."'],
    [{ 'answer|endswith|cased': '.Example' }, 'contains_cs ".Example"'],
    [{ 'answer|re': String.raw`^192\.0\.` }, 'contains "192.0."'],
    [
      { 'answer|cidr': '192.0.2.0/24' },
      String.raw`matches regex @"(?s)(?:^|[^A-Fa-f0-9.:])(?:192\.0\.2\.[0-9]{1,3})"`,
    ],
  ])('%j, which is reported', (asked, text) => {
    const { text: written, fidelity, diagnostics } = ask('kql', DNS, rule(asked));
    expect([written, fidelity]).toEqual([
      `ASimDnsActivityLogs | where DnsResponseName ${text}`,
      'approximate',
    ]);
    const warnings = diagnostics.filter((d) => d.severity === 'warning');
    expect(warnings.map((d) => [d.code, d.direction])).toEqual([['source-within', 'wider']]);
  });

  test('and leaves out more than a negated value', () => {
    const not = { s: { query: 'tea.example' }, f: { answer: '0.0.0.0' }, condition: 's and not f' };
    const { diagnostics } = ask('kql', DNS, not);
    const told = diagnostics.find((d) => d.code === 'source-within');
    expect([told!.direction, told!.message]).toEqual([
      'narrower',
      expect.stringMatching(
        /^May miss what the rule matches: in ASimDnsActivityLogs, `answer` is among/,
      ),
    ]);
  });

  test.each([{ 'answer|contains': 'v=spf1' }, { 'answer|contains|all': ['a', 'b'] }])(
    '%j exactly',
    (asked) => {
      expect(ask('kql', DNS, rule(asked)).fidelity).toBe('exact');
    },
  );

  test.each([{ 'answer|re': '^[a-z]{30}' }, { 'answer|fieldref': 'query' }, { 'answer|gt': 5 }])(
    '%j is refused',
    (asked) => {
      const [error] = errors('kql', DNS, rule(asked));
      expect(error!.message).toContain('only strings and networks can be searched for');
    },
  );
});

describe('KQL finds a string of an object in a list anywhere in the list', () => {
  const AUDIT = { product: 'azure', service: 'auditlogs' };
  const NEW = 'TargetResources.modifiedProperties.newValue';

  test.each([
    [{ [NEW]: '"Tea"' }, String.raw`TargetResources) contains "\"\\\"Tea\\\"\""`],
    [{ [`${NEW}|contains`]: 'Tea' }, 'TargetResources) contains "Tea"'],
    [{ 'TargetResources.modifiedProperties|contains': 'Tea' }, 'TargetResources) contains "Tea"'],
    [{ 'targetResources.type|startswith': 'Us' }, String.raw`TargetResources) contains "\"Us"`],
    [{ 'AdditionalDetails.value|re': '^tea' }, String.raw`AdditionalDetails) contains_cs "\"tea"`],
  ])('%j', (asked, text) => {
    const { text: written, fidelity } = ask('kql', AUDIT, rule(asked));
    expect([written, fidelity]).toEqual([`AuditLogs | where tostring(${text}`, 'approximate']);
  });

  test.each([
    { [NEW]: null },
    { [NEW]: '*' },
    { [`${NEW}|exists`]: true },
    { [NEW]: 5 },
    { 'TargetResources.modifiedProperties': 'Tea' },
    { 'TargetResources.modifiedProperties|contains': '"Tea"' },
  ])('%j is refused', (asked) => {
    expect(errors('kql', AUDIT, rule(asked))).not.toEqual([]);
  });
});
