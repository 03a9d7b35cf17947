// How fast the matcher is with a hundred correlations, as a share of its speed without, and what they cost
// an event, as one line of JSON, by processor time. The rules are the same both times; each correlation
// counts what some of them match.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { link, matchStream, parse } from '../dist/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared/corpus/sigmahq');
const rules = existsSync(shared) ? shared : join(root, 'rules');
const documents = readdirSync(rules, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.yml'))
  .sort()
  .flatMap((f) => parse(readFileSync(join(rules, f)), { path: f }).documents);

const TYPES = [
  'type: event_count, condition: { gte: 5 }',
  'type: value_count, condition: { field: Image, gte: 3 }',
  'type: value_sum, condition: { field: ProcessId, gt: 9999999 }',
  'type: temporal',
  'type: temporal_ordered',
];
/** Of rules of our own, so that events do match. */
const own = Array.from({ length: 20 }, (_, i) => {
  const tool = `title: Tool ${i}\nname: tool_${i}\nlogsource: { category: process_creation, product: windows }\n`;
  return `${tool}detection: { s: { Image|endswith: '\\tool${i}.exe' }, condition: s }\n`;
});
const correlations = Array.from({ length: 100 }, (_, i) => {
  const of = `rules: [tool_${i % 20}, tool_${(i * 7 + 3) % 20}], group-by: [User], timespan: ${1 + (i % 9)}m`;
  return `title: C ${i}\ncorrelation: { ${TYPES[i % 5]}, ${of}, generate: true }\n`;
});

const rulesOnly = link([...documents, ...parse(own.join('---\n')).documents]);
const all = link([...documents, ...parse([...own, ...correlations].join('---\n')).documents]);

/** One event in five is of a rule that correlations are of. */
const events = Array.from({ length: 20_000 }, (_, i) => ({
  EventID: 1,
  '@timestamp': new Date(1_740_000_000_000 + i * 250).toISOString(),
  Image: i % 5 === 0 ? `C:\\Tools\\tool${i % 20}.exe` : 'C:\\Windows\\System32\\svchost.exe',
  CommandLine: `svchost.exe -k ${i}`,
  ProcessId: String(i),
  User: `user ${i % 50}`,
}));

function rate(library) {
  const stream = matchStream(library, { lateness: 60_000 });
  const start = process.cpuUsage();
  let found = 0;
  events.forEach((event, i) => (found += stream.push(event, i).correlations.length));
  found += stream.end().length;
  const { user, system } = process.cpuUsage(start);
  return { perSecond: Math.round((events.length / (user + system)) * 1_000_000), found };
}

const runs = [];
for (let i = 0; i < 7; i++) runs.push([rate(rulesOnly), rate(all)]);
const best = (at) => Math.max(...runs.slice(1).map((r) => r[at].perSecond));
const [without, withThem] = [best(0), best(1)];
console.log(
  JSON.stringify({
    without,
    withCorrelations: withThem,
    share: Math.round((withThem / without) * 100) / 100,
    microsecondsPerEvent: Math.round((1e6 / withThem - 1e6 / without) * 100) / 100,
    found: runs[0][1].found,
  }),
);
