import { describe, expect, test } from 'vitest';
import type { CorpusLookup } from '../../../../src/catalog/inspect/indicators.js';
import { inspected } from '../build.js';

function indicators(detection: string, corpus?: CorpusLookup): string[] {
  return inspected({ detection }, corpus ? { corpus } : {}).indicators.map(
    (i) =>
      `${i.exclusion ? 'not ' : ''}${i.field ?? '-'} ${i.kind} ${i.values.join(',')}${i.corpus ? ` ${JSON.stringify(i.corpus)}` : ''}`,
  );
}

describe('the indicators of a rule', () => {
  test('are its predicates by field and kind, each value once', () => {
    const detection =
      's:\n  b|contains: [y, x]\n  a: 1\nt:\n  b|contains: [x, z]\n  b: q\ncondition: s or t';
    expect(indicators(detection)).toEqual(['a eq 1', 'b eq q', 'b match y,x,z']);
  });

  test('leave out what selects events', () => {
    const detection = `s:
  EventID: 1
  EventCode: 1
  event.code: 1
  Channel: x
  EventLog: x
  Provider_Name: x
  EventType: SetValue
  eventType: user.login
  LogonType: 3
condition: s`;
    expect(indicators(detection)).toEqual(['LogonType eq 3', 'eventType eq user.login']);
  });

  test('mark what the rule excludes, and keep it apart', () => {
    const detection = 's:\n  a: x\n  b|neq: y\nf:\n  a: z\ncondition: s and not f';
    expect(indicators(detection)).toEqual(['a eq x', 'not a eq z', 'not b ne y']);
  });

  test('are counted by an index, each value for itself', () => {
    const asked: unknown[] = [];
    const corpus: CorpusLookup = (...of) => {
      asked.push(of);
      return { sigma: asked.length };
    };
    expect(indicators("s:\n  a: [x, y]\n  b: '*'\ncondition: s", corpus)).toEqual([
      'a eq x,y [{"sigma":1},{"sigma":2}]',
      'b exists  [{"sigma":3}]',
    ]);
    expect(asked).toEqual([
      ['a', 'eq', 'x'],
      ['a', 'eq', 'y'],
      ['b', 'exists', null],
    ]);
  });

  test('a field of any name is a field', () => {
    expect(indicators('s:\n  __proto__: x\n  constructor: y\ncondition: s')).toEqual([
      '__proto__ eq x',
      'constructor eq y',
    ]);
  });
});
