import { expect, test } from 'vitest';
import { usableRule } from '../../../../src/model/document.js';
import { parse } from '../../../../src/model/parse.js';
import { plainText } from '../../../../src/model/patterns/plain-text.js';
import { itemsOf, valuesOf } from '../../../../src/model/rewrite.js';
import { apartFromEntities } from '../../../../src/store/forms/entities.js';

const AND = '(?!lt;|gt;)';
const END = '(?<!&amp|&lt|&gt)';

/** Each form in which the value is searched for; a regular expression between slashes. */
function asked(detection: string): readonly string[] {
  const text = `title: t\nlogsource: {product: p}\ndetection:\n  s: ${detection}\n  condition: s`;
  const rule = usableRule(parse(text).documents[0]!)!;
  return valuesOf(itemsOf(rule)[0]!)
    .flatMap((value) => apartFromEntities(value, 'xml'))
    .map((v) =>
      v.kind === 'string'
        ? plainText(v.pattern)
        : v.kind === 'regex'
          ? `/${v.regex.source}/`
          : v.kind,
    );
}

test.each([
  ["{f|contains: '&'}", [`/&${AND}/`]],
  ["{f|contains: 'a=b&'}", [`/a=b&${AND}/`]],
  ["{f|contains: '; curl'}", [`/${END}; curl/`]],
  ["{f|endswith: ';'}", [`/${END};\\z/`]],
  ["{f: '*a?;b*'}", [`/a.${END};b/`]],
  ["{f|startswith: 'x&l'}", ['/^x&l(?!t;)|^x&amp;l/']],
  ["{f|contains: 't;x'}", ['/(?<!&l|&g)t;x/']],
  ["{f|contains: ';a&b'}", [`/${END};a&b|${END};a&amp;b/`]],
])('%s is not found in the middle of an entity', (detection, expected) => {
  expect(asked(detection)).toEqual(expected);
});

test.each([
  ["{f|contains: 'a>b'}", ['*a>b*', '*a&gt;b*']],
  // No XML has two of them in a row, or one before a character that is escaped.
  ["{f|contains: '&&'}", ['*&&*', '*&amp;&amp;*']],
  ["{f|endswith: '&'}", ['*&', '*&amp;']],
  ["{f: ';x&'}", [';x&', ';x&amp;']],
  ["{f|contains: 'a;b'}", ['*a;b*']],
  ["{f|contains: '&gt;'}", ['*&gt;*', '*&amp;gt;*']],
  ["{f|re: ';'}", ['/;/']],
  ['{f: null}', ['null']],
])('%s is asked as it is and escaped', (detection, expected) => {
  expect(asked(detection)).toEqual(expected);
});
