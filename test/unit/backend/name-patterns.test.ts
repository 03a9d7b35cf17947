import { expect, test } from 'vitest';
import { isNamePattern } from '../../../src/backend/elastic/readings.js';
import type { PredicateContext } from '../../../src/backend/index.js';
import type { Placement } from '../../../src/store/placement.js';

test('whether a name is a pattern costs no look through all fields for each predicate', () => {
  let looks = 0;
  class Counted extends Map<string, unknown> {
    override values() {
      looks++;
      return super.values();
    }
  }
  const columns = new Counted([
    ['Hashes', { reading: { as: 'like', of: '*.hash.*' } }],
    ['User', { reading: { as: 'domain-user', of: 'user.domain', key: 'user.name' } }],
    ['Image', { reading: null }],
  ]) as unknown as Placement['columns'];
  const context = { options: {}, query: { placement: { columns } } };
  const asked = ['*.hash.*', 'user.domain', 'Image'].map((name) =>
    isNamePattern(name, context as unknown as PredicateContext),
  );
  expect([asked, looks]).toEqual([[true, false, false], 1]);
});
