// `sigmaql match` beside `rsigma engine eval` (https://crates.io/crates/rsigma): all
// rules over the same events in turns, without what it takes to load them. `rsigma` is looked for on
// the PATH; without it nothing is measured.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEvents } from './events.mjs';

/** Over 60,000, what V8 takes to optimise the matcher, once in each thread, is a third of the time. */
const EVENTS = 300_000;
const RUNS = 3;

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared/corpus/sigmahq');
const rules = existsSync(shared) ? shared : join(root, 'rules');
const version = spawnSync('rsigma', ['--version'], { encoding: 'utf8' });
if (version.error) {
  console.log('rsigma is not installed.');
  process.exit(0);
}

const sigmaql = (path, jobs) => [
  process.execPath,
  [join(root, 'dist/cli.cjs'), 'match', rules, '--events', path, '--json', '--jobs', jobs],
];
const rsigma = (path) => ['rsigma', ['engine', 'eval', '-r', rules, '-e', `@${path}`]];

/** Seconds by the clock, and of the processor as the shell counts it. */
function run([command, args]) {
  const start = performance.now();
  const quoted = [command, ...args].map((a) => `'${a.replaceAll("'", "'\\''")}'`).join(' ');
  const script = `TIMEFORMAT='%U %S'; time ${quoted} >/dev/null 2>&1`;
  const { stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  const [user, system] = stderr.trim().split(' ').map(Number);
  return { clock: (performance.now() - start) / 1000, cpu: user + system };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

const temp = mkdtempSync(join(tmpdir(), 'sigmaql-rsigma-'));
try {
  const { small, large, unique } = writeEvents(temp, EVENTS);
  const tools = [
    ['rsigma', (path) => rsigma(path)],
    ['sigmaql, one thread', (path) => sigmaql(path, '1')],
    ['sigmaql, two threads', (path) => sigmaql(path, '2')],
  ];
  const files = [
    ['recorded', large],
    ['recorded, each string once', unique],
  ];
  console.log(`${version.stdout.split('\n')[0]}, ${EVENTS} events, ${rules}`);
  for (const [kind, path] of files) {
    const times = tools.map(() => []);
    for (let n = 0; n < RUNS; n++) {
      for (const [index, [, command]] of tools.entries()) {
        const [loading, all] = [run(command(small)), run(command(path))];
        times[index].push({ clock: all.clock - loading.clock, cpu: all.cpu - loading.cpu });
      }
    }
    const found = times.map((t) => ({
      clock: median(t.map((x) => x.clock)),
      cpu: median(t.map((x) => x.cpu)),
    }));
    console.log(`Events: ${kind}`);
    for (const [index, [name]] of tools.entries()) {
      const { clock, cpu } = found[index];
      const each = (seconds) => `${((seconds / EVENTS) * 1e6).toFixed(0)} µs`;
      const speed = (found[0].clock / clock).toFixed(2);
      console.log(
        `${name.padEnd(22)} ${each(clock).padStart(7)} an event, ${each(cpu).padStart(7)} of the processor, ${speed} x rsigma by the clock`,
      );
    }
  }
} finally {
  rmSync(temp, { recursive: true, force: true });
}
