// What queries cost in a real Elasticsearch: ours in Query DSL and in Lucene beside Query DSL as an expert
// writes it by hand, for the same rules over the same events, with the same hits. Needs the jars of
// test/engines/elasticsearch, and the recorded events of the corpus.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { dsl } from '../dist/dsl.js';
import { convert, link, parse, shippedPipelines } from '../dist/index.js';
import { lucene } from '../dist/lucene.js';
import { recordedEvents } from './events.mjs';
import { byHand, RULES, sigma } from './elastic-rules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const EVENTS = 200_000;
const RUNS = 7;
/** Of Query DSL by hand. */
const MOST = 1.05;

/** Starts of processes as Elastic's integration of Sysmon stores them, no two command lines the same. */
function documents() {
  const starts = recordedEvents()
    .map((e) => e.Event ?? e)
    .filter((e) => e.System?.EventID === 1 && e.EventData?.CommandLine);
  return Array.from({ length: EVENTS }, (_, n) => documentOf(starts[n % starts.length], n));
}

function documentOf({ System, EventData: data }, n) {
  const [domain, user] = data.User.split('\\');
  return {
    '@timestamp': new Date(1_760_000_000_000 + n * 1_000).toISOString(),
    host: { os: { type: 'windows' }, name: `${n % 500}-${System.Computer}` },
    event: { category: 'process', type: 'start', code: '1' },
    process: {
      executable: data.Image,
      name: nameOf(data.Image),
      command_line: `${data.CommandLine} ${n}`,
      working_directory: data.CurrentDirectory,
      parent: {
        executable: data.ParentImage,
        name: nameOf(data.ParentImage),
        command_line: `${data.ParentCommandLine} ${n}`,
      },
      pe: { original_file_name: data.OriginalFileName },
    },
    user: { domain, name: user },
  };
}

const nameOf = (path) => path.slice(path.lastIndexOf('\\') + 1);

async function startNode(folder) {
  const outfile = join(folder, 'node.mjs');
  const entry = join(root, 'test/engines/elasticsearch/node.ts');
  const define = { 'import.meta.dirname': JSON.stringify(join(entry, '..')) };
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    define,
  });
  return (await import(pathToFileURL(outfile))).startElasticsearch();
}

async function stored(node) {
  const strings = { match_mapping_type: 'string', mapping: { type: 'keyword' } };
  await node.send('PUT', '/cost', {
    settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: -1 },
    mappings: { dynamic_templates: [{ strings }] },
  });
  const lines = documents().map((d) => `{"index":{}}\n${JSON.stringify(d)}\n`);
  for (let i = 0; i < lines.length; i += 5_000) {
    await node.send('POST', '/cost/_bulk', lines.slice(i, i + 5_000).join(''));
  }
  await node.send('POST', '/cost/_refresh');
  await node.send('POST', '/cost/_forcemerge?max_num_segments=1');
}

async function asked(backend) {
  const pipelines = await shippedPipelines(backend, ['ecs']);
  return RULES.map((rule, i) => {
    const { documents: found } = parse(sigma(rule, i), { path: `${i}.yml` });
    const [result] = convert(link(found), { backend, pipelines });
    if (!result?.queryText) throw new Error(`rule ${i} has no query`);
    return result.queryText;
  });
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const KINDS = ['byHand', 'dsl', 'lucene'];

async function measured(node) {
  const [ours, inLucene] = [await asked(dsl), await asked(lucene)];
  const times = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  let hits = 0;
  for (let run = -1; run < RUNS; run++) {
    const sums = { byHand: 0, dsl: 0, lucene: 0 };
    for (const [i, rule] of RULES.entries()) {
      const queries = {
        byHand: byHand(rule),
        dsl: JSON.parse(ours[i]),
        lucene: { query_string: { query: inLucene[i] } },
      };
      const found = {};
      // In turn, so that whatever else the machine does falls on all of them.
      for (const kind of turned(KINDS, run + i)) {
        const body = { size: 0, track_total_hits: true, query: queries[kind] };
        const start = performance.now();
        const { hits: h } = await node.send('POST', '/cost/_search?request_cache=false', body);
        sums[kind] += performance.now() - start;
        found[kind] = h.total.value;
      }
      if (new Set(Object.values(found)).size > 1) {
        throw new Error(`rule ${i}: ${JSON.stringify(found)}\n${ours[i]}`);
      }
      if (run === 0) hits += found.dsl;
      // The first run only warms it up.
      if (run < 0) await node.send('POST', '/cost/_cache/clear');
    }
    if (run >= 0) for (const kind of KINDS) times[kind].push(sums[kind]);
  }
  return { hits, ...Object.fromEntries(KINDS.map((kind) => [kind, median(times[kind])])) };
}

function turned(list, by) {
  const at = ((by % list.length) + list.length) % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

if (!existsSync(join(root, 'test/engines/elasticsearch/target/dependency'))) {
  console.log('Elasticsearch is not installed.');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'sigmaql-cost-'));
const node = await startNode(folder);
try {
  await stored(node);
  const { hits, byHand: hand, dsl: ours, lucene: text } = await measured(node);
  const number = (n) => n.toLocaleString('en-US', { maximumFractionDigits: 0 });
  console.log(
    `${RULES.length} rules over ${number(EVENTS)} events in Elasticsearch, ${number(hits)} hits each, median of ${RUNS} runs:`,
  );
  console.log(`  Query DSL by hand  ${number(hand)} ms`);
  console.log(`  dsl                ${number(ours)} ms`);
  console.log(`  lucene             ${number(text)} ms`);
  console.log(`dsl : by hand  ${(ours / hand).toFixed(2)} x (at most ${MOST})`);
  console.log(`dsl : lucene   ${(ours / text).toFixed(2)} x (below 1)`);
  process.exitCode = ours / hand > MOST || ours >= text ? 1 : 0;
} finally {
  await node.stop();
  rmSync(folder, { recursive: true, force: true });
}
