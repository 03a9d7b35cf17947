import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { YamlNode } from '../../../../src/source/yaml/node.js';
import { readPlainYaml } from '../../../../src/source/yaml/plain-yaml.js';
import { readYaml } from '../../../../src/source/yaml/yaml.js';

function simple(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar': {
      const { value, text, style, span } = node;
      return { value, text, style, at: text === '' ? null : [span.start, span.end] };
    }
    case 'list':
      return { at: node.span.start, items: node.items.map(simple) };
    case 'map':
      return {
        at: node.span.start,
        entries: node.entries.map((e) => [simple(e.key), simple(e.value)]),
      };
  }
}

function agree(text: string): 'read' | 'left' {
  const file = { path: 'test.yml', text };
  const plain = readPlainYaml(file);
  if (!plain) return 'left';
  const documents = readYaml(file);
  expect(documents).toHaveLength(1);
  expect(simple(plain)).toEqual(simple(documents[0]!.root!));
  return 'read';
}

describe('plain YAML', () => {
  test.each([
    'a: b\n',
    'a:\n  - b\n  - 1\n  - 0x10\n  - 010\n  - 1.50\n  - true\n  - null\n  - ~\nc: d',
    "a: 'it''s'\nb: \"two words\"\nc: '*x'\n",
    'a:\n- b: 1\n  c: 2\n- b: 3\n',
    'a: |\n  one\n    two\n\n  three\nb: c\n',
    'a: b # comment\n# another\nb: c#d\n',
    'detection:\n    selection:\n        Image|endswith: \\cmd.exe\n    condition: selection\n',
    'a:\nb: c\n',
    'url: https://example.com/a#b\n',
    'a: -x\nb: :y\nc: ?z\n',
  ])('reads %j as the whole reader does', (text) => {
    expect(agree(text)).toBe('read');
  });

  test.each([
    'a: b: c\n',
    'a: *x\n',
    'a: &x b\n',
    'a: [1, 2]\n',
    'a: {b: c}\n',
    'a: one\n  two\n',
    'a: >\n  folded\n',
    'a: "\\n"\n',
    '---\na: b\n',
    'a: 1\na: 2\n',
    'a:\n\t- b\n',
    'a: !tag b\n',
    '- a\n',
    'a: b\n c: d\n',
    "a: 'open\n",
    'a: @b\n',
    '? a\n: b\n',
  ])('leaves %j to the whole reader', (text) => {
    expect(agree(text)).toBe('left');
  });

  const corpus = join(import.meta.dirname, '../../../../shared/corpus/sigmahq');
  test.skipIf(!existsSync(corpus))('agrees on a whole corpus, and reads most of it', () => {
    const counts = { read: 0, left: 0 };
    for (const path of readdirSync(corpus, { recursive: true }).map(String)) {
      if (path.endsWith('.yml')) counts[agree(readFileSync(join(corpus, path), 'utf8'))]++;
    }
    expect(counts.read).toBeGreaterThan(counts.left * 4);
  });
});
