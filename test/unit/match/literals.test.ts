import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LiteralSet } from '../../../src/match/literals.js';

test('finds exactly the literals that the text contains', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '😀'), maxLength: 30 });
  const literals = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', '😀'), minLength: 1, maxLength: 5 }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(literals, text, (all, searched) => {
      const found = new Set<number>();
      new LiteralSet(all).scan(searched, (index) => found.add(index));
      expect([...found].sort()).toEqual(
        all.flatMap((literal, i) => (searched.includes(literal) ? [i] : [])),
      );
    }),
  );
});
