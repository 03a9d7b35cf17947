import { expect, test } from 'vitest';
import { requiredTexts } from '../../../../src/model/regex/required-texts.js';
import { regex } from './build.js';

function textsOf(source: string): readonly string[] | null {
  return requiredTexts(regex(source).ast);
}

test.each<[string, readonly string[] | null]>([
  ['abc', ['abc']],
  ['a\\d+Long\\s', ['long']],
  ['(foo|Quux)', ['foo', 'quux']],
  ['(foo|b*)', null],
  ['(?:abc)?d', ['d']],
  ['(?:abc)+d', ['abc']],
  ['[iI][eE][xX]', ['iex']],
  ['[^a]b', ['b']],
  ['.*', null],
  ['(?=abc)x', ['x']],
  ['(?i)ABC', ['abc']],
])('%s', (source, expected) => {
  expect(textsOf(source)).toEqual(expected);
});
