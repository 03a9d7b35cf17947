import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A node that tests can start. */
export interface NodeKind {
  readonly name: string;
  /** Its class, in a file of that name. */
  readonly main: string;
  readonly folder: string;
  readonly takesBoth: boolean;
  /** The address of a node that runs already, for those who run these tests again and again. */
  readonly running: string | undefined;
}

const ELASTICSEARCH: NodeKind = {
  name: 'Elasticsearch',
  main: 'ElasticsearchNode',
  folder: import.meta.dirname,
  takesBoth: true,
  running: process.env['SIGMAQL_ELASTICSEARCH'],
};

const jarsOf = ({ folder }: NodeKind): string => join(folder, 'target/dependency');

/** Why a node cannot run here; null if it can. Never skipped in CI. */
export function whyMissing(kind: NodeKind): string | null {
  if (process.env['CI'] || kind.running) return null;
  const why = withoutJava(kind);
  if (why !== null) console.log(`Tests in real ${kind.name} are skipped: ${why}.`);
  return why;
}

function withoutJava(kind: NodeKind): string | null {
  if (!existsSync(jarsOf(kind))) return 'its jars are not here, which .ci/run gets with Maven';
  try {
    execFileSync('javac', ['-version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'there is no Java compiler here';
  }
}

export const missing = whyMissing(ELASTICSEARCH);

/** A running node. */
export interface Elasticsearch {
  /** Sends JSON, or lines of JSON, and returns the JSON that comes back; throws what the node refuses. */
  readonly send: (
    method: 'DELETE' | 'POST' | 'PUT',
    path: string,
    body?: object | string,
  ) => Promise<unknown>;
  /** A field may have the name `a`, and another `a.b`. */
  readonly takesBoth: boolean;
  readonly stop: () => Promise<void>;
}

/** Elasticsearch does not run as root, and neither it nor this test needs what root may do. */
const NOBODY = 65_534;

const OPENED = ['java.lang', 'sun.nio.ch'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

export function startElasticsearch(): Promise<Elasticsearch> {
  return startNode(ELASTICSEARCH);
}

/** Starts a node, which ends with this process at the latest. */
export async function startNode(kind: NodeKind): Promise<Elasticsearch> {
  const { main, running, takesBoth } = kind;
  if (running) return { send: sender(running), takesBoth, stop: () => Promise.resolve() };
  const given = jarsOf(kind);
  const folder = mkdtempSync(join(tmpdir(), 'sigmaql-node-'));
  const [classes, home] = [join(folder, 'classes'), join(folder, 'home')];
  mkdirSync(join(home, 'config'), { recursive: true });
  const source = join(kind.folder, `${main}.java`);
  execFileSync('javac', ['-encoding', 'UTF-8', '-cp', `${given}/*`, '-d', classes, source]);
  const isRoot = process.getuid?.() === 0;
  const jars = isRoot ? join(folder, 'jars') : given;
  if (isRoot) {
    // Where the project is, nobody else may be able to read.
    cpSync(given, jars, { recursive: true });
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
    ['-Xmx1500m', ...properties, ...OPENED, '-cp', `${jars}/*:${classes}`, main, home],
    {
      cwd: home,
      env: { ...process.env, HOME: home },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  );
  const ended = new Promise<void>((end) => java.once('close', () => end()));
  const port = await portOf(java, kind);
  return {
    send: sender(`http://127.0.0.1:${port}`),
    takesBoth,
    async stop() {
      java.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The port that the node says it listens on. */
function portOf({ stdout, stderr }: ChildProcess, { name }: NodeKind): Promise<number> {
  const said: string[] = [];
  return new Promise<number>((found, fail) => {
    for (const input of [stdout!, stderr!]) {
      const lines = createInterface({ input });
      lines.on('line', (text) => {
        const [, port] = /^listening (\d+)$/.exec(text) ?? [];
        if (port !== undefined) found(Number(port));
        if (said.push(text) > 200) said.shift();
      });
      lines.on('close', () => fail(new Error(`${name} ended: ${said.join('\n')}`)));
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
