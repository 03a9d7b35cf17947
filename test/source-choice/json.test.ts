import { describe, expect, test } from 'vitest';
import { ask, errors, query } from './ask.js';

/* What events have as lists and objects, which a store keeps as JSON. */

const DNS = { product: 'zeek', service: 'dns' };
const KUBERNETES = { product: 'kubernetes', service: 'audit' };
const OFFICE = { product: 'm365', service: 'audit' };
const rule = (s: object) => ({ s, condition: 's' });

describe('KQL finds a string of a list in its JSON', () => {
  test.each([
    [{ answers: 'tea.example' }, '"\\"tea.example\\""'],
    [{ 'answers|startswith': 'tea' }, '"\\"tea"'],
    [{ 'answers|endswith': '.example' }, '".example\\""'],
    [{ 'answers|contains': 'tea' }, '"tea"'],
    [{ answers: '*' }, '"\\""'],
  ])('%j', (asked, text) => {
    const { text: written, fidelity, diagnostics } = ask('kql', DNS, rule(asked));
    expect(written).toBe(`corelight_dns() | where tostring(answers) contains ${text}`);
    expect([fidelity, diagnostics.filter((d) => d.severity === 'warning')]).toEqual(['exact', []]);
  });

  test.each([
    ['tea*example', String.raw`(?is)\"tea(?:[^\"\\\\]|\\\\.)*example\"`],
    ['t?a', String.raw`(?is)\"t(?:[^\"\\\\]|\\\\.)a\"`],
    ['*,*', String.raw`(?is)\"(?:[^\"\\\\]|\\\\.)*,(?:[^\"\\\\]|\\\\.)*\"`],
  ])('%s leads from no string into the next', (asked, regex) => {
    const written = query('kql', DNS, rule({ answers: asked }));
    expect(written).toBe(`corelight_dns() | where tostring(answers) matches regex "${regex}"`);
  });

  test('with its escapes', () => {
    const written = query('kql', KUBERNETES, rule({ 'user.groups': 'a"b\\c' }));
    expect(written).toBe(
      String.raw`AKSAudit | where tostring(User.groups) contains "\"a\\\"b\\\\c\""`,
    );
  });

  test('and whether there is a list', () => {
    expect(query('kql', DNS, rule({ answers: null }))).toBe(
      'corelight_dns() | where tostring(answers) in ("", "[]")',
    );
  });

  test.each([
    ['10.1.0.0/16', String.raw`(?s)\"10\\.1\\.[0-9]{1,3}\\.[0-9]{1,3}\"`],
    ['10.0.0.0/15', String.raw`(?s)\"(?:10\\.(0|1)\\.[0-9]{1,3}\\.[0-9]{1,3})\"`],
    ['fd00::/8', String.raw`(?s)\"[Ff][Dd][A-Fa-f0-9][A-Fa-f0-9]:(?:[^\"\\\\]|\\\\.)*\"`],
  ])('an address of %s is one whole string', (network, regex) => {
    const written = query('kql', DNS, rule({ 'answers|cidr': network }));
    expect(written).toBe(`corelight_dns() | where tostring(answers) matches regex "${regex}"`);
  });

  test('a regular expression that is a string is one', () => {
    const written = query('kql', DNS, rule({ 'answers|re': String.raw`^10\.1\.` }));
    expect(written).toBe(String.raw`corelight_dns() | where tostring(answers) contains "\"10.1."`);
  });

  test.each([
    ['answers|cidr', 'fd00::/20'],
    ['answers|re', '^[a-z]{30}'],
    ['answers|gt', 5],
  ])('but nothing else: %s: %s', (field, value) => {
    const [error] = errors('kql', DNS, rule({ [field]: value }));
    expect(error!.message).toContain(
      'only strings, parts of them and networks can be searched for in a list',
    );
  });
});

describe('Splunk has no field of an object, and reads it', () => {
  test.each([
    [OFFICE, 'ModifiedProperties', 'ModifiedProperties{}'],
    [OFFICE, 'extendedproperties', 'ExtendedProperties{}'],
    [OFFICE, 'AffectedItems', 'AffectedItems{}'],
    [KUBERNETES, 'annotations', 'annotations'],
    [{ product: 'aws', service: 'cloudtrail' }, 'userIdentity', 'userIdentity'],
    [
      { product: 'aws', service: 'cloudtrail' },
      'responseElements.dBSubnetGroup.subnets',
      'responseElements.dBSubnetGroup.subnets{}',
    ],
  ])('%j %s', (logsource, field, path) => {
    const { text, fidelity } = ask('splunk', logsource, rule({ [`${field}|contains`]: 'tea' }));
    expect(text).toContain(`path="${path}"`);
    expect(fidelity).toBe('exact');
  });

  test('what is asked of several of its parts', () => {
    const asked = { 'Parameters|contains|all': ['ForwardingSmtpAddress', 'tea.example'] };
    expect(query('splunk', { product: 'm365', service: 'exchange' }, rule(asked))).toBe(
      'sourcetype=o365:management:activity Workload="Exchange" "*ForwardingSmtpAddress*" "*tea.example*" | spath input=_raw output=Parameters path="Parameters{}" | search Parameters="*ForwardingSmtpAddress*" Parameters="*tea.example*"',
    );
  });

  test('and has fields of what is in it', () => {
    const written = query('splunk', OFFICE, rule({ 'AffectedItems.Subject': 'tea' }));
    expect(written).toBe('sourcetype=o365:management:activity "AffectedItems{}.Subject"="tea"');
  });
});

describe('who initiated an activity is an object, and named by a whole string', () => {
  const AUDIT = { product: 'azure', service: 'auditlogs' };
  const NAMES = ['InitiatedBy', 'properties.initiatedBy'];

  test.each(NAMES)('%s|contains looks into all of it', (name) => {
    const asked = rule({ [`${name}|contains`]: '192.0.2.' });
    expect(query('kql', AUDIT, asked)).toBe(
      'AuditLogs | where tostring(InitiatedBy) contains "192.0.2."',
    );
    expect(query('splunk', AUDIT, asked)).toBe(
      'sourcetype=azure:monitor:aad category="AuditLogs" "*192.0.2.*" | spath input=_raw output=initiatedBy path="properties.initiatedBy" | search initiatedBy="*192.0.2.*"',
    );
  });

  test.each(NAMES)('%s: is a user or an application', (name) => {
    const asked = rule({ [name]: 'tea@kettle.example' });
    expect(query('kql', AUDIT, asked)).toBe(
      'AuditLogs | where tostring(InitiatedBy.user.userPrincipalName) =~ "tea@kettle.example" or tostring(InitiatedBy.app.displayName) =~ "tea@kettle.example"',
    );
    expect(query('splunk', AUDIT, asked)).toBe(
      'sourcetype=azure:monitor:aad category="AuditLogs" (properties.initiatedBy.user.userPrincipalName="tea@kettle.example" OR properties.initiatedBy.app.displayName="tea@kettle.example")',
    );
  });
});

describe('a name in a list of names and values', () => {
  const asked = rule({ 'Parameters.ForwardTo|contains': '@' });

  test('is cut out of the list by KQL', () => {
    const { text, fidelity } = ask('kql', OFFICE, asked);
    expect(text).toBe(
      String.raw`CloudAppEvents | extend Parameters_ForwardTo = tostring(parse_json(extract("\"Name\":\\s*\"ForwardTo\",\\s*\"Value\":\\s*(\"(?:[^\"\\\\]|\\\\.)*\")", 1, tostring(RawEventData.Parameters)))) | where Parameters_ForwardTo contains "@"`,
    );
    expect(fidelity).toBe('exact');
  });

  test('is a field that the add-on makes in Splunk', () => {
    expect(query('splunk', OFFICE, asked)).toBe(
      'sourcetype=o365:management:activity ForwardTo="*@*"',
    );
  });

  test.each(['Name', 'Value'])('unless it is the key %s of each item', (key) => {
    const { text } = ask('splunk', OFFICE, rule({ [`Parameters.${key}`]: 'tea' }));
    expect(text).toContain(`"Parameters{}.${key}"="tea"`);
    const kql = ask('kql', OFFICE, rule({ [`Parameters.${key}`]: 'tea' }));
    expect(kql.text).toContain('tostring(RawEventData.Parameters) contains "\\"tea\\""');
    expect(kql.diagnostics.map(({ code }) => code)).toContain('source-within');
    const exchange = { product: 'm365', service: 'exchange' };
    errors('kql', exchange, rule({ [`Parameters.${key}`]: 'tea' }));
  });
});
