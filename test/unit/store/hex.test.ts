import { expect, test } from 'vitest';
import { itemsOf } from '../../../src/model/rewrite.js';
import { mayBeHex } from '../../../src/store/forms/held.js';
import { ruleOf } from './build.js';

test.each([
  ['a1: tea', false],
  ['a1: 777', false],
  ["a1: '*'", false],
  ['a1|exists: true', false],
  ['a1: null', false],
  ['a1: two cups', true],
  ['a1: thé', true],
  ['a1|contains: tea', true],
  ['a1|endswith: .tea', true],
  ["a1|re: '^tea$'", true],
  ['a1: [tea, two cups]', true],
])('%s may be in hexadecimal: %s', (item, expected) => {
  const rule = ruleOf('{ product: linux, service: auditd }', `  s: { ${item} }\n  condition: s`);
  expect(itemsOf(rule).some(mayBeHex)).toBe(expected);
});
