// The kinds of examples that the specification has of correlations and filters, in our own words: each
// is exact for KQL and Splunk.
// https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md
// https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-filters-specification.md
import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { readLibrary } from '../../support/read-library.js';

const LOGONS = `title: Logon failed
id: 0c5e7f0a-95be-4e37-9a9e-2d8f3b0f6c11
name: logon_failed
logsource: { product: windows, service: security }
detection: { logon: { EventID: [529, 4625] }, condition: logon }
---
title: Logon worked
name: logon_worked
logsource: { product: windows, service: security }
detection: { logon: { EventID: [528, 4624] }, condition: logon }
`;

const MANY = `title: Many logons failed
name: many_failed
correlation:
    type: event_count
    rules: [logon_failed]
    group-by: [User]
    timespan: 10m
    condition: { gte: 10 }
`;

const RECON = ['whoami', 'nltest', 'quser']
  .map(
    (tool) => `title: ${tool}
name: ran_${tool}
logsource: { product: windows, category: process_creation }
detection: { tool: { Image|endswith: '\\${tool}.exe' }, condition: tool }
`,
  )
  .join('---\n');

const WEB = `title: Web access
id: 7f4ad9d6-0f25-4f3a-9a53-2f0c3a5d7e21
name: web_access
logsource: { category: proxy }
detection: { page: { cs-host|endswith: .example }, condition: page }
`;

const ERRORS = `title: Server error
name: server_error
logsource: { category: webserver }
detection: { error: { http.response.status_code: 500 }, condition: error }
---
title: Connection
name: connection
logsource: { category: network_connection }
detection:
    flow: { event.category: network, event.type: connection, event.outcome: success }
    condition: flow
`;

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'so many events, by the id of their rule': [
    `title: Logons fail on a host
id: 5a0d0a52-5bb1-4e6c-a7b2-0d8b2f4c7a01
correlation:
    type: event_count
    rules:
        - 0c5e7f0a-95be-4e37-9a9e-2d8f3b0f6c11
    group-by:
        - ComputerName
    timespan: 1h
    condition:
        gte: 100
`,
    LOGONS,
  ],
  'a range of events': [MANY.replace('gte: 10', 'gt: 100, lte: 200'), LOGONS],
  'so many values': [
    `title: Logons of many users
correlation:
    type: value_count
    rules: [logon_failed]
    group-by: [ComputerName, WorkstationName]
    timespan: 1d
    condition: { field: User, gte: 100 }
`,
    LOGONS,
  ],
  'a sum': [
    `title: Much is sent
correlation:
    type: value_sum
    rules: [web_access]
    group-by: [SourceIP, User]
    timespan: 1h
    condition: { field: bytes_sent, gt: 1000000 }
`,
    WEB,
  ],
  'an average over a day': [
    `title: Much is sent each time
correlation:
    type: value_avg
    rules: [7f4ad9d6-0f25-4f3a-9a53-2f0c3a5d7e21]
    group-by: [SourceIP, User]
    timespan: 24h
    condition: { field: bytes_sent, gt: 500 }
`,
    WEB,
  ],
  'a share of names, without a percentile': [
    `title: A program that is hardly ever started
correlation:
    type: value_percentile
    rules: [ran_whoami, ran_nltest, ran_quser]
    group-by: [ComputerName]
    timespan: 24h
    condition: { field: Image, lte: 1 }
`,
    RECON,
  ],
  'a group of a taxonomy of its own': [
    `title: Many look-ups
taxonomy: ecs
correlation:
    type: event_count
    rules: [web_access]
    group-by: [dns.question.name]
    timespan: 1h
    condition: { gte: 100 }
`,
    WEB,
  ],
  'rules in any order': [
    `title: Reconnaissance
correlation:
    type: temporal
    rules: [ran_whoami, ran_nltest, ran_quser]
    group-by: [ComputerName, User]
    timespan: 5m
`,
    RECON,
  ],
  'a correlation, then a rule': [
    `title: Brute force that worked
status: experimental
correlation:
    type: temporal_ordered
    rules: [many_failed, logon_worked]
    group-by: [User]
    timespan: 10m
level: high
`,
    MANY,
    LOGONS,
  ],
  'two aliases that change places': [
    `title: Error after a connection
correlation:
    type: temporal
    rules: [server_error, connection]
    group-by: [inside, outside]
    timespan: 10s
    aliases:
        inside: { server_error: destination.ip, connection: source.ip }
        outside: { server_error: source.ip, connection: destination.ip }
`,
    ERRORS,
  ],
  'a filter of accounts': [
    `title: No administrators
logsource: { product: windows, service: security }
filter:
    rules: [0c5e7f0a-95be-4e37-9a9e-2d8f3b0f6c11, logon_worked]
    admin: { User|startswith: adm_ }
    condition: not admin
`,
    LOGONS,
  ],
};

test.each(Object.entries(EXAMPLES))('%s', (_, documents) => {
  const library = readLibrary(documents.join('---\n'), { path: 'example.yml' });
  const said = library.documents.flatMap((d) => d.diagnostics);
  expect([...said, ...library.diagnostics].filter((d) => d.severity === 'error')).toEqual([]);
  for (const backend of [kql, splunk]) {
    const options = backend === kql ? { table: 'Events' } : {};
    const queries = convert(library, { backend, options });
    expect(queries.map((q) => q.fidelity)).toEqual(queries.map(() => 'exact'));
    expect(queries[0]!.text).not.toBe(null);
  }
});

test('a filter without `not`, as in the example, narrows the rules and says so', () => {
  const filter = `title: Administrators
logsource: { product: windows, service: security }
filter:
    rules: [logon_worked]
    admin: { User|startswith: adm_ }
    condition: admin
`;
  const library = readLibrary([filter, LOGONS].join('---\n'), { path: 'example.yml' });
  expect(library.diagnostics.map((d) => d.code)).toContain('filter-without-negation');
  const [, worked] = convert(library, { backend: splunk });
  expect(worked).toMatchObject({
    fidelity: 'exact',
    text: 'EventID IN (528, 4624) User="adm_*"',
  });
});
