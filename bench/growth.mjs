// What each way to expand rules, a pipeline, a configuration or events costs at 10 KB, 100 KB and 1 MB: near linear,
// or refused, and at most 400 MB. Processor time, less that of a rule of one line. Arguments are
// parts of the names of the rows to measure.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.cjs');
const usage = fileURLToPath(new URL('usage.cjs', import.meta.url));
const temp = mkdtempSync(join(tmpdir(), 'sigmaql-growth-'));
const targets = ['-t', 'kql,splunk,lucene,dsl,eql,esql', '-p', 'none', '--json'];

/** Bytes of input of the three sizes. */
const SIZES = [10_000, 100_000, 1_000_000];
const MOST_MEGABYTES = 400;
/** Ten times the input may cost this many times as much; what a cold start hides is left out. */
const MOST_GROWTH = 14;
const COLD_MS = 150;

const head = 'title: t\nlogsource: {product: p}\n';
const rule = (body) => `${head}detection:\n${body}`;
/** As many pieces as make a size. */
const fill = (size, piece) => {
  let text = '';
  for (let i = 0; text.length < size; i++) text += piece(i);
  return text;
};
const list = (key, piece) => (size) =>
  rule(`  s:\n    ${key}:\n${fill(size, (i) => `      - ${piece(i)}\n`)}  condition: s\n`);
const inCondition =
  (piece, end = '') =>
  (size) =>
    rule(`  s: {F: x}\n  t: {G: y}\n  condition: ${fill(size, piece)}s${end}\n`);

const rules = {
  'list of values': list('F', (i) => `value ${i}`),
  'contains, list': list('F|contains', (i) => `value ${i}`),
  'contains|all': list('F|contains|all', (i) => `value ${i}`),
  windash: list('F|contains|windash', (i) => `' -a${i} -b /c'`),
  base64offset: list('F|base64offset|contains', (i) => `value ${i}`),
  'utf16 and base64offset': list('F|utf16|base64offset|contains', (i) => `value ${i}`),
  wildcards: list('F', (i) => `'*${i}?a*b?c*'`),
  regexes: list('F|re', (i) => `'a${i}.*(b|c){2,5}[d-f]+'`),
  networks: list('F|cidr', (i) => `10.${i % 256}.0.0/17`),
  'IPv6 networks': list('F|cidr', (i) => `2001:db8:${(i % 65536).toString(16)}::/47`),
  hashes: list('Hashes|contains', (i) => `'MD5=${i.toString(16).padStart(32, '0')}'`),
  'field references': list('F|fieldref', (i) => `G${i}`),
  'compared numbers': list('F|gt', (i) => i),
  keywords: (size) => rule(`  s:\n${fill(size, (i) => `    - word ${i}\n`)}  condition: s\n`),
  'list of maps': (size) =>
    rule(`  s:\n${fill(size, (i) => `    - {F: a${i}, G: b${i}}\n`)}  condition: s\n`),
  fields: (size) => rule(`  s:\n${fill(size, (i) => `    F${i}: a\n`)}  condition: s\n`),
  'one of many': (size) =>
    rule(`${fill(size, (i) => `  s${i}: {F: a${i}}\n`)}  condition: 1 of s*\n`),
  'two of many': (size) =>
    rule(`${fill(size, (i) => `  s${i}: {F: a${i}}\n`)}  condition: 2 of s*\n`),
  'half of many': (size) => {
    const many = fill(size, (i) => `  s${i}: {F: a${i}}\n`);
    return rule(`${many}  condition: ${Math.floor(many.split('\n').length / 2)} of s*\n`);
  },
  'long condition': inCondition(() => 's and not t or '),
  'deep parentheses': (size) => {
    const n = Math.floor(size / 6);
    return rule(`  s: {F: x}\n  condition: ${'(not '.repeat(n)}s${')'.repeat(n)}\n`);
  },
  'conditions times values': (size) =>
    rule(
      `  s:\n    F:\n${fill(size / 2, (i) => `      - v${i}\n`)}  condition:\n${fill(size / 2, () => '    - s\n')}`,
    ),
  'deep YAML': (size) => `${head}detection:\n  s: ${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n`,
  'aliases of aliases': (size) =>
    `${head}x:\n  - &a0 [z, z]\n${fill(size, (i) => `  - &a${i + 1} [*a${i}, *a${i}]\n`)}detection:\n  s: {F: x}\n  condition: s\n`,
  'merge keys': (size) =>
    rule(
      `  s: &m0 {F0: x}\n${fill(size, (i) => `  s${i}: &m${i + 1} {<<: *m${i}, F${i + 1}: x}\n`)}  condition: 1 of s*\n`,
    ),
  'documents in a file': (size) =>
    fill(size, (i) => `${rule(`  s: {F: a${i}}\n  condition: s\n`)}---\n`),
  'action: global': (size) =>
    `action: global\n${rule(`  g:\n    F:\n${fill(size / 2, (i) => `      - v${i}\n`)}`)}${fill(size / 2, (i) => `---\ndetection:\n  s: {G: a${i}}\n  condition: s and g\n`)}`,
  'one long string': (size) => rule(`  s: {F: '${'ab '.repeat(size / 3)}'}\n  condition: s\n`),
  'one long regex': (size) => rule(`  s: {F|re: '${'a.*'.repeat(size / 3)}'}\n  condition: s\n`),
  'one long wildcard': (size) => rule(`  s: {F: '${'a*?'.repeat(size / 3)}'}\n  condition: s\n`),
  'one long base64offset': (size) =>
    rule(`  s: {F|utf16|base64offset|contains: '${'ab'.repeat(size / 2)}'}\n  condition: s\n`),
  'dashes in windash': (size) =>
    rule(`  s: {F|windash|contains: '${' -a'.repeat(size / 3)}'}\n  condition: s\n`),
  'long metadata': (size) =>
    `${rule('  s: {F: x}\n  condition: s\n')}description: ${'x '.repeat(size / 2)}\n`,
  'long list of tags': (size) =>
    `${rule('  s: {F: x}\n  condition: s\n')}tags:\n${fill(size, (i) => `  - attack.t${i}\n`)}`,
  'broken YAML': (size) => fill(size, () => 'a: "\n'),
  'unknown keys': (size) => rule(`  s: {F: x}\n  condition: s\n`) + fill(size, (i) => `k${i}: v\n`),
};

/** Of a source that is chosen by what it has, with the pipelines that ship. */
const started = (body) =>
  rule(body).replace('{product: p}', '{product: windows, category: process_creation}');
const placed = {
  'fields of a source': (size) =>
    started(`${fill(size, (i) => `  s${i}: {Image|endswith: a${i}}\n`)}  condition: 1 of s*\n`),
  'fields of no source': (size) =>
    started(`  s:\n${fill(size, (i) => `    Kettle${i}: a\n`)}  condition: s\n`),
  'alternatives of no source': (size) =>
    started(
      `  s: {Image: a}\n${fill(size, (i) => `  s${i}: {Kettle${i}: a}\n`)}  condition: 1 of s*\n`,
    ),
};

const named = (i, more = '') =>
  `${rule(`  s: {F: a${i}}\n  condition: s\n`)}name: r${i}\n${more}---\n`;
const correlation = (name, type, refs, more = '') =>
  `title: c\nname: ${name}\ncorrelation:\n  type: ${type}\n  rules: [${refs}]\n  group-by: [u]\n  timespan: 5m\n${more}---\n`;
const indices = (size, bytes) => Array.from({ length: Math.floor(size / bytes) }, (_, i) => i);

const libraries = {
  'correlation of many rules': (size) => {
    const all = indices(size, 100);
    const refs = all.map((i) => `r${i}`).join(', ');
    return all.map((i) => named(i)).join('') + correlation('c', 'temporal', refs);
  },
  'many correlations of one rule': (size) =>
    named(0) +
    indices(size, 120)
      .map((i) => correlation(`c${i}`, 'event_count', 'r0', '  condition: {gte: 5}\n'))
      .join(''),
  'correlations in a chain': (size) =>
    named(0) +
    indices(size, 120)
      .map((i) =>
        correlation(`c${i}`, 'event_count', i ? `c${i - 1}` : 'r0', '  condition: {gte: 5}\n'),
      )
      .join(''),
  'correlations that double': (size) =>
    named(0) +
    correlation('c0', 'temporal', 'r0') +
    indices(size, 120)
      .map((i) => correlation(`c${i + 1}`, 'temporal', `c${i}, c${i}`))
      .join(''),
  'aliases of a correlation': (size) => {
    const aliases = fill(size, (i) => `    a${i}: {r0: f${i}, r1: g${i}}\n`);
    return named(0) + named(1) + correlation('c', 'temporal', 'r0, r1', `  aliases:\n${aliases}`);
  },
  'fields to group by': (size) =>
    `${named(0)}title: c\ncorrelation:\n  type: event_count\n  rules: [r0]\n  group-by:\n${fill(size, (i) => `    - f${i}\n`)}  timespan: 5m\n  condition: {gte: 5}\n`,
  'filters times rules': (size) =>
    indices(size / 2, 85)
      .map((i) => named(i))
      .join('') +
    indices(size / 2, 100)
      .map((i) => `${head}filter:\n  rules: any\n  x: {F: b${i}}\n  condition: not x\n---\n`)
      .join(''),
  'filters of one rule': (size) =>
    named(0) +
    indices(size, 100)
      .map((i) => `${head}filter:\n  rules: [r0]\n  x: {F: b${i}}\n  condition: not x\n---\n`)
      .join(''),
  'old aggregations': (size) =>
    fill(
      size,
      (i) =>
        `${rule(`  s: {F: a${i}}\n  timeframe: 5m\n  condition: s | count() by u > 5\n`)}---\n`,
    ),
  'rules of one id': (size) =>
    fill(size, (i) => named(i, 'id: 6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001\n')),
};

const small = rule('  s:\n    F|contains: [a, b, c]\n    G: x\n  condition: s\n');
const pipelines = {
  'pipeline: mapping of many': (size) =>
    `name: p\ntransformations:\n  - type: field_name_mapping\n    mapping:\n      F:\n${fill(size, (i) => `        - f${i}\n`)}`,
  'pipeline: added conditions': (size) =>
    `name: p\ntransformations:\n${fill(size, (i) => `  - type: add_condition\n    conditions: {c${i}: x}\n`)}`,
  'pipeline: mappings in turn': (size) =>
    `name: p\ntransformations:\n${fill(size, () => '  - type: field_name_mapping\n    mapping: {F: [F, G], G: [F, G]}\n')}`,
  'pipeline: growing strings': (size) =>
    `name: p\ntransformations:\n${fill(size, () => '  - type: replace_string\n    regex: a\n    replacement: aaaa\n')}`,
  'template: loops': (size) =>
    `name: p\npostprocessing:\n  - type: template\n    template: '${fill(size, () => '{% for i in range(1000) %}{{ query }}{% endfor %}')}'\n`,
  'template: growing strings': (size) =>
    `name: p\npostprocessing:\n  - type: template\n    template: '{% set a = "ab" %}${fill(size, () => '{% set a = a ~ a %}')}{{ a }}'\n`,
};

const events = {
  'event of many fields': (size) => `{${fill(size, (i) => `"f${i}":1,`)}"F":"a"}\n`,
  'event of many values': (size) => `{"F":[${fill(size, (i) => `"a${i}",`)}"a"]}\n`,
  'event nested deeply': (size) => `{"F":${'['.repeat(size / 2)}${']'.repeat(size / 2)}}\n`,
  'event of nested objects': (size) => `${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}\n`,
  'one long value': (size) => `{"F":"${'a'.repeat(size)}"}\n`,
  'line without end': (size) => `{"F":"${'{'.repeat(size)}`,
  'record of auditd': (size) => `type=X msg=audit(1.1:1): ${fill(size, () => 'a=1 ')}`,
  'events in a list': (size) => `[${fill(size, (i) => `{"F":"a${i}"},`)}{}]`,
};

const configs = {
  placeholders: (size) => `placeholders:\n${fill(size, (i) => `  p${i}: [a, b]\n`)}`,
  'deploy entries': (size) =>
    `deploy:\n${fill(size, (i) => `  - {when: {rule: r${i}}, interval: 5m}\n`)}`,
  profiles: (size) => `profiles:\n${fill(size, (i) => `  p${i}: {strict: true}\n`)}`,
};

const tests = {
  'events of a test': (size) => `match:\n${fill(size, (i) => `  - {F: a, G: x, H: ${i}}\n`)}`,
};

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--require', usage, cli, ...args], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stdio[3].setEncoding('utf8').on('data', (piece) => (said += piece));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve(said ? { status, ...JSON.parse(said) } : { status, cpu: Infinity, peak: Infinity });
    });
  });
}

let failed = false;
const only = process.argv.slice(2);
try {
  mkdirSync(join(temp, 'in'));
  const file = (name, text) => {
    const path = join(temp, 'in', name);
    writeFileSync(path, text);
    return path;
  };
  const plain = file('plain.yml', small);
  const bare = await run(['convert', plain, ...targets]);
  const matching = (path) => ['match', plain, '--events', path, '--json'];
  const publish = (text) => {
    const path = file('rule.yml', text);
    rmSync(join(temp, 'out'), { recursive: true, force: true });
    return ['publish', path, '-t', 'kql,splunk', '-p', 'none', '-o', join(temp, 'out')];
  };
  const kinds = [
    ...Object.entries(rules).map(([n, make]) => [
      n,
      (s) => ['convert', file('rule.yml', make(s)), ...targets],
    ]),
    ...Object.entries(libraries).map(([n, make]) => [
      n,
      (s) => ['convert', file('rule.yml', make(s)), ...targets],
    ]),
    ...Object.entries(placed).map(([n, make]) => [
      n,
      (s) => ['convert', file('rule.yml', make(s)), ...targets.slice(0, 2), '--json'],
    ]),
    ['documents, published', (s) => publish(rules['documents in a file'](s))],
    [
      'documents, reported',
      (s) => [
        ...['convert', file('rule.yml', rules['documents in a file'](s)), ...targets],
        ...['sarif', 'junit', 'json', 'csv', 'github'].flatMap((f) => [
          '--report',
          `${f}=${join(temp, `report.${f}`)}`,
        ]),
      ],
    ],
    ...Object.entries(configs).map(([n, make]) => [
      `config: ${n}`,
      (s) => ['convert', plain, ...targets, '--config', file('config.yml', make(s))],
    ]),
    ...Object.entries(tests).map(([n, make]) => [
      n,
      (s) => (file('plain.test.yml', make(s)), ['test', plain]),
    ]),
    ...Object.entries(pipelines).map(([n, make]) => [
      n,
      (s) => ['convert', plain, '-t', 'splunk', '-p', file('p.yml', make(s)), '--json'],
    ]),
    ...Object.entries(events).map(([n, make]) => [n, (s) => matching(file('e.json', make(s)))]),
  ];
  console.log(`${''.padEnd(28)}${SIZES.map((s) => `${s / 1000} KB`.padStart(12)).join('')}   peak`);
  for (const [name, argsOf] of kinds) {
    if (only.length > 0 && !only.some((o) => name.includes(o))) continue;
    const results = [];
    for (const size of SIZES) results.push(await run(argsOf(size)));
    const [, ten, hundred] = results.map((r) => Math.max(r.cpu - bare.cpu, COLD_MS));
    const peak = Math.max(...results.map((r) => r.peak));
    const ok = hundred / ten <= MOST_GROWTH && peak <= MOST_MEGABYTES;
    if (!ok) failed = true;
    const cells = results.map((r) => `${r.cpu.toFixed(0)} ms${r.status ? '*' : ' '}`.padStart(12));
    console.log(
      `${name.padEnd(28)}${cells.join('')}${peak.toFixed(0).padStart(5)} MB  ${ok ? '' : 'FAILS'}`,
    );
  }
  console.log('* some of it was refused');
} finally {
  rmSync(temp, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
