import { expect, test } from 'vitest';
import { usableRule } from '../../../../src/model/document.js';
import { parse } from '../../../../src/model/parse.js';
import { plainText } from '../../../../src/model/patterns/plain-text.js';
import { itemsOf, valuesOf } from '../../../../src/model/rewrite.js';
import { withSpaces } from '../../../../src/store/forms/spaces.js';

function asked(detection: string, spaces: readonly string[]): readonly string[] {
  const text = `title: t\nlogsource: {product: p}\ndetection:\n  s: ${detection}\n  condition: s`;
  const rule = usableRule(parse(text).documents[0]!)!;
  return valuesOf(itemsOf(rule)[0]!)
    .flatMap((value) => withSpaces(value, spaces))
    .map((v) =>
      v.kind === 'string' ? plainText(v.pattern) : v.kind === 'regex' ? v.regex.source : v.kind,
    );
}

test.each([
  ["{f|contains: 'a b'}", ['+'], ['*a+b*']],
  ["{f|contains: 'a b'}", [' ', '%20'], ['*a b*', '*a%20b*']],
  ["{f|re: '^a b +c$'}", ['+'], ['^a\\+b\\++c$']],
  ["{f|re: 'a\\s+b'}", ['+'], ['a(?:\\s|\\+)+b']],
  ["{f|re: 'a[ -]b'}", ['+'], ['a(?:[ -]|\\+)b']],
  ["{f|re: 'a b+'}", [' ', '%20'], ['a(?: |%20)b+']],
  ["{f|re: '\\Qa b\\E c'}", ['+'], ['a\\+b\\+c']],
  ["{f|re: '(?<=a )b[^ ]'}", ['+'], ['(?<=a )b[^ ]']],
])('%s where a space is stored as %j', (detection, spaces, expected) => {
  expect(asked(detection, spaces)).toEqual(expected);
});
