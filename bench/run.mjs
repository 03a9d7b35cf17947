// Speed and memory as ratios of one run. Each figure is the least of a few, since whatever else the machine
// does only adds to it; a bar that does not hold makes the exit status 1. On a machine that does other work
// as well, processor time says more than wall time.
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEvents } from './events.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.cjs');
const shared = join(root, '../shared/corpus/sigmahq');
const corpus = existsSync(shared) ? shared : join(root, 'rules');
const temp = mkdtempSync(join(tmpdir(), 'sigmaql-bench-'));
const RUNS = 5;

const usage = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** Wall and processor milliseconds, and peak memory (MB), of a process. */
function run(args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--require', usage, ...args], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stdio[3].setEncoding('utf8').on('data', (piece) => (said += piece));
    child.on('error', reject);
    child.on('close', () => {
      resolve({ ms: performance.now() - start, ...JSON.parse(said) });
    });
  });
}

/** Runs commands in turn, so that whatever else the machine does falls on all of them. */
async function measure(commands, runs = RUNS) {
  const all = commands.map(() => []);
  for (let i = 0; i < runs; i++) {
    for (const [index, args] of commands.entries()) all[index].push(await run(args));
  }
  return all.map((results) => ({
    ms: Math.min(...results.map((r) => r.ms)),
    cpu: Math.min(...results.map((r) => r.cpu)),
    peak: Math.max(...results.map((r) => r.peak)),
  }));
}

const rows = [];
let failed = false;
function row(what, value, unit, bar) {
  if (bar === undefined) add(what, value, unit, '', '');
  else add(what, value, unit, `at most ${bar}${unit}`, value <= bar);
}

function rowAtLeast(what, value, unit, bar) {
  add(what, value, unit, `at least ${bar}${unit}`, value >= bar);
}

function add(what, value, unit, bar, ok) {
  if (ok === false) failed = true;
  rows.push([what, `${value.toFixed(2)}${unit}`, bar, ok === '' ? '' : ok ? 'holds' : 'FAILS']);
}

const targets = ['-t', 'kql,splunk,lucene', '--json'];
const convert = (path) => [cli, 'convert', path, ...targets];

const baseline = join(temp, 'baseline.mjs');
writeFileSync(
  baseline,
  `import { parseDocument } from ${JSON.stringify(join(root, 'node_modules/yaml/dist/index.js'))};
import { readdirSync, readFileSync } from 'node:fs';
const folder = ${JSON.stringify(corpus)};
for (const name of readdirSync(folder, { recursive: true })) {
  if (name.endsWith('.yml')) parseDocument(readFileSync(folder + '/' + name, 'utf8'));
}
`,
);

try {
  const event = join(temp, 'event.json');
  writeFileSync(event, '{"EventID":1}');
  const filter = join(temp, 'filter.yml');
  writeFileSync(
    filter,
    'title: Not the software distribution\nlogsource: { product: windows }\nfilter:\n  rules: any\n  s: { Image|endswith: \\ccmexec.exe }\n  condition: not s\n',
  );
  const [yaml, ours, filtered, matching] = await measure([
    [baseline],
    convert(corpus),
    [...convert(corpus), '--filter', filter],
    [cli, 'match', corpus, '--events', event, '--json'],
  ]);
  row('corpus, three targets : yaml parsing it', ours.ms / yaml.ms, 'x', 1.3);
  row('the same, processor time', ours.cpu / yaml.cpu, 'x', 2);
  row('peak memory', ours.peak, ' MB', 250);
  row('with a filter of any rule : without, processor time', filtered.cpu / ours.cpu, 'x', 1.05);
  row('match, one event and the corpus : yaml, processor time', matching.cpu / yaml.cpu, 'x', 0.95);
  const { share } = JSON.parse(
    execFileSync(process.execPath, [join(root, 'bench/link.mjs'), corpus], { encoding: 'utf8' }),
  );
  row('linking, of reading, linking and converting', share * 100, ' %', 3);

  const single = rule(
    'single',
    '  s:\n    Image|endswith: \\\\a.exe\n    CommandLine|contains:\n      - one\n      - two\n  condition: s\n',
    'windows\n  category: process_creation',
  );
  const names = ['kql', 'splunk', 'lucene'];
  const [bare, help, ...singles] = await measure(
    [['-e', '0'], [cli, '--help'], ...names.map((name) => [cli, 'convert', single, '-t', name])],
    9,
  );
  row('--help : node -e 0', help.ms / bare.ms, 'x', 2);
  for (const [index, name] of names.entries()) {
    row(`one rule, ${name} : node -e 0`, singles[index].ms / bare.ms, 'x', 2.2);
  }

  const copies = [1, 2, 4].map((n) => {
    const folder = join(temp, `times-${n}`);
    for (let i = 0; i < n; i++) copyAs(i, join(folder, String(i)));
    return folder;
  });
  const grown = await measure(copies.map(convert), 3);
  row('corpus twice : once', grown[1].ms / grown[0].ms, 'x', 2.2);
  row('corpus four times : once', grown[2].ms / grown[0].ms, 'x', 4.4);

  const values = [10, 100, 1_000, 10_000].map((n) =>
    rule(
      `v${n}`,
      `  s:\n    F|contains:\n${Array.from({ length: n }, (_, i) => `      - value ${i}`).join('\n')}\n  condition: s\n`,
    ),
  );
  const nested = [10, 100, 1_000].map((n) =>
    rule(
      `n${n}`,
      `  s:\n    F: x\n  t:\n    G: y\n  condition: ${'(s and not '.repeat(n)}t${')'.repeat(n)}\n`,
    ),
  );
  const sized = await measure([...values, ...nested].map(convert), 5);
  const over = (index) => Math.max(sized[index].ms - bare.ms, 1);
  row('one rule, 10,000 values : 1,000', over(3) / over(2), 'x', 10);
  row('one rule, 1,000 levels : 100', over(6) / over(5), 'x', 10);
  const rates = JSON.parse(
    execFileSync(process.execPath, [join(root, 'bench/match.mjs')], { encoding: 'utf8' }),
  );
  const thousand = (rate) => rate / 1000;
  rowAtLeast('match, one rule', thousand(rates.one), 'k/s', 50);
  row(`match, ${rates.processRules} rules of one log source`, thousand(rates.processes), 'k/s');
  rowAtLeast(`match, all ${rates.rules} rules`, thousand(rates.all), 'k/s', 5);
  rowAtLeast('match, all rules : loop over them', rates.all / rates.loop, 'x', 5);
  const correlating = JSON.parse(
    execFileSync(process.execPath, [join(root, 'bench/correlations.mjs')], { encoding: 'utf8' }),
  );
  rowAtLeast('match, with 100 correlations : without', correlating.share, 'x', 0.7);

  const catalog = JSON.parse(
    execFileSync(process.execPath, [join(root, 'bench/catalog.mjs'), cli, corpus], {
      encoding: 'utf8',
    }),
  );
  row('catalog build : convert', catalog.ratio, 'x', 4);
  row('catalog, size of the site', catalog.megabytes, ' MB', 60);
  row('catalog serve, after an edit', catalog.rebuild, ' ms', 300);

  const [few, many] = [100_000, 1_000_000].map((n) => {
    const path = join(temp, `events-${n}.jsonl`);
    const lines = [];
    for (let i = 0; i < 1000; i++) {
      lines.push(JSON.stringify({ EventID: 1, ProcessId: i, CommandLine: `tool.exe --run ${i}` }));
    }
    for (let i = 0; i < n; i += lines.length) appendFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
  const one = rule('m', '  s:\n    CommandLine|endswith: run 7\n  condition: s\n');
  // At the same number of threads, each of which holds the rules and a few parts of a file.
  const streamed = await measure(
    ['1', '2'].flatMap((n) =>
      [few, many].map((path) => [cli, 'match', one, '--events', path, '--json', '--jobs', n]),
    ),
    1,
  );
  row('memory, a million events : 100,000', streamed[1].peak / streamed[0].peak, 'x', 1.25);
  row('the same, on two threads', streamed[3].peak / streamed[2].peak, 'x', 1.25);

  const { small, large } = writeEvents(temp, 60_000);
  const jobs = (path, n) => [cli, 'match', corpus, '--events', path, '--json', '--jobs', n];
  const [loadOne, loadTwo, byOne, byTwo] = await measure(
    [jobs(small, '1'), jobs(small, '2'), jobs(large, '1'), jobs(large, '2')],
    3,
  );
  // Both threads read the rules at once, so what is left is reading and matching events.
  const scaling = (byOne.ms - loadOne.ms) / (byTwo.ms - loadTwo.ms);
  if (availableParallelism() > 1) rowAtLeast('match, one thread : two', scaling, 'x', 1.7);
  const work = (byTwo.cpu - loadTwo.cpu) / (byOne.cpu - loadOne.cpu);
  row('match, processor time of two threads : one', work, 'x', 1.3);
  row('match, memory of one thread', byOne.peak, ' MB');
  row('match, memory of two threads', byTwo.peak, ' MB');
} finally {
  rmSync(temp, { recursive: true, force: true });
}

/** Rules with ids of their own, as those of a larger catalogue have: no two are compared. */
function copyAs(number, folder) {
  cpSync(corpus, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.yml')) continue;
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^(id: *['"]?)[0-9a-f]{8}/m, `$1${String(number).repeat(8)}`));
  }
}

function rule(name, detection, product = 'p') {
  const folder = join(temp, 'sized');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.yml`);
  writeFileSync(path, `title: t\nlogsource:\n  product: ${product}\ndetection:\n${detection}`);
  return path;
}

const widths = [0, 1, 2].map((c) => Math.max(...rows.map((r) => r[c].length)));
for (const [what, value, bar, verdict] of rows) {
  console.log(
    `${what.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${bar.padEnd(widths[2])}  ${verdict}`,
  );
}
process.exitCode = failed ? 1 : 0;
