import { expect, test } from 'vitest';
import { esql } from '../../../../backends/esql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { readLibrary } from '../../../read-library.js';

const pipelines = await shippedPipelines(esql, ['ecs']);

test.each([
  ['category: firewall', 'dst_port: 22', 'logs-*'],
  ['category: firewall, product: paloalto', 'dst_port: 22', 'logs-*'],
  [
    'category: network_connection, product: windows',
    'DestinationPort: 22',
    'logs-endpoint.events.network-*',
  ],
  ['category: dns_query, product: windows', 'QueryName: a.b', 'logs-endpoint.events.network-*'],
  ['product: zeek, service: conn', 'id.resp_p: 22', 'logs-zeek.connection-*, filebeat-*'],
])('events of %s are read from where they are', (logsource, item, indices) => {
  const rule = `title: A\nlogsource: { ${logsource} }\ndetection: { a: { ${item} }, condition: a }\n`;
  const [query] = convert(readLibrary(rule), { backend: esql, pipelines });
  expect(query!.queryText).toContain(`FROM ${indices} METADATA`);
});
