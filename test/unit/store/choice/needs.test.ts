import { describe, expect, test } from 'vitest';
import { asksAlways } from '../../../../src/store/choice/needs.js';
import { ruleOf } from '../build.js';

function always(detection: string): boolean {
  return asksAlways(ruleOf('{ category: c }', detection), 'Wanted');
}

describe('a field that a rule asks for, however it is satisfied', () => {
  test.each([
    ['in the only selection', '  a: { wanted: 1, b: 2 }\n  condition: a', true],
    ['not at all', '  a: { b: 2 }\n  condition: a', false],
    [
      'in one of two that both hold',
      '  a: { Wanted: 1 }\n  b: { c: 2 }\n  condition: a and b',
      true,
    ],
    ['in one of two', '  a: { Wanted: 1 }\n  b: { c: 2 }\n  condition: a or b', false],
    ['in both of two', '  a: { Wanted: 1 }\n  b: { Wanted: 2 }\n  condition: a or b', true],
    ['under a not', '  a: { Wanted: 1 }\n  b: { c: 2 }\n  condition: b and not a', false],
    ['negated', '  a: { Wanted|neq: 1 }\n  condition: a', false],
    ['in one map of a list', '  a: [{ Wanted: 1 }, { b: 2 }]\n  condition: a', false],
    ['in all maps of a list', '  a: [{ Wanted: 1 }, { Wanted: 2, b: 2 }]\n  condition: a', true],
    ['in all of them', '  a: { Wanted: 1 }\n  b: { c: 2 }\n  condition: all of them', true],
    ['in 1 of them', '  a: { Wanted: 1 }\n  b: { c: 2 }\n  condition: 1 of them', false],
    [
      'in two of three of which two hold',
      '  a: { Wanted: 1 }\n  b: { Wanted: 2 }\n  c: { d: 2 }\n  condition: 2 of them',
      true,
    ],
    [
      'in one of three of which two hold',
      '  a: { Wanted: 1 }\n  b: { c: 2 }\n  d: { e: 2 }\n  condition: 2 of them',
      false,
    ],
    ['in one of two conditions', '  a: { Wanted: 1 }\n  b: { c: 2 }\n  condition: [a, b]', false],
  ])('%s', (_, detection, expected) => {
    expect(always(detection)).toBe(expected);
  });
});
