import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ANY,
  ONE,
  parseExpandable,
  parsePattern,
  pattern,
  printPattern,
} from '../../src/model/patterns/pattern.js';
import type { PatternPart } from '../../src/model/patterns/pattern.js';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('\\', '*', '?', '%', 'a', 'é', '\n') }),
  fc.string({ unit: 'binary' }),
);
const wildcard = fc.constantFrom<PatternPart>(ANY, ONE);
const placeholder = fc
  .stringMatching(/^[\w.-]{1,5}$/)
  .map((name): PatternPart => ({ kind: 'placeholder', name }));

test('a printed pattern is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(text, wildcard)).map(pattern), (parts) => {
      expect(parsePattern(printPattern(parts))).toEqual(parts);
    }),
  );
});

test('so is one with placeholders, under expand', () => {
  const parts = fc
    .tuple(fc.array(fc.oneof(text, wildcard, placeholder)), placeholder, text)
    .map(([head, one, tail]) => pattern([...head, one, tail]));
  fc.assert(
    fc.property(parts, (p) => {
      expect(parseExpandable(printPattern(p))).toEqual(p);
    }),
  );
});

test('printing twice changes nothing, and no print is longer than it must be', () => {
  fc.assert(
    fc.property(text, (t) => {
      const printed = printPattern(parsePattern(t));
      expect(printPattern(parsePattern(printed))).toBe(printed);
      expect(printed.length).toBeLessThanOrEqual(t.length);
    }),
  );
});
