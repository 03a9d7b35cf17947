import { describe, expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { readLibrary } from '../../../support/read-library.js';

const pipelines = await shippedPipelines(kql);
const tables = await publishedTables(kql);

function converted(logsource: string, a: string, b: string, condition: string) {
  const rule = `
title: A
logsource: { ${logsource} }
detection: { a: { ${a} }, b: { ${b} }, condition: ${condition} }
`;
  const [query] = convert(readLibrary(rule), { backend: kql, pipelines, tables, compact: true });
  const said = query!.diagnostics.filter((d) => d.code.startsWith('kql-')).map((d) => d.code);
  const told = [...new Set(said)];
  return {
    text: query!.queryText?.split(' | where ')[1] ?? null,
    fidelity: query!.fidelity,
    said: told,
  };
}

const FIREWALL = 'category: firewall';
const TRAIL = 'product: aws, service: cloudtrail';
const SIGN_IN = 'product: azure, service: signinlogs';
const OTHER: ReadonlyMap<string, string> = new Map([
  [FIREWALL, 'src_port: 1'],
  [TRAIL, 'eventName: x'],
  [SIGN_IN, 'UserId: x'],
]);
const refused = { text: null, fidelity: 'refused', said: ['kql-matches-nothing'] };

describe('what no value of a column satisfies', () => {
  test.each([
    [FIREWALL, 'dst_port: https'],
    [FIREWALL, "dst_port: 'x*'"],
    [FIREWALL, 'dst_port: [https, ssh]'],
    [FIREWALL, "dst_port: ''"],
    [FIREWALL, "dst_port: '0443'"],
    [FIREWALL, 'dst_port: true'],
    [FIREWALL, 'dst_port|cidr: 10.0.0.0/8'],
    [FIREWALL, 'dst_port|hour: 3'],
    [TRAIL, "readOnly: 'no'"],
    [TRAIL, "readOnly: '1'"],
    [TRAIL, 'readOnly: 1'],
    [TRAIL, 'readOnly|gt: 0'],
    [SIGN_IN, 'CreatedDateTime: 20240101'],
    [SIGN_IN, 'CreatedDateTime|gte: 20240101'],
  ])('is refused where the rule needs it: %s, %s', (logsource, item) => {
    const other = OTHER.get(logsource)!;
    expect(converted(logsource, item, other, 'a and b')).toEqual(refused);
  });

  test.each([
    ["dst_port: [https, '443']", 'a', 'DestinationPort == 443'],
    ['dst_port: https', 'a or b', 'SourcePort == 1'],
    ['dst_port: https', 'b and not a', 'SourcePort == 1'],
  ])('is left out otherwise, and nothing is lost: %s, %s', (item, condition, text) => {
    const said = ['kql-never-held'];
    // Nothing tells firewalls from what else writes CEF.
    expect(converted(FIREWALL, item, 'src_port: 1', condition)).toEqual({
      text,
      fidelity: 'approximate',
      said,
    });
  });

  test.each([
    [FIREWALL, 'dst_port|contains: 44', 'tostring(DestinationPort) contains "44"'],
    [TRAIL, "readOnly: 'TRUE'", 'ReadOnly == true'],
    [TRAIL, "readOnly|cased: 'false'", 'ReadOnly == false'],
    [TRAIL, "readOnly|cased: 'False'", 'tostring(ReadOnly) == "False"'],
    [FIREWALL, 'src_ip: x', 'SourceIP =~ "x"'],
    [FIREWALL, 'src_ip: 10', 'SourceIP == "10"'],
    [FIREWALL, 'dst_port|lt: 1024', 'DestinationPort < 1024'],
    [SIGN_IN, 'CreatedDateTime|hour: 3', 'datetime_part("hour", CreatedDateTime) == 3'],
  ])('is not everything: %s, %s', (logsource, item, text) => {
    expect(converted(logsource, item, OTHER.get(logsource)!, 'a')).toMatchObject({
      text,
      said: [],
    });
  });
});
