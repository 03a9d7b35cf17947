import { expect, test } from 'vitest';
import { kql } from '../../backends/kql/index.js';
import type { Deployment } from '../../src/backend/deployment.js';
import { convert } from '../../src/convert/index.js';
import { positionAt } from '../../src/source/span.js';
import { readLibrary } from '../support/read-library.js';

const RULE = `title: Failed
name: failed
logsource: {product: kettle}
detection: {s: {Result: failed}, condition: s}
`;

const counted = (timespan: string): string => `${RULE}---
title: Counted
correlation:
  type: event_count
  rules: [failed]
  group-by: [User]
  timespan: ${timespan}
  condition: {gte: 3}
`;

const HOUR = 60;
const DAY = 24 * HOUR;

// As Microsoft's validator of templates has it, and the page about scheduled rules.
test.each<[rule: string, settings: Deployment, format: string, told: string]>([
  [counted('2d'), {}, 'sentinel', ''],
  [counted('47h'), { interval: 15 }, 'sentinel', ''],
  [counted('2d'), { interval: 15 }, 'sentinel', 'kql-sentinel-interval 12 the timespan of'],
  [counted('2d'), { interval: 15 }, 'sentinel_arm', 'kql-sentinel-interval 12 the timespan of'],
  [counted('2d'), { interval: 15 }, 'xdr_detection', ''],
  [RULE, { interval: 30, lookback: 2 * DAY }, 'sentinel', 'kql-sentinel-interval 3 the deploy'],
  [RULE, { interval: HOUR, lookback: 2 * DAY }, 'sentinel', ''],
  [RULE, { lookback: 15 * DAY }, 'sentinel', 'kql-sentinel-period 3 the deploy'],
  [counted('15d'), {}, 'sentinel', 'kql-sentinel-period 12 the timespan of'],
  [counted('1d'), { lookback: 15 * DAY }, 'sentinel', 'kql-sentinel-period 12 the deploy'],
  [
    counted('20d'),
    { interval: 30, throttle: 2 * DAY },
    'sentinel',
    'kql-sentinel-period 12 the timespan of; kql-sentinel-interval 12 the timespan of; kql-sentinel-throttle 12 24 hours',
  ],
  [counted('40d'), { interval: 1 }, 'xdr_detection', 'kql-interval 12; kql-xdr-lookback 12 the'],
  [RULE, { throttle: 30 }, 'sentinel', 'kql-sentinel-throttle 3 its interval (1h)'],
  [RULE, { throttle: 2 * DAY }, 'sentinel_arm', 'kql-sentinel-throttle 3 24 hours'],
  [RULE, { throttle: HOUR }, 'sentinel', ''],
  [RULE, { throttle: DAY }, 'sentinel', ''],
])('%s with %j for %s: %s', (rule, settings, format, told) => {
  const library = readLibrary(rule, { path: 'r.yml' });
  const deploy = { entries: [{ when: {}, settings }], custom: [] };
  const options = { table: 'Kettle_CL' };
  const query = convert(library, { backend: kql, format, options, deploy }).at(-1)!;
  const limits = query.limits.filter((l) => l.code !== 'kql-xdr-asset');
  const expected = told === '' ? [] : told.split('; ').map((t) => t.split(' '));
  const places = limits.map(({ code, span }) => [
    code,
    String(positionAt(span!.file, span!.start).line),
  ]);
  expect(places).toEqual(expected.map((e) => e.slice(0, 2)));
  expected.forEach(([, , ...words], i) => expect(limits[i]!.message).toContain(words.join(' ')));
});
