import { expect, test } from 'vitest';
import fc from 'fast-check';
import { coversPattern, matchesPattern } from '../../../../src/model/patterns/matches-pattern.js';
import { parsePattern } from '../../../../src/model/patterns/pattern.js';
import { textFinder } from '../../../../src/predicate/simplify/text-finder.js';
import { widest } from '../../../../src/predicate/simplify/widest.js';
import { is, show } from '../build.js';

function left(...values: readonly string[]): readonly string[] {
  return widest(values.map((value) => is('f', value))).map((o) => show(o).slice(2));
}

test('an option that another covers is left out', () => {
  expect(left('*.js*', '*.jse*', '*.vbs*')).toEqual(['any.jsany', 'any.vbsany']);
  expect(left('*script*.jse*', '*Script*.js*')).toEqual(['anyScriptany.jsany']);
  expect(left('a\\\\*\\b.exe', 'a\\\\*\\Temp\\\\*\\b.exe')).toEqual(['a\\any\\b.exe']);
  expect(left('*a?c*', '*abc*', '*ac*')).toEqual(['anyaonecany', 'anyacany']);
  expect(left('ab*', 'abc', 'b')).toEqual(['abany', 'b']);
  expect(left('*', 'a', '*b*')).toEqual(['any']);
});

test('letter case counts only if both say so', () => {
  const options = [is('f', '*AB*', true), is('f', 'xabx'), is('f', 'xABx', true)];
  expect(widest(options)).toEqual(options.slice(0, 2));
  expect(widest([is('f', '*ab*'), is('f', 'xABx', true)])).toHaveLength(1);
});

test('of many options, too', () => {
  const many = Array.from({ length: 2_000 }, (_, i) => `*tea\\dir${i}*`);
  expect(left(...many)).toHaveLength(10);
  const apart = Array.from({ length: 2_000 }, (_, i) => `c:\\cups\\\\*\\x${i}.exe`);
  expect(left(...apart)).toHaveLength(2_000);
});

const text = fc.stringMatching(/^[ab*?]{0,6}$/);

test('what covers a pattern matches all that the pattern does', () => {
  const words = [''];
  for (const word of words) if (word.length < 5) words.push(`${word}a`, `${word}b`);
  fc.assert(
    fc.property(text, text, (wide, narrow) => {
      const [a, b] = [parsePattern(wide), parsePattern(narrow)];
      fc.pre(coversPattern(a, b, false));
      const matched = words.filter((word) => matchesPattern(b, word, false));
      expect(matched.every((word) => matchesPattern(a, word, false))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('all texts that are part of another are found', () => {
  const part = fc.stringMatching(/^[ab]{0,4}$/);
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 8 }),
      fc.stringMatching(/^[ab]{0,12}$/),
      (texts, whole) => {
        const expected = texts.flatMap((t, i) => (whole.includes(t) ? [i] : []));
        expect([...textFinder(texts)(whole)].sort((x, y) => x - y)).toEqual(expected);
      },
    ),
  );
});
