import { expect, test } from 'vitest';
import { usableRule } from '../../../../src/model/document.js';
import { parse } from '../../../../src/model/parse.js';
import { plainText } from '../../../../src/model/patterns/plain-text.js';
import { itemsOf, valuesOf } from '../../../../src/model/rewrite.js';
import { withoutMark } from '../../../../src/store/forms/marks.js';

function bare(detection: string): readonly string[] {
  const text = `title: t\nlogsource: {product: p}\ndetection:\n  s: ${detection}\n  condition: s`;
  const rule = usableRule(parse(text).documents[0]!)!;
  return valuesOf(itemsOf(rule)[0]!)
    .flatMap((value) => withoutMark(value, '%%'))
    .map((v) =>
      v.kind === 'string' ? plainText(v.pattern) : v.kind === 'regex' ? v.regex.source : v.kind,
    );
}

test.each([
  ["{f|contains: '%%4417'}", ['*%%4417*', '4417*']],
  ["{f: '%%4417'}", ['%%4417', '4417']],
  ["{f|startswith: '%%4417 %%44'}", ['%%4417 %%44*', '4417 %%44*']],
  ["{f|re: '%%44(84|90)'}", ['%%44(84|90)', '44(84|90)']],
  ["{f|contains: '4417'}", ['*4417*']],
  ["{f: '0x1'}", ['0x1']],
  ['{f: null}', ['null']],
])('%s is asked without the mark too', (detection, expected) => {
  expect(bare(detection)).toEqual(expected);
});
