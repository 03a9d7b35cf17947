// How fast the matcher is, in events a second of one core over events that are parsed already, as
// one line of JSON. Run by bench/run.mjs in a process of its own.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { compile, link, parse } from '../dist/index.js';
import { recordedEvents } from './events.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared/corpus');
const rules = existsSync(shared) ? join(shared, 'sigmahq') : join(root, 'rules');

const files = readdirSync(rules, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.yml'))
  .sort()
  .map((f) => parse(readFileSync(join(rules, f)), { path: f }).documents);

/** As a log shipper writes a Windows event: the fields of System and EventData side by side. */
function flat({ Event }) {
  if (!Event) return arguments[0];
  const system = Object.entries(Event.System ?? {}).filter(([, v]) => typeof v !== 'object');
  return { ...Object.fromEntries(system), ...Event.EventData };
}

function rate(match, events, seconds = 1) {
  for (let i = 0; i < 2 * events.length; i++) match(events[i % events.length]);
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < seconds * 1000) {
    for (const event of events) match(event);
    done += events.length;
  }
  return done / ((performance.now() - start) / 1000);
}

const isProcess = (rule) =>
  rule?.logsource?.category.some((n) => n.text === 'process_creation') &&
  rule.logsource.product.some((n) => n.text === 'windows');
const processes = files.filter(([document]) => isProcess(document.content));
const nested = recordedEvents();
const flattened = nested.map((e) => flat(e));
const one = compile(link(processes[0]));
const all = compile(link(files.flat()));
const apart = files.map((documents) => compile(link(documents)));

console.log(
  JSON.stringify({
    rules: files.length,
    processRules: processes.length,
    one: rate(one.match, flattened),
    processes: rate(compile(link(processes.flat())).match, flattened),
    all: rate(all.match, nested),
    loop: rate((event) => apart.forEach((m) => m.match(event)), nested),
  }),
);
