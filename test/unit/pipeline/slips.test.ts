import { expect, test } from 'vitest';
import { loadPipeline } from '../../../src/pipeline/load.js';

/* Slips of whoever writes a pipeline, which leave it without the effect that is meant. */

function told(text: string): readonly string[] {
  return loadPipeline(text, { path: 'p.yml' }).diagnostics.map((d) => `${d.code}: ${d.message}`);
}

const step = (keys: object): string => JSON.stringify({ transformations: [keys] });

test.each([
  ['name: p\n', ['pipeline-empty']],
  ['name: p\ntransformations: []\n', []],
  ['name: p\nvars: {users: [cook]}\n', []],
  ['name: p\ntransformation: []\n', ['pipeline-unknown-key']],
])('a pipeline that changes nothing: %s', (text, codes) => {
  expect(told(text).map((d) => d.replace(/:.*/, ''))).toEqual(codes);
});

test.each([
  ['levle', 'Did you mean `level`?'],
  ['falsepositive', 'Did you mean `falsepositives`?'],
  ['owner', null],
  ['level', null],
])('an attribute that no rule has: %s', (attribute, hint) => {
  const condition = { type: 'rule_attribute', attribute, value: 'high' };
  const found = told(step({ type: 'add_field', field: 'a', rule_conditions: [condition] }));
  expect(found).toEqual(hint ? [expect.stringContaining(hint)] : []);
});

test.each([
  ['index=main', '`index: main`'],
  ['index: main', '`index: main`'],
  ['boils dry', null],
])('a condition in a string: %s', (conditions, correct) => {
  const found = told(step({ type: 'add_condition', conditions }));
  expect(found).toEqual(correct ? [expect.stringContaining(correct)] : []);
});

test('the key of sigmac', () => {
  expect(told('fieldmappings: {Image: pot}\n').join()).toContain('Did you mean `mapping`?');
});

test.each([
  ['drop_detection_item', 'field_conditions', 'field_name_conditions'],
  ['set_state', 'value', 'val'],
  ['hashes_fields', 'hash_algos', 'valid_hash_algos'],
])('a key of another name: %s, %s', (type, key, meant) => {
  expect(told(step({ type, [key]: [] })).join()).toContain(`Did you mean \`${meant}\`?`);
});

test.each([
  ['value_placeholders', 'field', 'Use one of: exclude, include.'],
  ['case', 'case', 'Its only key is `method`.'],
  [
    'drop_detection_item',
    'condition',
    'Use one of: detection_item_conditions, field_name_conditions, rule_conditions.',
  ],
  ['drop_detection_item', 'fields', 'Remove it.'],
])('a key that is not there: %s, %s', (type, key, hint) => {
  expect(told(step({ type, [key]: 'pot' })).join()).toContain(`has no key \`${key}\`. ${hint}`);
});

test.each([
  [{ type: 'rule_attribute', attribute: 'logsource.product', value: 'a' }, 'Use the condition'],
  [{ type: 'rule_attribute', attribute: 'owner', value: ['a', 'b'], op: 'in' }, 'a single value'],
  [{ type: 'contains_field', field: 'pot|endswith' }, 'Write `pot`.'],
  [{ type: 'contains_detection_item', field: 'pot|re', value: 'a' }, 'Write `pot`.'],
])('a condition that never holds: %s', (condition, hint) => {
  const found = told(step({ type: 'add_field', field: 'a', rule_conditions: [condition] }));
  expect(found).toEqual([expect.stringContaining(hint)]);
});

test('a brace of JSON in a format string is told at its own line', () => {
  const text =
    'postprocessing:\n  - type: simple_template\n    template: |\n      search\n      {"q": "{query}"}\n';
  const { diagnostics } = loadPipeline(text, { path: 'p.yml' });
  expect(diagnostics.map((d) => [d.code, d.span?.start])).toEqual([
    ['pipeline-format', text.indexOf('{"q"')],
    ['pipeline-format', text.lastIndexOf('}')],
  ]);
});

test.each([
  ['transformations:\n  - {type: change_logsource, product: null}\n', 'names no log source'],
  ['finalizers:\n  - {type: json, indent: wide}\n', '`indent` must be a whole number.'],
])('a value without an effect: %s', (text, message) => {
  expect(told(text)).toEqual([expect.stringContaining(message)]);
});

test('a condition that is no item of a list is told once', () => {
  const rule_conditions = { type: 'logsource', product: 'kettle' };
  expect(told(step({ type: 'add_field', field: 'a', rule_conditions }))).toEqual([
    expect.stringContaining('This is one condition, and `rule_conditions` must be a list of them.'),
  ]);
});
