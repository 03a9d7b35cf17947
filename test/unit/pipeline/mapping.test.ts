import { expect, test } from 'vitest';
import { loadPipeline } from '../../../src/pipeline/load.js';

test('a modifier is not part of a mapped name', () => {
  const text = 'mapping:\n  Image|endswith: exe\n  User: [user|contains, a b]\n  Host: a|b c\n';
  const { diagnostics } = loadPipeline(text, { path: 'p.yml' });
  expect(diagnostics.map((d) => [d.severity, d.message])).toEqual([
    [
      'warning',
      '`Image|endswith` is compared with field names, which have no modifiers. Write `Image`.',
    ],
    [
      'warning',
      '`user|contains` is compared with field names, which have no modifiers. Write `user`.',
    ],
  ]);
});
