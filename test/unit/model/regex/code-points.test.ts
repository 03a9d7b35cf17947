import { parseRegex } from '../../../../src/model/regex/parse.js';
import { printMembers } from '../../../../src/model/regex/dialects/perl.js';
import { expect, test } from 'vitest';
import { foldCase } from '../../../../src/model/patterns/case-folding.js';
import { foldsBeyondAscii, otherCases } from '../../../../src/model/regex/code-points.js';

test.each([
  ['a', 'A'],
  ['A', 'a'],
  ['ä', 'Ä'],
  ['ß', 'ẞ'],
  ['ẞ', 'ß'],
  ['ᾳ', 'ᾼ'],
  ['σ', 'Σς'],
  ['ς', 'Σσ'],
  ['µ', 'Μμ'],
  ['ſ', 'Ss'],
  ['\u212a', 'Kk'],
  ['𐐀', '𐐨'],
  ['ı', ''],
  ['İ', ''],
  ['1', ''],
  ['漢', ''],
])('the other cases of %s are %s', (letter, others) => {
  const found = otherCases(letter.codePointAt(0)!);
  expect(String.fromCodePoint(...found)).toBe(others);
  for (const other of found) expect(foldCase(String.fromCodePoint(other))).toBe(foldCase(letter));
});

test('a letter of ASCII has no other case beyond it', () => {
  expect(otherCases('k'.charCodeAt(0))).toEqual(['K'.charCodeAt(0)]);
  expect(foldsBeyondAscii('Straße')).toBe(true);
  expect(foldsBeyondAscii('ısı')).toBe(false);
});

test('no letter of any alphabet is left out', () => {
  for (let codePoint = 128; codePoint <= 0x10ffff; codePoint++) {
    if (codePoint >= 0xd800 && codePoint < 0xe000) continue;
    const c = String.fromCodePoint(codePoint);
    const folded = foldCase(c);
    if (folded !== c) expect(otherCases(codePoint)).toContain(folded.codePointAt(0));
  }
});

test.each([
  ['[A-Za-z0-9+/]', '[A-Za-z0-9+/]'],
  ['[0-9a-f]', '[a-f0-9]'],
  ['[\\w.-]', '[A-Za-z0-9\\-._]'],
  ['[!-~]', '[!-~]'],
  ['[@-Z]', '[A-Z@]'],
  ['[^\\w:/]', '[^A-Za-z0-9/:_]'],
])('%s is written %s', (source, written) => {
  const parsed = parseRegex(source, { ignoreCase: false, multiLine: false, dotAll: false });
  if (!('ast' in parsed) || parsed.ast.kind !== 'class') throw new Error(source);
  const flags = { ignoreCase: false, multiLine: false, dotAll: false };
  expect(printMembers(parsed.ast, flags)).toBe(written);
});
