import { describe, expect, test } from 'vitest';
import { esql } from '../../../backends/esql/index.js';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import type { Backend } from '../../../src/backend/index.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { readLibrary } from '../../support/read-library.js';

function pipelineOf(key: string, value: unknown) {
  const set = { type: 'set_state', key, val: value };
  return loadPipeline(JSON.stringify({ name: 'p', transformations: [set] }), { path: 'p.yml' });
}

function queryOf(
  backend: Backend,
  key: string,
  value: unknown,
  detection: unknown = { A: 'x' },
  format?: string,
) {
  const rule = {
    title: 't',
    logsource: { product: 'p' },
    detection: { s: detection, condition: 's' },
  };
  const { pipeline } = pipelineOf(key, value);
  const library = readLibrary(JSON.stringify(rule));
  return convert(library, {
    backend,
    pipelines: [pipeline!],
    compact: true,
    ...(format && { format }),
  })[0]!.text;
}

describe('the state of a pipeline says where events are', () => {
  test('in a table, or in several', () => {
    expect(queryOf(kql, 'query_table', 'T')).toBe('T | where A =~ "x"');
    expect(queryOf(kql, 'query_table', ['T', 'U'])).toBe('union T, U | where A =~ "x"');
  });

  test('in indexes', () => {
    const read = (value: unknown) => /FROM (.*) METADATA/.exec(queryOf(esql, 'index', value)!)![1];
    expect(read('main-*')).toBe('main-*');
    expect(read(['main-*', 'b-*'])).toBe('main-*, b-*');
    expect(read('main-*, b-*')).toBe('main-*, b-*');
    expect(read('<main-{now/d}>')).toBe('"<main-{now/d}>"');
    expect(read({ a: 1 })).toBe('logs-*');
    expect(queryOf(lucene, 'index', 'main-*', undefined, 'siem_rule')).toContain(
      '"index":["main-*"]',
    );
    expect(queryOf(kql, 'index', 'main-*')).toBe('A =~ "x"');
    expect(queryOf(splunk, 'index', 'main')).toBe('A="x"');
  });

  test('in a data model', () => {
    expect(queryOf(splunk, 'data_model', 'Web.Web', { 'Web.url': 'x' })).toContain(
      'from datamodel=Web.Web where Web.url="x" by Web.url',
    );
  });

  test('under which types, and read out of which fields', () => {
    expect(queryOf(lucene, 'columns', { A: { type: 'keyword', lower: true } })).toBe('A:x');
    expect(queryOf(splunk, 'columns', { A: { as: 'json', of: '_raw', key: 'a' } })).toContain(
      'spath input=_raw output=A path="a"',
    );
    expect(queryOf(lucene, 'keyword_fields', 'message', ['x'])).toContain('message:');
  });
});

test.each([
  ['query_table', { T: 1 }, '`query_table` must be a string or a list of strings.'],
  ['keyword_fields', [1], '`keyword_fields` must be a string or a list of strings.'],
  ['data_model', ['Web'], '`data_model` must be a string.'],
  ['columns', 'string', '`columns` must be a map of fields and their types.'],
  [
    'columns',
    { A: { type: 'keyword', lower: 'yes' } },
    '`columns` must be a map of fields and their types, not lower: "yes".',
  ],
  [
    'columns',
    { A: { as: 'json', of: 3, key: 'a' } },
    '`columns` must be a map of fields and their types, not of: 3.',
  ],
])('a state %s of the wrong shape is an error at its place', (key, value, message) => {
  const { pipeline, diagnostics } = pipelineOf(key, value);
  expect(pipeline).toBeNull();
  expect(diagnostics.map((d) => [d.code, d.message])).toEqual([['pipeline-wrong-type', message]]);
  const { file, start, end } = diagnostics[0]!.span!;
  expect(JSON.parse(file.text.slice(start, end))).toEqual(value);
});

test.each([
  [{ type: 'keyword', case: 'less' }, 'the key "case"'],
  [{ type: 'keyword', lower: 'yes' }, 'lower: "yes"'],
  [{ type: 'text', words: 'spaced' }, 'words: "spaced"'],
  [{ type: 'keyword', absent: '-' }, 'absent: "-"'],
  [{ type: 'keyword', sometimes: '-' }, 'sometimes: "-"'],
  [7, 'the type 7'],
])('the type %j is an error where a pipeline gives it to a field', (type, what) => {
  const { diagnostics } = loadPipeline(
    JSON.stringify({ name: 'p', sources: [{ logsource: {}, others: 'keep', types: { F: type } }] }),
  );
  expect(diagnostics.map((d) => d.message)).toEqual([`The type of \`F\` cannot have ${what}.`]);
});
