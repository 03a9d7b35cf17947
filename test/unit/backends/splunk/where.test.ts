import { describe, expect, test } from 'vitest';
import { parsePattern } from '../../../../src/model/patterns/pattern.js';
import { parseRegex } from '../../../../src/model/regex/parse.js';
import type { Expression } from '../../../../src/backend/index.js';
import { and, is, not, or, span } from '../../predicate/build.js';
import { ask, network, number, spl, write } from './write.js';

/** The condition of a search that is all in `where`. */
function where(rule: Parameters<typeof spl>[0]): string {
  const text = spl(rule, { search: 'where' });
  expect(text.startsWith('*\n| where ')).toBe(true);
  return text.slice('*\n| where '.length);
}

function regex(source: string, flags: Partial<Record<'ignoreCase', boolean>> = {}) {
  const all = { ignoreCase: false, multiLine: false, dotAll: false, ...flags };
  const parsed = parseRegex(source, all);
  if ('error' in parsed) throw new Error('not a regular expression');
  return { source, flags: all, ast: parsed.ast };
}

describe('what only where says exactly', () => {
  test('`?` is one character (in search it is none of the wildcards)', () => {
    expect(spl(is('Image', 'C:\\a?b'))).toBe(
      'Image="C:\\\\a*"\n| where isnotnull(mvfind(Image, "(?is)^C:\\\\\\\\a.b\\\\z"))',
    );
  });

  test('a literal asterisk, which search cannot escape (legacy-sigmatools#14)', () => {
    expect(spl(is('CommandLine', '*/tn \\**'))).toBe(
      'CommandLine="*/tn *"\n| where isnotnull(mvfind(CommandLine, "(?is)/tn \\\\*"))',
    );
  });

  test('a wildcard in the middle, which search does not answer dependably', () => {
    expect(spl(is('Image', '*\\\\a*b.exe'))).toBe(
      'Image="*b.exe"\n| where isnotnull(mvfind(Image, "(?is)\\\\\\\\a.*b\\\\.exe\\\\z"))',
    );
  });

  test('cased strings (PAINS: refused by other converters)', () => {
    expect(spl(is('Image', 'Cmd*', true))).toBe(
      'Image="Cmd*"\n| where isnotnull(mvfind(Image, "(?s)^Cmd"))',
    );
  });

  test('line breaks, tabs and NUL, never raw', () => {
    expect(where(is('a', 'x\ny\tz\0'))).toBe(
      'isnotnull(mvfind(a, "(?is)^x\\\\ny\\\\tz\\\\x00\\\\z"))',
    );
    expect(spl(is('a', 'x\ny'))).toMatch(/^\*\n\| where /);
  });

  test('three backticks would begin a comment', () => {
    expect(spl(is('a', '```x*'))).toBe(
      '*\n| where isnotnull(mvfind(a, "(?is)^\\\\x60\\\\x60\\\\x60x"))',
    );
  });

  test('the empty string, present and not missing', () => {
    expect(where(is('a', ''))).toBe('isnotnull(mvfind(a, "(?is)^\\\\z"))');
  });

  test('a string that search would take for a network', () => {
    expect(spl(is('ip', '10.0.0.0/8'))).toBe(
      '*\n| where isnotnull(mvfind(ip, "(?is)^10\\\\.0\\\\.0\\\\.0/8\\\\z"))',
    );
  });

  test('a keyword that is cased or has a wildcard, after what search can ask of it', () => {
    const keyword = (text: string, cased: boolean): Expression => {
      const search = { kind: 'pattern', pattern: parsePattern(text), cased } as const;
      return { kind: 'keyword', search, span };
    };
    expect(spl(keyword('a b', false))).toBe('"*a b*"');
    expect(spl(keyword('Kettle', true))).toBe('"*Kettle*"\n| regex "Kettle"');
    expect(spl(or(keyword('kettle*boil', false), keyword('stove', false)))).toBe(
      '("*kettle*" "*boil*") OR "*stove*"\n| regex "(?is)kettle.*boil|stove"',
    );
    expect(spl(keyword('', false))).toBe('*\n| where isnotnull(_raw)');
  });

  test('numbers compare as numbers only', () => {
    const asked = ask('compare', 'size', { operator: 'gte', number: number('-5') });
    expect(spl(asked)).toBe('*\n| where isnotnull(mvfilter(tonumber(size) >= -5))');
    const large = ask('compare', 'size', {
      operator: 'gt',
      number: number('18446744073709551615'),
    });
    expect(write(large).said).toEqual([
      'splunk-number-precision wider positive',
      'splunk-number-precision narrower positive',
    ]);
  });

  test('networks, booleans, numbers, existence', () => {
    expect(where(ask('cidr', 'ip', { network: network('fe80::/10') }))).toBe(
      'isnotnull(mvfilter(cidrmatch("fe80::/10", ip)))',
    );
    expect(where(ask('boolean', 'a', { value: true }))).toBe(
      'isnotnull(mvfind(a, "(?is)^true\\\\z"))',
    );
    expect(where(ask('number', 'a', { number: number('0x10', '16') }))).toBe(
      'isnotnull(mvfind(a, "(?is)^0x10\\\\z")) OR isnotnull(mvfind(a, "(?is)^16\\\\z"))',
    );
    expect(where(ask('exists', 'a', {}))).toBe('isnotnull(a)');
    expect(where(is('a', '*'))).toBe('isnotnull(a)');
    expect(where(ask('null', 'a', {}))).toBe('isnull(a)');
  });

  test('regular expressions, every backslash doubled once for the string', () => {
    expect(spl(ask('regex', 'a', { regex: regex('^\\w+"\\\\') }))).toBe(
      '*\n| where isnotnull(mvfind(a, "^\\\\w+\\"\\\\\\\\"))',
    );
    expect(spl(ask('regex', 'a', { regex: regex('x|y', { ignoreCase: true }) }))).toBe(
      '*\n| where isnotnull(mvfind(a, "(?i)x|y"))',
    );
  });

  test.each([
    ['equals', '"=".lower(a) == "=".lower(b)'],
    ['startswith', '"=".substr(lower(a), 1, len(lower(b))) == "=".lower(b)'],
    ['endswith', 'len(lower(b)) == 0 OR "=".substr(lower(a), -len(lower(b))) == "=".lower(b)'],
    ['contains', 'len(lower(b)) == 0 OR mvcount(split(lower(a), lower(b))) > 1'],
  ] as const)('another field: %s (PAINS: refused by other converters)', (match, test) => {
    const other = { text: 'b', span };
    expect(spl(ask('field-ref', 'a', { other, match, cased: false }))).toBe(
      `*\n| where isnotnull(mvmap(a, mvmap(b, if(${test}, 1, null()))))`,
    );
  });

  test('another field, cased', () => {
    const other = { text: 'b c', span };
    expect(spl(ask('field-ref', 'a', { other, match: 'equals', cased: true }))).toBe(
      `*\n| where isnotnull(mvmap(a, mvmap('b c', if("=".a == "=".'b c', 1, null()))))`,
    );
  });

  test('time parts are cut from a time in ISO 8601; other formats are told of', () => {
    const hour = { part: 'hour', operator: 'gte', number: number('22') } as const;
    expect(write(ask('time-part', 'when', hour))).toEqual({
      text: '*\n| where isnotnull(mvfilter(match(when, "^\\\\d{4}-\\\\d\\\\d-\\\\d\\\\d[T ]\\\\d\\\\d:\\\\d\\\\d") AND tonumber(substr(when, 12, 2)) >= 22))',
      said: ['splunk-time-format narrower positive'],
    });
    expect(
      write(not(ask('time-part', '_time', { ...hour, part: 'week', operator: 'eq' }))),
    ).toEqual({
      text: '*\n| where isnull(mvfilter(tonumber(strftime(_time, "%V")) == 22))',
      said: ['splunk-time-zone wider negative', 'splunk-time-zone narrower negative'],
    });
    expect(where(ask('time-part', '_time', hour))).toBe(
      'isnotnull(mvfilter(floor(_time / 3600) % 24 >= 22))',
    );
    expect(where(ask('time-part', '_time', { ...hour, part: 'minute' }))).toBe(
      'isnotnull(mvfilter(floor(_time / 60) % 60 >= 22))',
    );
  });

  test.each([
    ['my field', "'my field'"],
    ['winlog.id', "'winlog.id'"],
    ['NOT', "'NOT'"],
    ['null', "'null'"],
    ['1st', "'1st'"],
    ['_x1', '_x1'],
  ])('field name %s', (field, written) => {
    expect(where(ask('exists', field, {}))).toBe(`isnotnull(${written})`);
  });

  test('field names that where cannot write are refused', () => {
    expect(write(is("it's", 'a?')).said).toEqual(['refused unsupported-field-name']);
    expect(write(is('a\\b', 'a?')).said).toEqual(['refused unsupported-field-name']);
  });
});

describe('stages', () => {
  const inexact = is('b', 'x?');
  const written = 'isnotnull(mvfind(b, "(?is)^x.\\\\z"))';
  const opposite = written.replace('isnotnull', 'isnull');

  test('each operand of the outermost AND goes where it is exact', () => {
    expect(spl(and(is('a', '1'), inexact, is('c', '2')))).toBe(`a="1" c="2"\n| where ${written}`);
  });

  test('a regex under OR takes its whole conjunct to where (pySigma-backend-splunk#51, #52, #53)', () => {
    const either = or(is('a', '1'), ask('regex', 'b', { regex: regex('x\\d') }));
    expect(spl(and(either, is('c', '2')))).toBe(
      'c="2"\n| where isnotnull(mvfind(a, "(?is)^1\\\\z")) OR isnotnull(mvfind(b, "x\\\\d"))',
    );
  });

  test('a negated OR is split, so that search narrows first', () => {
    expect(spl(and(is('a', '1'), not(or(is('c', '2'), inexact))))).toBe(
      `a="1" NOT c="2"\n| where ${opposite}`,
    );
    expect(spl(not(or(is('b', '2'), is('b', '3'), inexact)))).toBe(
      `NOT b IN ("2", "3")\n| where ${opposite}`,
    );
  });

  test('a list inside a negated OR is split too', () => {
    expect(spl(not(or(is('c', '1'), is('b', '2'), is('b', '3'), inexact)))).toBe(
      `NOT (c="1" OR b IN ("2", "3"))\n| where ${opposite}`,
    );
    expect(spl(not(or(not(ask('regex', 'a', { regex: regex('x') })), is('c', '1'))))).toBe(
      'NOT c="1"\n| where isnotnull(mvfind(a, "x"))',
    );
  });

  test('a rule as deep as conditions may be does not overflow the stack', () => {
    let rule: Expression = inexact;
    for (let i = 0; i < 1000; i++) {
      const other = is(`c${i}`, 'x');
      rule = i % 3 === 0 ? and(rule, other) : i % 3 === 1 ? or(rule, other) : not(rule);
    }
    expect(spl(rule)).toContain(written);
  });

  test('AND binds tighter than OR in where; mixes have parentheses all the same', () => {
    expect(spl(or(and(is('a', ''), is('c', '')), inexact))).toBe(
      `*\n| where (isnotnull(mvfind(a, "(?is)^\\\\z")) AND isnotnull(mvfind(c, "(?is)^\\\\z")))\n  OR ${written}`,
    );
  });

  test('option search=where puts all in where', () => {
    expect(spl(is('a', 'b'), { search: 'where' })).toBe(
      '*\n| where isnotnull(mvfind(a, "(?is)^b\\\\z"))',
    );
  });

  test('option index names the indexes first', () => {
    expect(spl(or(is('a', 'b'), is('c', 'd')), { index: 'main' })).toBe(
      'index="main" (a="b" OR c="d")',
    );
    expect(spl(inexact, { index: 'main, win*' })).toBe(
      `index IN ("main", "win*")\n| where ${written}`,
    );
  });
});
