import { describe, expect, test } from 'vitest';
import { MatchEvent } from '../../../../src/match/event.js';
import { timeOf } from '../../../../src/match/correlation/event-time.js';
import { matchStream } from '../../../../src/match/stream.js';
import type { StreamOptions } from '../../../../src/match/stream.js';
import { link } from '../../../../src/model/linking/library.js';
import { parse } from '../../../../src/model/parse.js';

const RULES = `title: Failed
name: failed
logsource: {product: kettle}
detection:
  s: {Result: failed}
  condition: s
---
title: Opened
name: opened
logsource: {product: kettle}
detection:
  s: {Result: opened}
  condition: s
`;

type Event = Readonly<Record<string, unknown>>;

/** Where each match ends, by the title of its rule. */
function run(text: string, events: readonly Event[], options: StreamOptions = {}) {
  const library = link(parse(text, { path: 'c.yml' }).documents);
  expect(library.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const stream = matchStream<number>(library, options);
  const plain: string[] = [];
  const findings: string[] = [];
  const found = events.flatMap((event, i) => {
    const { matches, correlations, finding } = stream.push(event, i);
    plain.push(...matches.map((m) => `${m.document.heading.title} at ${i}`));
    if (finding) findings.push(finding.code);
    return correlations;
  });
  found.push(...stream.end());
  const correlations = found.map(
    ({ document, events: of }) => `${document.heading.title} at ${of.join(' ')}`,
  );
  return { plain, correlations, findings };
}

const at = (second: number, rest: Event): Event => ({ _time: 1e9 + second, ...rest });
const failed = (second: number, user = 'x'): Event => at(second, { Result: 'failed', User: user });
const opened = (second: number, user = 'x'): Event => at(second, { Result: 'opened', User: user });

const MANY = `---
title: Many failed
name: many
correlation:
  type: event_count
  rules: [failed]
  group-by: [User]
  timespan: 10s
  condition: {gte: 3}
`;

describe('correlations over a stream', () => {
  test('a window slides, and both of its ends count', () => {
    const events = [failed(9), failed(12), failed(19), failed(20), failed(22)];
    expect(run(RULES + MANY, events).correlations).toEqual([
      'Many failed at 0 1 2',
      'Many failed at 1 2 3',
      'Many failed at 1 2 3 4',
    ]);
  });

  test('rules that only serve a correlation are not told, others are', () => {
    const { plain } = run(RULES + MANY, [failed(1), opened(2)]);
    expect(plain).toEqual(['Opened at 1']);
    const generating = MANY.replace('  type', '  generate: true\n  type');
    expect(run(RULES + generating, [failed(1)]).plain).toEqual(['Failed at 0']);
  });

  test('a correlation of a correlation has its group and the time of its last event', () => {
    const chain = `${RULES}${MANY}---
title: Got in
correlation:
  type: temporal_ordered
  rules: [many, opened]
  group-by: [User]
  timespan: 1m
`;
    const events = [failed(1), failed(2, 'y'), failed(3), failed(4), opened(30, 'y'), opened(64)];
    expect(run(chain, events).correlations).toEqual(['Got in at 0 2 3 5']);
    expect(run(chain, [...events.slice(0, 5), opened(65)]).correlations).toEqual([]);
  });

  test('an aggregation in a condition is a correlation', () => {
    const old = `title: Old
logsource: {product: kettle}
detection:
  s: {Result: failed}
  timeframe: 10s
  condition: s | count(Lid) by User > 1
`;
    const lids = ['a', 'a', 'b'].map((Lid, i) => ({ ...failed(i), Lid }));
    expect(run(old, lids)).toMatchObject({ plain: [], correlations: ['Old at 0 1 2'] });
  });

  test('events may come late, within bounds', () => {
    const events = [failed(20), failed(12), failed(11), failed(3)];
    const { correlations, findings } = run(RULES + MANY, events, { lateness: 10_000 });
    expect(correlations).toEqual(['Many failed at 2 1 0']);
    expect(findings).toEqual(['event-too-late']);
  });

  test('an event without a time is told, and counts in no window', () => {
    const timeless = { Result: 'failed', User: 'x' };
    const { correlations, findings } = run(RULES + MANY, [failed(1), timeless, failed(2)]);
    expect(correlations).toEqual([]);
    expect(findings).toEqual(['event-without-time']);
  });

  test('groups whose windows are empty are forgotten', () => {
    const library = link(parse(RULES + MANY, { path: 'c.yml' }).documents);
    const stream = matchStream<number>(library, { lateness: 0 });
    let found = 0;
    for (let i = 0; i < 50_000; i++) {
      found += stream.push(failed(i * 11, `user ${i}`), i).correlations.length;
    }
    expect(found + stream.end().length).toBe(0);
  });
});

describe('the time of an event', () => {
  test.each([
    [{ '@timestamp': '2025-01-02T03:04:05.678Z' }],
    [{ TimeGenerated: '2025-01-02T05:04:05.678+02:00' }],
    [{ _time: '2025-01-02 05:04:05.678+02' }],
    [{ '@timestamp': 'Jan 2, 2025 @ 03:04:05.678' }],
    [{ time: '20250102030405.678Z' }],
    [{ time: '20250102T030405.678+0000' }],
    [{ Timestamp: '1/2/2025, 3:04:05.678 AM' }],
    [{ _time: '1735787045.678' }],
    [{ UtcTime: '2025-01-02 03:04:05.678' }],
    [{ ts: 1735787045.678 }],
    [{ timestamp: 1735787045678 }],
    [
      {
        Event: {
          System: { TimeCreated: { '#attributes': { SystemTime: '2025-01-02T03:04:05.678Z' } } },
          EventData: {},
        },
      },
    ],
    [{ CreationTime: '/Date(1735787045678)/' }],
    [
      {
        Event: {
          System: { TimeCreated_attributes: { SystemTime: '2025-01-02T03:04:05.678Z' } },
          EventData: {},
        },
      },
    ],
    [{ System: { TimeCreated: { SystemTime: 1735787045.678 } }, EventData: {} }],
    [{ 'TimeGenerated [UTC]': '1/2/2025, 3:04:05.678 AM' }],
    [{ kind: 'Event', requestReceivedTimestamp: '2025-01-02T03:04:05.678000Z' }],
    [{ __REALTIME_TIMESTAMP: '1735787045678000' }],
    [{ id: { time: '2025-01-02T03:04:05.678Z' }, actor: {} }],
    [{ date: '2025-01-02', time: '03:04:05.678' }],
    [{ date: '2025-01-02', time: '05:04:05', eventtime: '1735787045678000000' }],
    [{ type: 'EXECVE', msg: 'audit(1735787045.678:45): argc=1' }],
    [{ TimeCreated: '133802606456780000' }],
    [{ Timestamp: 'Jan 2, 2025 3:04:05.678 AM' }],
    [{ timestamp: '2025/01/02 03:04:05.678' }],
  ])('%j', (json) => {
    const event = new MatchEvent(json);
    expect(timeOf((name) => event.field(name))).toBeCloseTo(1735787045678, 0);
  });

  test.each([
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2024-12-31T23:59:60Z', '2025-01-01T00:00:00.000Z'],
    ['2024-12-30 24:00:00', '2024-12-31T00:00:00.000Z'],
    ['02/Jan/2025:05:04:05 +0200', '2025-01-02T03:04:05.000Z'],
    ['Thu, 02 Jan 2025 03:04:05 GMT', '2025-01-02T03:04:05.000Z'],
    ['Thu Jan  2 03:04:05 2025', '2025-01-02T03:04:05.000Z'],
    ['Thu Jan  2 03:04:05 UTC 2025', '2025-01-02T03:04:05.000Z'],
    [20250102030405, '2025-01-02T03:04:05.000Z'],
    ['20250102030405', '2025-01-02T03:04:05.000Z'],
    // No month has this number, so these are milliseconds.
    ['20251302030405', new Date(20251302030405).toISOString()],
  ])('%s is %s', (written, time) => {
    const event = new MatchEvent({ time: written });
    expect(timeOf((name) => event.field(name))).toBe(Date.parse(time));
  });

  test.each([
    [{}],
    [{ time: 'noon' }],
    [{ _time: null }],
    [{ _time: {} }],
    [{ _time: '' }],
    [{ time: '2023-02-29T00:00:00Z' }],
    [{ time: '2024-04-31 00:00:00' }],
    [{ time: '2024-13-01T00:00:00Z' }],
    [{ time: '2024-01-01T25:00:00Z' }],
    [{ time: '2/30/2024, 3:04:05.678 AM' }],
    [{ msg: 'audit(noon)' }],
    [{ time: 'Kettle 1, 2025 @ 03:04:05.678' }],
    [{ time: 'Ket 1, 2025 @ 03:04:05.678' }],
  ])('none in %j', (json) => {
    const event = new MatchEvent(json);
    expect(timeOf((name) => event.field(name))).toBe(null);
  });
});
