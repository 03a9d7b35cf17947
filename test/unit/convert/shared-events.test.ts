import { expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { defaultsOf } from '../../support/defaults.js';
import { readLibrary } from '../../support/read-library.js';

const settings = (await defaultsOf([splunk])).get('splunk')!;

const RULES = `title: Connection
name: connection
logsource: { product: windows, category: network_connection }
detection: { a: { DestinationPort: 445 }, condition: a }
---
title: Traffic
name: traffic
logsource: { category: firewall }
detection: { a: { dst_port: 445 }, condition: a }
---
title: Logon
name: logon
logsource: { product: windows, service: security }
detection: { a: { EventID: 4624 }, condition: a }
`;

/** Events of Sysmon have the tags of the data model, too: several of them, each a value of `tag`. */
function queryOf(rules: string, aliases: string) {
  const body = `rules: [${rules}], group-by: [from], aliases: { from: {${aliases}} }`;
  const correlation = `type: event_count, ${body}, timespan: 5m, condition: { gte: 3 }`;
  const text = `${RULES}---\ntitle: Many\ncorrelation: { ${correlation} }\n`;
  const { text: query, diagnostics } = convert(readLibrary(text), settings).at(-1)!;
  return { query: query!, codes: diagnostics.map((d) => d.code) };
}

test('an event that is found by its source and by its tags counts once', () => {
  const { query, codes } = queryOf('connection, traffic', 'connection: SourceIp, traffic: src_ip');
  expect(query).toContain('w_twin_0=if(');
  expect(query).toContain('EventCode==3');
  expect(codes).not.toContain('correlation-counts-twice');
});

test('or it is told that it counts twice', () => {
  const { codes } = queryOf('traffic, connection', 'traffic: src_ip, connection: SourceIp');
  expect(codes).toContain('correlation-counts-twice');
});

test('an event of another channel is not counted for both', () => {
  const { query, codes } = queryOf('connection, logon', 'connection: SourceIp, logon: IpAddress');
  expect(query).not.toContain('w_twin_0');
  expect(codes).not.toContain('correlation-counts-twice');
});
