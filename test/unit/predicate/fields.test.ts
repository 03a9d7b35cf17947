import { expect, test } from 'vitest';
import { fieldPredicatesOf, fieldsOf } from '../../../src/predicate/fields.js';
import { lower } from '../../../src/predicate/lower.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { readLibrary } from '../../support/read-library.js';

const RULE = `title: Fields
logsource: { category: test }
detection:
  a:
    B|contains: [x, y]
    A|fieldref: C
  k: [word]
  condition: a and not (a or k)
`;

function treeOf(text: string): Expression {
  const { content } = readLibrary(text, { path: 'rule.yml' }).documents[0]!;
  if (content?.kind !== 'rule') throw new Error('no rule');
  return lower(content, content.detection.conditions[0]!).expression!;
}

test('each predicate on a field comes once, though its search identifier is named twice', () => {
  expect(fieldPredicatesOf(treeOf(RULE)).map((p) => [p.kind, p.field.text])).toEqual([
    ['string', 'B'],
    ['string', 'B'],
    ['field-ref', 'A'],
  ]);
});

test('fields come in order, those that another is compared with too', () => {
  const fields = [...fieldsOf(treeOf(RULE))];
  expect(fields.map(([name]) => name)).toEqual(['B', 'A', 'C']);
  expect(fields.every(([name, field]) => field.text === name)).toBe(true);
});
