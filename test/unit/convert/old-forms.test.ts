// Aggregations as they are found in public rules, in our own words: each converts, or says why not.
import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { readLibrary } from '../../support/read-library.js';

function ruleWith(condition: string, timeframe: string | null): string {
  return `title: Old form
logsource: { product: windows, service: security }
detection:
  login: { EventID: 4625 }
  lockout: { EventID: 4740 }
  machine: { TargetUserName|endswith: $ }
  words: [denied, refused]
${timeframe === null ? '' : `  timeframe: ${timeframe}\n`}  condition: ${condition}
`;
}

/** The test at the end of each query; of a rule that is refused, why. */
function outcome(condition: string, timeframe: string | null = '15m'): readonly string[] {
  const library = readLibrary(ruleWith(condition, timeframe), { path: 'rule.yml' });
  const refused = library.diagnostics.find((d) => d.severity === 'error');
  const queries = [kql, splunk].flatMap((backend) =>
    convert(library, { backend, options: backend === kql ? { table: 'T' } : {} }),
  );
  if (refused) {
    expect(queries.map((q) => q.text)).toEqual([null, null]);
    return [refused.code];
  }
  return queries.map(({ text, fidelity }) => {
    expect(fidelity).toBe('exact');
    // So many events are within the time frame where the row so many before is.
    const back = /since = .*prev\(TimeGenerated, (\d+)\)/.exec(text!);
    if (back) return `where event_count >= ${Number(back[1]) + 1}`;
    return text!.split('\n').at(-1)!.replace(/^\| /, '');
  });
}

test.each([
  ['login | count() > 5', 'event_count > 5'],
  ['login | count() >= 5', 'event_count >= 5'],
  ['login | count() < 3', 'event_count < 3'],
  ['login | count() == 5', 'event_count == 5'],
  ['login | count() = 5', 'event_count == 5'],
  ['login | count() by TargetUserName > 10', 'event_count > 10'],
  ['login | count(TargetUserName) > 10', 'value_count > 10'],
  ['login | count(TargetUserName) by IpAddress > 10', 'value_count > 10'],
  ['login and not machine | count() by IpAddress, Computer > 30', 'event_count > 30'],
  ['(login or lockout) and not machine | count() by Computer >= 4', 'event_count >= 4'],
  ['1 of log* | count(Computer) by TargetUserName > 2', 'value_count > 2'],
  ['login | sum(Attempts) by IpAddress > 100', 'numbers >= 1 and value_sum > 100'],
  ['login | avg(Attempts) > 2.5', 'numbers >= 1 and value_sum / numbers > 2.5'],
  ['login | min(Attempts) by IpAddress >= 7', 'numbers >= 1 and below_7 < 1'],
  ['login | max(Attempts) by IpAddress < 7', 'numbers >= 1 and below_7 >= numbers'],
  ['login | COUNT() BY IpAddress > 5', 'event_count > 5'],
  ['login|count(  TargetUserName )  by   IpAddress>5', 'value_count > 5'],
  ['login and machine | count() by Computer > 2', 'event_count > 2'],
  ['login or lockout | count() > 100', 'event_count > 100'],
  ['login and not 1 of mach* | count() by Computer >= 50', 'event_count >= 50'],
  ['all of log* | count() <= 2', 'event_count <= 2'],
  ['1 of them | count() by Computer > 9', 'event_count > 9'],
  ['lockout | count(Computer) by SubjectUserName, IpAddress == 2', 'value_count == 2'],
  ['login | count(IpAddress) by TargetUserName >= 3', 'value_count >= 3'],
  ['login | sum(Bytes) by Computer, IpAddress >= 1000000', 'numbers >= 1 and value_sum >= 1000000'],
  ['login | avg(Bytes) by Computer < 0.5', 'numbers >= 1 and value_sum / numbers < 0.5'],
  ['login | min(Port) < 1024', 'numbers >= 1 and below_1024 >= 1'],
  ['login | max(Port) >= 60000', 'numbers >= 1 and below_60000 < numbers'],
  ['login | count(c-uri) by c-ip > 5', 'value_count > 5'],
  ['login | count(dns.question.name) by source.ip >= 100', 'value_count >= 100'],
  ['login | count(*) by Computer > 2', 'event_count > 2'],
  ['login | count() by Computer != 3', 'event_count != 3'],
  ['not machine | count() by Computer < 2', 'event_count < 2'],
  ['login | count() by Computer, TargetUserName , IpAddress > 5', 'event_count > 5'],
  ['words | count() by Computer > 30', 'event_count > 30'],
  ['words and not (login or lockout) | count(Process) < 5', 'value_count < 5'],
])('%s', (condition, held) => {
  const spl = held.replace(/ ([!<>=/]+) /g, '$1').replaceAll(' and ', ' AND ');
  const kusto = held.replace(/^event_count > (\d+)$/, (_, n) => `event_count >= ${Number(n) + 1}`);
  expect(outcome(condition)).toEqual([`where ${kusto}`, `where ${spl}`]);
});

test('near asks that each identifier has an event, or that one has none', () => {
  expect(outcome('login | near lockout')).toEqual([
    'where TimeGenerated - last_rule_1 <= 15m and TimeGenerated - last_rule_2 <= 15m',
    'where _time-last_rule_1<=900 AND _time-last_rule_2<=900',
  ]);
  expect(outcome('login | near lockout and not machine')).toEqual([
    'where TimeGenerated - last_rule_1 <= 15m and TimeGenerated - last_rule_2 <= 15m and TimeGenerated - last_rule_3 > 15m',
    'where _time-last_rule_1<=900 AND _time-last_rule_2<=900 AND (isnull(last_rule_3) OR _time-last_rule_3>900)',
  ]);
});

test('near takes several identifiers', () => {
  const [kusto, spl] = outcome('login | near lockout and machine');
  expect(kusto!.match(/last_rule_\d <= 15m/g)).toHaveLength(3);
  expect(spl!.match(/last_rule_\d<=900/g)).toHaveLength(3);
});

test.each([
  ['login | near 1 of mach*', 2],
  ['login and not machine | near lockout', 2],
  ['login | near (lockout or machine)', 3],
  ['login | near words', 2],
])('%s asks about %i kinds of events', (condition, kinds) => {
  for (const query of outcome(condition)) expect(query.match(/last_rule_\d/g)).toHaveLength(kinds);
});

test.each([
  ['45s', '45'],
  ['6h', '21600'],
  ['2d', '172800'],
  ['15 min', '900', '15m'],
  ['1 hour', '3600', '1h'],
])('a time frame of %s', (timeframe, seconds, read = timeframe) => {
  const [kusto, spl] = outcome('login | near lockout', timeframe);
  expect(kusto).toContain(`last_rule_1 <= ${read}`);
  expect(spl).toContain(`_time-last_rule_1<=${seconds}`);
});

test('of several conditions each is a query', () => {
  expect(outcome('[login | count() > 5, lockout]')).toEqual([
    'where event_count >= 6',
    'where EventID == 4740',
    'where event_count>5',
    'EventID=4740',
  ]);
});

test.each([
  ['logon | count() > 5', '15m', 'undefined-identifier'],
  ['login | count() by TargetUserName', '15m', 'aggregation-syntax'],
  ['login | count() > many', '15m', 'aggregation-syntax'],
  ['login | count() > 5', null, 'aggregation-without-timeframe'],
  ['login | near lockout', null, 'aggregation-without-timeframe'],
  ['login | count() > 5', 'soon', 'bad-timeframe'],
])('%s within %s is refused', (condition, timeframe, code) => {
  expect(outcome(condition, timeframe)).toEqual([code]);
});
