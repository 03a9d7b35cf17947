import { describe, expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { splunk } from '../../../../backends/splunk/index.js';
import { convert } from '../../../../src/convert/index.js';
import type { Query } from '../../../../src/convert/index.js';
import { loadPipeline } from '../../../../src/pipeline/load.js';
import { publishedTables, shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { bindKql } from '../../../engines/kql/parser.js';
import { readLibrary } from '../../../support/read-library.js';

const pipelines = await shippedPipelines(kql, ['microsoft']);
const tables = (await publishedTables(kql))!;
const stored = await shippedPipelines(splunk, ['splunk']);

function ruleOf(logsource: string, detection: string, fields: string): string {
  return [
    'title: A',
    `logsource: { ${logsource} }`,
    `detection: { a: ${detection}, condition: a }`,
    `fields: [${fields}]`,
    '',
  ].join('\n');
}

function queryOf(logsource: string, detection: string, fields: string): Query {
  const rule = ruleOf(logsource, detection, fields);
  return convert(readLibrary(rule), { backend: kql, pipelines, tables, compact: true })[0]!;
}

function notShown({ diagnostics }: Query): readonly string[] {
  return diagnostics.filter((d) => d.code === 'field-not-shown').map((d) => d.message);
}

const SECURITY = 'product: windows, service: security';
const CONNECTIONS = 'product: windows, category: network_connection';

describe('the fields that a rule lists', () => {
  test.each([
    ['Event', 'product: windows, service: sysmon', '{ EventID: 10 }', 'SourceImage, x y'],
    [
      'Event',
      'product: windows, service: system',
      '{ EventID: 7045 }',
      'ServiceName, Provider_Name',
    ],
    ['SecurityEvent', SECURITY, '{ EventID: 4720 }', 'EventCode, TargetUserName, SamAccountName'],
    ['SecurityEvent', SECURITY, '{ EventID: 4720, TargetUserName: a }', 'TargetUserName'],
    [
      'AWSCloudTrail',
      'product: aws, service: cloudtrail',
      '{ eventName: a, requestParameters.a: b }',
      'requestParameters.a, responseElements.b, userIdentity.arn',
    ],
    ['W3CIISLog', 'category: webserver', '{ sc-status: 500 }', 'c-ip, cs-uri-query'],
    ['CloudAppEvents', 'product: m365, service: audit', '{ Operation: a }', 'UserId, ClientIP'],
    ['DeviceNetworkEvents', CONNECTIONS, '{ DestinationPort: 22 }', 'SourceIp, DestinationPort'],
  ])('are columns of %s that Kusto knows: %s %s', (table, logsource, detection, fields) => {
    const query = queryOf(logsource, detection, fields);
    const columns = [...tables.columns(table)!].map(([name, type]) => `['${name}']:${type}`);
    expect(query.queryText).toContain('| project ');
    expect(bindKql(query.queryText!, table, columns.join(', '))).toEqual([]);
    expect(notShown(query)).toEqual([]);
  });

  test('are read once', () => {
    const { queryText } = queryOf(
      'product: windows, service: sysmon',
      "{ EventID: 10, TargetImage|endswith: '\\a.exe' }",
      'TargetImage, SourceImage',
    );
    expect(queryText!.match(/TargetImage = /g)).toHaveLength(1);
    expect(queryText).toMatch(/\| project TimeGenerated, Computer, TargetImage, SourceImage = /);
  });

  test('are those of each place where there are several', () => {
    const { queryText } = queryOf(CONNECTIONS, '{ DestinationPort: 22 }', 'DestinationPort');
    expect(queryText!.match(/\| project [^)]*/g)).toEqual([
      '| project Timestamp, DeviceName, RemotePort ',
      '| project Timestamp, DeviceName, LocalPort ',
    ]);
  });

  test('are reported if no place has a column for them', () => {
    const [message, ...more] = notShown(queryOf(CONNECTIONS, '{ DestinationPort: 22 }', 'Boil'));
    expect(message).toContain('Boil');
    expect(more).toEqual([]);
  });

  test('are read out of others for Splunk, too', () => {
    const rule = ruleOf('product: windows, service: wmi', '{ EventID: 5861 }', 'PossibleCause');
    const [query] = convert(readLibrary(rule), { backend: splunk, pipelines: stored });
    expect(query!.queryText).toMatch(/\| rex field=UserData_Xml .*\n\| table PossibleCause$/);
  });

  test('do not refuse a rule if they cannot be read', () => {
    const rule = ruleOf(
      'product: windows, service: wmi',
      '{ EventID: 5861 }',
      `PossibleCause, 'a"b'`,
    );
    const [query] = convert(readLibrary(rule), { backend: splunk, pipelines: stored });
    expect(query!.queryText).toMatch(/\n\| table PossibleCause$/);
    expect(notShown(query!)).toHaveLength(1);
  });
});

describe('a table of the user', () => {
  const made = (types: string): Query => {
    const pipeline = `store: microsoft
sources:
  - table: Kettles_CL
    logsource: { product: kettle }
    fields: { Pot: Vessel, Lid: Cover }
    types: ${types}
`;
    const rule = ruleOf('product: kettle', '{ Pot: a }', 'Pot, Lid, Spout');
    return convert(readLibrary(rule), {
      backend: kql,
      pipelines: [loadPipeline(pipeline).pipeline!],
      compact: true,
    })[0]!;
  };

  test('has the columns that its source lists, and no others', () => {
    const query = made('{ Vessel: string }');
    expect(query.queryText).toBe('Kettles_CL | where Vessel =~ "a" | project Vessel, Cover');
    expect(notShown(query)).toEqual([expect.stringContaining('no column for Spout')]);
  });

  test('has no type that Kusto has not', () => {
    const [refused] = made('{ Vessel: keyword }').diagnostics.filter((d) => d.severity === 'error');
    expect(refused).toMatchObject({ code: 'kql-column-type' });
    expect(refused!.message).toContain('Use one of: string, int');
  });
});
