import { expect, test } from 'vitest';
import { byLevel } from '../../../src/model/level.js';
import type { Rule } from '../../../src/model/rule.js';

const table = { informational: 1, low: 2, medium: 3, high: 4, critical: 5 };

test.each([
  ['informational', 1],
  ['critical', 5],
  ['High', 4],
  ['severe', 0],
  ['', 0],
  [null, 0],
  ['constructor', 0],
  ['toString', 0],
  ['__proto__', 0],
])('the level %s has %s', (level, expected) => {
  expect(byLevel({ level } as Rule, table, 0)).toBe(expected);
});
