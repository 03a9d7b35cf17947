import { expect, test } from 'vitest';
import { lucene } from '../../backends/lucene/index.js';
import { convert } from '../../src/convert/index.js';
import { shippedPipelines } from '../../src/pipeline/shipped.js';
import { readLibrary } from '../support/read-library.js';

const pipelines = await shippedPipelines(lucene);

interface RequiringRule {
  readonly required_fields: readonly { readonly name: string; readonly type: string }[];
}

function required(rules: string): readonly string[] {
  const library = readLibrary(rules, { path: 'rule.yml' });
  const query = convert(library, { backend: lucene, format: 'siem_rule', pipelines }).at(-1)!;
  const { required_fields } = JSON.parse(query.text!) as RequiringRule;
  return required_fields.map(({ name, type }) => `${name} ${type}`);
}

test('a detection rule requires the fields that it groups and counts by', () => {
  const fields = required(`title: Failed
name: failed
logsource: {product: okta, service: okta}
detection: {s: {eventType: user.session.start}, condition: s}
---
title: Many
correlation:
  type: value_count
  rules: [failed]
  group-by: [client.ipAddress]
  timespan: 10m
  condition: {gte: 5, field: actor.alternateId}
`);
  expect(fields).toEqual([
    'event.dataset keyword',
    'okta.actor.alternate_id keyword',
    'okta.client.ip ip',
    'okta.event_type keyword',
  ]);
});

test('of a field that is read out of others, those are required', () => {
  const fields = required(`title: Signed in
logsource: {product: windows, service: security}
detection:
  s: {EventID: 4624, ProcessName|endswith: kettle.exe, EventData|contains: boil}
  condition: s
`);
  expect(fields).toEqual([
    'event.code keyword',
    'message match_only_text',
    'process.executable keyword',
    'winlog.channel keyword',
    'winlog.event_data.ProcessName keyword',
  ]);
});
