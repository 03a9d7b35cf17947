import { expect, test } from 'vitest';
import { esql } from '../../../../backends/esql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { readLibrary } from '../../../support/read-library.js';

const RULES = `title: Failed logon
name: failed
logsource: { product: windows, service: security }
detection: { s: { EventID: 4625 }, condition: s }
---
title: Log cleared
name: cleared
logsource: { product: windows, service: security }
detection: { s: { EventID: 1102 }, condition: s }
---
title: Locked out
name: locked
logsource: { product: windows, service: security }
detection: { s: { EventID: 4740 }, condition: s }
---
title: Tool started
name: started
logsource: { product: windows, category: process_creation }
detection: { s: { Image|endswith: '\\tea.exe' }, condition: s }
---
title: Signed on
name: signed
logsource: { product: okta, service: okta }
detection: { s: { eventtype: user.session.start }, condition: s }
---
title: Object read
name: read
logsource: { product: aws, service: cloudtrail }
detection: { s: { eventName: GetObject }, condition: s }
---
title: Connected
name: connected
logsource: { product: windows, category: network_connection }
detection: { s: { DestinationPort: 22 }, condition: s }
---
title: Related
correlation:
`;

async function convertedTo(correlation: string, pipelines = true) {
  const text = `${RULES}${correlation.replace(/^/gm, '  ')}`;
  const library = readLibrary(text, { path: 'c.yml' });
  const options = { backend: esql, pipelines: pipelines ? await shippedPipelines(esql) : [] };
  return convert(library, options).at(-1)!;
}

test('rules of several places are one search of all their indices', async () => {
  const { text, fidelity } = await convertedTo(
    'type: temporal_ordered\nrules: [failed, signed, started]\ntimespan: 10m',
  );
  expect(fidelity).toBe('exact');
  const [from] = text!.split('\n');
  for (const index of [
    'logs-system.security-*',
    'logs-okta.system-*',
    'logs-endpoint.events.process-*',
  ]) {
    expect(from).toContain(index);
  }
});

test('what all searches call alike is written once, and without needless parentheses', async () => {
  const { text } = await convertedTo(
    [
      'type: temporal_ordered',
      'rules: [failed, cleared, locked]',
      'aliases:',
      '  who: { failed: TargetUserName, cleared: SubjectUserName, locked: TargetUserName }',
      'group-by: [Computer, who]',
      'timespan: 10m',
    ].join('\n'),
  );
  expect(text).toContain('Computer = winlog.computer_name, who = CASE(w_rule == 1, ');
  expect(text).toContain('locked = COUNT(*) WHERE w_rule == 1 AND event.code == "4740"');
  expect(text).toContain('(winlog.channel == "Security" AND event.code IN ("4625", "4740"))');
});

test('columns and counts are those of the rule that found the event', async () => {
  const { text, fidelity, diagnostics } = await convertedTo(
    [
      'type: temporal',
      'rules: [failed, started]',
      'aliases: { who: { failed: TargetUserName, started: User } }',
      'group-by: [who]',
      'timespan: 10m',
    ].join('\n'),
  );
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  expect(fidelity).toBe('exact');
  expect(text).toContain(
    'who = CASE(w_rule == 1, winlog.event_data.TargetUserName, CONCAT(user.domain, """\\""", user.name))',
  );
  expect(text).toContain('STATS failed = COUNT(*) WHERE w_rule == 1');
  // What the index is asked for before is tested of a row.
  expect(text).toMatch(/event\.category : "process"[^]*MV_CONCAT\(event\.category, "\|"\)/);
});

test('a field of unknown type, which only the index can be asked for, refuses it', async () => {
  const correlation = [
    'type: event_count',
    'rules: [failed, signed]',
    'aliases: { who: { failed: A, signed: B } }',
    'group-by: [who]',
    'timespan: 10m',
    'condition: { gte: 2 }',
  ].join('\n');
  const { text, diagnostics } = await convertedTo(correlation, false);
  expect(text).toBeNull();
  expect(diagnostics.map((d) => d.code)).toContain('esql-correlation-union');
});

test('what the events of a source have in common is read where it is stored, or refused', async () => {
  const { text, fidelity } = await convertedTo(
    'type: value_count\nrules: [failed, started]\ngroup-by: [Channel]\ntimespan: 10m\ncondition: { field: EventID, gte: 2 }',
  );
  expect(fidelity).toBe('exact');
  expect(text).toContain('Channel = winlog.channel, EventID = event.code');
  const { diagnostics } = await convertedTo(
    'type: event_count\nrules: [connected]\ngroup-by: [Initiated]\ntimespan: 10m\ncondition: { gte: 2 }',
  );
  expect(diagnostics.map((d) => d.code)).toContain('values-not-in-source');
});

test('of a chain, nothing is said but that it is refused', async () => {
  const inner = `title: Many
name: many
correlation: { type: event_count, rules: [failed], group-by: [TargetUserName], timespan: 5m, condition: { gte: 3 } }
---
`;
  const outer = `title: Many and more
correlation: { type: temporal, rules: [many, failed], group-by: [TargetUserName], timespan: 5m }
`;
  const text = `${RULES.slice(0, RULES.lastIndexOf('title:'))}${inner}${outer}`;
  const options = { backend: esql, pipelines: await shippedPipelines(esql) };
  const query = convert(readLibrary(text, { path: 'c.yml' }), options).at(-1)!;
  const said = query.diagnostics.map((d) => d.code);
  expect(said).toContain('esql-correlation-chain');
  expect(said).not.toContain('esql-unknown-column');
});

test('what is below a flattened field is no column', async () => {
  const { text, diagnostics } = await convertedTo(
    `type: value_count
rules: [read]
group-by: [userIdentity.arn]
timespan: 1h
condition: { field: requestParameters.bucketName, gte: 5 }`,
  );
  expect(text).toBe(null);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  expect(errors.map((d) => d.code)).toEqual(['esql-flattened-column']);
});

test('what is among other values is told by the name that the rule has', async () => {
  const { diagnostics } = await convertedTo(
    `type: event_count
rules: [read]
group-by: [userIdentity.userName]
timespan: 1h
condition: { gte: 5 }`,
  );
  const [error] = diagnostics.filter((d) => d.severity === 'error');
  expect(error?.code).toBe('esql-column-reading');
  expect(error?.message).toContain('`userIdentity.userName`');
});
