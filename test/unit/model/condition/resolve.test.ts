import { expect, test } from 'vitest';
import { resolveIdentifiers } from '../../../../src/model/condition/resolve.js';
import type { ConditionQuantified } from '../../../../src/model/condition/ast.js';
import type { SearchIdentifier } from '../../../../src/model/detection.js';

test.each([
  ['sel*', 'sel sel_1 selection', 'sel sel_1 selection'],
  ['sel_?', 'sel_ sel_1 sel_12', 'sel_1'],
  ['*_a*b', 'x_ab x_a_b x_a _ab', 'x_ab x_a_b'],
  ['Sel*', 'sel Sel', 'Sel'],
  // A backslash escapes nothing in a condition.
  ['a\\*', 'a* a\\b', 'a\\b'],
  [null, 'a _b', 'a'],
])('%s resolves to identifiers among %s', (pattern, names, expected) => {
  const identifiers = names.split(' ').map((text) => ({ name: { text } }) as SearchIdentifier);
  const found = resolveIdentifiers({ pattern } as ConditionQuantified, identifiers);
  expect(found.map((i) => i.name.text).join(' ')).toBe(expected);
});
