import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const JARS = join(import.meta.dirname, 'target/dependency');

/** The address of a node that runs already, for those who run these tests again and again. */
const RUNNING = process.env['SIGMAQL_ELASTICSEARCH'];

/** Why Elasticsearch cannot run here; null if it can. Never skipped in CI. */
export const missing: string | null = (() => {
  if (process.env['CI'] || RUNNING) return null;
  if (!existsSync(JARS)) return 'its jars are not here, which .ci/run gets with Maven';
  try {
    execFileSync('javac', ['-version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'there is no Java compiler here';
  }
})();
if (missing) console.log(`Tests in real Elasticsearch are skipped: ${missing}.`);

/** A running node. */
export interface Elasticsearch {
  /** Sends JSON, or lines of JSON, and returns the JSON that comes back; throws what the node refuses. */
  readonly send: (
    method: 'DELETE' | 'POST' | 'PUT',
    path: string,
    body?: object | string,
  ) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Elasticsearch does not run as root, and neither it nor this test needs what root may do. */
const NOBODY = 65_534;

const OPENED = ['java.lang', 'sun.nio.ch'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/** Starts a node, which ends with this process at the latest. */
export async function startElasticsearch(): Promise<Elasticsearch> {
  if (RUNNING) return { send: sender(RUNNING), stop: () => Promise.resolve() };
  const folder = mkdtempSync(join(tmpdir(), 'sigmaql-elasticsearch-'));
  const [classes, home] = [join(folder, 'classes'), join(folder, 'home')];
  mkdirSync(join(home, 'config'), { recursive: true });
  const source = join(import.meta.dirname, 'ElasticsearchNode.java');
  execFileSync('javac', ['-encoding', 'UTF-8', '-cp', `${JARS}/*`, '-d', classes, source]);
  const isRoot = process.getuid?.() === 0;
  const jars = isRoot ? join(folder, 'jars') : JARS;
  if (isRoot) {
    // Where the project is, nobody else may be able to read.
    cpSync(JARS, jars, { recursive: true });
    chmodSync(folder, 0o755);
    for (const path of [home, join(home, 'config')]) chownSync(path, NOBODY, NOBODY);
  }
  const properties = [
    ['java.io.tmpdir', home],
    ['tests.security.manager', 'false'],
    // The runner picks these at random otherwise.
    ['tests.seed', '1'],
    ['tests.locale', 'en-US'],
    ['tests.timezone', 'UTC'],
  ].map(([name, value]) => `-D${name}=${value}`);
  const java = spawn(
    'java',
    [
      '-Xmx1500m',
      ...properties,
      ...OPENED,
      '-cp',
      `${jars}/*:${classes}`,
      'ElasticsearchNode',
      home,
    ],
    {
      cwd: home,
      env: { ...process.env, HOME: home },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  );
  const ended = new Promise<void>((end) => java.once('close', () => end()));
  const port = await portOf(java);
  return {
    send: sender(`http://127.0.0.1:${port}`),
    async stop() {
      java.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The port that the node says it listens on. */
function portOf({ stdout, stderr }: ChildProcess): Promise<number> {
  const said: string[] = [];
  return new Promise<number>((found, fail) => {
    for (const input of [stdout!, stderr!]) {
      const lines = createInterface({ input });
      lines.on('line', (text) => {
        const [, port] = /^listening (\d+)$/.exec(text) ?? [];
        if (port !== undefined) found(Number(port));
        if (said.push(text) > 200) said.shift();
      });
      lines.on('close', () => fail(new Error(`Elasticsearch ended: ${said.join('\n')}`)));
    }
  });
}

function sender(address: string): Elasticsearch['send'] {
  return async (method, path, body = '') => {
    const isLines = typeof body === 'string';
    const response = await fetch(address + path, {
      method,
      headers: { 'content-type': isLines ? 'application/x-ndjson' : 'application/json' },
      ...(body === '' ? {} : { body: isLines ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text.slice(0, 2_000)}`);
    return JSON.parse(text);
  };
}
