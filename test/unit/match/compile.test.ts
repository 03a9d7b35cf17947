import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/match/compile.js';
import { readLibrary } from '../../support/read-library.js';

function rule(detection: object, title = 't'): string {
  return JSON.stringify({ title, logsource: { product: 'p' }, detection });
}

function matches(map: unknown, event: Readonly<Record<string, unknown>>, condition = 's'): boolean {
  const library = readLibrary(rule({ s: map, condition }));
  const { diagnostics } = library;
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return compile(library).match(event).length > 0;
}

type Case = readonly [
  name: string,
  map: unknown,
  matching: readonly Readonly<Record<string, unknown>>[],
  others: readonly Readonly<Record<string, unknown>>[],
];

const cases: readonly Case[] = [
  ['letter case', { F: 'Cmd.EXE' }, [{ F: 'cmd.exe' }], [{ F: 'cmd.ex' }, { F: 'xcmd.exe' }]],
  ['simple folding', { F: 'σ K' }, [{ F: 'ς k' }, { F: 'Σ \u212a' }], [{ F: 's k' }]],
  ['no full folding', { F: 'ss' }, [{ F: 'SS' }], [{ F: 'ß' }]],
  ['cased', { 'F|cased': 'Cmd' }, [{ F: 'Cmd' }], [{ F: 'cmd' }]],
  ['a star takes line breaks', { F: 'a*b' }, [{ F: 'a\nb' }, { F: 'ab' }], [{ F: 'abc' }]],
  [
    'a question mark takes one character',
    { F: 'a?b' },
    [{ F: 'a😀b' }],
    [{ F: 'ab' }, { F: 'axyb' }],
  ],
  ['an escaped star', { F: 'a\\*b' }, [{ F: 'a*b' }], [{ F: 'axb' }]],
  ['contains', { 'F|contains': 'x' }, [{ F: 'axb' }, { F: 'X' }], [{ F: '' }, { G: 'x' }]],
  ['a lone star', { F: '*' }, [{ F: '' }, { F: 0 }, { F: false }], [{}, { F: null }]],
  ['empty', { F: '' }, [{ F: '' }], [{}, { F: null }, { F: ' ' }]],
  ['null', { F: null }, [{}, { F: null }, { F: ['a', null] }, { F: [] }], [{ F: '' }]],
  ['exists', { 'F|exists': true }, [{ F: null }, { F: {} }], [{ G: 1 }, { F: [] }]],
  ['does not exist', { 'F|exists': false }, [{ G: 1 }], [{ F: null }]],
  ['several values', { F: 'b' }, [{ F: ['a', 'b'] }, { F: [['b']] }], [{ F: ['a'] }, { F: [] }]],
  [
    'all of several',
    { 'F|contains|all': ['a', 'b'] },
    [{ F: 'ba' }, { F: ['a', 'b'] }],
    [{ F: 'a' }],
  ],
  [
    'a number',
    { F: 10 },
    [{ F: 10 }, { F: '10' }, { F: 10n }],
    [{ F: '010' }, { F: 1 }, { F: '10 ' }],
  ],
  ['a number as written', { F: 0x10 }, [{ F: 16 }, { F: '16' }], [{ F: 10 }]],
  ['a text of digits', { F: '10' }, [{ F: 10 }, { F: '10' }], [{ F: 100 }]],
  [
    'a number of many digits',
    { F: '12345678901234567890' },
    [{ F: 12345678901234567890n }],
    [{ F: 12345678901234567891n }],
  ],
  ['a boolean', { F: true }, [{ F: true }, { F: 'True' }], [{ F: 1 }, { F: false }, {}]],
  ['greater', { 'F|gt': 5 }, [{ F: 6 }, { F: '5.1' }], [{ F: 5 }, { F: 'x' }, {}]],
  ['at most', { 'F|lte': -1 }, [{ F: -1 }, { F: '-2' }], [{ F: 0 }, { F: null }]],
  ['a network', { 'F|cidr': '10.0.0.0/8' }, [{ F: '10.255.0.1' }], [{ F: '11.0.0.0' }, { F: 10 }]],
  [
    'a network of IPv6',
    { 'F|cidr': 'fe80::/10' },
    [{ F: 'FE80::1' }],
    [{ F: 'fec0::' }, { F: '1.1.1.1' }],
  ],
  ['a regex', { 'F|re': 'b+\\d' }, [{ F: 'abb7c' }], [{ F: 'aBB7' }]],
  ['a regex with a flag', { 'F|re|i': '^b' }, [{ F: 'Bx' }], [{ F: 'xb' }]],
  ['an hour', { 'F|hour': 13 }, [{ F: '2025-10-25T13:44:33Z' }], [{ F: '2025-10-25' }, { F: 'x' }]],
  ['a field', { 'F|fieldref': 'G' }, [{ F: 'A', G: 'a' }], [{ F: 'a' }, { F: 'a', G: 'b' }]],
  [
    'keywords',
    ['evil', 'bad one'],
    [{ x: { y: ['so EVIL!'] } }, { x: 'a bad one' }],
    [{ evil: 1 }],
  ],
];

describe('a rule matches an event', () => {
  test.each(cases)('%s', (_, map, matching, others) => {
    for (const event of matching) expect([event, matches(map, event)]).toEqual([event, true]);
    for (const event of others) expect([event, matches(map, event)]).toEqual([event, false]);
    // What is negated holds exactly where it did not.
    for (const event of others) expect(matches(map, event, 'not s')).toBe(true);
  });

  test('a regex that blows up elsewhere takes its time in proportion', () => {
    expect(matches({ 'F|re': '^(a+)+$' }, { F: `${'a'.repeat(50_000)}!` })).toBe(false);
  });

  test.each([
    ['more than its engine takes', `(?:${'ab'.repeat(750)}){1000}`, 'match-regex'],
    ['what its engine lacks', 'a(?=b)', 'regex-look-around'],
  ])('a regex that is %s is told before any event', (_, pattern, code) => {
    const library = readLibrary(rule({ s: { 'F|re': pattern }, condition: 's' }));
    expect(compile(library).diagnostics.map((d) => d.code)).toEqual([code]);
  });
});

describe('where fields are found', () => {
  const windows = {
    Event: {
      '#attributes': { xmlns: 'x' },
      System: {
        Provider: { '#attributes': { Name: 'Sysmon', Guid: 'g' } },
        EventID: { '#attributes': { Qualifiers: 1 }, '#text': 4624 },
        Channel: 'Security',
      },
      EventData: { Image: 'a.exe', 'Dotted.Name': 'd' },
      UserData: { Part: { Reason: 'r' } },
    },
  };

  test.each([
    ['Channel', 'Security'],
    ['EventID', '4624'],
    ['Provider_Name', 'Sysmon'],
    ['Image', 'a.exe'],
    ['Reason', 'r'],
    ['Dotted.Name', 'd'],
    ['Event.System.Channel', 'Security'],
    ['System.Channel', 'Security'],
  ])('%s of a Windows event', (field, value) => {
    const found = matches({ [field]: value }, windows);
    expect(found).toBe(field !== 'System.Channel');
  });

  test.each<[string, object]>([
    ['a.b', { a: { b: 'x' } }],
    ['a.b', { 'a.b': 'x' }],
    ['a.b.c', { a: { 'b.c': 'x' } }],
    ['a.b.c', { 'a.b': { c: 'x' } }],
    ['a.b', { a: [{ b: 'y' }, { b: 'x' }] }],
    ['a.b', { a: { b: ['y', 'x'] } }],
  ])('%s in %j', (field, event) => {
    expect(matches({ [field]: 'x' }, event as Record<string, unknown>)).toBe(true);
  });

  test('names of every object are no fields', () => {
    for (const field of ['constructor', '__proto__', 'toString']) {
      expect(matches({ [field]: '*' }, { a: 1 })).toBe(false);
    }
  });
});

describe('many rules', () => {
  const text = [
    rule({ a: { F: 'x' }, b: { G: 'y' }, condition: ['a', 'b'] }, 'one'),
    rule({ a: { 'F|contains': 'x' }, f: { H: ['1', '2'] }, condition: 'a and not f' }, 'two'),
    rule({ a: { 'F|re': '(?<x' }, condition: 'a' }, 'unreadable'),
  ].join('\n---\n');
  const library = readLibrary(text, { path: 'many.yml' });
  const matcher = compile(library);

  test('are told apart, and so are the conditions of one', () => {
    const found = matcher.match({ F: 'X', G: 'y' });
    expect(found.map((m) => [m.rule.title, m.conditions])).toEqual([
      ['one', [0, 1]],
      ['two', [0]],
    ]);
  });

  test('say why', () => {
    const [match] = matcher.match({ F: 'axb' });
    expect(match!.because()).toEqual([
      { field: 'F', predicate: 'match', value: 'x', path: 'many.yml', line: 3 },
      { field: 'H', predicate: 'not eq', value: '1', path: 'many.yml', line: 3 },
    ]);
  });

  test('say so in one list for the same reasons, whatever other matchers do', () => {
    const reasons = (): unknown => matcher.match({ F: 'axb' })[0]!.because();
    const before = reasons();
    const values = Array.from({ length: 3_000 }, (_, i) => `v${i}`);
    const other = compile(readLibrary(rule({ s: { F: values }, condition: 's' })));
    for (const F of values) expect(other.match({ F })[0]!.because()[0]!.value).toBe(F);
    expect(reasons()).toBe(before);
  });
});
