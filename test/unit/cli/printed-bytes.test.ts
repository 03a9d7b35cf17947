import { expect, test } from 'vitest';
import { PrintedBytes } from '../../../src/cli/match/printed-bytes.js';

test('puts strings, bytes and numbers together in UTF-8', () => {
  const printed = new PrintedBytes(1);
  printed.addText('Größe ');
  printed.addNumber(0);
  printed.addBytes(Buffer.from(' of '));
  printed.addNumber(9_007_199_254_740_991);
  printed.addText(' 😀\ud800');
  const taken = printed.take(null);
  expect(taken.buffer.byteLength).toBe(taken.length);
  expect(Buffer.from(taken).toString()).toBe('Größe 0 of 9007199254740991 😀\ufffd');
  expect(printed.take(null)).toHaveLength(0);
});

test('takes memory that is done with where there is room in it', () => {
  const printed = new PrintedBytes();
  const memory = new ArrayBuffer(4);
  printed.addText('four');
  expect(printed.take(memory).buffer).toBe(memory);
  printed.addText('seven');
  expect(printed.take(memory).buffer).not.toBe(memory);
});
