import { describe, expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { link } from '../../../src/model/linking/library.js';
import { parse } from '../../../src/model/parse.js';
import { loadPipeline } from '../../../src/pipeline/load.js';

/* What a step does to what a rule matches is told, with its direction. */

function converted(step: object, detection: object) {
  const { pipeline, diagnostics } = loadPipeline(
    JSON.stringify({ name: 'p', priority: 1, transformations: [step] }),
    { path: 'p.yml' },
  );
  expect(diagnostics).toEqual([]);
  const rule = { title: 't', logsource: { product: 'kettle', service: 'spout' }, detection };
  const { documents } = parse(JSON.stringify(rule), { path: 'r.yml' });
  return convert(link(documents), { backend: splunk, pipelines: [pipeline!], compact: true })[0]!;
}

function directions(step: object, detection: object): readonly (string | undefined)[] {
  return converted(step, detection).diagnostics.flatMap((d) => d.direction ?? []);
}

const TEA = { s: { pot: 'tea' }, condition: 's' };
const NO_TEA = { a: { lid: 'on' }, s: { pot: 'tea' }, condition: 'a and not s' };

describe('a step on values', () => {
  test.each([
    ['another value', { type: 'map_string', mapping: { tea: 'mate' } }, ['wider', 'narrower']],
    ['one more value', { type: 'map_string', mapping: { tea: ['tea', 'mate'] } }, ['wider']],
    ['no value of the rule', { type: 'map_string', mapping: { mate: 'tea' } }, []],
    ['a value as it is', { type: 'map_string', mapping: { tea: null } }, []],
    ['a wildcard', { type: 'replace_string', regex: 'ea$', replacement: '*' }, ['wider']],
    [
      'other text',
      { type: 'replace_string', regex: 'ea', replacement: 'oy' },
      ['wider', 'narrower'],
    ],
    ['text it lacks', { type: 'replace_string', regex: 'x', replacement: 'y' }, []],
    ['a case-sensitive pattern', { type: 'regex', method: 'plain' }, ['narrower']],
    ['a pattern that ignores case', { type: 'regex', method: 'ignore_case_flag' }, []],
    ['upper case', { type: 'case', method: 'upper' }, []],
    ['a value that it sets', { type: 'set_value', value: 'mate' }, ['wider', 'narrower']],
  ])('says what %s does', (_, step, expected) => {
    expect(directions(step, TEA)).toEqual(expected);
  });

  test.each([
    ['ignore_case_flag', ['wider']],
    ['ignore_case_brackets', ['wider']],
    ['plain', []],
  ])('says what the pattern %s does to a case-sensitive value', (method, expected) => {
    const cased = { s: { 'pot|cased': 'Tea' }, condition: 's' };
    expect(directions({ type: 'regex', method }, cased)).toEqual(expected);
  });

  test('says the opposite under a negation', () => {
    const more = { type: 'map_string', mapping: { tea: ['tea', 'mate'] } };
    expect(directions(more, NO_TEA)).toEqual(['narrower']);
    const ofPot = [{ type: 'include_fields', fields: ['pot'] }];
    const plain = { type: 'regex', method: 'plain', field_name_conditions: ofPot };
    expect(directions(plain, NO_TEA)).toEqual(['wider']);
  });
});

describe('an added condition', () => {
  const add = { type: 'add_condition', conditions: { index: 'kitchen' } };
  const ofSpout = { type: 'logsource', service: 'spout' };
  const other = { type: 'contains_field', field: 'pot' };

  test('makes a query narrower', () => {
    const { fidelity } = converted(add, TEA);
    expect([fidelity, directions(add, TEA)]).toEqual(['approximate', ['narrower']]);
  });

  test.each([
    ['requires', { rule_conditions: [ofSpout] }],
    ['requires, beside another condition,', { rule_conditions: [other, ofSpout] }],
    ['requires by its name', { rule_conditions: { a: ofSpout } }],
    ['requires of each alternative', { rule_conditions: [ofSpout, ofSpout], rule_cond_op: 'or' }],
  ])('is a fact of the log source that the step %s', (_, conditions) => {
    const made = converted({ ...add, ...conditions }, TEA);
    expect([made.fidelity, made.text]).toEqual(['exact', 'index="kitchen" pot="tea"']);
    const codes = made.diagnostics.map((d) => d.code);
    expect(codes).toContain('pipeline-added-for-logsource');
  });

  test.each([
    ['other conditions', { rule_conditions: [other] }],
    ['another way in', { rule_conditions: [ofSpout, other], rule_cond_op: 'or' }],
    [
      'a negation',
      { rule_conditions: [{ type: 'logsource', service: 'lid' }], rule_cond_not: true },
    ],
  ])('is none with %s', (_, conditions) => {
    expect(directions({ ...add, ...conditions }, TEA)).toEqual(['narrower']);
  });

  test('is one if it names the log source, or is nested in a step that requires it', () => {
    const named = { ...add, conditions: { index: 'kitchen-$service' }, template: true };
    expect(converted(named, TEA).fidelity).toBe('exact');
    const nested = { type: 'nest', items: [add], rule_conditions: [ofSpout] };
    expect(converted(nested, TEA).fidelity).toBe('exact');
  });
});

describe('a step that renames what the source reads out of other fields', () => {
  const source = `name: kitchen
priority: 1
sources:
  - name: kitchen
    logsource: {product: kettle}
    fields:
      cook: {as: domain-user, of: kitchen.name, key: cook.name}
      pot: pot.name
`;
  const directionsOf = (step: string, condition: string) => {
    const later = `name: mine\npriority: 2\ntransformations:\n  - ${step}\n`;
    const pipelines = [source, later].map((text, i) => {
      const { pipeline, diagnostics } = loadPipeline(text, { path: `${i}.yml` });
      expect(diagnostics).toEqual([]);
      return pipeline!;
    });
    const text =
      'title: t\nlogsource: {product: kettle}\ndetection:\n' +
      `  s: {cook: 'a\\b'}\n  p: {pot: tea}\n  condition: ${condition}\n`;
    const { documents } = parse(text, { path: 'r.yml' });
    const [query] = convert(link(documents), { backend: splunk, pipelines, compact: true });
    return query!.diagnostics
      .filter((d) => d.code.startsWith('pipeline-renamed'))
      .map((d) => [d.direction, d.message.match(/`\w+\.?\w*`/g)]);
  };
  const suffix = '{type: field_name_suffix, suffix: _s}';

  test('may miss what the rule matches, or match more under a negation', () => {
    const names = ['`cook`', '`cook_s`', '`field_name_suffix`', '`cook`'];
    expect(directionsOf(suffix, 's and p')).toEqual([['narrower', names]]);
    expect(directionsOf(suffix, 'p and not s')).toEqual([['wider', names]]);
  });

  test('is not told where the field is mapped by its name', () => {
    expect(directionsOf('{type: field_name_mapping, mapping: {cook: chef}}', 's and p')).toEqual(
      [],
    );
    expect(directionsOf('{type: field_name_prefix_mapping, mapping: {po: x}}', 's and p')).toEqual(
      [],
    );
  });
});
