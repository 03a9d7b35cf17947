import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ANY,
  ONE,
  pattern,
  patternInClasses,
  patternToRegex,
  toLuceneRegex,
} from '../../src/backend/index.js';

const part = fc.oneof(
  fc.constantFrom(ANY, ONE),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 2 }),
  fc.constantFrom('\\', '/', '[a-z]', 'ſ', 'İ', 'ß', '"', '\t'),
);

test('patterns become the same regular expression with a tree in between and without', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const given = pattern(parts);
      const written = patternInClasses(given);
      // A text of nothing, and `*` alone, are never asked for as regular expressions.
      fc.pre(written !== null && !['', '.*'].includes(written));
      expect(toLuceneRegex(patternToRegex(given, false), 'kept')).toEqual({
        ok: true,
        pattern: written,
        approximations: [],
      });
    }),
    { numRuns: 2_000 },
  );
});
