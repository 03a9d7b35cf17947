import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { leavesOf } from '../../../../src/model/condition/fold.js';
import { readDetection } from '../../../../src/model/reading/detection-reader.js';
import type { DetectionNode } from '../../../../src/model/detection.js';
import { printPattern } from '../../../../src/model/patterns/pattern.js';
import { entry } from '../../../../src/source/yaml/node.js';
import { readYaml } from '../../../../src/source/yaml/yaml.js';
import { detection, problems } from '../build.js';

/** `all(…)` and `any(…)`, with `field=values`; keywords have no field. */
function shape(node: DetectionNode): string {
  if (node.kind === 'detection-group') {
    return `${node.linking}(${node.items.map(shape).join(', ')})`;
  }
  const values = node.values.map((v) => {
    if (v.kind === 'string') return printPattern(v.pattern);
    return v.kind === 'number' ? v.number.source : v.kind;
  });
  return `${node.field?.text ?? ''}=${values.join(node.linking === 'all' ? '&' : '|')}`;
}

function body(text: string): string {
  const { detection: read, diagnostics } = detection(`s: ${text}\ncondition: s\n`);
  if (!read) throw new Error(problems(diagnostics).join('\n'));
  return shape(read.identifiers[0]!.body);
}

const wrong = (text: string) => problems(detection(text).diagnostics);

describe('search identifiers', () => {
  test('a condition may write one in other letter case, if it can be no other', () => {
    const { detection: read, diagnostics } = detection(
      's1: { a: b }\nSel: { c: d }\ncondition: S1 and not (SEL or 1 of s*)\n',
    );
    expect(diagnostics.map((d) => d.code)).toEqual(['identifier-case', 'identifier-case']);
    const names = leavesOf(read!.conditions[0]!.expression).map(({ leaf }) =>
      leaf.kind === 'condition-identifier' ? leaf.name : leaf.pattern,
    );
    expect(names).toEqual(['s1', 'Sel', 's*']);
  });

  test('but not where several differ in nothing else', () => {
    const { diagnostics } = detection(
      'a: { x: y }\nA1: { c: d }\na1: { e: f }\ncondition: a and A1\n',
    );
    expect(diagnostics.map((d) => d.code)).toEqual(['unused-identifier']);
    const unsure = detection('AB: { x: y }\nab: { c: d }\ncondition: Ab\n').diagnostics;
    expect(unsure.map((d) => d.code)).toContain('undefined-identifier');
  });

  test.each([
    ['A:b\n  C|contains:d', 'colon-without-space'],
    ['Image|endswith:x', 'field-without-space'],
    ['Image|contains|all:x', 'field-without-space'],
    ['Image:kettle.exe', 'colon-without-space'],
    ['user:root', null],
    ['https://kettle.example x:y', null],
    ["'A|contains:b'", null],
  ])('no space after the colon: %j', (text, told) => {
    const codes = detection(`s:\n  ${text}\ncondition: s\n`).diagnostics.map((d) => d.code);
    expect(codes).toEqual(told === null ? [] : [told]);
  });

  test.each([
    ['{a: 1}', 'a=1'],
    ['{a: 1, b: [2, 3]}', 'all(a=1, b=2|3)'],
    ['[{a: 1, b: 2}, {c: 3}]', 'any(all(a=1, b=2), c=3)'],
    ['[{a: 1}]', 'a=1'],
    ['[foo, 4711, true]', '=foo|4711|boolean'],
    ['foo*bar', '=foo*bar'],
    ['4711', '=4711'],
    ["{'|all': [foo, bar]}", '=foo&bar'],
    ["{'|contains': foo}", '=*foo*'],
    ["{'|contains|all': [foo, bar], a: 1}", 'all(=*foo*&*bar*, a=1)'],
    ['[{a: 1}, foo, bar]', 'any(a=1, =foo, =bar)'],
    ['[[foo, bar], {a: 1}]', 'any(=foo|bar, a=1)'],
    ['{a: [[1, 2], 3]}', 'a=1|2|3'],
    ['{a: null}', 'a=null'],
    ["{a: ''}", 'a='],
  ])('%s', (text, read) => {
    expect(body(text)).toBe(read);
  });

  test.each([
    'New Value',
    'winlog.event_data.User',
    'user-agent',
    'a"b',
    "a'b",
    '{guid}',
    'a\\b',
    '@timestamp',
    'AND',
    'Feld für Größe',
  ])('a field may be called %s', (field) => {
    const read = detection(`s:\n  ${JSON.stringify(field)}: x\ncondition: s\n`).detection;
    expect(read?.identifiers[0]!.body).toMatchObject({ field: { text: field } });
    const modified = detection(`s:\n  ${JSON.stringify(`${field}|contains`)}: x\ncondition: s\n`);
    expect(modified.detection?.identifiers[0]!.body).toMatchObject({ field: { text: field } });
  });

  test('field, modifiers and values know their places', () => {
    const text = 's:\n  "A\\x42|contains|all":\n    - x\n    - "y"\ncondition: s\n';
    const node = detection(text).detection!.identifiers[0]!.body;
    if (node.kind !== 'detection-item') throw new Error('no item');
    const where = ({ span }: { span: { start: number; end: number } }) =>
      text.slice(span.start, span.end);
    expect(where(node.field!)).toBe('A\\x42');
    expect(node.modifiers.map(where)).toEqual(['contains', 'all']);
    expect(node.values.map(where)).toEqual(['x', '"y"']);
    expect(where(detection(text).detection!.identifiers[0]!.name)).toBe('s');
  });
});

describe('what cannot be read', () => {
  test.each([
    ['s: []\ncondition: s\n', ['empty-list "[]"']],
    ['s: {a: []}\ncondition: s\n', ['empty-list "[]"']],
    ['s: {}\ncondition: s\n', ['empty-map "{}"']],
    ['s:\ncondition: s\n', ['empty-identifier "s"']],
    ['s: [{}, {a: 1}]\ncondition: s\n', ['empty-map "{}"']],
    ['s: [x, null]\ncondition: s\n', ['null-keyword "null"']],
    ["s: ['', x]\ncondition: s\n", [`empty-keyword "''"`]],
    ["s: ['*']\ncondition: s\n", [`empty-keyword "'*'"`]],
    ['s: {a: {b: 1}}\ncondition: s\n', ['nested-field "{b: 1}"']],
    ['s: {a: [1, {b: 1}]}\ncondition: s\n', ['nested-item "{b: 1}"']],
    ["s: {'': 1}\ncondition: s\n", [`empty-field "''"`]],
    ["s: {' a |contains': 1}\ncondition: s\n", ['space-around-field " a "']],
    ['s: {a: 1}\n', ['missing-condition "s"']],
    ['s: {a: 1, condition: s}\n', ['condition-indented "condition"']],
    ['s: [{a: 1}, {condition: s}]\n', ['condition-indented "condition"']],
    ['s: {a: 1}\ncondition:\n', ['condition-type "condition"']],
    ['s: {a: 1}\ncondition: []\n', ['empty-conditions "condition"']],
    ['s: {a: 1}\ncondition: {s: 1}\n', ['condition-type "{s: 1}"']],
    ['s: {a: 1}\nCondition: s\n', ['key-case "Condition"']],
    ['s: {a: 1}\ntimeframe: 5 times\ncondition: s\n', ['bad-timeframe "5 times"']],
  ])('%j', (text, problem) => {
    expect(wrong(text)).toEqual(problem);
  });

  test('a nested map comes with the name to write', () => {
    const { diagnostics } = detection('s: {a|contains: {b: 1}}\ncondition: s\n');
    expect(diagnostics[0]!.message).toContain('write `a.b`');
    const modifier = detection('s: {a: {contains: 1}}\ncondition: s\n');
    expect(modifier.diagnostics[0]!.message).toContain('write `a|contains`');
  });

  test('a wrong timeframe matters where something is counted', () => {
    const read = (condition: string) =>
      detection(`s: {a: 1}\ntimeframe: soon\ncondition: ${condition}\n`).diagnostics[0]!.severity;
    expect([read('s'), read('s | count() > 5')]).toEqual(['warning', 'error']);
  });

  test('every problem is told at once', () => {
    const text =
      's: {a|contians: 1, b|lt: x}\nt: {}\nu: {c: 1}\ncondition: s and t and missing and ux\n';
    expect(wrong(text)).toEqual([
      'unknown-modifier "contians"',
      'wrong-value "x"',
      'empty-map "{}"',
      'undefined-identifier "missing"',
      'undefined-identifier "ux"',
    ]);
  });

  test('a condition that was not understood makes no identifier unused', () => {
    expect(wrong('s: {a: 1}\nt: {a: 1}\ncondition: s or or t\n')).toEqual([
      'condition-unexpected "or"',
    ]);
  });
});

test('a list of conditions', () => {
  const { detection: read, diagnostics } = detection(
    's: {a: 1}\nt: {a: 2}\ntimeframe: 15m\ncondition:\n  - s\n  - t and not s\n',
  );
  expect(diagnostics.map((d) => d.code)).toEqual(['timeframe-without-aggregation']);
  expect(read?.conditions.map((c) => c.text)).toEqual(['s', 't and not s']);
  expect(read?.timeframe?.text).toBe('15m');
  expect(read?.identifiers.map((i) => i.name.text)).toEqual(['s', 't']);
});

const corpus = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/corpus/sigmahq');
if (!existsSync(corpus)) console.log('The shared corpus is not here: its rules are not read.');

test.runIf(existsSync(corpus))('every rule of the corpus is read without a word, but three', () => {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.yml'))
    .sort();
  const told: string[] = [];
  for (const path of files) {
    for (const { root } of readYaml({ path, text: readFileSync(join(corpus, path), 'utf8') })) {
      const found = root?.kind === 'map' ? entry(root, 'detection')?.value : undefined;
      if (found?.kind !== 'map') continue;
      const { detection: read, diagnostics } = readDetection(found);
      if (!read || diagnostics.length > 0) {
        told.push(`${basename(path)}: ${diagnostics.map((d) => d.code).join(' ')}`);
      }
    }
  }
  // One looks for `\temp\*.rar\`, with an asterisk that no folder has; two for `:\ProgramData'`.
  expect(told).toEqual([
    'proc_creation_win_susp_script_exec_from_compressed_parent.yml: escaped-asterisk escaped-asterisk',
    'proc_creation_win_autorun_registry_modified_via_wmic.yml: quote-not-opened',
    'registry_set_susp_run_key_img_folder.yml: quote-not-opened',
  ]);
  expect(files.length).toBeGreaterThan(3_000);
});
