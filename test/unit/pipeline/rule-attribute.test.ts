import { expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { readLibrary } from '../../support/read-library.js';

const RULE = {
  title: 't',
  level: 'high',
  status: 'test',
  tags: ['attack.t1059'],
  logsource: { product: 'stove' },
  detection: { s: { pot: 'full' }, condition: 's' },
};

function holds(condition: object): boolean {
  const step = {
    type: 'add_condition',
    conditions: { found: 'yes' },
    rule_conditions: [{ type: 'rule_attribute', ...condition }],
  };
  const text = JSON.stringify({ name: 'p', transformations: [step] });
  const { pipeline } = loadPipeline(text, { path: 'p.yml' });
  const library = readLibrary(JSON.stringify(RULE));
  const [query] = convert(library, { backend: splunk, pipelines: [pipeline!] });
  return query!.queryText!.includes('found="yes"');
}

test.each<[string, object, boolean]>([
  ['a level in capitals', { attribute: 'level', value: 'HIGH' }, true],
  ['a status in capitals', { attribute: 'status', value: 'Test' }, true],
  ['a status that is not', { attribute: 'status', value: 'Test', op: 'ne' }, false],
  ['a level by its order', { attribute: 'level', value: 'Medium', op: 'gte' }, true],
  ['a title, as it is written', { attribute: 'title', value: 'T' }, false],
  ['one of a list', { attribute: 'tags', value: 'attack.t1059', op: 'in' }, true],
  ['a list, which equals nothing', { attribute: 'tags', value: 'attack.t1059' }, false],
])('rule_attribute: %s', (_, condition, expected) => {
  expect(holds(condition)).toBe(expected);
});

test('rule_attribute needs a value', () => {
  const step = { type: 'rule_attribute', attribute: 'level', op: 'gte' };
  const text = JSON.stringify({
    transformations: [{ type: 'field_name_prefix', prefix: 'p_', rule_conditions: [step] }],
  });
  expect(loadPipeline(text).diagnostics.map((d) => d.message)).toEqual([
    'The condition `rule_attribute` needs `value`. Add it.',
  ]);
});

test.each<[string, object, string]>([
  ['a level that is none', { attribute: 'level', value: 'urgent' }, 'urgent'],
  ['a status that is none', { attribute: 'status', value: 'tset', op: 'gte' }, 'tset'],
  ['an order of titles', { attribute: 'title', value: 'a', op: 'gt' }, 'gt'],
  ['a list of levels', { attribute: 'level', value: 'high', op: 'in' }, 'in'],
  ['a date that is none', { attribute: 'date', value: 'May', op: 'gt' }, 'May'],
])('rule_attribute, which could never hold, is refused: %s', (_, condition, place) => {
  const step = {
    type: 'field_name_prefix',
    prefix: 'p_',
    rule_conditions: [{ type: 'rule_attribute', ...condition }],
  };
  const text = JSON.stringify({ transformations: [step] });
  const { diagnostics } = loadPipeline(text, { path: 'p.yml' });
  expect(diagnostics.map((d) => text.slice(d.span!.start, d.span!.end))).toEqual([`"${place}"`]);
});
