// Our queries beside pySigma's for the same rules: how long they are, and what they cost in engines that
// run here. The interpreter of a virtual environment that has pySigma is in SIGMAQL_PYSIGMA:
//   pip install pysigma==1.5.1 pysigma-backend-splunk==2.1.0 pysigma-backend-elasticsearch==2.1.1 \
//     pysigma-backend-kusto==1.0.1 pysigma-pipeline-windows==2.0.1 pysigma-pipeline-sysmon==2.0.0
// A bar that does not hold makes the exit status 1.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert, link, parse, publishedTables, shippedPipelines } from '../dist/index.js';
import { kql } from '../dist/kql.js';
import { lucene } from '../dist/lucene.js';
import { splunk } from '../dist/splunk.js';
import { costs } from './peers-cost.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared/corpus/sigmahq');
const corpus = existsSync(shared) ? shared : join(root, 'rules');
const python = process.env.SIGMAQL_PYSIGMA ?? join(root, 'test/engines/target/pysigma/bin/python');

function hasPeers() {
  const tried = 'import sigma.backends.kusto, sigma.backends.elasticsearch, sigma.pipelines.sysmon';
  try {
    execFileSync(python, ['-c', tried], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (!hasPeers()) {
  console.log('pySigma and its backends are not installed.');
  process.exit();
}

const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.yml'))
  .sort()
  .map((f) => join(corpus, f));
const theirs = execFileSync(python, [fileURLToPath(new URL('peers.py', import.meta.url))], {
  input: paths.join('\n'),
  encoding: 'utf8',
  maxBuffer: Infinity,
})
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Rules that both make one query of. */
async function pairs(backend) {
  const pipelines = await shippedPipelines(backend);
  const tables = await publishedTables(backend);
  return theirs.flatMap(({ path, [backend.name]: their }) => {
    if (their === null) return [];
    const library = link(parse(readFileSync(path)).documents);
    const queries = convert(library, { backend, pipelines, tables, compact: true });
    const [ours] = queries;
    if (queries.length !== 1 || ours.queryText === null) return [];
    return [{ path, ours, text: ours.queryText, theirs: their }];
  });
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** How much of a query is the conditions of its log source, which come before all that the rule asks. */
function sourceLength({ ours }) {
  const own = ours.document.content.logsource?.span;
  const asked = ours.segments.find(
    ({ span }) => span.start !== own?.start || span.end !== own?.end,
  );
  return asked && asked !== ours.segments[0] ? asked.start : 0;
}

/** Regular expressions, which list letters in either case. */
const hasClasses = (query) => /:\(?\/|OR \//.test(query);

const all = { kql: await pairs(kql), splunk: await pairs(splunk), lucene: await pairs(lucene) };
const plain = all.lucene.filter(({ text, theirs: t }) => !hasClasses(text) && !hasClasses(t));
const ratio = (list, less = () => 0) =>
  median(list.map((p) => (p.text.length - less(p)) / p.theirs.length));

const rows = [
  ['KQL', all.kql, 1.15],
  ['Splunk', all.splunk, 1.3],
  ['Lucene, neither with classes of letters', plain, 1.2],
];
let failed = false;
for (const [name, list, bar] of rows) {
  const found = ratio(list);
  const without = ratio(list, sourceLength);
  failed ||= found > bar;
  console.log(
    `${name}: ${found.toFixed(2)} times as long as pySigma's, ${without.toFixed(2)} without the source's own conditions (with them at most ${bar}; median of ${list.length} rules)`,
  );
}
failed = (await costs(all)) || failed;
process.exitCode = failed ? 1 : 0;
