import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

let compiled: string | null = null;

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * Runs each query against its event in real Lucene, set up as Elasticsearch's query_string is over
 * keyword fields, lower-cased ones if asked. An error is text.
 */
export function runLucene(
  requests: readonly { readonly query: string; readonly event: Fields }[],
  options: { readonly lower: boolean },
): (boolean | string)[] {
  if (!compiled) {
    compiled = mkdtempSync(join(tmpdir(), 'sigmaql-lucene-'));
    const source = join(import.meta.dirname, 'ParseQueries.java');
    execFileSync('javac', ['-cp', classpath, '-d', compiled, source], { stdio: 'pipe' });
  }
  const encode = (text: string): string => Buffer.from(text).toString('base64');
  const input = requests
    .map(({ query, event }) => {
      const fields = Object.entries(event).flatMap(([name, values]) =>
        [values].flat().flatMap((v) => [encode(name), encode(v)]),
      );
      return [encode(query), ...fields].join(' ');
    })
    .join('\n');
  const args = [
    '-cp',
    `${classpath}:${compiled}`,
    'ParseQueries',
    options.lower ? 'lower' : 'as-is',
  ];
  const output = execFileSync('java', args, { input: `${input}\n`, maxBuffer: 1 << 28 });
  return output
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => (line.startsWith('!') ? line.slice(2) : line === '1'));
}
