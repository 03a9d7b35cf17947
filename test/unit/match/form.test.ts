import { expect, test } from 'vitest';
import { firstOf } from '../../../src/match/events/form.js';

const form = (name: string, marks: readonly string[], isOf = true) => ({
  marks,
  read: () => (isOf ? name : null),
});

test('the first form that an event is of is read, whatever the order of its names', () => {
  const read = firstOf([form('a', ['x']), form('b', ['y', 'z']), form('c', ['z'])]);
  expect([{ x: 1, z: 1 }, { z: 1, x: 1 }, { z: 1 }].map((e) => read(e, e))).toEqual([
    'a',
    'a',
    'b',
  ]);
});

test('an event that has a mark of a form that it is not of is read in a later one', () => {
  const read = firstOf([form('a', ['x'], false), form('b', ['x', 'y']), form('c', ['y'])]);
  expect(read({ y: 1, x: 1 }, {})).toBe('b');
});

test('an event with no mark is of no form', () => {
  const read = firstOf([form('a', ['x'])]);
  expect([{}, { X: 1 }, { constructor: 1 }].map((e) => read(e, e))).toEqual([null, null, null]);
});
