// What our queries and pySigma's for the same rules cost over the same generated events: in a real OpenSearch, and
// in DuckDB by way of duckdb-kql.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const EVENTS = 20_000;
/** Of the rules that both convert, each so many-th. */
const EVERY = 16;
const RUNS = 3;
/** Ours find names in any letter case; and runs of the same queries differ. */
const MOST = 1.1;

/** Starts of processes: few programs, and command lines of which no two are the same. */
function* processStarts() {
  let state = 1;
  const next = (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % most;
  };
  const pick = (list) => list[next(list.length)];
  const folders = ['C:\\Windows\\System32', 'C:\\Program Files\\Tea', 'C:\\Users\\ann\\AppData'];
  const programs = ['cmd.exe', 'powershell.exe', 'rundll32.exe', 'svchost.exe', 'reg.exe'];
  for (let i = 0; i < 200; i++) programs.push(`Program${i}.exe`);
  const words = [
    '-enc',
    '/c',
    'http://tea.example/',
    '-windowstyle hidden',
    'add',
    'HKLM\\Software',
  ];
  for (let i = 0; i < EVENTS; i++) {
    const [name, parent] = [pick(programs), pick(programs)];
    const command = `${name} ${pick(words)} ${pick(words)} ${next(1_000_000)} ${i}`;
    yield { folder: pick(folders), name, parent, command, user: pick(['SYSTEM', 'ann', 'bob']) };
  }
}

const isProcessStart = ({ path }) => /\/windows\/process_creation\//.test(path);

function sample(pairs) {
  return pairs.filter(isProcessStart).filter((_, i) => i % EVERY === 0);
}

/** Prints the totals of what ran in both; whether ours cost more. */
function told(engine, times) {
  const ran = times.filter(([ours, theirs]) => ours !== null && theirs !== null);
  const sum = (i) => ran.reduce((total, t) => total + t[i], 0);
  const ratio = sum(0) / sum(1);
  console.log(
    `${engine}: ${ratio.toFixed(2)} times what pySigma's cost (${sum(0).toFixed(0)} and ${sum(1).toFixed(0)} ms, at most ${MOST}; ${ran.length} of ${times.length} rules run in both, over ${EVENTS} events)`,
  );
  return ratio > MOST;
}

async function inOpenSearch(all) {
  const folder = join(root, 'test/engines/opensearch');
  if (!existsSync(join(folder, 'target/dependency'))) {
    console.log('OpenSearch is not installed.');
    return false;
  }
  const temp = mkdtempSync(join(tmpdir(), 'sigmaql-peers-'));
  const outfile = join(temp, 'node.mjs');
  const entry = join(root, 'test/engines/elasticsearch/node.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm' });
  const { startNode } = await import(pathToFileURL(outfile));
  const node = await startNode({ name: 'OpenSearch', main: 'OpenSearchNode', folder });
  try {
    const keyword = { match_mapping_type: 'string', mapping: { type: 'keyword' } };
    await node.send('PUT', '/peers', {
      settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: -1 },
      mappings: { dynamic_templates: [{ strings: keyword }] },
    });
    const lines = [...processStarts()].map(({ folder: f, name, parent, command, user }) =>
      JSON.stringify({
        host: { os: { type: 'windows' } },
        event: { category: 'process', type: 'start', code: '1' },
        process: {
          executable: `${f}\\${name}`,
          name,
          command_line: command,
          parent: { executable: `${f}\\${parent}`, command_line: `${parent} ${user}` },
          pe: { original_file_name: name },
        },
        user: { name: user },
      }),
    );
    for (let i = 0; i < lines.length; i += 2_000) {
      const part = lines.slice(i, i + 2_000).map((line) => `{"index":{}}\n${line}\n`);
      await node.send('POST', '/peers/_bulk', part.join(''));
    }
    await node.send('POST', '/peers/_refresh');
    const timed = async (query) => {
      const body = { size: 0, track_total_hits: true, query };
      let best = Infinity;
      for (let run = 0; run < RUNS; run++) {
        const start = performance.now();
        try {
          await node.send('POST', '/peers/_search?request_cache=false', body);
        } catch {
          return null;
        }
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    const times = [];
    for (const { text, theirs } of [...sample(all).slice(0, 5), ...sample(all)]) {
      const asked = [text, theirs].map((query) => ({ query_string: { query } }));
      times.push([await timed(asked[0]), await timed(asked[1])]);
    }
    // The first few only warm it up.
    return told('OpenSearch', times.slice(5));
  } finally {
    await node.stop();
    rmSync(temp, { recursive: true, force: true });
  }
}

function inDuckDb(all) {
  const python = join(root, 'test/engines/target/python/bin/python');
  if (!existsSync(python)) {
    console.log('duckdb-kql is not installed.');
    return false;
  }
  const pairs = sample(all).filter(({ text }) => text.startsWith('DeviceProcessEvents '));
  const rows = [...processStarts()].map(({ folder, name, parent, command, user }) => ({
    ActionType: 'ProcessCreated',
    FolderPath: `${folder}\\${name}`,
    FileName: name,
    ProcessVersionInfoOriginalFileName: name,
    ProcessCommandLine: command,
    InitiatingProcessFolderPath: `${folder}\\${parent}`,
    InitiatingProcessFileName: parent,
    InitiatingProcessCommandLine: `${parent} ${user}`,
    AccountName: user,
  }));
  const input = JSON.stringify({ rows, pairs: pairs.map((p) => [p.text, p.theirs]), runs: RUNS });
  const script = fileURLToPath(new URL('peers-duckdb.py', import.meta.url));
  const said = execFileSync(python, [script], { input, encoding: 'utf8', maxBuffer: Infinity });
  return told('DuckDB by duckdb-kql', JSON.parse(said));
}

export async function costs({ kql, lucene }) {
  const inLucene = await inOpenSearch(lucene);
  return inDuckDb(kql) || inLucene;
}
