import { describe, expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { cheapestFirst, dearestOf, partCosts, searchOf } from '../../../src/backend/index.js';
import type { CostModel } from '../../../src/backend/index.js';
import { is, not, or, and } from '../predicate/build.js';

/** By the field's name. */
const model: CostModel = (node) => {
  const name = node.kind === 'keyword' ? 'scan' : node.field.text.split(' ')[0]!;
  return { class: name as ReturnType<CostModel>['class'], why: `of ${name}` };
};

describe('cheap conjuncts first', () => {
  test('by the dearest of their predicates, those of one class as the rule has them', () => {
    const [a, b] = [is('scan 1', 'x'), is('scan 2', 'y')];
    const either = or(is('source', 'x'), is('pattern', 'y'));
    const term = is('term', 'x');
    expect(cheapestFirst([a, either, b, term], model)).toEqual([term, a, b, either]);
    expect(cheapestFirst([and(b, a, term)], model)).toEqual([term, b, a]);
  });

  test('a negation never before what can be looked up', () => {
    const [no, prefix] = [not(is('source', 'x')), is('prefix', 'y')];
    expect(cheapestFirst([no, prefix], model)).toEqual([prefix, no]);
  });

  test('what is in order already is the same', () => {
    const conditions = [is('source', 'x'), is('term', 'y')];
    expect(cheapestFirst(conditions, model)).toBe(conditions);
  });
});

test('the dearest of a search, with its place', () => {
  const costs = partCosts([and(is('term', 'x'), not(is('computed', 'y')))], model);
  expect(costs.map((c) => c.class)).toEqual(['term', 'computed']);
  expect(dearestOf(costs)?.why).toBe('of computed');
  expect(dearestOf([])).toBeNull();
});

test('a backend tells what its product pays', () => {
  const plan = searchOf(and(is('a', 'x'), is('b', '*x*'), is('c', 'x?y')));
  const costs = splunk.costs!({ rule: {} as never, id: '', plan, options: {} });
  expect(costs.map((c) => c.class)).toEqual(['term', 'scan', 'pattern']);
});
