import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/predicate/kind.js';
import { predicateOf } from '../../../src/predicate/from-value.js';
import type { Predicate } from '../../../src/predicate/predicate.js';
import { item } from '../model/build.js';

/** `kind value` of each value of an item. */
function kinds(key: string, value: string): string[] {
  const { item: read } = item(key, value);
  return read.values.flatMap((v) =>
    (v.kind === 'value-group' ? v.values : [v]).map((one) => {
      const predicate = predicateOf(read.field, one);
      if (predicate?.kind === 'not') return `not ${show(predicate.operand as Predicate)}`;
      return predicate ? show(predicate as Predicate) : 'nothing';
    }),
  );
}

function show(predicate: Predicate): string {
  const { kind, value } = kindOf(predicate);
  return value === null ? kind : `${kind} ${value}`;
}

describe('the kind of a predicate', () => {
  test.each([
    ['a', 'x', 'eq x'],
    ['a', "''", 'eq '],
    ['a', '010', 'eq 010'],
    ['a', 'true', 'eq true'],
    ['a', 'null', 'null'],
    ['a', "'*'", 'exists'],
    ['a', "'x*'", 'starts_with x'],
    ['a', "'*x'", 'ends_with x'],
    ['a', "'*x*'", 'match x'],
    ['a', "'x*y?'", 'wildcard x*y?'],
    ['a', String.raw`'x\*'`, 'eq x*'],
    ['a', String.raw`'x\*y*z'`, String.raw`wildcard x\*y*z`],
    ['a|contains', 'x', 'match x'],
    ['a|re', '^x+$', 'regex ^x+$'],
    ['a|re|i|s', 'x.y', 'regex (?is)x.y'],
    ['a|cidr', '10.0.0.0/8', 'cidr 10.0.0.0/8'],
    ['a|gte', '0x10', 'gte 0x10'],
    ['a|hour|gt', '18', 'hour gt 18'],
    ['a|year', '2026', 'year eq 2026'],
    ['a|exists', 'true', 'exists'],
    ['a|exists', 'false', 'not exists'],
    ['a|fieldref', 'b', 'fieldref b'],
    ['a|fieldref|contains', 'b', 'fieldref match b'],
    ['a|expand', "'%users%'", 'eq %users%'],
    ['a|expand|contains', "'%users%'", 'match %users%'],
    ['a|expand', "'x*%users%y'", 'wildcard x*%users%y'],
  ])('%s: %s', (key, value, kind) => {
    expect(kinds(key, value)).toEqual([kind]);
  });

  test('a modifier that makes several values of one gives each its own', () => {
    expect(kinds('a|windash|contains', "' -x'").length).toBeGreaterThan(1);
  });
});
