import { describe, expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { readLibrary } from '../../../support/read-library.js';

const pipelines = await shippedPipelines(kql, ['microsoft']);
const tables = (await publishedTables(kql))!;

/** The lines of a query. */
function linesOf(detection: string, logsource: string): readonly string[] {
  const rule = `title: A\nlogsource: { ${logsource} }\ndetection:\n  a: ${detection}\n  condition: a\n`;
  const [query] = convert(readLibrary(rule), { backend: kql, pipelines, tables, compact: true });
  return query!.queryText!.split(/ (?=\| )/);
}

describe('before a column is computed', () => {
  const powershell = 'product: windows, category: ps_script';
  const first = (detection: string): string => linesOf(detection, powershell)[1]!;

  test('the raw column is filtered by the one that excludes most', () => {
    const lines = linesOf(
      "{ ScriptBlockText|contains|all: [tea, 'kettle-boils'], Path|contains: [a.ps1, b.ps1] }",
      powershell,
    );
    expect(lines[1]).toContain('EventData contains "kettle-boils"');
    expect(lines[1]).not.toContain('tea"');
    expect(lines[2]).toMatch(/^\| extend /);
    expect(lines[3]).toContain('ScriptBlockText contains "tea"');
  });

  test('what XML escapes is not looked for there', () => {
    expect(first("{ ScriptBlockText|contains: 'a<kettle>&b' }")).toContain('contains "kettle"');
    expect(first("{ ScriptBlockText|contains: '<&>' }")).not.toContain('EventData');
  });

  test('a pattern that ignores the case of all letters is cut where other letters may be', () => {
    expect(first("{ ScriptBlockText: 'boil?kettle' }")).toContain('contains "ettle"');
    expect(first("{ ScriptBlockText|re: 'boil.*kettle' }")).toContain('contains "kettle"');
  });

  test('not for a negation, or for many alternatives', () => {
    const many = Array.from({ length: 13 }, (_, i) => `${'abcdefghijklm'[i]!}-kettle`).join(', ');
    expect(first(`{ ScriptBlockText|contains: [${many}] }`)).not.toContain('EventData');
    expect(first('{ ScriptBlockText|contains|neq: kettle }')).not.toContain('EventData');
  });
});

test('an address that may be one of IPv6 is asked of its column', () => {
  const asked = (detection: string): string =>
    linesOf(detection, 'product: linux, category: network_connection').join('\n');
  expect(asked("{ DestinationIp: '10.0.0.1' }")).toContain(
    'RemoteIP in~ ("10.0.0.1", "::ffff:10.0.0.1")',
  );
  expect(asked("{ DestinationIp|endswith: '.1' }")).toContain('RemoteIP endswith ".1"');
  expect(asked("{ DestinationIp|startswith: '::f' }")).toContain('replace_regex(RemoteIP');
});

describe('terms of the index', () => {
  const process = 'product: windows, category: process_creation';
  const where = (detection: string): string => linesOf(detection, process)[1]!;

  test.each([
    [' --boil-kettle ', 'ProcessCommandLine has "boil-kettle" and ProcessCommandLine contains'],
    ['boil-kettle', '"ProcessCreated" and ProcessCommandLine contains'],
    [' kettle', '"ProcessCreated" and ProcessCommandLine contains'],
    [' tea ', '"ProcessCreated" and ProcessCommandLine contains'],
    ['_kettle_', '"ProcessCreated" and ProcessCommandLine contains'],
    ['é kettleé', '"ProcessCreated" and'],
  ])('%s', (text, query) => {
    expect(where(`{ CommandLine|contains: '${text}' }`)).toContain(query);
  });

  test('the longest once, and none beside an equality', () => {
    const two = where("{ CommandLine|contains|all: [' kettle ', ' kettles '] }");
    expect(two.match(/ has /g)).toHaveLength(1);
    expect(two).toContain('has "kettles"');
    expect(where("{ CommandLine|contains: ' kettle ', Image|endswith: '\\a.exe' }")).not.toContain(
      ' has ',
    );
  });

  test('the cheapest conjunct is first', () => {
    expect(
      where("{ CommandLine|re: 'a.b', ParentImage|contains: tea, Image|endswith: '\\a.exe' }"),
    ).toMatch(/FileName =~ .* contains .* matches regex/);
  });
});

test('a keyword is in the columns with the text', () => {
  expect(linesOf('[kettle_boils]', 'product: linux, service: syslog')[1]).toBe(
    '| where SyslogMessage contains "kettle_boils"',
  );
});
