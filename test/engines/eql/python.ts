import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const PYTHON = join(import.meta.dirname, '../target/eql/bin/python');

/** Why Elastic's `eql` of PyPI cannot run here; null if it can. Never skipped in CI. */
export const missing: string | null =
  process.env['CI'] || existsSync(PYTHON) ? null : 'it is not here, where .ci/run installs it';
if (missing) console.log(`Tests in PyPI's eql are skipped: ${missing}.`);

/** A time in milliseconds, a category, and fields within each other. */
export type PythonEvent = readonly [time: number, category: string, fields: object];

/** A query, and lists of events in order of time that it is run over. */
export interface PythonJob {
  readonly query: string;
  readonly events: readonly (readonly PythonEvent[])[];
}

/** For each list the positions of the events of what was found, or why the query does not run. */
export type PythonFound = readonly (readonly (readonly number[])[])[] | { readonly error: string };

export function runPython(jobs: readonly PythonJob[]): Promise<readonly PythonFound[]> {
  return new Promise((done, fail) => {
    const script = join(import.meta.dirname, 'run_eql.py');
    const options = { maxBuffer: Infinity, encoding: 'utf8' } as const;
    const python = execFile(PYTHON, [script], options, (error, said) => {
      if (error) return fail(error);
      const lines = said.trimEnd().split('\n');
      done(lines.map((line) => JSON.parse(line) as PythonFound));
    });
    python.stdin!.end(jobs.map((job) => `${JSON.stringify(job)}\n`).join(''));
  });
}
