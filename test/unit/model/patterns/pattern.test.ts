import { describe, expect, test } from 'vitest';
import {
  ANY,
  ONE,
  literalText,
  parseExpandable,
  parsePattern,
  pattern,
  printPattern,
  shapeOf,
} from '../../../../src/model/patterns/pattern.js';
import { cpuTime } from '../../../support/cpu.js';

describe("the specification's escapes", () => {
  test.each([
    ['', []],
    ['a', ['a']],
    ['a*b?c', ['a', ANY, 'b', ONE, 'c']],
    ['a**b', ['a', ANY, 'b']],
    ['**', [ANY]],
    ['a??', ['a', ONE, ONE]],
    ['\\', ['\\']],
    ['C:\\Windows\\cmd.exe', ['C:\\Windows\\cmd.exe']],
    ['\\\\', ['\\']],
    ['a\\\\b', ['a\\b']],
    ['\\*', ['*']],
    ['\\?', ['?']],
    ['\\\\*', ['\\', ANY]],
    ['\\\\\\*', ['\\*']],
    ['\\\\\\', ['\\\\']],
    ['\\\\\\\\', ['\\\\']],
    ['\\\\\\\\*', ['\\\\', ANY]],
    ['\\\\server\\share', ['\\server\\share']],
    ['%a%', ['%a%']],
    ['😀*', ['😀', ANY]],
  ])('%s', (text, parts) => {
    expect(parsePattern(text)).toEqual(parts);
  });
});

test('placeholders', () => {
  const a = { kind: 'placeholder', name: 'a' };
  expect(parseExpandable('%a%')).toEqual([a]);
  expect(parseExpandable('*%a%?x')).toEqual([ANY, a, ONE, 'x']);
  expect(parseExpandable('\\%a%')).toEqual(['%a%']);
  expect(parseExpandable('\\\\%a%')).toEqual(['\\', a]);
  expect(parseExpandable('%a b%')).toEqual([{ kind: 'placeholder', name: 'a b' }]);
  expect(parseExpandable('%%')).toEqual(['%%']);
});

describe('printing', () => {
  test.each([
    [['C:\\Windows\\'], 'C:\\Windows\\'],
    [[ANY, '\\Desktop\\', ANY], '*\\Desktop\\\\*'],
    [['\\\\server'], '\\\\\\server'],
    [['*?'], '\\*\\?'],
    [['\\*'], '\\\\\\*'],
    [['%x%', { kind: 'placeholder', name: 'a' } as const], '\\%x\\%%a%'],
    [['\\', { kind: 'placeholder', name: 'a' } as const], '\\\\%a%'],
  ])('%j', (parts, text) => {
    expect(printPattern(parts)).toBe(text);
  });
});

test('equal patterns have equal parts', () => {
  expect(pattern(['a', '', 'b', ANY, '', ANY, 'c'])).toEqual(['ab', ANY, 'c']);
});

test('shapes', () => {
  const shape = (text: string) => shapeOf(parsePattern(text));
  expect(shape('')).toEqual({ shape: 'empty' });
  expect(shape('*')).toEqual({ shape: 'any' });
  expect(shape('a')).toEqual({ shape: 'equals', text: 'a' });
  expect(shape('a*')).toEqual({ shape: 'startswith', text: 'a' });
  expect(shape('*a')).toEqual({ shape: 'endswith', text: 'a' });
  expect(shape('*a*')).toEqual({ shape: 'contains', text: 'a' });
  for (const other of ['?', 'a?', 'a*b', '*a*b', '?a*', '*a?']) {
    expect(shape(other)).toEqual({ shape: 'other' });
  }
  expect(literalText(parsePattern(''))).toBe('');
  expect(literalText(parsePattern('a\\*'))).toBe('a*');
  expect(literalText(parsePattern('a*'))).toBeNull();
});

test('a long value takes no long time', () => {
  const time = cpuTime(() => {
    parsePattern('*\\?'.repeat(200_000));
    parseExpandable('%a'.repeat(200_000));
    parseExpandable(`%${'a'.repeat(400_000)}`);
  });
  expect(time).toBeLessThan(3_000);
});
