import { describe, expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { readLibrary } from '../../support/read-library.js';

/* Which items of a rule a step is for, and what it makes of them. */

const logsource = { product: 'kettle', service: 'spout' };

function converted(steps: readonly object[], search: unknown, condition = 's') {
  const { pipeline, diagnostics } = loadPipeline(
    JSON.stringify({ name: 'p', priority: 1, transformations: steps }),
    { path: 'p.yml' },
  );
  expect(diagnostics).toEqual([]);
  const rule = { title: 't', logsource, detection: { s: search, condition } };
  const library = readLibrary(JSON.stringify(rule));
  return convert(library, { backend: splunk, pipelines: [pipeline!], compact: true })[0]!;
}

const queryOf = (...given: Parameters<typeof converted>): string | null => converted(...given).text;

const codesOf = (...given: Parameters<typeof converted>): readonly string[] =>
  converted(...given)
    .diagnostics.map((d) => d.code)
    .filter((c) => c !== 'pipeline-no-source');

test('a log source is written in any case, as in rules', () => {
  const text = JSON.stringify({
    transformations: [
      { type: 'change_logsource', product: 'Kettle', category: 'Boil Dry' },
      {
        type: 'field_name_prefix',
        prefix: 'p.',
        rule_conditions: [{ type: 'logsource', product: 'KETTLE', category: 'boil-dry' }],
      },
    ],
  });
  const { pipeline, diagnostics } = loadPipeline(text);
  expect(diagnostics.map((d) => d.code)).toEqual(Array(4).fill('logsource-spelling'));
  const rule = { title: 't', logsource, detection: { s: { pot: 'full' }, condition: 's' } };
  const library = readLibrary(JSON.stringify(rule));
  const [query] = convert(library, { backend: splunk, pipelines: [pipeline!] });
  expect(query!.text).toBe('p.pot="full"');
});

test('a field that is mapped to null keeps its name, in the list of fields too', () => {
  const step = { type: 'field_name_mapping', mapping: { pot: null } };
  const text = JSON.stringify({ transformations: [step] });
  const detection = { s: { pot: 'full' }, condition: 's' };
  const library = readLibrary(
    JSON.stringify({ title: 't', logsource, detection, fields: ['pot'] }),
  );
  const { pipeline } = loadPipeline(text);
  const [query] = convert(library, { backend: splunk, pipelines: [pipeline!], compact: true });
  expect(query!.text).toBe('pot="full" | table pot');
});

describe('processing_item_applied', () => {
  const rename = { id: 'rename', type: 'field_name_mapping', mapping: { pot: 'vessel' } };
  const applied = { type: 'processing_item_applied', processing_item_id: 'rename' };
  const tea = { pot: 'full', lid: 'on' };

  test('is true of items that the step changed, and of no others', () => {
    const suffix = { type: 'field_name_suffix', suffix: '_s' };
    expect(queryOf([rename, { ...suffix, detection_item_conditions: [applied] }], tea)).toBe(
      'vessel_s="full" lid="on"',
    );
    expect(
      queryOf(
        [rename, { ...suffix, field_name_cond_not: true, field_name_conditions: [applied] }],
        tea,
      ),
    ).toBe('vessel="full" lid_s="on"');
  });

  test('is true of strings that a step on strings left as they were', () => {
    const replace = { id: 'rename', type: 'replace_string', regex: 'x', replacement: 'y' };
    const prefix = {
      type: 'field_name_prefix',
      prefix: 'p_',
      detection_item_conditions: [applied],
    };
    expect(queryOf([replace, prefix], { pot: 'full', lid: null })).toBe('p_pot="full" NOT lid=*');
  });

  test('as a condition of field names is about the item, where values change', () => {
    const again = { type: 'field_name_prefix_mapping', mapping: { vess: 'cup' } };
    const set = { type: 'set_value', value: 'empty', field_name_conditions: [applied] };
    expect(queryOf([rename, again, set], tea)).toBe('cupel="empty" lid="on"');
  });
});

describe('include_fields and exclude_fields', () => {
  const ofLid = { field_name_conditions: [{ type: 'include_fields', fields: ['lid'] }] };
  const compared = { 'pot|fieldref': 'lid', tea: 'black' };

  test('are about the field that a value refers to, too', () => {
    const failure = { type: 'detection_item_failure', message: 'No lids', ...ofLid };
    expect(codesOf([failure], compared)).toContain('pipeline-refused');
    expect(queryOf([{ type: 'drop_detection_item', ...ofLid }], compared)).toBe('tea="black"');
    const set = { type: 'set_value', value: 'x', ...ofLid };
    expect(queryOf([set], compared)).toBe('pot="x" tea="black"');
  });

  test('rename one of two fields that are compared', () => {
    const rename = { type: 'field_name_mapping', mapping: { pot: 'vessel', lid: 'cover' } };
    expect(queryOf([{ ...rename, ...ofLid }], compared)).toContain('mvmap(pot, mvmap(cover,');
  });
});

describe('regex', () => {
  test.each(['plain', 'ignore_case_flag', 'ignore_case_brackets'])(
    'by %s finds a keyword anywhere in an event',
    (method) => {
      const { text, fidelity } = converted([{ type: 'regex', method }], ['boils']);
      expect(text).not.toMatch(/\^|\\\\z/);
      expect(fidelity).toBe(method === 'plain' ? 'approximate' : 'exact');
    },
  );
});

describe('case', () => {
  const steps = (method: string) => [{ type: 'case', method }];

  test.each([
    ['lower', 'TeaPot', 'exact'],
    ['upper', 'straße', 'approximate'],
    ['snake_case', 'TeaPot', 'approximate'],
    ['snake_case', 'Tea*', 'exact'],
  ])('%s of %s is %s', (method, value, fidelity) => {
    expect(converted(steps(method), { pot: value }).fidelity).toBe(fidelity);
  });
});

describe('convert_type', () => {
  test('leaves what is no string', () => {
    const steps = [{ type: 'convert_type', target_type: 'num' }];
    expect(queryOf(steps, { 'src|cidr': '10.0.0.0/8', lid: '5' })).toBe('lid=5 src="10.0.0.0/8"');
    expect(codesOf(steps, { 'pot|re': '^a' })).toEqual([]);
  });
});

describe('add_condition', () => {
  test('leaves a search identifier of the same name alone', () => {
    const add = { type: 'add_condition', name: 's', conditions: { index: 'kitchen' } };
    const more = { ...add, conditions: { host: 'stove' } };
    expect(queryOf([add, more], { pot: 'full' })).toBe('host="stove" index="kitchen" pot="full"');
  });
});

describe('value_placeholders', () => {
  test.each(['value_placeholders', 'wildcard_placeholders'])(
    'a value that is given goes before what %s puts there',
    (type) => {
      const { pipeline } = loadPipeline(
        JSON.stringify({ vars: { full: 'vars' }, transformations: [{ type }] }),
      );
      const detection = { s: { 'pot|expand': '%full%' }, condition: 's' };
      const library = readLibrary(JSON.stringify({ title: 't', logsource, detection }));
      const settings = { backend: splunk, pipelines: [pipeline!], compact: true };
      const [query] = convert(library, { ...settings, placeholders: { full: ['given'] } });
      expect(query!.text).toBe('pot="given"');
      const [without] = convert(library, { ...settings, placeholders: { other: ['given'] } });
      expect(without!.text).toBe(type === 'value_placeholders' ? 'pot="vars"' : 'pot=*');
    },
  );

  test('a value that is none is told of', () => {
    const { pipeline } = loadPipeline(
      JSON.stringify({
        vars: { full: ['a', null] },
        transformations: [{ type: 'value_placeholders' }],
      }),
    );
    const detection = { s: { 'pot|expand': '%full%' }, condition: 's' };
    const library = readLibrary(JSON.stringify({ title: 't', logsource, detection }));
    const [query] = convert(library, { backend: splunk, pipelines: [pipeline!] });
    expect(query!.diagnostics.map((d) => d.code)).toContain('pipeline-variable');
  });

  test.each([[[]], [{ a: 1 }], [[null]]])('takes %j for no value', (given) => {
    const { pipeline } = loadPipeline(
      JSON.stringify({ vars: { full: given }, transformations: [{ type: 'value_placeholders' }] }),
    );
    const detection = { s: { 'pot|expand': '%full%' }, condition: 's' };
    const library = readLibrary(JSON.stringify({ title: 't', logsource, detection }));
    const [query] = convert(library, { backend: splunk, pipelines: [pipeline!] });
    expect(query!.text).toBeNull();
    expect(query!.diagnostics.map((d) => d.code)).toContain('placeholder-unresolved');
  });
});

describe('a mapping', () => {
  test.each(['field_name_mapping', 'field_name_prefix_mapping'])(
    'of %s to no names is an error, and null leaves the field',
    (type) => {
      const text = `transformations:\n  - type: ${type}\n    mapping:\n      pot:\n      lid: []\n`;
      const { diagnostics } = loadPipeline(text, { path: 'p.yml' });
      expect(diagnostics.map((d) => [d.code, text.slice(d.span!.start, d.span!.end)])).toEqual([
        ['pipeline-empty-field', '[]'],
      ]);
    },
  );
});

describe('hashes_fields', () => {
  const steps = [
    { type: 'hashes_fields', valid_hash_algos: ['MD5', 'SHA1'], field_prefix: 'File' },
  ];
  const md5 = '0123456789abcdef0123456789abcdef';
  const sha1 = `${md5}01234567`;

  test.each([
    [
      'a list of several',
      { Hashes: `MD5=${md5},SHA1=${sha1}` },
      `FileMD5="${md5}" FileSHA1="${sha1}"`,
    ],
    ['a beginning', { Hashes: 'MD5=0123*' }, 'FileMD5="0123*"'],
    ['a beginning, with a modifier', { 'Hashes|contains': 'MD5=0123' }, 'FileMD5="0123*"'],
    ['a digest without its algorithm', { 'Hashes|contains': sha1 }, `FileSHA1="${sha1}"`],
    ['no hash at all', { Hashes: null }, 'NOT FileMD5=* NOT FileSHA1=*'],
    ['any hash', { Hashes: '*' }, 'FileMD5=* OR FileSHA1=*'],
  ])('divides %s', (_, search, query) => {
    expect(queryOf(steps, search)).toBe(query);
  });

  test('keeps to one field for all algorithms', () => {
    const [step] = steps;
    expect(queryOf([{ ...step, drop_algo_prefix: true }], { Hashes: [`MD5=${md5}`, sha1] })).toBe(
      `File IN ("${md5}", "${sha1}")`,
    );
  });

  test.each([
    ['another algorithm', { Hashes: `IMPHASH=${md5}` }, 'pipeline-hash'],
    ['another algorithm in a list', { Hashes: `MD5=${md5},IMPHASH=${md5}` }, 'pipeline-hash'],
    ['a length of no algorithm', { 'Hashes|contains': '0123' }, 'pipeline-hash'],
    ['a regular expression', { 'Hashes|re': 'MD5=0' }, 'pipeline-hash-value'],
  ])('refuses %s', (_, search, code) => {
    expect(codesOf(steps, search)).toContain(code);
  });
});

test('a rule is not a pipeline', () => {
  const { pipeline, diagnostics } = loadPipeline(
    'title: t\nlogsource: {product: kettle}\ndetection: {s: {Lid: open}, condition: s}\n',
  );
  expect(pipeline).toBe(null);
  expect(diagnostics.map((d) => d.code)).toEqual(['pipeline-is-a-rule']);
});

test('why a source is refused is a sentence of its own', () => {
  const text = 'sources: [{logsource: {product: kettle}, refuse: kettles are not logged}]\n';
  const { pipeline } = loadPipeline(text);
  const library = readLibrary(
    'title: t\nlogsource: {product: kettle}\ndetection: {s: {Lid: open}, condition: s}\n',
  );
  const [query] = convert(library, { backend: splunk, pipelines: [pipeline!] });
  expect(query!.diagnostics[0]!.message).toBe(
    'The pipeline has no source for product kettle. kettles are not logged. Add one under `sources` in your own pipeline.',
  );
});

test('an id that no step of the file has is told, for another pipeline may have it', () => {
  const asks = (id: string): object => ({
    type: 'field_name_suffix',
    suffix: '.x',
    rule_conditions: [{ type: 'processing_item_applied', processing_item_id: id }],
  });
  const inner = { id: 'inner', type: 'field_name_suffix', suffix: '.y' };
  const text = JSON.stringify({
    transformations: [{ type: 'nest', items: [inner] }, asks('inner'), asks('iner'), asks('boil')],
  });
  const { pipeline, diagnostics } = loadPipeline(text);
  expect(pipeline).not.toBe(null);
  expect(diagnostics.map((d) => [d.severity, d.message])).toEqual([
    ['warning', 'No step of this pipeline has the id `iner`. Did you mean `inner`?'],
    ['warning', expect.stringContaining('only holds where a pipeline that is applied before')],
  ]);
});
