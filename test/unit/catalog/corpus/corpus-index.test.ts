import { expect, test } from 'vitest';
import { buildCorpusIndex } from '../../../../src/catalog/corpus/corpus-index.js';
import type {
  CorpusLanguage,
  CorpusPredicate,
  CorpusRule,
} from '../../../../src/catalog/corpus/entry.js';

function eq(field: string, value: string, negated = false): CorpusPredicate {
  return { field, context: null, kind: 'eq', value, negated, line: 1 };
}

function rule(
  language: CorpusLanguage,
  path: string,
  predicates: readonly CorpusPredicate[],
  more: Partial<CorpusRule> = {},
): CorpusRule {
  return {
    language,
    path,
    position: 0,
    id: null,
    title: path,
    predicates,
    notes: [],
    problem: null,
    ...more,
  };
}

const a = rule('sigma', 'a.yml', [eq('Image', 'X'), eq('User', 'y'), eq('user', 'Y')]);
const b = rule('sigma', 'b.yml', [eq('Image', 'x'), eq('User', 'y', true)]);
const c = rule('elastic', 'c.toml', [eq('process.executable', 'x'), eq('user', 'y')]);
const d = rule('kusto', 'd.kql', [], { problem: 'Line 1, column 1: no.' });
const index = buildCorpusIndex([d, c, b, a]);

test('rules are sorted by path and position, and stand once', () => {
  const second = { ...a, position: 1 };
  const again = { ...a, title: 'again' };
  expect(buildCorpusIndex([second, b, a, again]).rules).toEqual([a, second, b]);
});

test('looks up rules of every language', () => {
  expect(index.lookup('sigma', eq('NewProcessName', 'x'))).toEqual([a, b, c]);
  expect(index.lookup('sigma', eq('User', 'y', true))).toEqual([b]);
  expect(index.lookup('sigma', eq('User', 'z'))).toEqual([]);
});

test('counts per language, without one rule, each rule once', () => {
  expect(index.counts('sigma', eq('Image', 'x'), a)).toEqual({
    total: 2,
    languages: { sigma: 1, elastic: 1 },
  });
  expect(index.counts('sigma', eq('Image', 'x'))).toMatchObject({ total: 3 });
  expect(index.counts('sigma', eq('User', 'y'), { ...a })).toEqual({
    total: 1,
    languages: { elastic: 1 },
  });
});

test('relatives share most first', () => {
  expect(index.relatives(a)).toEqual([
    { rule: c, shared: 2 },
    { rule: b, shared: 1 },
  ]);
  expect(index.relatives(d)).toEqual([]);
  expect(index.relatives({ ...a, path: 'elsewhere.yml' })).toEqual([]);
});

test('the unread are listed', () => {
  expect(index.unread).toEqual([d]);
});

test('indicators are sorted, with their rules', () => {
  expect(
    index
      .indicators()
      .map(({ indicator: i, rules }) => [i.field, i.value, i.negated, rules.length]),
  ).toEqual([
    ['Image', 'x', false, 3],
    ['User', 'y', false, 2],
    ['User', 'y', true, 1],
  ]);
});

test('has its rules in one order, whatever order they were given in', () => {
  expect(buildCorpusIndex([a, b, c, d]).rules).toEqual(index.rules);
});
