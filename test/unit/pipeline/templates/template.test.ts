import { describe, expect, test } from 'vitest';
import { splunk } from '../../../../backends/splunk/index.js';
import { convert } from '../../../../src/convert/index.js';
import { link } from '../../../../src/model/linking/library.js';
import { parse } from '../../../../src/model/parse.js';
import { loadPipeline } from '../../../../src/pipeline/load.js';

const { documents } = parse(
  'title: Kettle\nid: 2f6a0c1e-9d5b-4c56-8a35-4a8bb3a9c001\nlevel: high\nrelated: [{id: a1, type: similar}]\ndate: 2025-01-02\nmodified: 2025/3/4\ntags: [attack.t1059, cve.2025]\n' +
    'logsource: {product: kettle}\ndetection:\n  s: {Lid: open}\n  condition: s\n',
  { path: 'kettles/kettle.yml' },
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
    ['{{ rule.level.value }}{% if rule.level.value >= 4 %}!{% endif %}', '4!'],
    ['{{ rule.date.year }}/{{ rule.date.month }}/{{ rule.modified.day }}', '2025/1/4'],
    ['{{ rule.date.isoformat() }} {{ rule.modified.isoformat() }}', '2025-01-02 2025-03-04'],
    ['{{ rule.modified.strftime("%d.%m.%y") }}', '04.03.25'],
    ['{{ rule.date.strftime("%a %A %b %B") }}', 'Thu Thursday Jan January'],
    ['{% set d = rule.date %}{{ d.year }}', '2025'],
    ['{{ rule.source.path.name }} {{ rule.taxonomy }}', 'kettle.yml sigma'],
    ['{{ rule.id.hex }}', '2f6a0c1e9d5b4c568a354a8bb3a9c001'],
    ['{{ rule.author|default("nobody") }} {{ rule.modified|default("never") }}', 'nobody 2025/3/4'],
    ['{{ rule.custom_attributes.owner|default("nobody")|upper }}', 'NOBODY'],
    ['{{ ""|default("x") }}{{ ""|default("y", true) }}{{ 0|default(5, boolean=true) + 1 }}', 'y6'],
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
    ['{{ rule.falsepositives|default(["none", "few"], true)|join(", ") }}', 'none, few'],
    ['{{ rule.custom_attributes.owner|default({"name": ["a"]})|tojson }}', '{"name": ["a"]}'],
    ['{{ rule.references|first|default("none") }}{{ rule.tags|last }}', 'nonecve.2025'],
    ['{% if ["a", {"b": [1]}] == ["a", {"b": [1]}] %}same{% endif %}', 'same'],
    ['{% if rule.tags|map(attribute="namespace")|list != ["attack", "cve"] %}not{% endif %}', ''],
    ['{% if "5" == 5 or "" == 0 or {"value": 1} == 1 %}loose{% endif %}', ''],
    ['{% if 1 == 1.0 and true == 1 and rule.author == none %}as Python{% endif %}', 'as Python'],
    ['{% for r in rule.related.related %}{{ r.id }} {{ r.type }}{% endfor %}', 'a1 similar'],
    [
      '{{ "a b c d"|truncate(length=5, leeway=0) }} {{ "aXa"|replace(old="a", new="b") }}',
      'a... bXb',
    ],
    ['{{ 2.567|round(precision=1, method="floor") }} {{ [1, 2]|sum(start=3) }}', '2.5 6'],
    ['{{ "abcdefg h"|wordwrap(width=3) }} {{ "xax"|trim("x") }}', 'abc\ndef\ng h a'],
    [
      '{{ ["b", "A"]|sort|join(d="-") }} {{ rule.tags|join(" ", attribute="name") }}',
      'A-b t1059 2025',
    ],
    ['{{ rule.tags|sort(reverse=true, attribute="name")|first }}', 'attack.t1059'],
    [
      '{{ ["a", "A"]|unique|count }} {{ "5x"|int }} {{ "x"|int(default=7) }} {{ "1.5"|float }}',
      '1 0 7 1.5',
    ],
    [
      '{{ "%05d %.2f %x %-3s|"|format(7, 2.5, 255, "a") }} {{ "%03d" % 7 }}',
      '00007 2.50 ff a  | 007',
    ],
    [
      '{{ "-".join(["a", "b"]) }} {{ "xax".strip("x") }} {{ "a\\nb\\n".splitlines()|join(",") }}',
      'a-b a a,b',
    ],
    ['{{ "<b>&"|tojson }} {{ {"a": 1}|tojson(2) }}', '"\\u003cb\\u003e\\u0026" {\n  "a": 1\n}'],
    ['{{ ["x"]|first|d("y") }} {{ rule.author|d("y", true) }} {{ "😀"|length }}', 'x y 1'],
  ])('%s', (template, text) => {
    expect(made(template)).toBe(text);
  });
});

test('variables are numbers and lists, as in the file', () => {
  const template =
    '{% if pipeline.vars.n > 3 %}{{ pipeline.vars.n + 1 }}{% endif %} {{ pipeline.vars.l | tojson }} {{ pipeline.vars.m[rule.level] }}';
  const { pipeline } = loadPipeline(
    `vars: {n: 5, l: [1, true, "1"], m: {high: 73}}\npostprocessing:\n  - type: template\n    template: ${JSON.stringify(template)}\n`,
  );
  const [query] = convert(link(documents), { backend: splunk, pipelines: [pipeline!] });
  expect(query!.text).toBe('6 [1, true, "1"] 73');
});

test('autoescape may be off, as it always is', () => {
  const text = (flag: string): string =>
    `postprocessing: [{type: template, template: '{{ query }}', autoescape: ${flag}}]`;
  expect(loadPipeline(text('false')).diagnostics).toEqual([]);
  expect(loadPipeline(text('true')).diagnostics.map((d) => d.message)).toEqual([
    '`autoescape` must be false: write `|e` after what is to be escaped.',
  ]);
});

test.each(['{{ rule.author.upper() }}', '{{ rule.description.splitlines()[0] }}'])(
  'a method of nothing is told of: %s',
  (template) => {
    const { pipeline } = read(template);
    const [query] = convert(link(documents), { backend: splunk, pipelines: [pipeline!] });
    expect(query!.text).toBe(null);
    expect(query!.diagnostics.map((d) => d.message).join()).toContain(
      'calls a method of something that this rule does not have',
    );
  },
);

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

describe('what the interpreter would pass over', () => {
  test.each([
    [
      '{{ "a"|truncate(size=3) }}',
      'The template filter `truncate` has no `size`. Use one of: length,',
    ],
    ['{{ "a"|upper(1) }}', 'The template filter `upper` has no argument 1. It takes none.'],
    ['{{ "7"|int(base=16) }}', 'The template filter `int` has no `base`. Use one of: default.'],
    ['{{ "a".zfill(3) }}', 'A template has no method `zfill`. Use one of: capitalize,'],
    ['{{ "a".splitline() }}', 'A template has no method `splitline`. Did you mean `splitlines`?'],
  ])('%s', (template, message) => {
    expect(() => made(template)).toThrow(message);
  });

  test('conversions that are not known', () => {
    const [query] = convert(link(documents), {
      backend: splunk,
      pipelines: [read('{{ "%q"|format(1) }}').pipeline!],
    });
    expect(query!.diagnostics[0]!.message).toContain('`%q` is not supported in a format string');
  });

  test('the state of a rule, in a finalizer', () => {
    const text = (steps: string): string =>
      `transformations: [${steps}]\nfinalizers: [{type: template, template: '{{ pipeline.state.get("k", "none") }}'}]\n`;
    expect(loadPipeline(text('')).diagnostics).toEqual([]);
    const set = '{type: nest, items: [{type: set_state, key: k, val: v}]}';
    expect(loadPipeline(text(set)).diagnostics.map((d) => d.code)).toEqual([
      'pipeline-template-state',
    ]);
  });
});

describe('unknown names', () => {
  test.each([
    ['{{ qurey }}', '`qurey` here. Did you mean `query`?'],
    ['{% if titel %}x{% endif %}', '`titel` here.'],
    ['{{ rule.logsource.prodct }}', 'Did you mean `rule.logsource.product`?'],
    ['{{ rule.level.valeu }}', 'Did you mean `rule.level.value`?'],
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

describe('what cannot be parsed is said in the words of templates', () => {
  test.each([
    ['{{ query }', '`}}` is expected before `}`'],
    ['{% if query }}x{% endif %}', '`%}` is expected before `}}`'],
    ['{{ query query }}', '`}}` is expected before a name'],
    ['{{ query ; }}', '`;` is not expected here'],
    ['{{ | upper }}', '`|` is not expected here'],
    [
      '{% include "x" %}',
      'there is no statement `include` here. Use one of: if, for, set, macro, call, filter, raw',
    ],
    ['{% if query %}', 'a tag or a block is not closed'],
    ['{{ query', 'a tag or a block is not closed'],
    ['{# query', 'a tag or a block is not closed'],
  ])('%s', (template, reason) => {
    const [diagnostic, ...others] = read(template).diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic!.message).toBe(`The template is not valid: ${reason}. Correct it.`);
  });

  test('at its line', () => {
    const lines = ['{% if rule.level %}', '{{ query }', '{{ rule.title }}', '{% endif %}'];
    const block = lines.map((line) => `      ${line}\n`).join('');
    const text = `name: p\npostprocessing:\n  - type: template\n    template: |\n${block}`;
    const { span } = loadPipeline(text, { path: 'p.yml' }).diagnostics[0]!;
    expect(text.slice(span!.start, span!.end)).toBe('{{ query }');
  });
});

describe('what fails on a rule is said in the words of templates', () => {
  test.each([
    ['{{ "a" - 1 }}', 'the operator `-` cannot be applied to a string and a number'],
    ['{{ rule.title | abs }}', 'the filter `abs` cannot be applied to a string'],
    ['{{ 5 is kettle }}', 'there is no test `kettle`'],
    ['{% break %}', '`break` or `continue` is outside of a loop'],
  ])('%s', (template, reason) => {
    const { pipeline } = read(template);
    const [query] = convert(link(documents), { backend: splunk, pipelines: [pipeline!] });
    expect(query!.diagnostics.map((d) => d.message).join()).toContain(reason);
  });
});
