import { expect, test } from 'vitest';
import { usableRule } from '../../../../src/model/document.js';
import { parse } from '../../../../src/model/parse.js';
import { printPattern } from '../../../../src/model/patterns/pattern.js';
import { itemsOf, valuesOf } from '../../../../src/model/rewrite.js';
import type { Value } from '../../../../src/model/value.js';
import { asksEnd, withRepeatedName } from '../../../../src/store/forms/repeated-names.js';

function valueOf(item: string): Value {
  const text = `title: t\nlogsource: {product: p}\ndetection:\n  s: ${item}\n  condition: s`;
  return valuesOf(itemsOf(usableRule(parse(text).documents[0]!)!)[0]!)[0]!;
}

test.each([
  ["{f: 'C:\\a.exe'}", ['C:\\a.exe', 'C:\\a.exe\\a.exe']],
  ['{f: /etc/a}', ['/etc/a', '/etc/a/a']],
  ["{f|endswith: '\\b\\a.exe'}", ['*\\b\\a.exe', '*\\b\\a.exe\\a.exe']],
  ["{f: 'C:\\b\\a?.exe'}", ['C:\\b\\a?.exe', 'C:\\b\\a?.exe\\a?.exe']],
  // What matches a path matches the other, too.
  ["{f|endswith: '\\a.exe'}", ['*\\a.exe']],
  ['{f|endswith: .exe}', ['*.exe']],
  ["{f: 'C:\\a*.exe'}", ['C:\\a*.exe']],
  ["{f|startswith: 'C:\\b\\'}", ['C:\\b\\\\*']],
  ["{f|contains: '\\b\\'}", ['*\\b\\\\*']],
  ['{f: a.exe}', ['a.exe']],
])('%s', (item, expected) => {
  const values = [withRepeatedName(valueOf(item))].flat();
  expect(values.map((v) => (v.kind === 'string' ? printPattern(v.pattern) : v.kind))).toEqual(
    expected,
  );
});

test.each([
  ["{f|re: 'a\\.exe$'}", true],
  ["{f|re: 'a\\\\$'}", true],
  ["{f|re: 'a\\z'}", true],
  ["{f|re: 'a\\$b'}", false],
  ["{f|re: '\\\\b\\\\'}", false],
  ['{f|fieldref: g}', true],
  ['{f: a}', false],
])('%s asks how a path ends: %s', (item, asks) => {
  expect(asksEnd(valueOf(item))).toBe(asks);
});
