import { describe, expect, test } from 'vitest';
import { lucene } from '../../../../backends/lucene/index.js';
import { splunk } from '../../../../backends/splunk/index.js';
import { matchStream } from '../../../../src/match/stream.js';
import { loadPipeline } from '../../../../src/pipeline/load.js';
import { publishedTables, shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { readLibrary } from '../../../support/read-library.js';

type Event = Readonly<Record<string, unknown>>;
type Pipelines = Parameters<typeof matchStream>[1] & object;

async function stored(target: typeof lucene, name: string): Promise<Pipelines> {
  const pipelines = await shippedPipelines(target, [name]);
  return { storedAs: { pipelines, target, tables: await publishedTables(target) } };
}

function mapped(text: string): Pipelines {
  const { pipeline } = loadPipeline(text);
  return { storedAs: { pipelines: [pipeline!], target: lucene } };
}

/** The groups of what matches, and the codes of what was reported. */
function run(text: string, events: readonly Event[], options: Pipelines) {
  const stream = matchStream<number>(readLibrary(text), options);
  const plain: string[] = [];
  const found = events.flatMap((event, i) => {
    const { matches, correlations } = stream.push(event, i);
    plain.push(...matches.map((m) => m.document.heading.title ?? ''));
    return correlations;
  });
  found.push(...stream.end());
  const codes = stream.diagnostics.map((d) => d.code);
  return { groups: found.map((f) => ({ ...f.group })), plain, codes };
}

const rule = (logsource: string, map: string, name = 'one'): string => `title: ${name}
name: ${name}
logsource: ${logsource}
detection: {s: ${map}, condition: s}
`;
const correlation = (body: string): string => `---
title: Many
correlation: {timespan: 1h, ${body}}
`;
const counted = (field: string): string =>
  correlation(
    `type: event_count, rules: [one], group-by: ["${field}"], condition: {gte: 2}, generate: false`,
  );
const later = (event: Event): Event[] =>
  ['10:00:00', '10:01:00'].map((t) => ({ '@timestamp': `2026-01-01T${t}Z`, ...event }));

const AWS = rule('{product: aws, service: cloudtrail}', '{eventName: Pour}');
const OKTA = rule('{product: okta, service: okta}', '{eventType: pour}');
const KETTLE = rule('{product: kettle}', '{Result: poured}');
const MAPPING = 'mapping:\n  User: pot.user\n  Size: pot.size\n  Result: result\n';

describe('fields of a correlation are read under the names that pipelines give', () => {
  test('group-by, of ecs', async () => {
    const ecs = await stored(lucene, 'ecs');
    const pour = {
      event: { dataset: 'aws.cloudtrail', action: 'Pour' },
      user: { name: 'kettle' },
    };
    expect(run(AWS + counted('userIdentity.userName'), later(pour), ecs).groups).toEqual([
      { 'userIdentity.userName': 'kettle' },
    ]);
    const okta = {
      event: { dataset: 'okta.system', action: 'pour' },
      okta: { event_type: 'pour', target: [{ alternate_id: 'kettle' }] },
    };
    expect(run(OKTA + counted('target.alternateid'), later(okta), ecs).groups).toEqual([
      { 'target.alternateid': 'kettle' },
    ]);
  });

  test('group-by, of splunk', async () => {
    const pour = {
      sourcetype: 'OktaIM2:log',
      eventType: 'pour',
      'target{}.alternateId': 'kettle',
    };
    const options = await stored(splunk, 'splunk');
    expect(run(OKTA + counted('target.alternateid'), later(pour), options).groups).toEqual([
      { 'target.alternateid': 'kettle' },
    ]);
  });

  test('group-by, of a mapping, of a rule that is told too', () => {
    const pour = { result: 'poured', pot: { user: 'kettle' } };
    const text = KETTLE + counted('User');
    const group = { User: 'kettle' };
    expect(run(text, later(pour), mapped(MAPPING)).groups).toEqual([group]);
    const told = run(
      text.replace('generate: false', 'generate: true'),
      later(pour),
      mapped(MAPPING),
    );
    expect(told).toMatchObject({ groups: [group], plain: ['one', 'one'] });
    const raw = { result: 'poured', User: 'kettle' };
    expect(run(text, later(raw), mapped(MAPPING)).groups).toEqual([]);
  });

  test('a field of several names, of which the first that has a value is taken', () => {
    const several = mapped(MAPPING.replace('pot.user', '[pot.owner, pot.user]'));
    const pour = { result: 'poured', pot: { owner: null, user: 'kettle' } };
    expect(run(KETTLE + counted('User'), later(pour), several).groups).toEqual([
      { User: 'kettle' },
    ]);
  });

  test('aliases', () => {
    const other = rule('{product: kettle}', '{Result: drunk}', 'two');
    const text = `${KETTLE}---\n${other}${correlation(
      'type: temporal, rules: [one, two], group-by: [who], aliases: {who: {one: User, two: Drinker}}',
    )}`;
    const options = mapped(`${MAPPING}  Drinker: guest\n`);
    const [first, second] = later({}) as [Event, Event];
    const events = [
      { ...first, result: 'poured', pot: { user: 'kettle' } },
      { ...second, result: 'drunk', guest: 'kettle', pot: { user: 'other' } },
    ];
    expect(run(text, events, options).groups).toEqual([{ who: 'kettle' }]);
  });

  test('the field of a condition', () => {
    const of = (type: string, bound: number) =>
      KETTLE +
      correlation(
        `type: ${type}, rules: [one], group-by: [User], condition: {field: Size, gte: ${bound}}`,
      );
    const [first, second] = later({ result: 'poured' }) as [Event, Event];
    const events = [
      { ...first, pot: { user: 'kettle', size: 3 } },
      { ...second, pot: { user: 'kettle', size: 4 } },
    ];
    expect(run(of('value_count', 2), events, mapped(MAPPING)).groups).toHaveLength(1);
    expect(run(of('value_sum', 7), events, mapped(MAPPING)).groups).toHaveLength(1);
    expect(run(of('value_sum', 8), events, mapped(MAPPING)).groups).toEqual([]);
  });

  test('a field that a pipeline drops is said, once', () => {
    const dropping = mapped(
      'transformations:\n  - type: drop_detection_item\n' +
        '    field_name_conditions: [{type: include_fields, fields: [User]}]\n',
    );
    const pour = { Result: 'poured', User: 'kettle' };
    const { groups, codes } = run(KETTLE + counted('User'), later(pour), dropping);
    expect(groups).toEqual([]);
    expect(codes.filter((c) => c === 'correlation-field-dropped')).toHaveLength(1);
  });
});
