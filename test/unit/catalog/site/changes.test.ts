import { describe, expect, test } from 'vitest';
import {
  changesSince,
  manifestOf,
  printManifest,
  readManifest,
} from '../../../../src/catalog/site/changes.js';
import type { CatalogRule } from '../../../../src/catalog/site/entry.js';
import { rulesOf } from './build.js';

const ID = '11111111-2222-4333-8444-555555555555';
const TEXT = `title: One
id: ${ID}
level: low
status: test
logsource: { product: windows }
detection:
  s:
    a: [x, y]
  condition: s
`;

const one = (text = TEXT, path = 'one.yml'): CatalogRule => rulesOf(text, path)[0]!;

function changes(before: readonly CatalogRule[], after: readonly CatalogRule[]) {
  const read = readManifest(printManifest(manifestOf(before)));
  return changesSince(read!, after);
}

function between(from: string, to: string) {
  const { added, removed, changed } = changes([one()], [one(TEXT.replace(from, to))]);
  expect(added).toEqual([]);
  expect(removed).toEqual([]);
  return changed.flatMap((c) => c.changes).filter((c) => c.what !== 'queries');
}

describe('what changed', () => {
  test('nothing', () => {
    expect(changes([one()], [one()])).toEqual({ added: [], changed: [], removed: [] });
  });

  test.each([
    ['title: One', 'title: Two', { what: 'title', before: 'One', after: 'Two' }],
    ['level: low', 'level: high', { what: 'level', before: 'low', after: 'high' }],
    ['level: low\n', '', { what: 'level', before: 'low', after: '' }],
    ['status: test', 'status: stable', { what: 'status', before: 'test', after: 'stable' }],
    [
      'product: windows',
      'service: x',
      { what: 'log source', before: 'product windows', after: 'service x' },
    ],
    ['a: [x, y]', 'a: [z, x]', { what: 'values', added: ['a eq z'], removed: ['a eq y'] }],
    ['a: [x, y]', 'a|all: [x, y]', { what: 'logic' }],
    ['title: One', '# a word\ntitle: One', { what: 'text' }],
  ] as const)('%j becomes %j', (from, to, change) => {
    const made = between(from, to).filter((c) => c.what !== 'values' || 'added' in change);
    expect(made).toEqual([change]);
  });

  test('a condition, and what it no longer asks', () => {
    expect(between('condition: s', 'condition: not s')).toEqual([
      { what: 'condition', before: 's', after: 'not s' },
      { what: 'values', added: ['not a eq x', 'not a eq y'], removed: ['a eq x', 'a eq y'] },
    ]);
  });

  test('queries, by target', () => {
    const { changed } = changes([one()], [one(TEXT.replace('[x, y]', '[x, z]'))]);
    expect(changed[0]!.changes).toContainEqual({ what: 'queries', targets: ['kql'] });
  });

  test('an order that does not count changes nothing but queries', () => {
    expect(between('[x, y]', '[y, x]')).toEqual([]);
  });

  test('a rule that was moved is the same rule', () => {
    expect(changes([one()], [one(TEXT, 'two.yml')]).changed[0]!.changes).toEqual([
      { what: 'path', before: 'one.yml', after: 'two.yml' },
    ]);
  });

  test('a rule without an id is the same at its place', () => {
    const text = TEXT.replace(/id: .*\n/, '');
    const { added, removed, changed } = changes([one(text)], [one(text.replace('low', 'high'))]);
    expect([added, removed, changed.length]).toEqual([[], [], 1]);
    const moved = changes([one(text)], [one(text, 'two.yml')]);
    expect([moved.added.length, moved.removed.length]).toEqual([1, 1]);
  });

  test('a rule that gets an id is the same at its place', () => {
    const { changed } = changes([one(TEXT.replace(/id: .*\n/, ''))], [one()]);
    expect(changed[0]!.changes).toEqual([{ what: 'text' }]);
  });

  test('one that takes the place of another is new', () => {
    const other = one(TEXT.replaceAll('1', '9').replace('One', 'Other'));
    const { added, removed } = changes([one()], [other]);
    expect(added).toEqual([other]);
    expect(removed.map((r) => r.title)).toEqual(['One']);
  });

  test('an id that two rules have tells neither', () => {
    const pair = [one(), one(TEXT, 'two.yml')];
    expect(changes(pair, pair)).toEqual({ added: [], changed: [], removed: [] });
    expect(changes(pair, [pair[1]!]).removed.map((r) => r.path)).toEqual(['one.yml']);
  });
});

describe('a manifest', () => {
  test('is one rule a line, the same bytes each time', () => {
    const text = printManifest(manifestOf([one()]));
    expect(text).toBe(printManifest(manifestOf([one()])));
    expect(text.split('\n').filter((l) => l.includes('"title"'))).toHaveLength(1);
  });

  test.each([
    '',
    'null',
    '[]',
    '{"version":2,"rules":[]}',
    '{"version":1,"rules":[{}]}',
    '{"version":1,"rules":null}',
  ])('%j is none', (text) => {
    expect(readManifest(text)).toBeNull();
  });
});
