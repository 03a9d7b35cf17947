import { expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { link } from '../../../src/model/linking/library.js';
import { parse } from '../../../src/model/parse.js';
import { loadPipeline } from '../../../src/pipeline/load.js';

const { documents } = parse(
  'title: t\nlogsource: {product: kettle}\ndetection:\n  s: {Lid: open}\n  condition: s\ntags: [a.b, c.d]\n',
);

function made(template: string): string | null {
  const text = `name: p\npostprocessing:\n  - type: template\n    template: '${template}'\n`;
  const { pipeline } = loadPipeline(text, { path: 'p.yml' });
  const [query] = convert(link(documents), { backend: splunk, pipelines: [pipeline!] });
  return query!.text ?? query!.diagnostics.map((d) => `${d.code}: ${d.message}`).join('\n');
}

test('loops of a template run', () => {
  expect(
    made('{% for i in range(1, 7, 3) %}{{ i }}{% for t in rule.tags %}.{% endfor %}{% endfor %}'),
  ).toBe('1..4..');
});

test.each([
  ['a long range', '{% for i in range(100000000) %}.{% endfor %}'],
  ['a range that no loop takes', '{% set r = range(100000000) %}'],
  [
    'loops within loops',
    '{% for i in range(400) %}{% for j in range(400) %}.{% endfor %}{% endfor %}',
  ],
])('%s costs the query, and ends', (_, template) => {
  expect(made(template)).toMatch(/^conversion-failed: .*more than 100000 steps \(p\.yml:4\)/);
});

test.each([
  [
    'a string that doubles',
    '{% set n = namespace(x="a") %}{% for i in range(22) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}',
  ],
  ['a wide indent', '{{ "a\\nb"|indent(20000000) }}'],
])('%s costs the query, and is not written', (_, template) => {
  expect(made(template)).toMatch(/^conversion-failed: .*it writes more than 1000200 characters/);
});

test('a field cannot be read out of itself', () => {
  const text =
    'name: p\nsources:\n  - name: s\n    logsource: {product: kettle}\n    fields:\n      A: {as: domain-user, of: o, key: k, to: o}\n';
  const { diagnostics } = loadPipeline(text, { path: 'p.yml' });
  expect(diagnostics.map((d) => d.code)).toEqual(['pipeline-reading-of-itself']);
});
