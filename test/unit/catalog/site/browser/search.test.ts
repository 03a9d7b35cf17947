import { describe, expect, test } from 'vitest';
import type { SearchRule } from '../../../../../src/catalog/site/browser/data.js';
import {
  filter,
  search,
  searchable,
  snippet,
  termsOf,
} from '../../../../../src/catalog/site/browser/search.js';

function rule(
  title: string,
  text: string,
  facets: readonly (readonly number[])[] = [],
): SearchRule {
  return ['rules/x.html', title, 'test', 'windows', facets, text];
}

describe('what is asked', () => {
  test.each([
    ['', []],
    ['  ', []],
    ['Whoami', ['whoami']],
    ['a  b a', ['a', 'b']],
    ['"a b" c', ['a b', 'c']],
    ['"a b', ['a b']],
    ['a"b', ['a', 'b']],
    ['""', []],
    ['\\whoami.exe', ['\\whoami.exe']],
  ])('%j is %j', (query, terms) => {
    expect(termsOf(query)).toEqual(terms);
  });
});

describe('what is found', () => {
  const rules = searchable([
    rule('Encoded text', 'nothing'),
    rule('A shell', 'PowerShell with encoded text'),
    rule('PowerShell with encoded text', 'x'),
    rule('Text of PowerShell', 'encoded'),
    rule('PowerShell', 'encoded text'),
    rule('Encoded PowerShell text', ''),
  ]);

  test('has every term, titles first', () => {
    expect(search(rules, ['powershell', 'text'])).toEqual([2, 3, 5, 4, 1]);
    expect(search(rules, ['encoded', 'powershell'])).toEqual([5, 2, 3, 4, 1]);
    expect(search(rules, ['powershell', 'absent'])).toEqual([]);
  });

  test('is everything where nothing is asked', () => {
    expect(search(rules, [])).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('is shown with what stands around it', () => {
    const text = `first line\n${'x'.repeat(100)} found here ${'y'.repeat(100)}\nlast`;
    const cut = snippet(text, text.toLowerCase(), 'found');
    expect(cut).toMatch(/^…x{69} found here y+…$/);
    expect(snippet(text, text, 'line')).toBe('first line');
    expect(snippet(text, text, 'absent')).toBeNull();
  });

  test('is not shown where lower case moves places', () => {
    expect(snippet('İ found', 'İ found'.toLowerCase(), 'found')).toBeNull();
  });
});

describe('filters', () => {
  const rules = [
    rule('0', '', [[0], [0, 1]]),
    rule('1', '', [[0], [1]]),
    rule('2', '', [[1], [0]]),
    rule('3', '', [[], []]),
  ];
  const all = [0, 1, 2, 3];
  const chosen = (a: number[], b: number[]) => [new Set(a), new Set(b)];

  test('none', () => {
    expect(filter(all, rules, [2, 2], chosen([], []))).toEqual({
      rules: all,
      counts: [
        [2, 1],
        [2, 2],
      ],
    });
  });

  test('one facet narrows the counts of the others, not its own', () => {
    expect(filter(all, rules, [2, 2], chosen([0], []))).toEqual({
      rules: [0, 1],
      counts: [
        [2, 1],
        [1, 2],
      ],
    });
  });

  test('values of a facet are alternatives, facets are not', () => {
    expect(filter(all, rules, [2, 2], chosen([0, 1], [])).rules).toEqual([0, 1, 2]);
    expect(filter(all, rules, [2, 2], chosen([0], [0]))).toEqual({
      rules: [0],
      counts: [
        [1, 1],
        [1, 2],
      ],
    });
  });

  test('keep the order of what was found', () => {
    expect(filter([2, 0], rules, [2, 2], chosen([], [0])).rules).toEqual([2, 0]);
  });
});
