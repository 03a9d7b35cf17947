// The catalogue's bars: what building it costs beside converting the same rules, how large the site
// is, and how long after an edit its page is there again. Prints JSON.
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [cli, corpus] = process.argv.slice(2);
const RUNS = 5;
const EDITS = 9;
const temp = mkdtempSync(join(tmpdir(), 'sigmaql-bench-catalog-'));
/** A folder of its own for each build: to take away thousands of files slows down who makes others. */
const site = (run) => join(temp, `site-${run}`);

try {
  // In turn, so that whatever else the machine does falls on both.
  const ratios = [];
  for (let i = 0; i < RUNS; i++) {
    const convert = await run(['convert', corpus, '-t', 'kql,splunk,lucene', '--json']);
    ratios.push((await run(['catalog', 'build', corpus, '-o', site(i)])) / convert);
  }
  const megabytes = sizeOf(site(0)) / 1e6;
  const copy = join(temp, 'rules');
  cpSync(corpus, copy, { recursive: true });
  const rebuild = await rebuildTime(copy);
  console.log(JSON.stringify({ ratio: median(ratios), megabytes, rebuild }));
} finally {
  rmSync(temp, { recursive: true, force: true });
}

/** Wall milliseconds. */
function run(args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [cli, ...args], { stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', () => resolve(performance.now() - start));
  });
}

/** Milliseconds from the writing of a rule until its page, with the edit in it, has been read. */
async function rebuildTime(folder) {
  const server = spawn(process.execPath, [cli, 'catalog', 'serve', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const url = await new Promise((resolve, reject) => {
      server.stdout.once('data', (line) => resolve(line.toString().trim()));
      server.once('exit', () => reject(new Error('The server has ended.')));
    });
    const all = await (await fetch(`${url}by/all.html`)).text();
    const page = `${url}rules/${/rules\/([^>]+\.html)/.exec(all)[1]}`;
    const path = /class=path>[^/<]*\/([^<]+)</.exec(await (await fetch(page)).text())[1];
    const events = (await fetch(`${url}live`)).body.getReader();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const times = [];
    for (let i = 0; i < EDITS; i++) {
      const start = performance.now();
      appendFileSync(join(folder, path), `# edit ${i}\n`);
      await events.read();
      const text = await (await fetch(page)).text();
      times.push(performance.now() - start);
      if (!text.includes(`# edit ${i}`)) throw new Error('The page does not have the edit.');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return median(times);
  } finally {
    server.kill();
  }
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true }).reduce((sum, name) => {
    const stat = statSync(join(folder, name));
    return sum + (stat.isFile() ? stat.size : 0);
  }, 0);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}
