import { expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { link } from '../../../src/model/linking/library.js';
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

test('a format string writes what pySigma has of levels, tags and dates', () => {
  const rule =
    'title: Kettle\nlevel: high\ntags: [attack.t1059]\ndate: 2026-01-31\n' +
    'logsource: {product: kettle}\ndetection:\n  s: {Cups: 12}\n  condition: s\n';
  const template =
    '{rule.level.name} {rule.tags[0].name} {rule.tags[0].namespace} {rule.date.year}';
  const text = `postprocessing:\n  - type: simple_template\n    template: '${template}'\n`;
  const library = link(parse(rule).documents);
  const [query] = convert(library, { backend: splunk, pipelines: [load(text)] });
  expect(query!.text).toBe('HIGH t1059 attack 2026');
});

test('map applies a filter by its name, and no other', () => {
  const text = (filter: string) =>
    `postprocessing:\n  - type: template\n    template: '{{ ["a", "b"] | map("${filter}") | join(" ") }}'\n`;
  expect(made(text('upper')).text).toBe('A B');
  const { diagnostics } = loadPipeline(text('uper'), { path: 'p.yml' });
  expect(diagnostics.map((d) => d.message)).toEqual([
    'There is no template filter `uper`. Did you mean `upper`?',
  ]);
});

test('the query of a correlation is one to the conditions of postprocessing', () => {
  const step = (type: string) =>
    `  - {type: embed, prefix: '${type} ', rule_conditions: [{type: ${type}}]}\n`;
  const steps = `postprocessing:\n${step('is_sigma_rule')}${step('is_sigma_correlation_rule')}`;
  const correlation =
    'title: Kettle\nname: kettle\nlogsource: {product: kettle}\n' +
    'detection:\n  s: {Cups: 12}\n  condition: s\n---\n' +
    'title: Kettles\ncorrelation: {type: event_count, rules: [kettle], generate: true, ' +
    'timespan: 5m, condition: {gte: 2}}\n';
  const library = link(parse(correlation).documents);
  const texts = convert(library, { backend: splunk, pipelines: [load(steps)] }).map((q) => q.text);
  expect(texts.map((t) => t!.split(' ')[0])).toEqual([
    'is_sigma_rule',
    'is_sigma_correlation_rule',
  ]);
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

test('a replacement is that of re.sub: a backslash before a sign stays, and one before a letter is wrong', () => {
  const step = (pattern: string, replacement: string) =>
    `postprocessing:\n  - ${JSON.stringify({ type: 'replace', pattern, replacement })}\n`;
  const replaced = (pattern: string, replacement: string) => made(step(pattern, replacement)).text;
  expect(replaced(' IN.*', ' = "x"')).toBe('Cups = "x"');
  expect(replaced('[(]', '\\"(\\$')).toBe('Cups IN \\"(\\$12, 13)');
  expect(replaced(' ', '\\\\ \\t')).toBe('Cups\\ \tIN\\ \t(12,\\ \t13)');
  expect(replaced('(?P<digit>1)\\d', '\\g<digit>\\g<0>\\1')).toBe('Cups IN (1121, 1131)');
  expect(replaced('13\\)\\Z', '14)')).toBe('Cups IN (12, 14)');
  const told = (replacement: string) =>
    loadPipeline(step('IN', replacement), { path: 'p.yml' }).diagnostics.map((d) => d.message);
  expect(told('\\0')).toEqual([
    'A replacement cannot have `\\0`. For the whole match, write `\\g<0>`.',
  ]);
  expect(told('\\q')).toEqual([
    'A replacement cannot have `\\q`. If a backslash is meant, double it: `\\\\q`.',
  ]);
});

test('a star that replace_string writes is a wildcard, and one that the value has stays one', () => {
  const rule =
    'title: T\nlogsource: {product: kettle}\ndetection:\n' +
    "  s: {Pot: 'tea\\*pot', Lid: 'tea'}\n  condition: s\n";
  const replaced = (options: string) => {
    const step = `{type: replace_string, regex: tea, replacement: 'a*', ${options}}`;
    const pipelines = [load(`transformations:\n  - ${step}\n`)];
    return convert(link(parse(rule).documents), { backend: splunk, pipelines, compact: true })[0]!
      .text;
  };
  const both = 'Lid="a*" Pot="*pot" | where isnotnull(mvfind(Pot, "(?is)^a.*\\\\*pot\\\\z"))';
  expect(replaced('interpret_special: true')).toBe(both);
  expect(replaced('interpret_special: false')).toBe(both);
});
