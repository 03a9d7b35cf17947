import { expect, test } from 'vitest';
import { requiredTexts } from '../../../../src/model/regex/required-texts.js';
import { lower } from '../../../../src/predicate/lower.js';
import { readLibrary } from '../../../read-library.js';

function textsOf(source: string): readonly string[] | null {
  const library = readLibrary(
    JSON.stringify({
      title: 't',
      logsource: { product: 'p' },
      detection: { s: { 'F|re': source }, condition: 's' },
    }),
  );
  const rule = library.documents[0]!.content;
  if (rule?.kind !== 'rule') throw new Error(`unreadable: ${source}`);
  const { expression } = lower(rule, rule.detection.conditions[0]!);
  if (expression?.kind !== 'regex') throw new Error(`no regex: ${source}`);
  return requiredTexts(expression.regex.ast);
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
