import { expect, test } from 'vitest';
import { determinizedStates } from '../../../../src/model/regex/determinized-states.js';
import { parseRegex } from '../../../../src/model/regex/parse.js';

const FLAGS = { ignoreCase: false, multiLine: false, dotAll: true };

function statesOf(source: string, most: number): number {
  const parsed = parseRegex(source, FLAGS);
  if (!('ast' in parsed)) throw new Error(source);
  return determinizedStates(parsed.ast, most);
}

test.each([
  // What it remembers: for each of the last characters, whether it was an a.
  ['a.{5}\\z', 2 ** 6],
  ['a.{9}\\z', 2 ** 10],
  ['a.{6}\\z', 2 ** 7],
  // Where the first a must be is known.
  ['^a.{20}b\\z', 23],
])('%s has %i states, counted up to 101', (source, states) => {
  expect(statesOf(source, 100)).toBe(Math.min(states, 101));
});

test.each(['(a|b).{20}c', '(?=a).{20}', 'a.{1000}b', 'abc', 'a.*b.*c'])(
  '%s is not estimated',
  (source) => {
    expect(statesOf(source, 1_000)).toBe(0);
  },
);
