import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldCase } from '../../../src/model/case-folding.js';
import { LiteralSet } from '../../../src/match/literals.js';

test('finds exactly the literals that the text contains, whatever their case', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'c', '\u212a', '😀'), maxLength: 30 });
  const literals = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'k', '😀'), minLength: 1, maxLength: 7 }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(literals, text, (all, searched) => {
      const found = new Set<number>();
      new LiteralSet(all).scan(searched, foldCase, (index) => found.add(index));
      expect([...found].sort()).toEqual(
        all.flatMap((literal, i) => (foldCase(searched).includes(literal) ? [i] : [])),
      );
    }),
  );
});
