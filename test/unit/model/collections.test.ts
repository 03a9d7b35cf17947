import { expect, test } from 'vitest';
import { parse } from '../../../src/model/parse.js';

function collection(values: number, rules: number): string {
  const list = Array.from({ length: values }, (_, i) => `      - v${i}\n`).join('');
  const global = `action: global\ntitle: t\nlogsource: {product: p}\ndetection:\n  g:\n    F:\n${list}`;
  const one = '---\ndetection:\n  s: {G: a}\n  condition: s and g\n';
  return global + one.repeat(rules);
}

test('what a collection has in common is bounded over its file, and only the rest is refused', () => {
  const { documents } = parse(collection(1_000, 100), { path: 'r.yml' });
  const found = documents.map((d) => d.diagnostics.map((x) => x.code));
  const refused = found.filter((codes) => codes.includes('collection-too-large'));
  expect(refused.length).toBeGreaterThan(40);
  expect(refused.length).toBeLessThan(60);
  expect(found[1]).not.toContain('collection-too-large');
});

test('a collection of a real catalogue is far below it', () => {
  const { documents } = parse(collection(50, 100), { path: 'r.yml' });
  const all = documents.flatMap((d) => d.diagnostics.map((x) => x.code));
  expect(all).not.toContain('collection-too-large');
});

test('repeating what was repeated is bounded as well', () => {
  const first = 'title: t\nlogsource: {product: p}\ndetection:\n  s: {F: a}\n  condition: s\n';
  const repeated = Array.from(
    { length: 1_000 },
    (_, i) => `---\naction: repeat\ndetection:\n  s${i}: {F: a${i}}\n`,
  );
  const { documents } = parse(first + repeated.join(''), { path: 'r.yml' });
  const codes = documents.flatMap((d) => d.diagnostics.map((x) => x.code));
  expect(codes).toContain('collection-too-large');
});
