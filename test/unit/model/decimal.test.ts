import { expect, test } from 'vitest';
import { spellingsOf } from '../../../src/model/decimal.js';
import { numberLiteral } from '../../../src/model/modifiers/number.js';

test.each([
  ['7', ['7']],
  ['0x1F', ['0x1F', '31']],
  ['1e3', ['1e3', '1000']],
  ['18446744073709551616', ['18446744073709551616']],
])('%s is spelled %j', (text, expected) => {
  expect(spellingsOf(numberLiteral(text)!)).toEqual(expected);
});
