import { describe, expect, test } from 'vitest';
import { splunk } from '../../../../backends/splunk/index.js';
import { print, searchOf } from '../../../../src/backend/index.js';
import type { Expression } from '../../../../src/backend/index.js';
import { simplify } from '../../../../src/predicate/simplify/simplify.js';
import { and, constant, is, not, or } from '../../predicate/build.js';
import { ask, network, number, spl, write } from './write.js';

describe('what search says exactly', () => {
  test.each([
    ['cmd.exe', 'Image="cmd.exe"'],
    ['cmd*', 'Image="cmd*"'],
    ['*cmd', 'Image="*cmd"'],
    ['*cmd*', 'Image="*cmd*"'],
    ['*', 'Image=*'],
    ['a "b" c', 'Image="a \\"b\\" c"'],
    ['C:\\Windows', 'Image="C:\\\\Windows"'],
    ['a|b [c] `d` (e) 100%', 'Image="a|b [c] `d` (e) 100%"'],
    ['NOT', 'Image="NOT"'],
    ['😀 é', 'Image="😀 é"'],
  ])('%s', (value, expected) => {
    expect(spl(is('Image', value))).toBe(expected);
  });

  test('a backslash before a wildcard stays a backslash and a wildcard (legacy-sigmatools#14, pySigma#431)', () => {
    expect(spl(is('Image', '*\\\\Desktop\\\\*'))).toBe('Image="*\\\\Desktop\\\\*"');
  });

  test('several values of a field, wildcards too, are one list', () => {
    expect(spl(or(is('Image', 'a'), is('Image', '*b'), is('User', 'c')))).toBe(
      'Image IN ("a", "*b") OR User="c"',
    );
  });

  test('a long list has one value a line', () => {
    const values = ['alpha', 'beta', 'gamma'].map((v) => is('Image', v));
    expect(write(and(or(...values), is('User', 'x')), {}, 30).text).toBe(
      'Image IN (\n  "alpha",\n  "beta",\n  "gamma"\n)\nUser="x"',
    );
  });

  test('numbers are compared as texts, in every spelling of the rule', () => {
    expect(spl(ask('number', 'EventID', { number: number('4688') }))).toBe('EventID=4688');
    expect(spl(ask('number', 'Mask', { number: number('0x10', '16') }))).toBe(
      'Mask IN ("0x10", 16)',
    );
    expect(spl(ask('number', 'Code', { number: number('010', '10') }))).toBe('Code IN (010, 10)');
    expect(spl(ask('number', 'Id', { number: number('18446744073709551615') }))).toBe(
      'Id=18446744073709551615',
    );
    expect(spl(ask('number', 'Temp', { number: number('-5') }))).toBe('Temp="-5"');
  });

  test('networks, booleans, existence', () => {
    expect(spl(ask('cidr', 'ip', { network: network('10.0.0.0/8') }))).toBe('ip="10.0.0.0/8"');
    expect(spl(ask('cidr', 'ip', { network: network('fe80::/10') }))).toBe('ip="fe80::/10"');
    expect(spl(ask('boolean', 'Signed', { value: false }))).toBe('Signed="false"');
    expect(spl(ask('exists', 'User', {}))).toBe('User=*');
    expect(spl(ask('null', 'User', {}))).toBe('NOT User=*');
    expect(spl(not(ask('null', 'User', {})))).toBe('User=*');
    expect(spl(or(is('User', 'a'), ask('null', 'User', {})))).toBe('User="a" OR NOT User=*');
  });

  test('networks stay outside a list', () => {
    const ip = ask('cidr', 'ip', { network: network('10.0.0.0/8') });
    expect(spl(or(is('ip', 'a'), is('ip', 'b'), ip))).toBe('ip IN ("a", "b") OR ip="10.0.0.0/8"');
  });

  test('a negation holds for events without the field, so it is NOT and not !=', () => {
    expect(spl(not(is('User', 'a')))).toBe('NOT User="a"');
    expect(spl(not(or(is('User', 'a'), is('User', 'b'))))).toBe('NOT User IN ("a", "b")');
  });

  test('AND is implied in search, and OR binds tighter, so mixes have parentheses', () => {
    expect(spl(or(and(is('a', '1'), is('b', '2')), is('c', '3')))).toBe('(a="1" b="2") OR c="3"');
    expect(spl(and(or(is('a', '1'), is('b', '2')), is('c', '3')))).toBe('(a="1" OR b="2") c="3"');
    expect(spl(and(is('a', '1'), not(or(is('b', '2'), is('c', '3')))))).toBe(
      'a="1" NOT (b="2" OR c="3")',
    );
  });

  test('everything and nothing', () => {
    expect(spl(constant(true))).toBe('*');
    expect(spl(constant(false))).toBe('NOT *');
  });
});

describe('field names in search', () => {
  test.each([
    ['winlog.event_id', 'winlog.event_id="x"'],
    ['my field', '"my field"="x"'],
    ["it's", '"it\'s"="x"'],
    ['a-b', '"a-b"="x"'],
    ['a{}.b', '"a{}.b"="x"'],
    ['f(x)', '"f(x)"="x"'],
    ['NOT', '"NOT"="x"'],
    ['1st', '"1st"="x"'],
  ])('%s', (field, expected) => {
    expect(spl(is(field, 'x'))).toBe(expected);
  });

  test.each([
    ['earliest', 'earliest'],
    ['search', 'search'],
    ['_raw', '_raw'],
    ['a*', "'a*'"],
    ['a::b', "'a::b'"],
  ])('%s means something else to search, so it goes to where', (field, written) => {
    expect(spl(is(field, 'x'))).toBe(`*\n| where isnotnull(mvfind(${written}, "(?is)^x\\\\z"))`);
  });

  test.each(['source', 'host', 'index', 'sourcetype', 'eventtype', 'tag'])(
    "%s is Splunk's own field: where, and a note",
    (field) => {
      expect(write(is(field, 'x'))).toEqual({
        text: `*\n| where isnotnull(mvfind(${field}, "(?is)^x\\\\z"))`,
        said: ['note splunk-default-field'],
      });
    },
  );

  test('a name that neither part can write is refused', () => {
    expect(write(is('a\nb', 'x')).said).toEqual(['refused unsupported-field-name']);
    expect(write(is('a\'b"', 'x')).said).toEqual(['refused unsupported-field-name']);
  });
});

test('every value knows its place in the rule', () => {
  const file = { path: 'r.yml', text: '0123456789' };
  const at = (start: number, value: string): Expression => ({
    ...is('Image', value),
    span: { file, start, end: start + 1 },
  });
  const rule = and(or(at(1, 'a'), at(2, 'b*')), at(3, 'c?'));
  const request = {
    rule: {} as never,
    id: '',
    plan: searchOf(simplify(rule, splunk.simplify)),
    options: {},
  };
  const report = { approximate() {}, refuse() {}, limit() {}, note() {} };
  const printed = print(splunk.emit(request, report), { width: 100, compact: false });
  const parts = printed.segments.map((s) => [s.span.start, printed.text.slice(s.start, s.end)]);
  expect(parts.filter(([start]) => start !== 0)).toEqual([
    [1, '"a"'],
    [2, '"b*"'],
    [3, 'isnotnull(mvfind(Image, "(?is)^c.\\\\z"))'],
  ]);
});
