import fc from 'fast-check';
import { expect, test } from 'vitest';
import { globMatcher, textMatcher } from '../../../../src/model/patterns/glob.js';
import { ANY, pattern } from '../../../../src/model/patterns/pattern.js';
import type { StringPattern } from '../../../../src/model/patterns/pattern.js';

const unit = fc.constantFrom('a', 'b', '\n', '😀');
const part = fc.oneof(
  fc.string({ unit, minLength: 1, maxLength: 3 }),
  fc.constant({ kind: 'any' } as const),
  fc.constant({ kind: 'one' } as const),
);

test('wildcards mean what a regex of the same meaning means', () => {
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 6 }),
      fc.string({ unit, maxLength: 10 }),
      (parts, text) => {
        const source = parts
          .map((p) => (typeof p === 'string' ? p : p.kind === 'any' ? '.*' : '.'))
          .join('');
        const expected = new RegExp(`^${source}$`, 'su').test(text);
        expect(globMatcher(parts as StringPattern)(text)).toBe(expected);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a shape that has an operator means what its wildcards mean', () => {
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 3 }),
      fc.string({ unit, maxLength: 6 }),
      (parts, text) => {
        const patternOf = pattern(parts);
        expect(textMatcher(patternOf, true)(text)).toBe(globMatcher(patternOf)(text));
      },
    ),
  );
});

test('a pattern that is not cased is folded as the text is', () => {
  expect(textMatcher(['ΟΔΟΣ', ANY], false)('οδοσ 1')).toBe(true);
  expect(textMatcher(['A', ANY], true)('a')).toBe(false);
});

test('a hostile pattern takes its time in proportion', () => {
  const stars = Array.from({ length: 200 }, (_, i) => (i % 2 ? 'a' : { kind: 'any' }));
  expect(globMatcher([...stars, 'b'] as StringPattern)('a'.repeat(100_000))).toBe(false);
});
