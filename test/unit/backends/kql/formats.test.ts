import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { kql } from '../../../../backends/kql/index.js';
import { stringLiteral } from '../../../../backends/kql/literals.js';
import { convert } from '../../../../src/convert/index.js';
import { loadAttack } from '../../../../src/model/attack/load.js';
import { publishedTables, shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { and, is, not, or } from '../../predicate/build.js';
import { exactly, write } from './write.js';
import { readLibrary } from '../../../support/read-library.js';

describe('string literals', () => {
  test.each([
    ['plain', '"plain"'],
    [String.raw`C:\Windows`, String.raw`@"C:\Windows"`],
    [String.raw`ends with \ `.trim(), String.raw`@"ends with \"`],
    ['say "hi"', String.raw`"say \"hi\""`],
    ['C:\\"x"', String.raw`"C:\\\"x\""`],
    ["it's", `"it's"`],
    ['a\tb\nc\rd', String.raw`"a\tb\nc\rd"`],
    ['\0\u0085\u2028', String.raw`"\u0000\u0085\u2028"`],
    ['C:\\x\ny', String.raw`"C:\\x\ny"`],
    ['cod\u202eexe', String.raw`"cod\u202Eexe"`],
    ['no\u00a0break', String.raw`"no\u00A0break"`],
    ['\u{e0041}', String.raw`"\uDB40\uDC41"`],
    ['😀 Ж', '"😀 Ж"'],
    ['\ud800', String.raw`"\uD800"`],
    ['', '""'],
  ])('%j', (value, literal) => {
    expect(stringLiteral(value)).toBe(literal);
  });
});

describe('the layout', () => {
  const rule = and(
    is('Image', '*\\a.exe'),
    or(is('CommandLine', '*x*'), is('CommandLine', '*y*')),
    not(or(is('User', 'a'), and(is('User', 'b'), is('Host', 'c')))),
  );

  test('a table, and an operand a line', () => {
    expect(write(rule, { table: 'T' }, { width: 50 }).text).toBe(
      [
        'T',
        String.raw`| where Image endswith @"\a.exe"`,
        '  and (',
        '    CommandLine contains "x"',
        '    or CommandLine contains "y"',
        '  )',
        '  and not(',
        '    User =~ "a" or (User =~ "b" and Host =~ "c")',
        '  )',
      ].join('\n'),
    );
  });

  test('compact: one line', () => {
    expect(write(rule, { table: 'T' }, { compact: true }).text).toBe(
      String.raw`T | where Image endswith @"\a.exe" and (CommandLine contains "x" or CommandLine contains "y") and not(User =~ "a" or (User =~ "b" and Host =~ "c"))`,
    );
  });

  test('parentheses where `and` meets `or`, and nowhere else', () => {
    expect(exactly(or(is('A', '1'), and(is('B', '2'), is('C', '3'))))).toBe(
      'A == "1" or (B == "2" and C == "3")',
    );
  });

  test('the predicate alone, though a table is set', () => {
    expect(write(is('F', 'x'), { table: 'T' }, { format: 'predicate' }).text).toBe('F =~ "x"');
  });

  test('every value leads back to its place in the rule', () => {
    const text = [
      'title: t',
      'logsource: {product: windows}',
      'detection:',
      '  selection:',
      '    Image: [one, two]',
      '    Size|gt: 5',
      '  condition: selection',
    ].join('\n');
    const [query] = convert(readLibrary(text, { path: 'r.yml' }), { backend: kql });
    const places = query!.segments.map(({ start, end, span }) => [
      query!.queryText!.slice(start, end),
      text.slice(span.start, span.end),
    ]);
    expect(places).toEqual([
      ['Image in~ ', 'Image'],
      ['"one"', 'one'],
      ['"two"', 'two'],
      ['Size > 5', '5'],
    ]);
  });
});

describe('a Sentinel rule', () => {
  const yaml = (lines: readonly string[]): string =>
    [
      'title: "T: \\"quoted\\" # no comment"',
      ...lines,
      'logsource: {product: windows}',
      'detection:',
      '  selection: {Image: "a\\nb: - #\\u2028\\\\"}',
      '  other: {CommandLine|contains: x}',
      '  condition: selection or other',
    ].join('\n');

  function sentinel(lines: readonly string[], options = {}): Record<string, unknown> {
    const library = readLibrary(yaml(lines), { path: 'r.yml' });
    const [query] = convert(library, { backend: kql, format: 'sentinel', ...options });
    const read = parseYaml(query!.text!) as Record<string, unknown>;
    expect(read['query']).toBe(query!.queryText);
    return read;
  }

  test('is YAML that holds the texts as they are', () => {
    const rule = sentinel(
      [
        'id: 5467efc0-422c-11ec-81d3-0242ac130003',
        'level: critical',
        'description: |',
        '  Line one: "x"',
        '  - line two\u0085',
        'tags: [attack.defense_evasion, attack.stealth, attack.t1059.001, attack.g0001, cve.2020.1, attack.impact]',
      ],
      { options: { table: 'Events' } },
    );
    expect(rule).toMatchObject({
      id: '5467efc0-422c-11ec-81d3-0242ac130003',
      name: 'T: "quoted" # no comment',
      severity: 'High',
      tactics: ['DefenseEvasion', 'Impact'],
      relevantTechniques: ['T1059'],
      kind: 'Scheduled',
      triggerOperator: 'gt',
      triggerThreshold: 0,
    });
    expect(rule['description']).toContain('Line one: "x"\n- line two');
  });

  test('has tactics that tags name by their ids', async () => {
    const tags = 'tags: [attack.TA0002, attack.ta0008, attack.t1059.001]';
    expect(sentinel([tags], { attack: await loadAttack() })).toMatchObject({
      tactics: ['Execution', 'LateralMovement'],
      relevantTechniques: ['T1059'],
    });
  });

  test('needs nothing but a title', () => {
    const rule = sentinel([]);
    expect(rule).toHaveProperty('id', expect.stringMatching(/^[0-9a-f-]{36}$/));
    expect(rule).toMatchObject({ severity: 'Medium', tactics: [], relevantTechniques: [] });
  });
});

describe('entities', () => {
  const SECURITY = { product: 'windows', service: 'security' };
  const OFFICE = { product: 'm365', service: 'exchange' };

  async function deployed(
    rules: readonly object[],
    format: string,
    names?: readonly string[],
  ): Promise<string> {
    const text = rules.map((r) => JSON.stringify({ title: 't', ...r })).join('\n---\n');
    const pipelines = await shippedPipelines(kql, names);
    const tables = await publishedTables(kql);
    const [query] = convert(readLibrary(text, { path: 'r.yml' }), {
      ...{ backend: kql, pipelines, tables, format },
    });
    return query!.text!;
  }
  const asking = (logsource: object, detection: object): object => ({
    name: 'asked',
    logsource,
    detection: { s: detection, condition: 's' },
  });
  const mappingsIn = (text: string): readonly string[] => {
    const { entityMappings } = parseYaml(text) as {
      entityMappings: { entityType: string; fieldMappings: { columnName: string }[] }[];
    };
    return entityMappings.map(
      ({ entityType, fieldMappings }) =>
        `${entityType}: ${fieldMappings.map((f) => f.columnName).join(', ')}`,
    );
  };

  test('the account of SecurityEvent is in `Account`, and two connectors fill the table', async () => {
    const text = await deployed([asking(SECURITY, { EventID: 4625 })], 'sentinel');
    expect(mappingsIn(text)).toContain('Account: Account');
    expect(text).toContain('connectorId: SecurityEvents\n');
    expect(text).toContain('connectorId: WindowsSecurityEvents\n');
  });

  test('Defender takes an account by its security identifier', async () => {
    const text = await deployed([asking(SECURITY, { EventID: 4625 })], 'xdr_detection');
    const { detectionAction } = JSON.parse(text) as {
      detectionAction: { alertTemplate: { entityMappings: { accounts: unknown } } };
    };
    expect(detectionAction.alertTemplate.entityMappings.accounts).toEqual([
      { sidColumn: 'SubjectUserSid' },
    ]);
  });

  /** Counts what `asked` finds by these fields. */
  const grouping = (...fields: string[]): object => ({
    correlation: {
      ...{ type: 'event_count', rules: ['asked'], 'group-by': fields },
      ...{ timespan: '5m', condition: { gte: 9 } },
    },
  });
  const PROCESSES = { product: 'windows', category: 'process_creation' };
  const CONNECTIONS = { product: 'windows', category: 'network_connection' };

  test.each<[string, object, object, string[], string[]]>([
    ['an account', SECURITY, { EventID: 4625 }, ['TargetUserName'], ['Account: TargetUserName']],
    [
      'what a rule calls otherwise',
      { product: 'aws', service: 'cloudtrail' },
      { eventName: 'tea' },
      ['sourceIPAddress', 'userIdentity.arn'],
      ['Account: userIdentity_arn', 'IP: sourceIPAddress'],
    ],
    ['an address', { category: 'firewall' }, { dst_port: 22 }, ['src_ip'], ['IP: src_ip']],
    [
      'what is read out of columns',
      CONNECTIONS,
      { Initiated: true },
      ['Computer', 'User', 'SourceIp'],
      ['Host: Computer', 'Account: User', 'IP: SourceIp'],
    ],
    [
      'what is read out of the data of an event',
      PROCESSES,
      { EventID: 1, Image: 'C:\\a.exe' },
      ['User'],
      ['Account: User'],
    ],
  ])('%s that a correlation groups by', async (_, logsource, asked, fields, mapped) => {
    const text = await deployed([grouping(...fields), asking(logsource, asked)], 'sentinel');
    expect(mappingsIn(text)).toEqual(mapped);
  });

  test('what a chain of correlations groups by', async () => {
    const inner = { name: 'inner', ...grouping('hostname') };
    const chain = {
      correlation: {
        ...{ type: 'event_count', rules: ['inner'], 'group-by': ['hostname'] },
        ...{ timespan: '1h', condition: { gte: 2 } },
      },
    };
    const rule = asking({ product: 'linux', service: 'sshd' }, ['Failed password']);
    const text = await deployed([chain, inner, rule], 'sentinel');
    expect(mappingsIn(text)).toEqual(['Host: hostname']);
  });

  test('Defender knows a device by its name where a correlation keeps no id', async () => {
    const rule = asking(CONNECTIONS, { Initiated: true });
    const text = await deployed([grouping('Computer'), rule], 'xdr_detection');
    expect(text).toContain('"nameColumn": "Computer"');
  });

  /** What the parsers that stand for an empty source give: https://github.com/Azure/Azure-Sentinel/tree/master/Parsers */
  test.each([
    ['process_creation', { Image: 'C:\\a.exe' }, 'Host: DvcHostname', 'Account: TargetUsername'],
    ['registry_set', { TargetObject: '*\\Tea' }, 'Host: DvcHostname', 'Account: ActorUsername'],
    ['network_connection', { DestinationPort: 22 }, 'IP: SrcIpAddr', 'IP: DstIpAddr'],
    ['dns_query', { QueryName: 'tea.example' }, 'DNS: DnsQuery', 'Host: DvcHostname'],
  ])('the columns of an ASIM function: %s', async (category, asked, ...mapped) => {
    const rule = asking({ product: 'windows', category }, asked);
    const found = mappingsIn(await deployed([rule], 'sentinel', ['asim']));
    for (const mapping of mapped) expect(found).toContain(mapping);
    expect(found.some((m) => m.includes('_ResourceId'))).toBe(false);
  });

  test.each([
    ['okta', 'okta', { eventType: 'tea' }, 'Account: OriginalActorAlternateId', 'IP: SrcIpAddr'],
    ['github', 'audit', { action: 'tea' }, 'Account: Actor', 'IP: ActorIp'],
    ['onelogin', 'onelogin.events', { event_type_id: 5 }, 'Account: UserName', 'IP: Ipaddr'],
    ['cisco', 'duo', { result: 'tea' }, 'Account: Email'],
    ['gcp', 'gcp.audit', { 'gcp.audit.method_name': 'tea' }, 'Account: PrincipalEmail'],
    ['zeek', 'dns', { query: 'tea' }, 'IP: id_orig_h', 'IP: id_resp_h'],
  ])('what the table of a connector has: %s', async (product, service, asked, ...mapped) => {
    const rule = asking({ product, service }, asked);
    expect(mappingsIn(await deployed([rule], 'sentinel'))).toEqual(mapped);
  });

  test('the table of firewalls has who began it, too', async () => {
    const rule = asking({ category: 'firewall' }, { action: 'deny' });
    const found = mappingsIn(await deployed([rule], 'sentinel'));
    expect(found).toEqual(expect.arrayContaining(['IP: SourceIP', 'IP: DestinationIP']));
    expect(found).not.toContain('IP: RemoteIP');
  });

  test('the name of a setting is not a domain', async () => {
    const text = await deployed([asking(OFFICE, { Operation: 'Set-InboxRule' })], 'sentinel');
    expect(mappingsIn(text).filter((m) => m.startsWith('DNS'))).toEqual([]);
  });
});

test.each([
  ['sentinel', {}, true],
  ['sentinel_arm', {}, true],
  ['xdr_detection', {}, true],
  ['sentinel', { table: 'Kettle_CL' }, false],
  ['query', {}, false],
])('a document needs a table: %s with %j', (format, options, isTold) => {
  const library = readLibrary(
    'title: t\nlogsource: {product: kettle}\ndetection: {s: {Boil: x}, condition: s}\n',
    { path: 'r.yml' },
  );
  const [query] = convert(library, { backend: kql, format, options });
  expect(query!.limits.some((l) => l.code === 'kql-rule-without-table')).toBe(isTold);
});
