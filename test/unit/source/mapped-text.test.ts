import { describe, expect, test } from 'vitest';
import {
  joinTexts,
  placeIn,
  placeInJson,
  replaceEach,
  replaceIn,
} from '../../../src/source/mapped-text.js';
import type { MappedText } from '../../../src/source/mapped-text.js';

const file = { path: 'r.yml', text: '0123456789' };

/** `a[b]c` is the text abc, of which b is from the rule. */
function mapped(drawn: string): MappedText {
  const segments = [...drawn.matchAll(/\[([^\]]*)\]/g)].map((m, i) => {
    const start = m.index - 2 * i;
    return { start, end: start + m[1]!.length, span: { file, start: i, end: i + 1 } };
  });
  return { text: drawn.replace(/[[\]]/g, ''), segments };
}

function drawn({ text, segments }: MappedText): string {
  let out = '';
  let at = 0;
  for (const { start, end } of segments) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}

test('joined texts keep their places', () => {
  expect(drawn(joinTexts(['x ', mapped('a[b]'), ' y ', mapped('[c]d')]))).toBe('x a[b] y [c]d');
});

describe('what is replaced', () => {
  test('outside a part moves it, inside makes it longer or shorter', () => {
    const text = mapped('a"[b"c] [d]');
    expect(drawn(replaceEach(text, /"/g, () => '\\"'))).toBe('a\\"[b\\"c] [d]');
    expect(drawn(replaceEach(text, /"/g, () => ''))).toBe('a[bc] [d]');
  });

  test('over the end of a part belongs to it whole, and to one part alone', () => {
    expect(drawn(replaceIn(mapped('a[bc]d'), [{ start: 2, end: 4, text: 'XYZ' }]))).toBe('a[bXYZ]');
    expect(drawn(replaceIn(mapped('[ab][cd]'), [{ start: 1, end: 3, text: 'X' }]))).toBe('[aX][d]');
    expect(drawn(replaceIn(mapped('x[a]y'), [{ start: 0, end: 3, text: '' }]))).toBe('');
  });
});

describe('a string that is placed in another', () => {
  test('is known wherever it was copied to', () => {
    const found = placeIn((q) => `first ${q}, then ${q}`, mapped('a[b]'));
    expect(drawn(found)).toBe('first a[b], then a[b]');
  });

  test('is found where the same text stands elsewhere', () => {
    expect(drawn(placeIn((q) => `b ab ${q}`, mapped('a[b]')))).toBe('b ab a[b]');
  });

  test('is not known where something else became of it', () => {
    expect(drawn(placeIn((q) => q.toUpperCase(), mapped('a[b]')))).toBe('AB');
    expect(drawn(placeIn((q) => `${q.length} ${q}`, mapped('a[b]')))).toBe('2 ab');
  });

  test('is escaped in JSON', () => {
    const query = mapped('x="[a\\"\n\ud800😀]"');
    const made = placeInJson((q) => ({ before: 'a', q }), query);
    expect(made.text).toBe(JSON.stringify({ before: 'a', q: query.text }));
    expect(drawn(made)).toContain('[a\\\\\\"\\n\\ud800😀]');
  });
});
