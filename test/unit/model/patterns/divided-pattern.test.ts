import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldCase } from '../../../../src/model/patterns/case-folding.js';
import { dividedPattern } from '../../../../src/model/patterns/divided-pattern.js';
import { textMatcher } from '../../../../src/model/patterns/glob.js';
import { parsePattern, printPattern } from '../../../../src/model/patterns/pattern.js';

const divided = (source: string): readonly string[] | null =>
  dividedPattern(parsePattern(source))?.map(printPattern) ?? null;

test.each<[string, readonly string[] | null]>([
  ['*\\Temp\\\\*.ps1', ['*\\Temp\\\\*', '*.ps1']],
  ['/etc/*release', ['/etc/*', '*release']],
  ['a*b*c', ['a*', '*b*', '*c']],
  ['/etc/*', null],
  ['aba*ba', null],
  ['ABA*ba', null],
  ['*a*aa', null],
  ['aa*a', null],
  ['*a*b*', null],
  ['*a?b', null],
  ['a*b*c*d', null],
])('%s is %j', (source, parts) => {
  expect(divided(source)).toEqual(parts);
});

const letters = fc.array(fc.constantFrom('a', 'b', 'B', 'k', '\u212a'), { maxLength: 7 });

test('a value has all parts just where it has the whole pattern', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'K', '*'), { maxLength: 7 }),
      fc.boolean(),
      fc.array(letters, { minLength: 20, maxLength: 20 }),
      (pieces, cased, values) => {
        const whole = parsePattern(pieces.join(''));
        const parts = dividedPattern(whole);
        if (!parts) return;
        for (const letter of values) {
          const value = cased ? letter.join('') : foldCase(letter.join(''));
          const has = parts.every((part) => textMatcher(part, cased)(value));
          expect(has).toBe(textMatcher(whole, cased)(value));
        }
      },
    ),
    { numRuns: 3000 },
  );
});
