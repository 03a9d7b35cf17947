import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { textOf } from '../../../src/match/event-value.js';
import type { MatchEvent } from '../../../src/match/event.js';

const JARS = '/usr/share/java';
const classpath = existsSync(JARS)
  ? readdirSync(JARS)
      .filter((n) => /^lucene8-[a-z-]+\.jar$|^lucene-[a-z-]+-8[\d.]*\.jar$/.test(n))
      .map((n) => join(JARS, n))
      .join(':')
  : '';

/** Why real Lucene cannot run here; null if it can. Never skipped in CI. */
export const missing: string | null = (() => {
  if (process.env['CI']) return null;
  if (classpath === '') return "Debian's liblucene8-java is not installed";
  try {
    execFileSync('javac', ['-version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'there is no Java compiler here';
  }
})();
if (missing) console.log(`Tests in real Lucene are skipped: ${missing}.`);

interface Engine {
  readonly stdin: Writable;
  readonly lines: AsyncIterator<string>;
}

/** Kept for all tests of a file: Java is slow until it has warmed up. It ends with its input. */
let engine: Engine | null = null;

function start(): Engine {
  const compiled = mkdtempSync(join(tmpdir(), 'sigmaql-lucene-'));
  const source = join(import.meta.dirname, 'RunQueries.java');
  execFileSync('javac', ['-encoding', 'UTF-8', '-cp', classpath, '-d', compiled, source], {
    stdio: 'pipe',
  });
  const java = spawn(
    'java',
    ['-XX:+UseSerialGC', '-Dfile.encoding=UTF-8', '-cp', `${classpath}:${compiled}`, 'RunQueries'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: java.stdout, crlfDelay: Infinity });
  return { stdin: java.stdin, lines: lines[Symbol.asyncIterator]() };
}

/** Names and texts; a name may come several times. */
export type Document = readonly (readonly [name: string, text: string])[];
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface LuceneRequest {
  readonly query: string;
  /** What the query runs over, beside the common events. */
  readonly events: readonly Document[];
  /** How fields are indexed, by name, as `RunQueries` has it; keywords if not given. */
  readonly types?: ReadonlyMap<string, string>;
}

export interface LuceneResult {
  /** How many predicates Lucene's parser sees in the query. */
  readonly predicates: number;
  /** Whether it matches each common event, then each of its own. */
  readonly kept: readonly boolean[];
}

/**
 * Runs queries in real Lucene, set up as Elasticsearch's query_string is over keyword fields,
 * lower-cased ones if asked. An error is text.
 */
export async function runLucene(
  requests: Iterable<LuceneRequest>,
  options: { readonly lower: boolean; readonly common?: readonly Document[] },
): Promise<(LuceneResult | string)[]> {
  const { stdin, lines } = (engine ??= start());
  const results: (LuceneResult | string)[] = [];
  const all = [...requests];
  const done = (async () => {
    while (results.length < all.length) {
      const { value, done: ended } = await lines.next();
      if (ended) throw new Error('Java has ended.');
      const [predicates = '', kept = ''] = value.split(' ');
      results.push(
        value.startsWith('!')
          ? value.slice(2)
          : { predicates: Number(predicates), kept: [...kept].map((c) => c === '1') },
      );
    }
  })();
  const write = async (line: string): Promise<void> => {
    if (!stdin.write(`${line}\n`)) await new Promise((go) => stdin.once('drain', go));
  };
  await write(`mode ${options.lower ? 'lower' : 'as-is'}`);
  for (const event of options.common ?? []) await write(`event ${flat(event).join(' ')}`.trimEnd());
  for (const { query, events, types } of all) {
    if (types) await write(`types ${flat([...types]).join(' ')}`.trimEnd());
    const own = events.map((e) => {
      const parts = flat(e);
      return parts
        .map((p, i) => p + (i % 2 === 0 ? ':' : ','))
        .join('')
        .replace(/,$/, '');
    });
    await write(['query', encode(query), ...own].join(' '));
  }
  await done;
  return results;
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

function flat(document: Document): string[] {
  return document.flatMap(([name, text]) => [encode(name), encode(text)]);
}

export function documentOf(fields: Fields): Document {
  return Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((v) => [name, v] as const),
  );
}

/**
 * An event as Elasticsearch indexes it: each of these fields with its texts, and all other texts
 * where keywords are looked for. What is null or empty is not indexed.
 */
export function indexed(event: MatchEvent, names: Iterable<string>, rest = false): Document {
  const document: [string, string][] = [];
  for (const name of names) {
    for (const value of event.field(name) ?? []) {
      const text = textOf(value);
      if (text !== null) document.push([name, text]);
    }
  }
  if (rest) for (const text of event.texts()) document.push(['a field', text]);
  return document;
}
