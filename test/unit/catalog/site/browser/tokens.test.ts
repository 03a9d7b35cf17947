import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '../../../../../src/catalog/site/browser/tokens.js';
import { cpuTime } from '../../../../support/cpu.js';

function said(text: string, language: string): string[] {
  return tokensOf(text, language).map((t) => `${t.kind} ${text.slice(t.start, t.end)}`);
}

describe('what is coloured', () => {
  test.each([
    ['title: A rule # not a word', ['key title:', 'comment # not a word']],
    ["  - Image|endswith: '\\a.exe'", ['key   - Image|endswith:', "string '\\a.exe'"]],
    ["- it's 5 o'clock", []],
    ['EventID: 4624', ['key EventID:', 'number 4624']],
    ['- https://example.org/#x', []],
    ['"a b": ["c", d]', ['key "a b":', 'string "c"']],
  ])('of YAML %j', (text, tokens) => {
    expect(said(text, 'yaml')).toEqual(tokens);
  });

  test.each([
    [
      'kql',
      'T | where a =~ @"b\\" and c in~ (1, "d\\"") // e',
      [
        'keyword where',
        'string @"b\\"',
        'keyword and',
        'keyword in~',
        'number 1',
        'string "d\\""',
        'comment // e',
      ],
    ],
    [
      'splunk',
      'a="b\\"" OR NOT c>=1 | where like(d, "e%")',
      [
        'key a',
        'string "b\\""',
        'keyword OR',
        'keyword NOT',
        'key c',
        'number 1',
        'keyword where',
        'keyword like',
        'string "e%"',
      ],
    ],
    [
      'lucene',
      'a.b:"c d" AND NOT e\\ f:/g\\/h/ OR i:*j*',
      [
        'key a.b',
        'string "c d"',
        'keyword AND',
        'keyword NOT',
        'key e\\ f',
        'string /g\\/h/',
        'keyword OR',
        'key i',
      ],
    ],
    [
      'condition',
      '1 of sel_* and not filter',
      ['number 1', 'keyword of', 'keyword and', 'keyword not'],
    ],
    ['toml', '[rule]\nname = "x" # y', ['key [rule]', 'key name', 'string "x"', 'comment # y']],
    [
      'json',
      '{"a": "b", "c": [1, true]}',
      ['key "a"', 'string "b"', 'key "c"', 'number 1', 'keyword true'],
    ],
    ['unknown', 'a AND "b"', ['keyword AND', 'string "b"']],
    ['__proto__', '"b"', ['string "b"']],
  ] as const)('of %s %j', (language, text, tokens) => {
    expect(said(text, language)).toEqual(tokens);
  });
});

test('tokens are in order and do not overlap, and no text takes long', () => {
  const language = fc.constantFrom(
    'yaml',
    'toml',
    'json',
    'kql',
    'splunk',
    'lucene',
    'condition',
    '',
  );
  const piece = fc.constantFrom(
    '"',
    "'",
    '\\',
    '/',
    ':',
    '@"',
    ' ',
    '- ',
    '#',
    '\n',
    'a',
    '[',
    '1',
    '|',
  );
  const repeated = fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4_000 }))
    .map(([parts, times]) => parts.join('').repeat(times));
  fc.assert(
    fc.property(language, fc.oneof(fc.string(), repeated), (name, text) => {
      let at = 0;
      let tokens: ReturnType<typeof tokensOf> = [];
      expect(cpuTime(() => (tokens = tokensOf(text, name)))).toBeLessThan(1_000);
      for (const token of tokens) {
        expect(token.start).toBeGreaterThanOrEqual(at);
        expect(token.end).toBeGreaterThan(token.start);
        at = token.end;
      }
    }),
  );
});
