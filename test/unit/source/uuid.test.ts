import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isUuid, sha1, uuidOf } from '../../../src/source/uuid.js';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('version 5, as the RFC shows it', () => {
  expect(uuidOf('www.example.com', DNS)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  expect(isUuid(uuidOf('ж 😀', DNS))).toBe(true);
});

test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000])('SHA-1 of %i bytes', (length) => {
  const bytes = Array.from({ length }, (_, i) => (i * 7 + 250) & 0xff);
  const expected = createHash('sha1').update(Uint8Array.from(bytes)).digest('hex');
  expect(sha1(bytes)).toBe(expected);
});

test.each([
  ['6BA7B810-9DAD-11D1-80B4-00C04FD430C8', true],
  ['6ba7b810-9dad-11d1-80b4-00c04fd430c', false],
  ['6ba7b810-9dad-11d1-80b4-00c04fd430c8\n', false],
  ['', false],
])('%j', (text, is) => {
  expect(isUuid(text)).toBe(is);
});
