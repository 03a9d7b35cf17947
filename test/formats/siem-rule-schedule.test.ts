import { expect, test } from 'vitest';
import { eql } from '../../backends/eql/index.js';
import { esql } from '../../backends/esql/index.js';
import type { Deployment } from '../../src/backend/deployment.js';
import { convert } from '../../src/convert/index.js';
import { readLibrary } from '../support/read-library.js';

const FAILED = `title: Failed
name: failed
logsource: {product: kettle}
detection: {s: {Result: failed}, condition: s}
`;

const COUNTED = `${FAILED}---
title: Counted
correlation:
  type: event_count
  rules: [failed]
  group-by: [User]
  timespan: 1h
  condition: {gte: 3}
`;

interface Scheduled {
  readonly query: string;
  readonly from: string;
  readonly interval: string;
}

function scheduled(text: string, backend: typeof esql, settings: Deployment): Scheduled {
  const deploy = { entries: [{ when: {}, settings }], custom: [] };
  const query = convert(readLibrary(text, { path: 'c.yml' }), {
    backend,
    format: 'siem_rule',
    deploy,
  }).at(-1)!;
  return JSON.parse(query.text!) as Scheduled;
}

// A run reads whole windows, and finds only those that end since the run before: what ES|QL aggregates
// is an alert in each run that finds it.
test.each<[settings: Deployment, from: string, minutes: number]>([
  [{}, 'now-69m', 9],
  [{ interval: 30 }, 'now-94m', 34],
  [{ interval: 15, lookback: 360 }, 'now-6h', 19],
  [{ lookback: 30 }, 'now-69m', 9],
])('a correlation of ES|QL with %j', (settings, from, minutes) => {
  const { query, ...rule } = scheduled(COUNTED, esql, settings);
  expect(rule.from).toBe(from);
  expect(query.split('\n').at(-1)).toBe(`| WHERE @timestamp > NOW() - ${minutes} minutes`);
});

test('EQL tells its sequences apart itself', () => {
  const { query, from } = scheduled(COUNTED, eql, { lookback: 30 });
  expect(from).toBe('now-69m');
  expect(query).not.toContain('NOW');
});

test.each<[settings: Deployment, from: string]>([
  [{ lookback: 7 }, 'now-7m'],
  [{ lookback: 3 }, 'now-5m'],
  [{ interval: 180, lookback: 10 }, 'now-3h'],
])('a rule about single events leaves none between its runs, with %j', (settings, from) => {
  const rule = scheduled(FAILED, esql, settings);
  expect(rule.from).toBe(from);
  expect(rule.query).not.toContain('NOW');
});
