import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const PYTHON = join(import.meta.dirname, '../target/python/bin/python');

/** Why duckdb-kql cannot run here; null if it can. Never skipped in CI. */
export const missing: string | null =
  process.env['CI'] || existsSync(PYTHON) ? null : 'it is not here, where .ci/run installs it';
if (missing) console.log(`Tests in duckdb-kql are skipped: ${missing}.`);

/** A table called Events, and queries over it. */
export interface DuckdbJob {
  readonly columns: readonly (readonly [
    name: string,
    type: 'string' | 'long' | 'bool' | 'datetime',
  ])[];
  readonly rows: readonly (readonly (string | boolean | null)[])[];
  readonly queries: readonly string[];
}

/** The first column of the rows that a query keeps, or why it does not run. */
export type Kept =
  readonly (number | string)[] | { readonly unsupported: string } | { readonly error: string };

/** Runs queries in DuckDB, which duckdb-kql translates them for. */
export function runDuckdb(jobs: readonly DuckdbJob[]): Promise<readonly (readonly Kept[])[]> {
  return new Promise((done, fail) => {
    const script = join(import.meta.dirname, 'run_queries.py');
    const options = { maxBuffer: Infinity, encoding: 'utf8' } as const;
    const python = execFile(PYTHON, [script], options, (error, said) => {
      if (error) fail(error);
      else
        done(
          said
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as readonly Kept[]),
        );
    });
    python.stdin!.end(jobs.map((job) => `${JSON.stringify(job)}\n`).join(''));
  });
}
