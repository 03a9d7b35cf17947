import { expect, test } from 'vitest';
import type { DetectionItem } from '../../../../src/model/detection.js';
import { itemsOf } from '../../../../src/model/rewrite.js';
import { printPattern } from '../../../../src/model/patterns/pattern.js';
import { usableRule } from '../../../../src/model/document.js';
import { besideOf } from '../../../../src/store/forms/beside.js';
import { separatorOf } from '../../../../src/store/forms/file-names.js';
import { readLibrary } from '../../../support/read-library.js';

function ruleWith(values: readonly string[], logsource = 'product: windows', field = 'Image') {
  const text = `title: A\nlogsource: { ${logsource} }\ndetection:\n  a: { ${field}: [${values.join(', ')}] }\n  condition: a\n`;
  return usableRule(readLibrary(text).documents[0]!)!;
}

function divided(values: readonly string[], separator: string | null = '\\', bare = true) {
  const [item] = itemsOf(ruleWith(values.map((v) => `'${v}'`)));
  const found = besideOf(item!, { file: 'name', ...(bare ? {} : { bare }) }, separator);
  return found && { names: print(found.values), paths: print(found.rest) };
}

function print(list: DetectionItem['values']): readonly string[] {
  return list.map((v) => (v.kind === 'string' ? printPattern(v.pattern) : v.kind));
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

test('networks and missing values have columns of their own', () => {
  const [networks] = itemsOf(ruleWith(['10.0.0.0/8', '"::1"'], '', 'src|cidr'));
  expect(besideOf(networks!, { network: 'ip' }, null)).toMatchObject({ column: 'ip', rest: [] });
  expect(besideOf(networks!, {}, null)).toBeNull();
  const [missing] = itemsOf(ruleWith(['null', "'x'"]));
  const found = besideOf(missing!, { presence: 'there', network: 'ip' }, null)!;
  expect([found.column, print(found.values), print(found.rest)]).toEqual([
    'there',
    ['null'],
    ['x'],
  ]);
});

test('the separator is that of the product', () => {
  const of = (logsource: string) => separatorOf(ruleWith(['a'], logsource).logsource);
  expect(of('product: Windows')).toBe('\\');
  expect(of('product: [linux, macos]')).toBe('/');
  expect(of('product: [linux, windows]')).toBeNull();
  expect(of('category: antivirus')).toBeNull();
});
