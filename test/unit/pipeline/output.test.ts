import { expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { link } from '../../../src/model/library.js';
import { parse } from '../../../src/model/parse.js';
import { finalize } from '../../../src/pipeline/finalize.js';
import { loadPipeline } from '../../../src/pipeline/load.js';

const { documents } = parse(
  'title: Kettle\nlogsource: {product: kettle}\ndetection:\n  s: {Cups: [12, 13]}\n  condition: s\n',
);

function load(text: string) {
  const { pipeline, diagnostics } = loadPipeline(`name: p\n${text}`, { path: 'p.yml' });
  if (!pipeline) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return pipeline;
}

function made(text: string) {
  return convert(link(documents), { backend: splunk, pipelines: [load(text)] })[0]!;
}

// All as pySigma 1.5 does.
test('a finalizer after another one gets the text that it made', () => {
  const template = '- {type: template, template: "<{{ queries }}>"}';
  const concat = '- {type: concat, separator: ";"}';
  const both = load(`finalizers:\n  ${concat}\n  ${template}\n`);
  expect(finalize(['a', 'b'], [both])).toBe('<a;b>');
  const one = load(`priority: 1\nfinalizers: [${concat.slice(2)}]\n`);
  const two = load(`priority: 2\nfinalizers: [${template.slice(2)}]\n`);
  expect(finalize(['a', 'b'], [two, one])).toBe('<a;b>');
  const nested = `finalizers:\n  - type: nested\n    finalizers:\n      ${concat}\n      ${template}\n`;
  expect(finalize(['a', 'b'], [load(nested)])).toBe('<a;b>');
});

test('JSON has the query where a string is %QUERY%, and not within others', () => {
  const { text } = made(
    `postprocessing:\n  - type: json\n    json_template: '{"a": ["%QUERY%"], "b": "q %QUERY%"}'\n`,
  );
  expect(JSON.parse(text!)).toEqual({ a: ['Cups IN (12, 13)'], b: 'q %QUERY%' });
});

test('replace_string reads numbers as their texts, and says what it replaced', () => {
  const replaced = (regex: string, replacement: string) =>
    made(
      `transformations:\n  - {type: replace_string, regex: '${regex}', replacement: '${replacement}'}\n`,
    );
  expect(replaced('1', '2')).toMatchObject({
    text: 'Cups IN ("22", "23")',
    fidelity: 'approximate',
  });
  expect(replaced('x', '2')).toMatchObject({ text: 'Cups IN (12, 13)', fidelity: 'exact' });
});
