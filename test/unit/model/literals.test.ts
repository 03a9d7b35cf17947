import { describe, expect, test } from 'vitest';
import { formatAddress, parseAddress, parseNetwork } from '../../../src/model/modifiers/ip.js';
import { canonicalDecimal, numberLiteral } from '../../../src/model/modifiers/number.js';
import { nearest } from '../../../src/model/suggest.js';

describe('networks', () => {
  test.each([
    ['0.0.0.0/0', '0.0.0.0/0', false],
    ['10.1.2.3/8', '10.0.0.0/8', true],
    ['255.255.255.255/32', '255.255.255.255/32', false],
    ['192.0.2.7', '192.0.2.7/32', false],
    ['::/0', '::/0', false],
    ['::1', '::1/128', false],
    ['FE80::1/10', 'fe80::/10', true],
    ['2001:DB8:0:0:1:0:0:0/128', '2001:db8:0:0:1::/128', false],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7/128', false],
    ['::ffff:192.0.2.1', '::ffff:c000:201/128', false],
    ['64:ff9b::192.0.2.33/96', '64:ff9b::/96', true],
  ])('%s', (text, canonical, masked) => {
    expect(parseNetwork(text)).toMatchObject({ network: { text: canonical }, masked });
  });

  test.each([
    '',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0/8',
    '10.0.0.256',
    '010.0.0.1',
    '0x0a.0.0.1',
    '10.0.0.0.0',
    ' 10.0.0.1',
    '::/129',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '12345::',
    'fe80::1%eth0',
    '::1.2.3',
    '1.2.3.4::',
    'g::',
    '10.*',
    ':'.repeat(100_000),
  ])('%s is none', (text) => {
    expect(parseNetwork(text)).toBeNull();
  });

  test('addresses are formatted as they are parsed', () => {
    for (const text of ['1.2.3.4', '::', '1::', '::2:0:0:1', 'a:b:c:d:e:f:1:2', '1:0:0:2::']) {
      const { version, address } = parseAddress(text)!;
      expect(parseAddress(formatAddress(version, address))).toEqual({ version, address });
    }
  });
});

describe('numbers', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['010', '10'],
    ['0x1F', '31'],
    ['0o17', '15'],
    ['+5', '5'],
    ['1.50', '1.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['1.5E-3', '0.0015'],
    ['-12.30e1', '-123'],
    ['-0.0', '0'],
    ['9007199254740993', '9007199254740993'],
    ['18446744073709551615', '18446744073709551615'],
    ['0xFFFFFFFFFFFFFFFF', '18446744073709551615'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
  ])('%s', (source, decimal) => {
    expect(numberLiteral(source)).toEqual({ source, decimal });
  });

  test.each(['', '.', '-', 'e5', '1e', '0x', '1_000', '1,5', 'abc', '1 ', '.inf', 'NaN', '0b1'])(
    '%s is none',
    (text) => {
      expect(canonicalDecimal(text)).toBeNull();
    },
  );

  test('no number grows beyond bounds', () => {
    expect(canonicalDecimal('1e999999999')).toBeNull();
    expect(canonicalDecimal('9'.repeat(100_000))).toBeNull();
  });
});

describe('the nearest name', () => {
  const names = ['contains', 'startswith', 'endswith', 'selection', 're'];
  test.each([
    ['contians', 'contains'],
    ['contain', 'contains'],
    ['CONTAINS', 'contains'],
    ['starts_with', 'startswith'],
    ['selecton', 'selection'],
    ['er', 're'],
    ['keywords', null],
    ['x', null],
    ['', null],
    ['a'.repeat(100_000), null],
  ])('%s', (name, like) => {
    expect(nearest(name, names)).toBe(like);
  });
});
