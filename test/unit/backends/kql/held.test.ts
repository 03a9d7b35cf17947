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
const refused = { text: null, fidelity: 'refused', said: ['kql-matches-nothing'] };

describe('a string that a column of numbers or of true and false never holds', () => {
  test.each([
    [FIREWALL, 'dst_port: https'],
    [FIREWALL, "dst_port: 'x*'"],
    [FIREWALL, 'dst_port: [https, ssh]'],
    [FIREWALL, "dst_port: ''"],
    [FIREWALL, "dst_port: '0443'"],
    [TRAIL, "readOnly: 'no'"],
  ])('is refused where the rule needs it: %s, %s', (logsource, item) => {
    const other = logsource === FIREWALL ? 'src_port: 1' : 'eventName: x';
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
  ])('is not every string: %s, %s', (logsource, item, text) => {
    expect(converted(logsource, item, 'action: x', 'a')).toMatchObject({ text, said: [] });
  });
});
