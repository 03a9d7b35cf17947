import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldCase } from '../../../../src/model/patterns/case-folding.js';
import { textMatcher } from '../../../../src/model/patterns/glob.js';
import { printPattern } from '../../../../src/model/patterns/pattern.js';
import { plainStrings } from '../../../../src/model/regex/plain.js';
import { regexMatcher } from '../../../../src/match/regex.js';
import { regex } from './build.js';

test.each<[string, readonly string[] | null]>([
  ['foo', ['cased *foo*']],
  ['(?i)foo', ['*foo*']],
  ['-\\d*', ['*-*']],
  ['^foo|(bar)', ['cased foo*', 'cased *bar*']],
  ['(?i)^\\\\a\\.b\\z', ['\\a.b']],
  ['.*foo.*', ['cased *foo*']],
  ['a[.]b', ['cased *a.b*']],
  ['(?i:a)1', ['*a1*']],
  ['(?i:a)b', null],
  ['(?m)^foo', null],
  ['foo$', null],
  ['^.*foo', null],
  ['foo.+', null],
  ['a*+ab', null],
  ['a.b', null],
  ['a\\n', null],
  ['^', null],
  ['a|b.', null],
])('%s is %j', (source, strings) => {
  const found = plainStrings(regex(source));
  expect(found?.map((p) => `${p.cased ? 'cased ' : ''}${printPattern(p.pattern)}`) ?? null).toEqual(
    strings,
  );
});

const pieces = ['a', 'B', 'k', '1', 'a*', 'b?', '.*', '^', '\\z', '(?:a)', '(?i:b)', '|', '[a]'];
const values = fc.array(fc.constantFrom('a', 'A', 'b', 'B', 'k', '\u212a', '1', '\n'), {
  maxLength: 6,
});

test('the strings are found just where the expression is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', '(?i)', '(?s)', '(?m)'),
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }),
      fc.array(values, { minLength: 20, maxLength: 20 }),
      (flags, source, texts) => {
        const made = regex(flags + source.join(''));
        const found = plainStrings(made);
        if (!found) return;
        const matches = regexMatcher(made);
        for (const letters of texts) {
          const value = letters.join('');
          const has = found.some((p) =>
            textMatcher(p.pattern, p.cased)(p.cased ? value : foldCase(value)),
          );
          expect(has).toBe(matches(value));
        }
      },
    ),
    { numRuns: 2000 },
  );
});
