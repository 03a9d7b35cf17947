import { describe, expect, test } from 'vitest';
import {
  concat,
  enclose,
  group,
  hardline,
  join,
  line,
  print,
  text,
} from '../../../src/backend/doc.js';
import { span } from '../predicate/build.js';

const wide = { width: 80, compact: false };
const narrow = { width: 10, compact: false };
const list = enclose('(', join(concat(',', line), ['"alpha"', '"beta"']), ')');

describe('print', () => {
  test('sets a group on one line where it fits', () => {
    expect(print(list, wide).text).toBe('("alpha", "beta")');
  });

  test('breaks it where it does not, indented', () => {
    expect(print(list, narrow).text).toBe('(\n  "alpha",\n  "beta"\n)');
  });

  test('keeps inner groups whole when only the outer one is too wide', () => {
    const doc = group('aaaaaaaa', line, group('b', line, 'c'));
    expect(print(doc, narrow).text).toBe('aaaaaaaa\nb c');
  });

  test('breaks around a hard line, unless compact', () => {
    const doc = group('a', hardline, 'b');
    expect(print(doc, wide).text).toBe('a\nb');
    expect(print(doc, { width: 1, compact: true }).text).toBe('a b');
  });

  test('knows where each text stands', () => {
    const doc = enclose('(', join(concat(',', line), [text('one', span), text('two', span)]), ')');
    for (const options of [wide, { width: 3, compact: false }]) {
      const printed = print(doc, options);
      expect(printed.segments.map((s) => printed.text.slice(s.start, s.end))).toEqual([
        'one',
        'two',
      ]);
    }
  });

  test('prints a tree a hundred thousand deep', () => {
    let doc = concat('x');
    for (let i = 0; i < 100_000; i++) doc = group(doc);
    expect(print(doc, wide).text).toBe('x');
  });
});
