import { expect, test } from 'vitest';
import { visible } from '../../../src/source/visible.js';

test.each([
  ['a\tb', 'a    b'],
  ['a\nb', 'a\\u{a}b'],
  ['\u001b[2J', '\\u{1b}[2J'],
  ['\u202egnp\u2066', '\\u{202e}gnp\\u{2066}'],
  ['soft\u00adhyphen', 'soft\\u{ad}hyphen'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\ud800x', '\\u{d800}x'],
  ['⚠️ \u{1f600} שלום é', '⚠️ \u{1f600} שלום é'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});
