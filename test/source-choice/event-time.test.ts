import { describe, expect, test } from 'vitest';
import { ALL, errors, PROCESS, query } from './ask.js';
import type { TargetName } from './ask.js';

/* The header of an event of Windows has a time, which stores keep in a field of theirs. */

const READ: readonly (readonly [TargetName, string])[] = [
  ['kql', 'datetime_part("hour", TimeGenerated) == 3'],
  ['splunk', 'floor(_time / 3600) % 24 == 3'],
  ['esql', 'DATE_EXTRACT("hour_of_day", @timestamp) == 3'],
];

const LOGS: readonly (readonly [object, object])[] = [
  [PROCESS, {}],
  [{ product: 'windows', service: 'security' }, { EventID: 4624 }],
  [{ product: 'windows', service: 'system' }, { EventID: 7045 }],
  [{ product: 'windows', service: 'sysmon' }, { EventID: 3 }],
  [{ product: 'windows', service: 'powershell' }, { EventID: 4104 }],
  [{ product: 'windows', service: 'taskscheduler' }, { EventID: 106 }],
  [{ product: 'windows', service: 'windefend' }, { EventID: 1116 }],
  [{ product: 'windows', service: 'applocker' }, { EventID: 8004 }],
];

describe.each(READ)("the time of an event's header, in %s", (target, read) => {
  test.each(LOGS)('%j %j', (logsource, also) => {
    for (const name of ['TimeCreated', 'timecreated', 'SystemTime']) {
      const detection = { s: { ...also, [`${name}|hour`]: 3 }, condition: 's' };
      expect(query(target, logsource, detection)).toContain(read);
    }
  });
});

test('is not a string in any store', () => {
  for (const target of ALL) {
    for (const asked of [{ TimeCreated: '2026-01-31*' }, { 'TimeCreated|re': 'T0[0-5]:' }]) {
      const detection = { s: { EventID: 4624, ...asked }, condition: 's' };
      const [error] = errors(target, { product: 'windows', service: 'security' }, detection);
      expect([error!.code, error!.message]).toEqual([
        'value-not-in-source',
        expect.stringContaining('only parts of the time, as in `|hour`'),
      ]);
    }
  }
});
