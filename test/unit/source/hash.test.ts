import { expect, test } from 'vitest';
import { hashOf } from '../../../src/source/hash.js';

test('a hash is the same on every machine', () => {
  expect(['', 'a', 'ä\u{1f600}'].map(hashOf)).toMatchInlineSnapshot(`
    [
      "1aee976dc14d573c",
      "82c9fbc830327eb7",
      "4bfd9d2c84ab8a27",
    ]
  `);
});

test('texts that are nearly the same have other hashes', () => {
  const texts = new Set<string>();
  for (let i = 0; i < 200_000; i++) texts.add(hashOf(`rule ${i}`));
  for (let i = 0; i < 2_000; i++) texts.add(hashOf('\u0000'.repeat(i)));
  expect(texts.size).toBe(202_000);
});

test('every part of a hash depends on the text', () => {
  const first = new Set<string>();
  for (let i = 0; i < 20_000; i++) first.add(hashOf(`x${i}`).slice(0, 8));
  // Of so many names of 32 bits, chance gives none or one twice.
  expect(first.size).toBeGreaterThan(19_995);
});
