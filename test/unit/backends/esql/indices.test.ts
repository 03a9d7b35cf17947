import { expect, test } from 'vitest';
import { eql } from '../../../../backends/eql/index.js';
import { esql } from '../../../../backends/esql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { readLibrary } from '../../../support/read-library.js';

const pipelines = await shippedPipelines(esql, ['ecs']);
const sysmon = 'logs-windows.sysmon_operational-*, logs-windows.forwarded*, winlogbeat-*';

test.each([
  ['category: firewall', 'dst_port: 22', 'logs-*'],
  ['category: firewall, product: paloalto', 'dst_port: 22', 'logs-*'],
  [
    'category: network_connection, product: windows',
    'DestinationPort: 22',
    `logs-endpoint.events.network-*, ${sysmon}`,
  ],
  [
    'category: dns_query, product: windows',
    'QueryName: a.b',
    `logs-endpoint.events.network-*, ${sysmon}`,
  ],
  [
    'category: process_creation, product: windows',
    'Image: a',
    `logs-endpoint.events.process-*, ${sysmon}, logs-system.security-*`,
  ],
  [
    'category: registry_set, product: windows',
    'TargetObject: a',
    `logs-endpoint.events.registry-*, ${sysmon}`,
  ],
  ['category: file_rename, product: windows', 'TargetFilename: a', 'logs-endpoint.events.file-*'],
  ['product: zeek, service: conn', 'id.resp_p: 22', 'logs-zeek.connection-*, filebeat-*'],
])('events of %s are read from where they are', (logsource, item, indices) => {
  const rule = `title: A\nlogsource: { ${logsource} }\ndetection: { a: { ${item} }, condition: a }\n`;
  const [query] = convert(readLibrary(rule), { backend: esql, pipelines });
  expect(query!.queryText).toContain(`FROM ${indices} METADATA`);
});

test.each([
  ['linux', 'ecs', '(NOT event.action : "fork" OR event.action : "exec")'],
  ['macos', 'ecs', '(event.action : "start" OR event.action : "exec")'],
  ['windows', 'elastic-defend', '(event.action : "start" OR event.action : "exec")'],
])(
  'what Elastic Defend merges on %s is found by each of its actions',
  async (product, name, code) => {
    const rule = `title: A\nlogsource: { product: ${product}, category: process_creation }\ndetection: { a: { Image: a }, condition: a }\n`;
    const given = await shippedPipelines(esql, [name]);
    const [query] = convert(readLibrary(rule), { backend: esql, pipelines: given });
    expect(query!.queryText).toContain(code);
  },
);

test('alternatives of several places are one search of all their indices', () => {
  const rule = `
title: A
logsource: { product: windows, category: process_creation }
detection:
  a: { EventID: 1, Image: kettle }
  b: { EventID: 4688, NewProcessName: kettle }
  condition: a or b
fields: [Image, CommandLine, ProcessName]
`;
  const [query] = convert(readLibrary(rule), { backend: esql, pipelines, compact: true });
  const { queryText, fidelity } = query!;
  expect(fidelity).toBe('exact');
  expect(queryText).toMatch(/^FROM logs-windows.sysmon_operational-\*.*, logs-system.security-\* /);
  expect(queryText).toMatch(
    / \| WHERE \(.*Sysmon.*\) OR \(winlog.channel == "Security" .*\) \| KEEP/s,
  );
  expect(queryText).toMatch(/, process.executable, process.command_line$/);
});

test('a field that no index may have is not among the results', () => {
  const rule = `
title: A
logsource: { product: windows, service: security }
detection: { a: { EventID: 4720 }, condition: a }
fields: [TargetUserName, KettleName]
`;
  const [query] = convert(readLibrary(rule), { backend: esql, pipelines, compact: true });
  expect(query!.queryText).toMatch(/\| KEEP .*@timestamp, winlog.event_data.TargetUserName$/);
  expect(query!.diagnostics.map((d) => d.code)).toContain('field-not-shown');
});

test.each([
  ['category: dns', 'query: a.b', 'logs-*, winlogbeat-*'],
  ['category: firewall', 'dst_port: 22', 'logs-*, winlogbeat-*'],
  ['product: windows', 'EventID: 22', 'logs-*, winlogbeat-*'],
  [
    'product: zeek, service: conn',
    'id.resp_p: 22',
    `${sysmon}, logs-zeek.connection-*, filebeat-*`,
  ],
])(
  'a correlation reads where the events of each rule are, those of %s too',
  (of, item, indices) => {
    const rules = `
title: A
name: a
logsource: { product: windows, service: sysmon }
detection: { a: { EventID: 22 }, condition: a }
---
title: B
name: b
logsource: { ${of} }
detection: { a: { ${item} }, condition: a }
---
title: C
correlation: { type: event_count, rules: [a, b], timespan: 5m, condition: { gte: 3 } }
`;
    const asked = { backend: esql, pipelines, format: 'siem_rule' };
    const [query] = convert(readLibrary(rules), asked);
    expect(query!.text).toContain(`FROM ${indices}\\n`);
    // Of a rule without indices, Kibana's setting says what it reads.
    const [inEql] = convert(readLibrary(rules), { ...asked, backend: eql });
    const isKnown = !indices.includes('logs-*');
    expect(JSON.parse(inEql!.text!).index).toEqual(isKnown ? indices.split(', ') : undefined);
  },
);
