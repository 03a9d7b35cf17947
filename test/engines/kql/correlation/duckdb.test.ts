import { describe, expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { readLibrary } from '../../../support/read-library.js';
import { setups } from '../../correlations/setups.js';
import { streamsOf } from '../../correlations/streams.js';
import { printTable } from '../../tally.js';
import { missing, runDuckdb } from '../duckdb.js';
import type { DuckdbJob } from '../duckdb.js';
import { readPipe } from './pipe.js';
import { runPipe } from './run.js';
import { Disorder } from './table.js';
import type { Cell, Column } from './table.js';

/*
 * duckdb-kql knows no function of windows, so it runs what comes before the first sort: which rows there
 * are, what they are grouped by, and their sums.
 */
const COLUMNS: DuckdbJob['columns'] = [
  ['TimeGenerated', 'datetime'],
  ['Kind', 'string'],
  ['User', 'string'],
  ['Account', 'string'],
  ['V', 'long'],
  ['W', 'string'],
  ['T', 'long'],
];
const ORIGIN = Date.UTC(2025, 0, 1);

const events = streamsOf(40, 'typed', 1);
const cellOf = (event: (typeof events)[number], name: string, type: string): Cell => {
  if (name === 'TimeGenerated') return event.time * 1e3;
  const value = event[name as 'User'];
  if (value === undefined || value === null) return type === 'string' ? '' : null;
  return type === 'string' ? String(value as string) : (value as number);
};
const columns = new Map<string, Column>(
  COLUMNS.map(([name, type]) => [name, { type, cells: events.map((e) => cellOf(e, name, type)) }]),
);
const table = { length: events.length, columns, isSerialized: false };

/** It takes a second for one. */
const EACH = 8;

const cases = setups()
  .filter((s) => s.profile === 'typed')
  .filter((_, i) => i % EACH === 0)
  .flatMap(({ name, text }) => {
    const options = {
      table: 'Events',
      columns: COLUMNS.map(([column, type]) => `${column}:${type}`).join(),
    };
    const library = readLibrary(text, { path: 'streams.yml' });
    const query = convert(library, { backend: kql, options }).at(-1)!.text!;
    const [start] = query.split('\n| sort by');
    // Of a chain, what is sorted is within.
    return /sort by|matches regex/.test(start!) ? [] : [{ name, start: start! }];
  });

describe.skipIf(missing !== null)('duckdb-kql', () => {
  test('has the same rows before they are sorted', { timeout: 120_000 }, async () => {
    const asked = cases.map(({ name, start }) => {
      const rows = runPipe(readPipe(start), new Map([['Events', table]]), new Disorder(1));
      const named = [...rows.columns];
      const keys = Array.from({ length: rows.length }, (_, i) =>
        named.map(([, { type, cells }]) => shown(type, cells[i]!)).join('/'),
      );
      const codes = named.map(([column, { type }]) => codeOf(type, column));
      const query = `${start}\n| project w_key = strcat(${codes.join(', "/", ')})`;
      return { name, query, keys: keys.sort() };
    });
    const rows = events.map((e) =>
      COLUMNS.map(([name, type]) => {
        const cell = cellOf(e, name, type);
        return cell === null ? null : String(cell as string);
      }),
    );
    const [found] = await runDuckdb([
      { columns: COLUMNS, rows, queries: asked.map((a) => a.query) },
    ]);
    let ran = 0;
    asked.forEach(({ name, query, keys }, i) => {
      const kept = found![i]!;
      if ('unsupported' in kept) return;
      if ('error' in kept) throw new Error(`${name}: ${kept.error}\n${query}`);
      ran++;
      expect([...kept].map(String).sort(), name).toEqual(keys);
    });
    printTable('Correlations before they are sorted, in duckdb-kql', [
      `${ran} of ${asked.length} queries, ${events.length} events: 0 disagreements`,
    ]);
    expect(ran).toBeGreaterThan(8);
  });
});

/** How a value is told, so that no print of a real or a time matters. */
function shown(type: string, cell: Cell): string {
  if (cell === null) return '';
  if (type === 'datetime') return String((cell as number) / 1e3 - ORIGIN);
  return type === 'real' ? String(Math.round((cell as number) * 10)) : String(cell as string);
}

function codeOf(type: string, name: string): string {
  if (type === 'datetime') {
    return `tostring(datetime_diff("millisecond", ${name}, datetime(2025-01-01)))`;
  }
  if (type === 'bool') return `iff(${name}, "true", "false")`;
  return type === 'real' ? `tostring(tolong(${name} * 10))` : `tostring(${name})`;
}
