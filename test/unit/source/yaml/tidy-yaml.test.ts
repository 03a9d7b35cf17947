import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { tidyYaml } from '../../../../src/source/yaml/tidy-yaml.js';
import { readYaml } from '../../../../src/source/yaml/yaml.js';

/** The first entry of a text, tidied. */
function tidy(text: string): string {
  const [document] = readYaml({ path: 'test.yml', text });
  if (document?.root?.kind !== 'map') throw new Error('no map');
  return tidyYaml(document.root.entries[0]!);
}

describe('an entry in one form', () => {
  test.each([
    ['a:   1   # one', 'a: 1'],
    ['a:', 'a:'],
    ['a: ~', 'a: ~'],
    ["'a b': 'c''d'", "'a b': 'c''d'"],
    ['a: {}', 'a: {}'],
    ['a: [ ]', 'a: []'],
    ['a: { b: 1, c: [2, "x"] }', 'a:\n  b: 1\n  c:\n    - 2\n    - "x"'],
    ['a:\n- 1\n\n# c\n- 2', 'a:\n  - 1\n  - 2'],
    [
      'a:\n     - - 1\n       - 2\n     - b: 1\n       c: 2',
      'a:\n  - - 1\n    - 2\n  - b: 1\n    c: 2',
    ],
    ['a:\n  - {}\n  - []\n  -', 'a:\n  - {}\n  - []\n  -'],
    [
      'a: |-\n      x\n        y # no comment\n\n      z\n',
      'a: |-\n  x\n    y # no comment\n\n  z',
    ],
    ['a: |  # header\n    x\n', 'a: |\n  x'],
    ['a: |2\n    x\n   y\n', 'a: |2\n    x\n   y'],
    ['a: >\n      x\n      y\n', 'a: >\n  x\n  y'],
    ['a: "x\n     y"', 'a: "x\n  y"'],
    ['a: x\n     y', 'a: x\n  y'],
    ['a: 0x10', 'a: 0x10'],
  ])('%j', (text, tidied) => {
    expect(tidy(text)).toBe(tidied);
    expect(parseYaml(tidied)).toEqual(parseYaml(text));
  });

  test('aliases are written out', () => {
    expect(tidy('a:\n  b: &n\n    - x\n  c: *n\n')).toBe('a:\n  b:\n    - x\n  c:\n    - x');
  });

  test('line ends are LF', () => {
    expect(tidy('a:\r\n  - 1\r\n  - |\r\n    x\r\n    y\r\n')).toBe(
      'a:\n  - 1\n  - |\n    x\n    y',
    );
  });
});
