import { describe, expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { link } from '../../../src/model/library.js';
import { parse } from '../../../src/model/parse.js';
import { loadPipeline } from '../../../src/pipeline/load.js';

const { documents } = parse(
  'title: Kettle\nlevel: high\nrelated: [{id: a1, type: similar}]\ndate: 2025-01-02\nmodified: 2025/3/4\ntags: [attack.t1059, cve.2025]\n' +
    'logsource: {product: kettle}\ndetection:\n  s: {Lid: open}\n  condition: s\n',
);

function read(template: string): ReturnType<typeof loadPipeline> {
  const text = `name: p\npostprocessing:\n  - type: template\n    template: ${JSON.stringify(template)}\n`;
  return loadPipeline(text, { path: 'p.yml' });
}

function made(template: string): string | null {
  const { pipeline, diagnostics } = read(template);
  if (!pipeline) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return convert(link(documents), { backend: splunk, pipelines: [pipeline] })[0]!.text;
}

describe('what pySigma gives', () => {
  test.each([
    ['{{ rule.level.name }} {{ rule.level }}', 'HIGH high'],
    ['{{ rule.date.year }}/{{ rule.date.month }}/{{ rule.modified.day }}', '2025/1/4'],
    ['{{ rule.date.isoformat() }} {{ rule.modified.isoformat() }}', '2025-01-02 2025-03-04'],
    ['{{ rule.modified.strftime("%d.%m.%y") }}', '04.03.25'],
    ['{% set d = rule.date %}{{ d.year }}', '2025'],
    [
      '{% for t in rule.tags %}{{ t.namespace }}:{{ t.name }} {% endfor %}',
      'attack:t1059 cve:2025 ',
    ],
    ['{{ rule.tags | map(attribute="name") | join(",") }}', 't1059,2025'],
    [
      '{{ rule.tags | selectattr("namespace", "equalto", "attack") | map(attribute="name") | first }}',
      't1059',
    ],
    ['{{ rule.tags | rejectattr("namespace", "in", ["attack"]) | join }}', 'cve.2025'],
    ['{{ rule.to_dict().detection.s | tojson }}', '{"Lid": "open"}'],
    ['{{ rule.to_dict()["title"] }}', 'Kettle'],
    [
      '{{ [{"name": "x"}, {"name": "y"}] | selectattr("name", "eq", "y") | tojson }}',
      '[{"name": "y"}]',
    ],
    ['{{ rule.author or "nobody" }}', 'nobody'],
    ['{% for r in rule.related.related %}{{ r.id }} {{ r.type }}{% endfor %}', 'a1 similar'],
  ])('%s', (template, text) => {
    expect(made(template)).toBe(text);
  });
});

test('autoescape may be off, as it always is', () => {
  const text = (flag: string): string =>
    `postprocessing: [{type: template, template: '{{ query }}', autoescape: ${flag}}]`;
  expect(loadPipeline(text('false')).diagnostics).toEqual([]);
  expect(loadPipeline(text('true')).diagnostics.map((d) => d.message)).toEqual([
    '`autoescape` must be false: write `|e` after what is to be escaped.',
  ]);
});

describe('raw blocks', () => {
  test.each([
    ['{% raw %}{{ x }} "\\n"{% endraw %} {{ query }}', '{{ x }} "\\n" Lid="open"'],
    ['a {%- raw -%} {% if %} {%- endraw -%} b', 'a{% if %}b'],
    ['{# {% raw %} #}{{ query }}', 'Lid="open"'],
    ['{% raw %}{# x #}{% endraw %}', '{# x #}'],
    ['{% raw %}{% endraw %}', ''],
  ])('%s', (template, text) => {
    expect(made(template)).toBe(text);
  });
});

describe('unknown names', () => {
  test.each([
    ['{{ qurey }}', '`qurey` here. Did you mean `query`?'],
    ['{% if titel %}x{% endif %}', '`titel` here.'],
    ['{{ rule.logsource.prodct }}', 'Did you mean `rule.logsource.product`?'],
    ['{{ rule.level.value }}', 'Did you mean `rule.level.name`?'],
    ['{{ rule.title | replace(a, "b") }}', '`a` here.'],
  ])('%s is an error of the pipeline', (template, message) => {
    const { diagnostics } = read(template);
    expect(diagnostics.map((d) => d.code)).toEqual(['pipeline-template-unknown']);
    expect(diagnostics[0]!.message).toContain(message);
    expect(diagnostics[0]!.span!.file.path).toBe('p.yml');
  });

  test.each([
    '{{ nothing | default("x") }}{% if nothing is defined %}y{% endif %}',
    '{% macro f(a, b=1) %}{{ a }}{{ b }}{% endmacro %}{{ f(query, b=2) }}',
    '{% set ns = namespace(n=0) %}{% for a, b in {"k": 1} | items %}{% set ns.n = b %}{% endfor %}{{ ns.n }}',
    '{{ pipeline.vars.x }}{% for i in range(2) %}{{ loop.index }}{% endfor %}',
    '{{ "a" in query and not (query == none) }}',
  ])('%s has none', (template) => {
    expect(read(template).diagnostics).toEqual([]);
  });
});
