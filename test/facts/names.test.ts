import { describe, expect, test } from 'vitest';
import { assumptionOf, assumptions, checked } from './checked.js';
import { STORES } from './names.js';
import type { Named } from './names.js';
import type { Word } from './vendors.js';

/*
 * Every table, field, type and telling value that a schema names is one that its vendor publishes:
 * in the lists of test/facts/data, which scripts/facts.mjs renews, or on a page that was looked up
 * (looked-up.yml). What has no vendor's word is in assumed.yml, with a reason.
 */

function shown({ schema, source, kind, tables, name, field }: Named): string {
  const where = kind === 'value' ? `${field!} is ` : tables.length > 0 ? `${tables.join()}.` : '';
  return `${schema}, ${source}: ${where}${name}`;
}

/** Types that a query treats alike. */
const ALIKE: readonly (readonly string[])[] = [
  ['long', 'integer', 'short', 'unsigned_long'],
  ['keyword', 'constant_keyword', 'object', 'flattened', 'array'],
  ['text', 'match_only_text'],
  ['bool', 'boolean'],
  ['double', 'float', 'real'],
];

function isOfType(type: string, { type: published }: Word): boolean {
  if (published === null || published === type) return true;
  return ALIKE.some((all) => all.includes(type) && all.includes(published));
}

describe.each(STORES)('the schemas of %s', (store) => {
  test('name nothing that no vendor publishes', async () => {
    const unknown = (await checked(store)).filter(
      ({ named, words }) => words === null && !assumptionOf(named),
    );
    expect(unknown.map(({ named }) => shown(named))).toEqual([]);
  });

  test('give fields the types that vendors give them', async () => {
    const wrong = (await checked(store)).flatMap(({ named, words }) => {
      const { kind, type } = named;
      if (kind !== 'field' || type === null || !words) return [];
      if (words.some((w) => isOfType(type, w))) return [];
      const published = [...new Set(words.map((w) => w.type))].join(' or ');
      return [`${shown(named)} is ${published}, not ${type}`];
    });
    expect(wrong).toEqual([]);
  });
});

test('nothing is assumed that a vendor says, or that no schema says', async () => {
  const all = (await Promise.all(STORES.map(checked))).flat();
  const used = new Set(
    all.flatMap(({ named, words }) => (words ? [] : [assumptionOf(named)?.why])),
  );
  expect(assumptions.filter((a) => !used.has(a.why)).map((a) => a.why)).toEqual([]);
});
