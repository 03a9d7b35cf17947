import { describe, expect, test } from 'vitest';
import { toLuceneRegex } from '../../../../src/model/regex/dialects/lucene.js';
import { toPcre } from '../../../../src/model/regex/dialects/pcre.js';
import { toRe2 } from '../../../../src/model/regex/dialects/re2.js';
import { foldRegex } from '../../../../src/model/regex/fold.js';
import { parseRegex } from '../../../../src/model/regex/parse.js';
import { regex } from './build.js';

const re2 = (source: string): unknown => {
  const translated = toRe2(regex(source));
  return translated.ok ? translated.pattern : translated.finding.message;
};
const lucene = (source: string): unknown => {
  const translated = toLuceneRegex(regex(source), 'kept');
  return translated.ok ? translated.pattern : translated.finding.message;
};

test.each([
  ['\\p{Cyrillic}+', '\\p{Cyrillic}+'],
  ['\\PL[^\\p{Lu}\\d]', '\\P{L}[^\\p{Lu}0-9]'],
  ['[\\P{Nd}x]', '[\\P{Nd}x]'],
  ['\\p{Xan}', 'This engine does not have this Unicode property. List the characters instead.'],
  ['(?i)\\p{Lu}', 'This engine does not have this Unicode property. List the characters instead.'],
])('RE2 has %s as %s', (source, written) => {
  expect(re2(source)).toBe(written);
});

test.each([
  ['a{1000}', true],
  ['a{1001}', false],
  ['a{2,1001}', false],
  ['(?:a{2,10}b+){100}', true],
  ['(?:a{2,10}b+){101}', false],
  ['(?:(?:a{10}){10,}){11}', false],
])('RE2 multiplies counts: %s', (source, isTaken) => {
  expect(toRe2(regex(source)).ok).toBe(isTaken);
});

test.each([
  ['[^/]{3,}$', '.*[^\\/]{3,}'],
  ['(?s)a.+$', '.*a.+'],
  ['a\\s+$', '.*a[^!-~]+'],
  // These do not take the line break before which `$` may stand.
  ['[^/]{3}$', '.*[^\\/]{3}[^ -~]?'],
  ['a.+$', '.*a.+[^ -~]?'],
  ['[a-z]+$', '.*[a-z]+[^ -~]?'],
])('what takes line breaks before an end needs no other for Lucene: %s', (source, written) => {
  expect(lucene(source)).toBe(written);
});

test.each([
  ['a\\Kb', 'ab'],
  ['\\Gab', '^ab'],
])('%s finds what %s does', (source, plain) => {
  expect(toPcre(regex(source))).toBe(plain);
});

test.each([
  ['a\\X', '\\X matches a letter with its combining marks, which is not supported.'],
  ['\\C', '\\C matches a single byte, which is not supported.'],
  ['\\g', '\\g needs more, as in \\g{1}.'],
  ['\\O', '\\O is not a valid escape here.'],
])('%s is refused', (source, message) => {
  expect(() => regex(source)).toThrow(message);
});

describe('the same tree in each dialect', () => {
  test.each([
    ['a(?i:b)c', 'a(?i:b)c', 'a(?i:b)c', '.*a([bB])c.*'],
    ['(?:a|b)+?c', '(?:a|b)+?c', '(?:a|b)+c', '.*(a|b)+c.*'],
    ['^x{2,3}\\z', '^x{2,3}\\z', '^x{2,3}$', 'x{2,3}'],
    ['a|(?<n>b)', 'a|(?<n>b)', 'a|(b)', '.*(a|(b)).*'],
  ])('%s', (source, pcre, inRe2, inLucene) => {
    expect([toPcre(regex(source)), re2(source), lucene(source)]).toEqual([pcre, inRe2, inLucene]);
  });
});

describe('where case is ignored, a class has both cases of a letter before it is negated', () => {
  test.each([
    ['(?i)[^a]', '(?i:[^a])', '(?i:[^a])', '.*([^Aa]).*'],
    ['(?i)[^A-Z0-9]', '(?i:[^A-Z0-9])', '(?i:[^A-Z0-9])', '.*([^A-Za-z0-9]).*'],
    ['(?i)[[:^upper:]]', '(?i:[^A-Za-z])', '(?i:[^A-Za-z])', '.*([^A-Za-z]).*'],
    ['(?i)[^é]', '(?i:[^é])', '(?i:[^é])', '.*([^Éé]).*'],
    // The long s and the Kelvin sign are among what is listed, and with them s and k would be.
    ['(?i)[^\\x00-\\x7f]', '(?i:[^\\x00-\\x7f])', '(?i:[^\\x00-\\x7f])', '.*([^ -~]).*'],
    ['(?i)[\\W]', '(?i:\\W)', '(?i:[^A-Za-z0-9_])', '.*([^A-Za-z0-9_]).*'],
    ['(?i)[^\\W-]', '(?i:[A-Za-z0-9_])', '(?i:[A-Za-z0-9_])', '.*([A-Za-z0-9_]).*'],
  ])('%s', (source, pcre, inRe2, inLucene) => {
    expect([toPcre(regex(source)), re2(source), lucene(source)]).toEqual([pcre, inRe2, inLucene]);
  });
});

test('a letter beyond ASCII that a class leaves out may be kept in its other case alone', () => {
  const lowered = toLuceneRegex(regex('^[^é]\\z'), 'lowered');
  expect(lowered.ok && lowered.approximations.length).toBe(1);
});

test('a class of a property and of a set’s complement keeps both in PCRE', () => {
  expect(toPcre(regex('[\\p{L}\\D]'))).toBe('[\\p{L}\\x00-/:-\\x{10ffff}]');
});

test('a class is written as a rule has it, rather than by what it leaves out', () => {
  for (const own of ['[\\x00-\\x1f]', '[^\\x00-\\x7f]', '[^a]', '[\\x00-a]']) {
    expect([toPcre(regex(own)), re2(own)]).toEqual([own, own]);
  }
});

describe('a word boundary that some alternatives have, in Lucene', () => {
  test.each([
    ['^a(?:-|\\b)b\\z', 'a-b'],
    ['^(?:\\d(?:\\.|\\b)){2}\\z', '[0-9]\\.[0-9]\\.|[0-9]\\.[0-9]'],
    ['^[1-9]?\\d(?:,|\\b)-\\z', '[1-9]?[0-9],-|[1-9]?[0-9]-'],
  ])('%s', (source, expected) => {
    expect(lucene(source)).toBe(expected);
  });

  test('is refused where what is beside it may be of a word or not', () => {
    expect(lucene('a?(?:-|\\b).b')).toMatch(/anchor/);
  });
});

test('a class of nothing stays together in Lucene', () => {
  expect(lucene('^a[^\\s\\S]?\\z')).toBe('a([^ -~]&[ -~])?');
});

test('what is refused is the outermost of what a dialect lacks', () => {
  expect(re2('a(?=\\1)')).toMatch(/look-around/);
  expect(lucene('a(?!^b)c')).toMatch(/look-around/);
});

test('a fold gives each node the flags that hold for it', () => {
  const folding = foldRegex<string>(regex('a(?i:b(?-i:c)|d)e').ast, (node, children, flags) =>
    node.kind === 'literal'
      ? `${String.fromCodePoint(node.codePoint)}${flags.ignoreCase ? '!' : ''}`
      : children().join(''),
  );
  expect(folding).toBe('ab!cd!e');
});

test('in a string, Lucene has the control characters that the string has escapes for', () => {
  const inString = (source: string): unknown => {
    const translated = toLuceneRegex(regex(source), 'kept', true);
    return translated.ok ? [translated.pattern, translated.approximations.length] : null;
  };
  expect(inString('^a\\s.\\tb$')).toEqual(['a[\t-\r ][^\n][\t]b\n?', 0]);
  expect(inString('^\\x01\\z')).toEqual([expect.any(String), 1]);
});

describe('the m flag in Lucene', () => {
  const lines = { ignoreCase: false, multiLine: true, dotAll: false };
  const inString = (source: string, isInString = true): string => {
    const parsed = parseRegex(source, lines);
    if (!('ast' in parsed)) throw new Error(source);
    const made = toLuceneRegex({ source, flags: lines, ast: parsed.ast }, 'kept', isInString);
    return made.ok ? made.pattern : made.finding.code;
  };

  test.each([
    ['^ab$', '(.*\n)?ab(\n.*)?'],
    ['^ab', '(.*\n)?ab.*'],
    ['ab$', '.*ab(\n.*)?'],
    ['^ab\\z', '(.*\n)?ab'],
    ['\\A^ab$', 'ab(\n.*)?'],
    ['^\\bab', '(.*\n)?ab.*'],
    ['^(?:a|^b)c', '(.*\n)?ac.*|(.*\n)?bc.*'],
    // Where a line is empty, engines differ.
    ['^$', 'lucene-regex-line-anchor'],
    ['^a*$', 'lucene-regex-line-anchor'],
    ['\\b^ab', 'lucene-regex-word-boundary'],
  ])('%s', (source, written) => {
    expect(inString(source)).toBe(written);
  });

  test('is refused where a line break has no escape', () => {
    expect(inString('^ab$', false)).toBe('lucene-regex-line-anchor');
  });
});
