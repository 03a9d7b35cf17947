import { expect, test } from 'vitest';
import type { DetectionItem } from '../../../../src/model/detection.js';
import { itemsOf } from '../../../../src/model/rewrite.js';
import { printPattern } from '../../../../src/model/patterns/pattern.js';
import { usableRule } from '../../../../src/model/document.js';
import { divideByName, separatorOf } from '../../../../src/store/forms/file-names.js';
import { readLibrary } from '../../../support/read-library.js';

function ruleWith(values: readonly string[], logsource = 'product: windows') {
  const text = `title: A\nlogsource: { ${logsource} }\ndetection:\n  a: { Image: [${values.join(', ')}] }\n  condition: a\n`;
  return usableRule(readLibrary(text).documents[0]!)!;
}

function divided(values: readonly string[], separator: string | null = '\\', bare = true) {
  const [item] = itemsOf(ruleWith(values.map((v) => `'${v}'`)));
  const found = divideByName(item!, separator, bare);
  const print = (list: DetectionItem['values']): readonly string[] =>
    list.map((v) => (v.kind === 'string' ? printPattern(v.pattern) : v.kind));
  return found && { names: print(found.names), paths: print(found.paths) };
}

test('the name decides how a path ends', () => {
  expect(divided(['*\\kettle.exe', '*.exe'])).toEqual({
    names: ['kettle.exe', '*.exe'],
    paths: [],
  });
});

test('folders, wildcards within and whole paths need the path', () => {
  const paths = ['*\\hot\\kettle.exe', '*\\kettle*.exe', 'C:\\kettle.exe', 'kettle.exe', '*ket*'];
  expect(divided(paths)).toBeNull();
  expect(divided([...paths, '*\\pot.exe'])?.names).toEqual(['pot.exe']);
});

test('a path without a folder ends so, too, and may have no name', () => {
  expect(divided(['*\\kettle.exe', '*kettle.exe'], '\\', false)).toEqual({
    names: ['kettle.exe'],
    paths: ['*kettle.exe'],
  });
});

test('what divides a path is of one system', () => {
  expect(divided(['*/kettle', '*\\kettle'], '/')?.names).toEqual(['kettle']);
  expect(divided(['*/kettle'])).toBeNull();
  expect(divided(['*\\kettle'], null)).toBeNull();
});

test('the separator is that of the product', () => {
  const of = (logsource: string) => separatorOf(ruleWith(['a'], logsource).logsource);
  expect(of('product: Windows')).toBe('\\');
  expect(of('product: [linux, macos]')).toBe('/');
  expect(of('product: [linux, windows]')).toBeNull();
  expect(of('category: antivirus')).toBeNull();
});
