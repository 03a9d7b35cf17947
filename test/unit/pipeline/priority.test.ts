import { describe, expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import type { Backend } from '../../../src/backend/index.js';
import { convert } from '../../../src/convert/index.js';
import type { ConvertOptions } from '../../../src/convert/index.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { shippedPipelines } from '../../../src/pipeline/shipped.js';
import { readLibrary } from '../../support/read-library.js';

const STARTED = `title: Started
logsource: { product: windows, category: process_creation }
detection:
  sel: { Image|endswith: '\\a.exe' }
  condition: sel
`;

async function query(
  backend: Backend,
  shipped: readonly string[],
  own: string,
  more: Partial<ConvertOptions> & { readonly rule?: string } = {},
) {
  const { pipeline, diagnostics } = loadPipeline(own);
  expect(diagnostics).toEqual([]);
  const pipelines = [...(await shippedPipelines(backend, shipped)), pipeline!];
  const { rule = STARTED, ...options } = more;
  return convert(readLibrary(rule), { backend, pipelines, options: {}, ...options })[0]!;
}

describe('a pipeline beside one with sources', () => {
  const mapping = 'transformations:\n  - type: field_name_mapping\n    mapping: { EventID: id }\n';

  test('maps what the sources add, if its priority is higher', async () => {
    const { text } = await query(lucene, ['windows'], `priority: 50\n${mapping}`);
    expect(text).toContain('id:1 ');
    expect(text).not.toContain('EventID');
  });

  test('and not, if it is lower', async () => {
    const { text } = await query(lucene, ['windows'], `priority: 1\n${mapping}`);
    expect(text).toContain('EventID:1 ');
  });

  test.each([1, 50])('may set the table, at priority %i', async (priority) => {
    const state = `priority: ${priority}\ntransformations:\n  - { type: set_state, key: query_table, val: Own_CL }\n`;
    const { text } = await query(kql, ['microsoft-xdr'], state);
    expect(text).toMatch(/^Own_CL\n?\s*\| where/);
  });
});

describe('a step that changes what a rule matches is a reason, and refused where reasons are', () => {
  const two = STARTED.replace("a.exe'", "a.exe', User: b");
  const filtered = two.replace(
    'condition: sel',
    "filter: { Image|expand: '%word%' }\n  condition: sel and not filter",
  );
  const of = (type: string, more = ''): string => `transformations:\n  - type: ${type}\n${more}`;
  const image = '    field_name_conditions: [{ type: include_fields, fields: [Image] }]\n';

  test.each<[string, string, string, readonly string[]]>([
    ['a dropped condition', two, of('drop_detection_item', image), ['wider']],
    [
      'an added condition',
      STARTED,
      of('add_condition', '    conditions: { index: main }\n'),
      ['narrower'],
    ],
    ['a wildcard under `not`', filtered, of('wildcard_placeholders'), ['narrower']],
    [
      'a value that is replaced',
      two,
      of('set_value', `    value: x\n${image}`),
      ['wider', 'narrower'],
    ],
  ])('%s', async (_, rule, own, directions) => {
    const made = await query(splunk, [], own, { rule });
    expect(made.fidelity).toBe('approximate');
    expect(made.diagnostics.flatMap((d) => d.direction ?? [])).toEqual(directions);
    expect((await query(splunk, [], own, { rule, strict: true })).fidelity).toBe('refused');
  });

  test('and one that leaves nothing is refused', async () => {
    const made = await query(splunk, [], of('drop_detection_item', image));
    expect(made.fidelity).toBe('refused');
    expect(made.diagnostics.map((d) => d.code)).toContain('pipeline-nothing-left');
  });

  test('but what sources of ours add is none', async () => {
    const made = await query(splunk, ['splunk'], of('set_state', '    key: a\n    val: b\n'));
    expect(made.fidelity).toBe('exact');
  });
});

describe('placeholders in regular expressions and networks', () => {
  const rule = `title: Words
logsource: { product: any }
detection:
  sel:
    word|re|i|expand: '^%start%[0-9]+$'
    address|cidr|expand: '%networks%'
  condition: sel
`;

  test('by values of the user', async () => {
    const placeholders = { start: ['a.b'], networks: ['10.0.0.0/8', '192.168.0.0/16'] };
    const { text } = await query(kql, [], 'transformations: []\n', { rule, placeholders });
    expect(text).toContain('^a.b[0-9]+');
    expect(text).toContain('10.0.0.0/8');
    expect(text).toContain('192.168.0.0/16');
  });

  test('by values of a pipeline', async () => {
    const own =
      'vars: { start: [x, y], networks: 10.0.0.0/8 }\ntransformations: [{ type: value_placeholders }]\n';
    const { text } = await query(kql, [], own, { rule });
    expect(text).toContain('^x[0-9]+');
    expect(text).toContain('^y[0-9]+');
  });

  test('values that make none are refused at the value', async () => {
    const placeholders = { start: ['('], networks: ['nowhere'] };
    const made = await query(kql, [], 'transformations: []\n', { rule, placeholders });
    expect(made.text).toBeNull();
    expect(made.diagnostics.map((d) => d.code)).toEqual(
      expect.arrayContaining(['placeholder-regex', 'bad-network']),
    );
  });
});
