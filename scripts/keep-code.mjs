// Runs the command that was built for what it is run for most, and keeps beside it what V8 compiled:
// a start then takes half the time. In a process of its own, since it changes the arguments:
//   node scripts/keep-code.mjs [-tuned FLAG…]
// The flags of V8 are those of the process that the code is for.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

const { loader, codeOfAll } = createRequire(import.meta.url)('../dist/cli/loader.cjs');

const [, , name = '', ...flags] = process.argv;
const tune = () => flags.forEach((flag) => setFlagsFromString(flag));
tune();

const folder = mkdtempSync(join(tmpdir(), 'sigmaql-code-'));
const events = join(folder, 'events.jsonl');
const EVENTS = [
  { Channel: 'Security', EventID: 4688, NewProcessName: 'C:\\Temp\\a.exe', CommandLine: 'a b' },
  { winlog: { channel: 'Security', event_id: 4624, event_data: { LogonType: 3 } } },
  { Event: { System: { EventID: 1 }, EventData: { Image: 'C:\\manage-bde.exe', User: 'A\\b' } } },
];
writeFileSync(
  events,
  EVENTS.map((event) => `${JSON.stringify(event)}\n`)
    .join('')
    .repeat(50),
);

const ALL = 'kql,splunk,lucene,dsl,eql,esql';

/** Each of so few files that none sets other flags. */
const RUNS = [
  ...readdirSync('rules', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ['convert', `rules/${name}`, '-t', ALL, '--json', '--jobs', '1']),
  ['convert', 'rules/windows', '-t', 'kql'],
  ['explain', 'rules/windows', '-t', 'kql'],
  ['match', 'rules/windows', '--events', events, '--json'],
  ['list', 'targets'],
  ['--help'],
];

process.on('beforeExit', () => {
  const run = RUNS.shift();
  if (run) {
    process.argv = [process.argv[0], 'sigmaql', ...run];
    loader()('main.cjs');
    // Something to wait for, so that there is an end again.
    setImmediate(() => undefined);
    return;
  }
  rmSync(folder, { recursive: true });
  // The events' run has other flags in the end.
  tune();
  for (const { path, code } of codeOfAll(name)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  process.exit(0);
});
