import { expect, test } from 'vitest';
import { itemsOf } from '../../../../src/model/rewrite.js';
import { lostIn } from '../../../../src/store/forms/urls.js';
import type { UrlForm } from '../../../../src/store/forms/urls.js';
import { ruleOf } from '../build.js';

test.each<[string, UrlForm, string]>([
  ["c-uri|contains: '/tea?pot'", 'any', ''],
  ["c-uri|contains: '%27'", 'original', ''],
  ["c-uri|contains: '%27'", 'parts', '%'],
  ["c-uri|contains: '%27a+b'", 'form', '%+'],
  ["c-uri|contains: 'a+b'", 'parts', ''],
  ["c-uri|contains: ['tea', '<script>']", 'original', '<>'],
  ["c-uri: 'two cups'", 'original', ' '],
  ["c-uri|re: 'tea{2}|pot'", 'any', ''],
  ["c-uri|re: 'tea\\{|%[0-9]'", 'any', '%{'],
  ['c-uri: null', 'any', ''],
])('%s of what is kept as %s loses %j', (item, form, expected) => {
  const rule = ruleOf('{ category: webserver }', `  s: { ${item} }\n  condition: s`);
  expect(itemsOf(rule).flatMap((i) => lostIn(i, form))).toEqual([...expected]);
});
