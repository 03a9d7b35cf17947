// What our queries and pySigma's for the same rules cost over the same generated events: in a real OpenSearch, and
// in DuckDB by way of duckdb-kql.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const EVENTS = 20_000;
/** Of the rules that both convert, each so many-th. */
const EVERY = 16;
const RUNS = 3;
const MOST = 1;

/**
 * Starts of processes, some of which rules are about: few programs, in more than one letter case, and
 * command lines of which no two are the same.
 */
function* processStarts() {
  let state = 1;
  const next = (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % most;
  };
  const pick = (list) => list[next(list.length)];
  const folders = ['C:\\Windows\\System32', 'C:\\Program Files\\Tea', 'C:\\Users\\ann\\AppData'];
  const programs = [
    ...['cmd.exe', 'powershell.exe', 'rundll32.exe', 'svchost.exe', 'reg.exe', 'net.exe'],
    ...['RUNDLL32.EXE', 'Cmd.Exe', 'certutil.exe', 'whoami.exe', 'schtasks.exe', 'wmic.exe'],
    ...['mshta.exe', 'regsvr32.exe', 'vssadmin.exe', 'msiexec.exe', 'sc.exe', 'winword.exe'],
  ];
  for (let i = 0; i < 200; i++) programs.push(`Program${i}.exe`);
  const words = [
    '-enc',
    '/c',
    'http://tea.example/',
    '-windowstyle hidden',
    'add',
    'HKLM\\Software',
    ' delete ',
    ' /create ',
    ' user ',
    ' -EncodedCommand ',
    'C:\\Users\\Public\\a.dll',
    '.ps1',
  ];
  for (let i = 0; i < EVENTS; i++) {
    const [name, parent] = [pick(programs), pick(programs)];
    const command = `${name} ${pick(words)} ${pick(words)} ${next(1_000_000)} ${i}`;
    const folder = pick(folders);
    const user = pick(['SYSTEM', 'ann', 'bob']);
    yield {
      Image: `${folder}\\${name}`,
      OriginalFileName: name,
      CommandLine: command,
      ParentImage: `${folder}\\${parent}`,
      ParentCommandLine: `${parent} ${user}`,
      User: user,
    };
  }
}

/** Starts that rules match, by Sigma's names: as rules spell them, and in capitals. */
async function* matches(pairs, build) {
  const { casesOf, samplesOf, Coverage } = await build(
    "export * from './test/engines/rules.js'; export * from './test/engines/samples/near-miss.js';",
  );
  for (const { path } of pairs) {
    for (const c of casesOf(readFileSync(path))) {
      const found = samplesOf(c.expression, new Coverage()).find((s) => c.matches(s.event));
      if (!found) continue;
      const texts = Object.entries(found.event.json).filter(([, v]) => typeof v === 'string');
      yield Object.fromEntries(texts);
      yield Object.fromEntries(texts.map(([name, value]) => [name, value.toUpperCase()]));
    }
  }
}

/** What follows the folder. */
const nameOf = (path) => path?.slice(path.lastIndexOf('\\') + 1);

/** Imports what a module of this text exports. */
async function bundled(contents) {
  const temp = mkdtempSync(join(tmpdir(), 'sigmaql-peers-'));
  const outfile = join(temp, 'module.mjs');
  const stdin = { contents, resolveDir: root, loader: 'ts' };
  // Packages of CommonJS ask for modules of Node's.
  const js = "import { createRequire } from 'node:module'; const require = createRequire('/');";
  const banner = { js };
  await build({ stdin, outfile, banner, bundle: true, platform: 'node', format: 'esm' });
  try {
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

async function eventsFor(pairs) {
  const events = [...processStarts()];
  for await (const event of matches(pairs, bundled)) events.push(event);
  return events;
}

const isProcessStart = ({ path }) => /\/windows\/process_creation\//.test(path);

function sample(pairs) {
  return pairs.filter(isProcessStart).filter((_, i) => i % EVERY === 0);
}

/**
 * Prints the totals of what ran in both, and of those that find the same events; whether ours cost more.
 * Each is a pair of `took` (milliseconds) and `hits`, or null.
 */
function told(engine, pairs) {
  const ran = pairs.filter((pair) => pair.every((p) => p !== null));
  const same = ran.filter(([ours, theirs]) => ours.hits === theirs.hits);
  const sumOf = (list, i) => list.reduce((total, pair) => total + pair[i].took, 0);
  const sum = (i) => sumOf(ran, i);
  const ratio = sum(0) / sum(1);
  console.log(
    `${engine}: ${ratio.toFixed(2)} times what pySigma's cost (${sum(0).toFixed(0)} and ${sum(1).toFixed(0)} ms, at most ${MOST}; ${ran.length} of ${pairs.length} rules run in both, over ${EVENTS} events and some that match)`,
  );
  const found = [0, 1].map((i) => ran.filter((pair) => pair[i].hits > 0).length);
  console.log(
    `  ${same.length} find the same events: ${(sumOf(same, 0) / sumOf(same, 1)).toFixed(2)} times; ours find some for ${found[0]} rules, pySigma's for ${found[1]}`,
  );
  return ratio > MOST;
}

async function inOpenSearch(all) {
  const folder = join(root, 'test/engines/opensearch');
  if (!existsSync(join(folder, 'target/dependency'))) {
    console.log('OpenSearch is not installed.');
    return false;
  }
  const { startNode } = await bundled("export * from './test/engines/elasticsearch/node.js';");
  const node = await startNode({ name: 'OpenSearch', main: 'OpenSearchNode', folder });
  try {
    const keyword = { match_mapping_type: 'string', mapping: { type: 'keyword' } };
    // As Elastic's integrations map them.
    const caseless = { caseless: { type: 'keyword', normalizer: 'lowercase' } };
    const path = { type: 'keyword', fields: caseless };
    const names = { executable: path, name: path };
    await node.send('PUT', '/peers', {
      settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: -1 },
      mappings: {
        dynamic_templates: [{ strings: keyword }],
        properties: { process: { properties: { ...names, parent: { properties: names } } } },
      },
    });
    const lines = (await eventsFor(sample(all))).map((e) =>
      JSON.stringify({
        host: { os: { type: 'windows' } },
        event: { category: 'process', type: 'start', code: '1' },
        process: {
          executable: e.Image,
          name: nameOf(e.Image),
          command_line: e.CommandLine,
          parent: {
            executable: e.ParentImage,
            name: nameOf(e.ParentImage),
            command_line: e.ParentCommandLine,
          },
          pe: { original_file_name: e.OriginalFileName },
        },
        user: { name: e.User },
      }),
    );
    for (let i = 0; i < lines.length; i += 2_000) {
      const part = lines.slice(i, i + 2_000).map((line) => `{"index":{}}\n${line}\n`);
      await node.send('POST', '/peers/_bulk', part.join(''));
    }
    await node.send('POST', '/peers/_refresh');
    const run = async (query) => {
      const body = { size: 0, track_total_hits: true, query: { query_string: { query } } };
      const start = performance.now();
      try {
        const found = await node.send('POST', '/peers/_search?request_cache=false', body);
        return { took: performance.now() - start, hits: found.hits.total.value };
      } catch {
        return null;
      }
    };
    // In turns, so that what else the machine does falls on both.
    const timed = async (queries) => {
      const best = [];
      for (let turn = 0; turn < RUNS; turn++) {
        for (const [i, query] of queries.entries()) {
          const now = await run(query);
          if (now === null || turn === 0) best[i] = now;
          else best[i].took = Math.min(best[i].took, now.took);
          if (now === null) return [null, null];
        }
      }
      return best;
    };
    const pairs = [];
    for (const { text, theirs } of [...sample(all).slice(0, 5), ...sample(all)]) {
      pairs.push(await timed([text, theirs]));
    }
    // The first few only warm it up.
    return told('OpenSearch', pairs.slice(5));
  } finally {
    await node.stop();
  }
}

async function inDuckDb(all) {
  const python = join(root, 'test/engines/target/python/bin/python');
  if (!existsSync(python)) {
    console.log('duckdb-kql is not installed.');
    return false;
  }
  const pairs = sample(all).filter(({ text }) => text.startsWith('DeviceProcessEvents '));
  const rows = (await eventsFor(pairs)).map((e) => ({
    ActionType: 'ProcessCreated',
    FolderPath: e.Image,
    FileName: nameOf(e.Image),
    ProcessVersionInfoOriginalFileName: e.OriginalFileName,
    ProcessCommandLine: e.CommandLine,
    InitiatingProcessFolderPath: e.ParentImage,
    InitiatingProcessFileName: nameOf(e.ParentImage),
    InitiatingProcessCommandLine: e.ParentCommandLine,
    AccountName: e.User,
  }));
  const input = JSON.stringify({ rows, pairs: pairs.map((p) => [p.text, p.theirs]), runs: RUNS });
  const script = fileURLToPath(new URL('peers-duckdb.py', import.meta.url));
  const said = execFileSync(python, [script], { input, encoding: 'utf8', maxBuffer: Infinity });
  return told('DuckDB by duckdb-kql', JSON.parse(said));
}

export async function costs({ kql, lucene }) {
  const inLucene = await inOpenSearch(lucene);
  return (await inDuckDb(kql)) || inLucene;
}
