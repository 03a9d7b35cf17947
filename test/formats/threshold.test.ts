import { describe, expect, test } from 'vitest';
import { dsl } from '../../backends/dsl/index.js';
import { lucene } from '../../backends/lucene/index.js';
import type { Deployment } from '../../src/backend/deployment.js';
import { convert } from '../../src/convert/index.js';
import { matchStream } from '../../src/match/stream.js';
import { shippedPipelines } from '../../src/pipeline/shipped.js';
import { positionAt } from '../../src/source/span.js';
import { readLibrary } from '../support/read-library.js';

const RULES = `title: Failed
name: failed
logsource: {product: kettle}
detection: {s: {Result: failed}, condition: s}
---
title: Locked
name: locked
logsource: {product: kettle}
detection: {s: {Result: locked}, condition: s}
---
title: Correlated
correlation:
`;

interface ThresholdRule {
  readonly type: string;
  readonly query: string;
  readonly from: string;
  readonly interval: string;
  readonly timestamp_override?: string;
  readonly threshold: {
    readonly field: readonly string[];
    readonly value: number;
    readonly cardinality?: readonly { readonly field: string; readonly value: number }[];
  };
}

function converted(correlation: string, backend = lucene, settings: Deployment = {}) {
  const library = readLibrary(`${RULES}${correlation.replace(/^/gm, '  ')}`, { path: 'c.yml' });
  expect(library.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const deploy = { entries: [{ when: {}, settings }], custom: [] };
  const query = convert(library, { backend, format: 'siem_rule', deploy }).at(-1)!;
  const rule = query.text === null ? null : (JSON.parse(query.text) as ThresholdRule);
  return { library, query, rule };
}

const correlation = (type: string, condition: string, more = '') =>
  `type: ${type}\nrules: [failed, locked]\ngroup-by: [User]\ntimespan: 10m\ncondition: ${condition}\n${more}`;

describe('a correlation that only counts is a threshold rule', () => {
  test.each([
    ['event_count', '{gte: 5}', { field: ['User'], value: 5 }],
    ['event_count', '{gt: 5}', { field: ['User'], value: 6 }],
    ['event_count', '{gt: 2.5}', { field: ['User'], value: 3 }],
    ['event_count', '{gte: 0}', { field: ['User'], value: 1 }],
    [
      'value_count',
      '{gte: 4, field: Host}',
      { field: ['User'], value: 1, cardinality: [{ field: 'Host', value: 4 }] },
    ],
  ])('%s of %s', (type, condition, threshold) => {
    for (const backend of [lucene, dsl]) {
      const { rule, query } = converted(correlation(type, condition), backend);
      expect(rule).toMatchObject({ type: 'threshold', threshold, from: 'now-600s' });
      expect(rule!.interval).toBe('5m');
      expect(rule).not.toHaveProperty('timestamp_override');
      expect(query.fidelity).toBe('approximate');
      expect(query.diagnostics.map((d) => d.code)).toContain('correlation-threshold');
    }
  });

  const connected = (field: string) =>
    readLibrary(
      `title: Connected
name: connected
logsource: {product: windows, category: network_connection}
detection: {s: {Image|endswith: '\\kettle.exe'}, condition: s}
---
title: Correlated
correlation:
  type: value_count
  rules: [connected]
  group-by: [DestinationIp, User]
  timespan: 10m
  condition: {gte: 4, field: ${field}}
`,
      { path: 'c.yml' },
    );

  test('a field that two fields make is both of them', async () => {
    for (const backend of [lucene, dsl]) {
      const pipelines = await shippedPipelines(backend);
      const options = { backend, pipelines, format: 'siem_rule' };
      const query = convert(connected('DestinationPort'), options).at(-1)!;
      expect(JSON.parse(query.text!)).toMatchObject({
        threshold: { field: ['destination.ip', 'user.domain', 'user.name'], value: 1 },
      });
    }
  });

  test('values of fields that no event has as such are refused where they are named', async () => {
    for (const backend of [lucene, dsl]) {
      const pipelines = await shippedPipelines(backend);
      const options = { backend, pipelines, format: 'siem_rule' };
      const query = convert(connected('User'), options).at(-1)!;
      expect(query.fidelity).toBe('refused');
      const errors = query.diagnostics.filter((d) => d.severity === 'error');
      expect(
        errors.map((d) => `${d.code} ${positionAt(d.span!.file, d.span!.start).line}`),
      ).toEqual(['threshold-field 12']);
    }
  });

  test('one that looks back for less than it waits runs more often', () => {
    const { rule } = converted(correlation('event_count', '{gte: 5}').replace('10m', '150s'));
    expect(rule).toMatchObject({ from: 'now-150s', interval: '2m' });
  });

  test('a lookback that is set does not change what is counted', () => {
    const text = correlation('event_count', '{gte: 5}');
    const { rule, query } = converted(text, lucene, { lookback: 60, interval: 3 });
    expect(rule).toMatchObject({ from: 'now-600s', interval: '3m' });
    expect(query.limits.map((l) => l.code)).toEqual(['elastic-threshold-lookback']);
  });

  test.each([
    ['a range', correlation('event_count', '{gte: 5, lt: 9}')],
    ['less than a number', correlation('event_count', '{lt: 5}')],
    ['values of two fields', correlation('value_count', '{gte: 4, field: [Host, Port]}')],
    ['a sum', correlation('value_sum', '{gte: 4, field: Bytes}')],
    [
      'an order',
      'type: temporal_ordered\nrules: [failed, locked]\ngroup-by: [User]\ntimespan: 10m\n',
    ],
  ])('%s is not one', (_, text) => {
    const { rule, query } = converted(text);
    expect(rule).toBeNull();
    expect(query.diagnostics.map((d) => d.code)).toContain('unsupported-correlation');
  });

  test('fields of other names are not one', () => {
    const aliases = 'aliases: {who: {failed: User, locked: Account}}\n';
    const text = correlation('event_count', '{gte: 5}', aliases).replace('[User]', '[who]');
    const { rule, query } = converted(text);
    expect(rule).toBeNull();
    expect(query.diagnostics.map((d) => d.code)).toContain('threshold-field');
  });

  test('other formats have none', () => {
    const { library } = converted(correlation('event_count', '{gte: 5}'));
    expect(convert(library, { backend: lucene }).at(-1)!.fidelity).toBe('refused');
  });
});

/** Whether the rule, run again and again, ever finds its threshold reached. */
function finds(rule: ThresholdRule, times: readonly number[]): boolean {
  const reach = Number(/\d+/.exec(rule.from)![0]);
  const every = Number(/\d+/.exec(rule.interval)![0]) * 60;
  for (let now = 0; now <= 7200; now += every) {
    const counted = times.filter((t) => t >= now - reach && t <= now);
    if (counted.length >= rule.threshold.value) return true;
  }
  return false;
}

function matches(text: string, times: readonly number[]): boolean {
  const { library } = converted(text);
  const stream = matchStream<number>(library);
  const events = times.map((t) => ({ _time: 1e9 + t, Result: 'failed', User: 'x' }));
  const found = events.flatMap((event, i) => stream.push(event, i).correlations);
  return found.length > 0 || stream.end().length > 0;
}

test('it finds nothing that the correlation does not, and may miss what it does', () => {
  const text = correlation('event_count', '{gte: 5}');
  const rule = converted(text).rule!;
  // Within ten minutes, but no run looks back at all of them: one is at 900 seconds, from 300 on.
  const missed = [299, 400, 500, 600, 898];
  expect([matches(text, missed), finds(rule, missed)]).toEqual([true, false]);
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  let reached = 0;
  for (let i = 0; i < 300; i++) {
    const times = Array.from({ length: 10 }, () => Math.floor(random() * 3600)).sort(
      (a, b) => a - b,
    );
    if (!finds(rule, times)) continue;
    reached++;
    expect(matches(text, times), String(times)).toBe(true);
  }
  expect(reached).toBeGreaterThan(20);
});
