import { describe, expect, test } from 'vitest';
import { BAD, GOOD, folder, sigmaql } from './command.js';

/** A module with one target; `emit` is the body of its function. */
function plugin(emit: string, name = 'mine', more = ''): string {
  return `export default { apiVersion: 1, backends: [{
    name: '${name}', title: 'Mine', options: [],
    formats: [{ name: 'query', description: '', extension: 't', wrap: null ${more} }],
    simplify: { oneOf: false, pushNegation: false },
    emit(request, report) { ${emit} },
  }] };\n`;
}

const OTHER = GOOD.replace('f001', 'f002').replace('Good', 'Other');
const TWO = { 'a.yml': GOOD, 'b.yml': OTHER };
const THROWS = `if (request.rule.title === 'Good') throw new Error('boiled over\\nat once'); return '1';`;

function convert(args: string, files: Readonly<Record<string, string>>) {
  const run = sigmaql(['convert', ...args.split(' ')], { cwd: folder(files) });
  expect(run.stderr).not.toMatch(/^\s+at .*:\d+/m);
  return run;
}

describe('what throws costs the query it was for', () => {
  test('a target', () => {
    const files = { ...TWO, 'mine.mjs': plugin(THROWS) };
    const { status, stdout, stderr } = convert(
      'a.yml b.yml -t mine,splunk -p none --backend ./mine.mjs',
      files,
    );
    expect(status).toBe(1);
    expect(stdout.match(/^# .*$/gm)).toEqual([
      '# a.yml: Good [splunk]',
      '# b.yml: Other [mine]',
      '# b.yml: Other [splunk]',
    ]);
    expect(stderr).toContain(
      'error[conversion-failed]: The target mine failed on this rule: boiled over.',
    );
    expect(stderr).toContain('--> a.yml:1:8');
    expect(stderr).not.toContain('b.yml');
  });

  test.each([
    ['a document that cannot be printed', 'return { kind: "concat" };', ''],
    ['nothing', 'return;', ''],
    ['a name that is not there', 'return kettle;', ''],
    ['no error at all', 'throw null;', ''],
    ['a stack without end', 'const f = () => f(); f();', ''],
    ['a report that is not a finding', 'report.refuse("no kettle", request.rule.span);', ''],
    [
      'an approximation of no direction',
      'report.approximate("both", "positive", { code: "mine-x", message: "x." }, request.rule.span);',
      '',
    ],
    ['a wrapping that throws', 'return "1";', ', wrap() { throw "unwrapped"; }'],
  ])('a target that gives %s', (_, emit, more) => {
    const files = { ...TWO, 'mine.mjs': plugin(emit, 'mine', more) };
    const { status, stdout, stderr } = convert(
      'a.yml b.yml -t mine,splunk -p none --backend ./mine.mjs',
      files,
    );
    expect(status).toBe(1);
    expect(stdout.match(/\[splunk\]/g)).toHaveLength(2);
    expect(stderr.match(/error\[conversion-failed\]/g)).toHaveLength(2);
  });

  test('a template', () => {
    const template = `postprocessing:\n  - type: template\n    template: '{{ query }} {{ rule.description.split(" ")[0] | upper }}'\n`;
    const files = {
      'a.yml': GOOD,
      'b.yml': `description: tea\n${OTHER}`,
      'p.yml': `name: p\n${template}`,
    };
    const { status, stdout, stderr } = convert('a.yml b.yml -t splunk -p p.yml', files);
    expect(status).toBe(1);
    expect(stdout).toContain('TEA');
    expect(stderr).toContain('--> a.yml:1:8');
  });

  test('a finalizer, which is for all queries of a target', () => {
    const template = `finalizers:\n  - type: template\n    template: '{{ (queries | first)() }}'\n`;
    const { status, stderr } = convert('a.yml b.yml -t splunk -p p.yml', {
      ...TWO,
      'p.yml': `name: p\n${template}`,
    });
    expect(status).toBe(1);
    expect(stderr).toContain('error[finalizer-failed]');
  });
});

test('a target that refuses and writes nothing is told its own reason alone', () => {
  const emit = `report.refuse({ code: 'mine-unsayable', severity: 'error', message: 'No.' }, request.rule.span); return '';`;
  const { status, stdout, stderr } = convert('a.yml -t mine -p none --backend ./mine.mjs', {
    ...TWO,
    'mine.mjs': plugin(emit),
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.match(/error\[.*?\]/g)).toEqual(['error[mine-unsayable]']);
});

describe('a target that gives what is no query fails on that rule', () => {
  test.each(['5', 'true', '[]', 'Promise.resolve("x")', 'null', '{}'])('%s', (given) => {
    const { status, stdout, stderr } = convert('a.yml -t mine -p none --backend ./mine.mjs', {
      ...TWO,
      'mine.mjs': plugin(`return ${given};`),
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('error[conversion-failed]: The target mine failed on this rule');
  });

  test('nor of a format', () => {
    const text = plugin('return "x";').replace('wrap: null', 'wrap: () => 5');
    expect(text).toContain('() => 5');
    const { status, stderr } = convert('a.yml -t mine -p none --backend ./mine.mjs', {
      ...TWO,
      'mine.mjs': text,
    });
    expect(status).toBe(1);
    expect(stderr).toContain('error[conversion-failed]: The format query failed on this rule');
  });
});

describe('a plugin is refused before the run', () => {
  test.each([
    ['whose target is named as one that ships', plugin('', 'kql'), 'which already exists'],
    ['whose target nobody could ask for', plugin('', 'Bad Name'), 'A target name must start with'],
    ['whose target is not complete', plugin('').replace('emit(', 'omit('), 'is incomplete'],
    [
      'that throws when it is loaded',
      `throw new Error('no kettle');`,
      'cannot be loaded: no kettle',
    ],
    ['without a title', plugin('').replace("title: 'Mine'", 'x: 1'), 'is incomplete'],
    [
      'of a store that is not known',
      plugin('').replace('options:', "store: 'elasticsearch', options:"),
      "has the store 'elasticsearch', which is not known. Use one of: microsoft, splunk, elastic; or leave it out.",
    ],
    ['that is not a package of targets', 'export default {};', 'is not a backend package'],
    [
      'that throws when it is read',
      `export default { get apiVersion() { throw new Error('no kettle'); } };`,
      'cannot be loaded: no kettle',
    ],
    [
      'of nothing',
      'export default { apiVersion: 1, backends: [null] };',
      'is not a backend package',
    ],
    [
      'whose version is no number',
      `export default { apiVersion: '1', backends: [] };`,
      'is not a backend package',
    ],
    [
      'for another version',
      'export default { apiVersion: 2, backends: [] };',
      'version 2 of the backend interface',
    ],
    [
      'without simplify',
      "export default { apiVersion: 1, backends: [{ name: 'mine', options: [], formats: [{}], emit() {} }] };",
      'it needs title, emit, options, simplify',
    ],
  ])('%s', (_, text, reason) => {
    const { status, stdout, stderr } = convert('a.yml -t kql --backend ./mine.mjs', {
      ...TWO,
      'mine.mjs': text,
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });
});

test.each([
  ['that cannot be had', `async () => { throw new Error('no kettle'); }`, 'no kettle'],
  ['that are no JSON', `async () => ({ own: '{' })`, 'JSON'],
])('pipelines of a plugin %s are its own fault', (_, load, reason) => {
  const own = `simplify: { oneOf: false, pushNegation: false }, pipelines: ${load}, defaultPipelines: ['own'],`;
  const { status, stderr } = convert('a.yml -t mine --backend ./mine.mjs', {
    ...TWO,
    'mine.mjs': plugin('return "1";').replace(/simplify: .*/, own),
  });
  expect(status).toBe(2);
  expect(stderr).toContain(
    "sigmaql: The pipelines of the target mine of './mine.mjs' cannot be loaded: ",
  );
  expect(stderr).toContain(reason);
});

test('a plugin that never finishes loading does not look like a run that is done', () => {
  const { status, stdout, stderr } = convert('a.yml -t kql --backend ./mine.mjs', {
    ...TWO,
    'mine.mjs': 'await new Promise(() => {});',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('The run stopped before its end');
});

test('one bad rule costs no other', () => {
  const { status, stdout } = convert('. -t splunk -p none', { ...TWO, 'bad.yml': BAD });
  expect(status).toBe(1);
  expect(stdout.match(/^# /gm)).toHaveLength(2);
});
