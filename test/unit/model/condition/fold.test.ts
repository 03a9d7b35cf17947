import { expect, test } from 'vitest';
import { leavesOf } from '../../../../src/model/condition/fold.js';
import { readLibrary } from '../../../support/read-library.js';

test('what a condition names comes in order, whatever links it', () => {
  const text = `title: Leaves
logsource: { category: test }
detection:
  a: { F: 1 }
  b_1: { F: 2 }
  b_2: { F: 3 }
  condition: not (a or 1 of b_*) and all of them
`;
  const { content } = readLibrary(text, { path: 'rule.yml' }).documents[0]!;
  if (content?.kind !== 'rule') throw new Error('no rule');
  const leaves = leavesOf(content.detection.conditions[0]!.expression);
  expect(
    leaves.map(({ leaf, negated }) => [
      leaf.kind === 'condition-identifier' ? leaf.name : leaf.pattern,
      negated,
    ]),
  ).toEqual([
    ['a', true],
    ['b_*', true],
    [null, false],
  ]);
});
