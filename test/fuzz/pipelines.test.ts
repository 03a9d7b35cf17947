import fc from 'fast-check';
import { expect } from 'vitest';
import { kql } from '../../backends/kql/index.js';
import { splunk } from '../../backends/splunk/index.js';
import { convert } from '../../src/convert/index.js';
import { link } from '../../src/model/linking/library.js';
import { parse } from '../../src/model/parse.js';
import { finalize } from '../../src/pipeline/finalize.js';
import { loadPipeline } from '../../src/pipeline/load.js';
import { changed, filesBelow, hostile } from './hostile-text.js';
import { property } from './property.js';
import { expectWhole, quick } from './quick.js';

const libraries = filesBelow('rules/windows')
  .slice(0, 12)
  .map((text) => link(parse(text, { path: 'r.yml' }).documents));

/** Loads a pipeline and runs it; a template of a stranger's may fail, at a cost that is bounded. */
function survive([text, which]: readonly [string, number]): void {
  quick(() => {
    const { pipeline, diagnostics } = loadPipeline(text, { path: 'p.yml' });
    expectWhole(diagnostics);
    if (!pipeline) {
      expect(diagnostics.some((d) => d.severity === 'error')).toBe(true);
      return;
    }
    const library = libraries[which % libraries.length]!;
    const backend = which % 2 === 0 ? splunk : kql;
    const queries = convert(library, { backend, pipelines: [pipeline] });
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) expectWhole(query.diagnostics);
    const texts = queries.flatMap((query) => (query.text === null ? [] : [query.text]));
    try {
      finalize(texts, [pipeline]);
    } catch (error) {
      // What the command reports as the pipeline's mistake.
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(TypeError);
      expect(error).not.toBeInstanceOf(RangeError);
    }
  });
}

const which = fc.nat({ max: 1_000 });

const files = [...filesBelow('test/pipelines'), ...filesBelow('src/schemas')].filter(
  (text) => text.length < 20_000,
);
property('a pipeline that was changed anywhere', 200, fc.tuple(changed(files), which), survive);

const TYPES = [
  ...['field_name_mapping', 'field_name_prefix_mapping', 'field_name_transform', 'add_field'],
  ...['drop_detection_item', 'hashes_fields', 'field_name_suffix', 'field_name_prefix', 'case'],
  ...['wildcard_placeholders', 'value_placeholders', 'query_expression_placeholders', 'set_value'],
  ...['add_condition', 'change_logsource', 'replace_string', 'map_string', 'set_state', 'regex'],
  ...['convert_type', 'rule_failure', 'detection_item_failure', 'set_custom_attribute', 'nest'],
  ...['remove_field', 'set_field', 'strict_field_mapping_failure', 'constructor'],
];
const CONDITIONS = [
  ...['logsource', 'contains_detection_item', 'processing_item_applied', 'processing_state'],
  ...['is_sigma_rule', 'rule_attribute', 'tag', 'include_fields', 'exclude_fields', 'match_string'],
  ...['is_null', 'match_value', 'field_name_processing_item_applied', 'toString'],
];
const KEYS = [
  ...['mapping', 'field', 'value', 'regex', 'replacement', 'conditions', 'key', 'val', 'name'],
  ...['include', 'negated', 'template', 'category', 'product', 'service', 'items', 'pattern'],
  ...['state', 'message', 'prefix', 'suffix', 'target_type', 'method', 'expression', 'fields'],
  ...['attribute', 'op', 'cond', 'cond_expression', 'valid_hash_algos', 'field_prefix'],
];
const TEMPLATES = [
  '{{ query }}',
  '{{ rule.title }}',
  '{% for t in rule.tags %}{{ t }}{% endfor %}',
  '{{ rule.x.y }}',
  '{{ query | upper | replace("a", "b") }}',
  '{% if pipeline.state %}x{% endif %}',
  '{{ 10 ** 1000 }}',
  '{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}',
  '{{ "a" * 100000000 }}',
  '{% for i in range(1000000000) %}{% endfor %}',
];
const word = fc.oneof(
  fc.constantFrom('Image', 'CommandLine', 'windows', '(a+)+$', '.*', '[', '$$$', 'lower', 'num'),
  fc.constantFrom(...TEMPLATES),
  hostile,
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    word,
    word,
    fc.constantFrom<unknown>(null, true, 5, []),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), word), tie('value'), { maxKeys: 3 }),
  ),
}));
const settings = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 4 });
const condition = fc
  .tuple(fc.constantFrom(...CONDITIONS), settings)
  .map(([type, rest]) => ({ type, ...rest }));
const conditions = fc.array(condition, { maxLength: 2 });
const step = fc
  .tuple(fc.constantFrom(...TYPES), settings, fc.option(conditions), fc.option(conditions))
  .map(([type, rest, rules, items]) => ({
    type,
    ...rest,
    ...(rules && { rule_conditions: rules }),
    ...(items && { detection_item_conditions: items }),
  }));
const ending = fc
  .tuple(
    fc.constantFrom('embed', 'simple_template', 'template', 'json', 'replace', 'nest', 'concat'),
    settings,
    word,
  )
  .map(([type, rest, template]) => ({ type, template, ...rest }));
const pipeline = fc.record({
  name: word,
  transformations: fc.array(step, { minLength: 1, maxLength: 4 }),
  postprocessing: fc.array(ending, { maxLength: 2 }),
  finalizers: fc.array(ending, { maxLength: 1 }),
});

property(
  'a pipeline of known steps with any settings',
  300,
  fc.tuple(
    pipeline.map((p) => JSON.stringify(p)),
    which,
  ),
  survive,
);

const piece = fc.oneof(
  fc.constantFrom(...TEMPLATES, '{% if', '%}', '{{', '}}', ' | ', 'rule', '.', 'query', '{#', '#}'),
  hostile,
);
const templated = fc.array(piece, { maxLength: 6 }).map((pieces) => {
  const template = pieces.join('');
  return JSON.stringify({ name: 'p', postprocessing: [{ type: 'template', template }] });
});
property('a template of any pieces', 300, fc.tuple(templated, which), survive);
