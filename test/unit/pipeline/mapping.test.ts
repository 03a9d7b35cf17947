import { expect, test } from 'vitest';
import { loadPipeline } from '../../../src/pipeline/load.js';

test('a modifier is no part of a name that is mapped', () => {
  const text = 'mapping:\n  Image|endswith: exe\n  User: [user|contains, a b]\n  Host: a|b c\n';
  const { diagnostics } = loadPipeline(text, { path: 'p.yml' });
  expect(diagnostics.map((d) => [d.severity, d.message])).toEqual([
    [
      'warning',
      '`Image|endswith` is compared as a whole name, and modifiers are no part of one. Write `Image`.',
    ],
    [
      'warning',
      '`user|contains` is compared as a whole name, and modifiers are no part of one. Write `user`.',
    ],
  ]);
});
