import { expect, test } from 'vitest';
import { usableRule } from '../../../../src/model/document.js';
import { parse } from '../../../../src/model/parse.js';
import { plainText } from '../../../../src/model/patterns/plain-text.js';
import { itemsOf as itemsIn } from '../../../../src/model/detection-fold.js';
import { itemsOf, valuesOf } from '../../../../src/model/rewrite.js';
import { withInstead } from '../../../../src/store/forms/instead.js';

const ONE_WAY = new Map([['Added', 'added-user']]);
const EITHER = new Map([
  ['Success', 'Succeeded'],
  ['Succeeded', 'Success'],
]);
const OWN_TOO = new Map([
  ['reset both', 'reset-both'],
  ['reset-both', 'reset-both'],
]);

/** What is asked for, each part with `not` where it is negated. */
function asked(detection: string, instead: ReadonlyMap<string, string>): readonly string[] {
  const text = `title: t\nlogsource: {product: p}\ndetection:\n  s: ${detection}\n  condition: s`;
  const rule = usableRule(parse(text).documents[0]!)!;
  const node = withInstead(itemsOf(rule)[0]!, instead)!;
  return itemsIn(node).flatMap((item) =>
    valuesOf(item).map((v) => {
      const written = v.kind === 'string' ? plainText(v.pattern) : v.kind;
      return item.negated ? `not ${written}` : written;
    }),
  );
}

test.each([
  ['{f: Added}', ONE_WAY, ['Added', 'added-user']],
  ['{f: added-user}', ONE_WAY, ['added-user', 'not added-user']],
  ['{f: Success}', EITHER, ['Success', 'Succeeded']],
  ['{f: succeeded}', EITHER, ['succeeded', 'Success']],
  ['{f|startswith: Succ}', EITHER, ['Succ*']],
  ['{f: [Success, Succeeded]}', EITHER, ['Success', 'Succeeded']],
  ['{f: reset both}', OWN_TOO, ['reset both', 'reset-both']],
  ['{f: reset-both}', OWN_TOO, ['reset-both']],
  ['{f: Started}', EITHER, ['Started']],
])('%s', (detection, instead, expected) => {
  expect(asked(detection, instead)).toEqual(expected);
});
