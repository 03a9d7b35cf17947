import { expect, test } from 'vitest';
import { itemsOf, valuesOf } from '../../../../src/model/rewrite.js';
import { usableRule } from '../../../../src/model/document.js';
import { unheldByPower, withPower } from '../../../../src/store/forms/powers.js';
import { readLibrary } from '../../../support/read-library.js';

function itemOf(key: string, value: string) {
  const text = `title: A\nlogsource: {}\ndetection:\n  a: { ${key}: ${value} }\n  condition: a\n`;
  return itemsOf(usableRule(readLibrary(text).documents[0]!)!)[0]!;
}

test.each([
  ['d', '5', '5000'],
  ['d', '0.25', '250'],
  ['d', '-1.5', '-1500'],
  ['d', "'1.0005'", '1000.5'],
  ['d|gt', '1800', '1800000'],
])('%s: %s', (key, value, stored) => {
  const item = itemOf(key, value);
  expect(unheldByPower(item)).toBeNull();
  const [number] = valuesOf(withPower(item, 3));
  expect(number).toMatchObject({ number: { source: stored, decimal: stored } });
});

test('only numbers can be asked for, and whether there is one', () => {
  expect(unheldByPower(itemOf('d', 'null'))).toBeNull();
  expect(unheldByPower(itemOf('d|exists', 'true'))).toBeNull();
  expect(unheldByPower(itemOf('d', "'0x10'"))).not.toBeNull();
  expect(unheldByPower(itemOf('d|startswith', '1'))).not.toBeNull();
});
