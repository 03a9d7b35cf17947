import { describe, expect, test } from 'vitest';
import { checkConditions, resolveIdentifiers } from '../../../../src/model/condition/resolve.js';
import type { ConditionQuantified } from '../../../../src/model/condition/ast.js';
import type { SearchIdentifier } from '../../../../src/model/detection.js';
import { parsed, scalar } from '../build.js';

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

const { span } = scalar('x');

function identifiers(...names: string[]): SearchIdentifier[] {
  const body = { kind: 'detection-group', linking: 'any', items: [], span } as const;
  return names.map((text) => ({ kind: 'search-identifier', name: { text, span }, body, span }));
}

describe('which search identifiers are meant', () => {
  const all = identifiers(
    'selection',
    'selection_1',
    'selection_22',
    'filter',
    '_hidden',
    'Selection',
  );
  const meant = (text: string) => {
    const { expression } = parsed(text);
    if (expression.kind !== 'condition-quantified') throw new Error('not quantified');
    return resolveIdentifiers(expression, all).map((i) => i.name.text);
  };

  test.each([
    ['1 of them', 'selection selection_1 selection_22 filter Selection'],
    ['1 of selection*', 'selection selection_1 selection_22'],
    ['1 of selection_*', 'selection_1 selection_22'],
    ['1 of selection_?', 'selection_1'],
    ['1 of *_*', 'selection_1 selection_22'],
    ['1 of _*i*', '_hidden'],
    ['1 of *election', 'selection Selection'],
    ['1 of filter', 'filter'],
    ['1 of _*', '_hidden'],
    ['1 of s*i*2', 'selection_22'],
    ['1 of *', 'selection selection_1 selection_22 filter Selection'],
  ])('%s', (text, names) => {
    expect(meant(text).join(' ')).toBe(names);
  });
});

describe('a condition is held against the search identifiers', () => {
  const check = (text: string, ...names: string[]) =>
    checkConditions([parsed(text)], identifiers(...names), 'detection').map(
      (d) => `${d.severity} ${d.code}: ${d.message}`,
    );

  test('all is well', () => {
    expect(check('a and not 1 of b*', 'a', 'b1', 'b2')).toEqual([]);
  });

  test('an undefined one, with the nearest name', () => {
    expect(check('selecton and selection', 'selection')).toEqual([
      'error undefined-identifier: There is no search identifier `selecton`. Did you mean `selection`?',
    ]);
  });

  test('another letter case is another name', () => {
    expect(check('Selection', 'selection')[0]).toContain('Did you mean `selection`?');
  });

  test('nothing alike, no suggestion', () => {
    expect(check('a and keywords', 'a')[0]).toContain('Define it under `detection`');
  });

  test('a pattern that fits none', () => {
    expect(check('a or 1 of filter_*', 'a')).toEqual([
      'error pattern-matches-nothing: The pattern `filter_*` matches no search identifier, so the condition can never be met. Correct it, or define one.',
    ]);
    expect(check('all of them or _a', '_a')[0]).toContain(
      '`them` excludes names that start with `_`',
    );
  });

  test('more than there are, or none', () => {
    expect(check('3 of a*', 'a1', 'a2')[0]).toContain(
      'error quantifier-never-matches: `3 of` can never match',
    );
    expect(check('2 of them', 'a')[0]).toContain('matching search identifiers is 1');
    expect(check('0 of them', 'a')[0]).toContain('error quantifier-zero');
    expect(check('2 of a*', 'a1', 'a2')).toEqual([]);
  });

  test('an unused one', () => {
    expect(check('a', 'a', 'b').map((m) => m.split(':')[0])).toEqual(['warning unused-identifier']);
    expect(check('1 of them', 'a', '_b')[0]).toContain('No condition uses `_b`');
    expect(check('1 of them or _b', 'a', '_b')).toEqual([]);
    expect(check('a | near b', 'a', 'b')).toEqual([]);
  });

  test('one that is only unused because the condition misspells it is not reported', () => {
    const found = check('selection and not fliter', 'selection', 'filter', 'other');
    expect(found.map((m) => m.split(':')[0])).toEqual([
      'error undefined-identifier',
      'warning unused-identifier',
    ]);
    expect(found[0]).toContain('`filter`');
    expect(found[1]).toContain('`other`');
  });

  test('a name is reported once, however often it stands there', () => {
    const text = 'wrong and '.repeat(1_000) + 'wrong';
    expect(check(text, 'a').filter((m) => m.startsWith('error'))).toHaveLength(1);
  });

  test('many undefined names among many defined ones take no long time', () => {
    const wrong = Array.from({ length: 5_000 }, (_, i) => `selektion_number_${i}`).join(' or ');
    const names = Array.from({ length: 5_000 }, (_, i) => `selection_number_${i}`);
    const before = performance.now();
    // The first are suggested, and so not unused.
    expect(check(wrong, ...names)).toHaveLength(10_000 - 20);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
