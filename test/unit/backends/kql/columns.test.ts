import { describe, expect, test } from 'vitest';
import { KQL_TYPES, kql } from '../../../../backends/kql/index.js';
import { bindKql } from '../../../engines/kql/parser.js';
import { and, is, not, or } from '../../predicate/build.js';
import { ask, exactly, number, write } from './write.js';

describe('names', () => {
  test.each([
    ['Image', 'Image'],
    ['field with space', "['field with space']"],
    ['event-id', "['event-id']"],
    ["it's", String.raw`['it\'s']`],
    ['a\\b"c', String.raw`['a\\b"c']`],
    ['where', "['where']"],
    ['contains', "['contains']"],
    ['True', "['True']"],
    ['1x', "['1x']"],
    ['a{}', "['a{}']"],
    ['a\nb', String.raw`['a\nb']`],
    ['ключ', "['ключ']"],
    ['type', 'type'],
    ['Where', 'Where'],
  ])('%j', (field, code) => {
    expect(exactly(is(field, 'x'))).toBe(`${code} =~ "x"`);
  });

  test('a table is quoted as a column is', () => {
    expect(write(is('F', 'x'), { table: 'my table' }).text).toBe(`['my table']\n| where F =~ "x"`);
    expect(write(is('F', 'x'), { table: "T']; drop" }).text).toBe(
      String.raw`['T\']; drop']` + '\n| where F =~ "x"',
    );
  });
});

describe('a dot in a field name', () => {
  test('is a step into a dynamic column', () => {
    expect(write(is('userIdentity.type', 'Root'))).toEqual({
      text: 'tostring(userIdentity.type) =~ "Root"',
      said: ['note kql-dynamic-path'],
    });
    expect(exactly(is('a.b c.where.d', 'x'))).toBe('tostring(a["b c"]["where"].d) =~ "x"');
    expect(exactly(is('a.list[0].b c[12]', 'x'))).toBe('tostring(a.list[0]["b c"][12]) =~ "x"');
    expect(exactly(ask('null', 'a.b', {}))).toBe('isnull(a.b)');
    expect(exactly(ask('number', 'a.b', { number: number('5') }))).toBe('tostring(a.b) == "5"');
  });

  test('is part of the name where the user says so', () => {
    expect(exactly(is('a.b', 'x'), '', 'column')).toBe(`['a.b'] =~ "x"`);
    expect(exactly(is('a.b', 'x'), 'a.b:string')).toBe(`['a.b'] =~ "x"`);
  });

  test('is part of the name where the rule compares what stands before the dot as well', () => {
    expect(exactly(and(is('user', 'x'), is('user.alias', 'y')))).toBe(
      `user =~ "x" and ['user.alias'] =~ "y"`,
    );
    expect(write(and(ask('exists', 'user', {}), is('user.alias', 'y'))).text).toBe(
      'isnotnull(user) and tostring(user.alias) =~ "y"',
    );
  });

  test('leads nowhere at the ends', () => {
    expect(exactly(is('.a', 'x'))).toBe(`['.a'] =~ "x"`);
    expect(exactly(is('a..b', 'x'))).toBe(`['a..b'] =~ "x"`);
  });
});

describe('a column of each type', () => {
  const rule = or(
    is('F', 'abc'),
    is('F', '*b*'),
    is('F', '5'),
    ask('number', 'F', { number: number('5') }),
    ask('number', 'F', { number: number('0x10', '16') }),
    ask('number', 'F', { number: number('18446744073709551615') }),
    ask('compare', 'F', { operator: 'lt', number: number('2.5') }),
    ask('boolean', 'F', { value: false }),
    ask('null', 'F', {}),
    ask('exists', 'F', {}),
    ask('time-part', 'F', { part: 'hour', operator: 'eq', number: number('5') }),
    ask('cidr', 'F', {
      network: { version: 4, address: 10n << 24n, prefix: 8, text: '10.0.0.0/8' },
    }),
    ask('field-ref', 'F', { other: { ...is('G', '').field }, match: 'contains', cased: false }),
    ask('field-ref', 'F', { other: { ...is('G', '').field }, match: 'equals', cased: true }),
  );

  test.each(KQL_TYPES)('%s takes every predicate, as the binder sees it', (type) => {
    const columns = `F:${type},G:${type}`;
    for (const asked of [rule, not(rule)]) {
      const { text } = write(asked, { table: 'T', columns });
      expect(bindKql(text, 'T', columns.replace(',', ', '))).toEqual([]);
    }
  });

  test('text on a column of numbers', () => {
    expect(exactly(is('EventID', '4688'), 'EventID:int')).toBe('EventID == 4688');
    expect(exactly(is('EventID', '46*'), 'EventID:int')).toBe('tostring(EventID) startswith "46"');
    expect(exactly(or(is('EventID', '1'), is('EventID', '2')), 'EventID:long')).toBe(
      'EventID in (1, 2)',
    );
  });

  test('a number on a column of text', () => {
    const five = ask('number', 'EventID', { number: number('5') });
    expect(exactly(five, 'EventID:string')).toBe('EventID == "5"');
  });

  test('text on a type that Kusto prints its own way is told', () => {
    expect(write(is('F', '*2024*'), { columns: 'F:datetime' })).toEqual({
      text: 'tostring(F) contains "2024"',
      said: ['kql-printed-form narrower'],
    });
  });

  test('a dynamic column may hold a list, which is told', () => {
    expect(write(is('F', 'a'), { columns: 'F:dynamic' })).toEqual({
      text: 'tostring(F) =~ "a"',
      said: ['kql-dynamic-list narrower'],
    });
  });
});

describe('-O kql.columns', () => {
  const check = kql.options.find((o) => o.name === 'columns')!.check!;

  test.each(['', 'EventID:int', 'a b : dynamic, c:d:string', 'user.name:string'])(
    'takes %j',
    (v) => {
      expect(check(v)).toBeNull();
    },
  );

  test.each([
    ['EventID', /NAME:TYPE/],
    ['EventID:integer', /type of EventID must be one of string, int/],
    [':int', /NAME:TYPE/],
    ['a:int,,b:int', /NAME:TYPE/],
  ])('refuses %j', (value, message) => {
    expect(check(value)).toMatch(message);
  });
});
