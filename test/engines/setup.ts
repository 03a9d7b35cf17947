import { mkdtempSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { TableRow } from './tally.js';

type Line =
  { readonly row: TableRow } | { readonly title: string; readonly lines: readonly string[] };

/** Engine tests run in processes of their own and leave their results in one file; it is printed at the end. */
export default function setup(project: TestProject): () => void {
  const path = join(mkdtempSync(join(tmpdir(), 'sigmaql-engines-')), 'table.jsonl');
  project.provide('engineTable', path);
  return () => {
    if (existsSync(path)) print(readFileSync(path, 'utf8'));
  };
}

function print(text: string): void {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l) as Line);
  const rows = lines.flatMap((l) => ('row' in l ? [l.row] : []));
  const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  const cells = [
    ['engine', 'events', 'rules', 'pairs', 'where approximate', 'disagreements'],
    ...rows
      .map((r) => [
        r.engine,
        r.events,
        ...[r.rules, r.pairs, r.approximate, r.disagreements].map(number),
      ])
      .sort((a, b) => (a.join() < b.join() ? -1 : 1)),
  ];
  const widths = cells[0]!.map((_, c) => Math.max(...cells.map((row) => row[c]!.length)));
  const shown = cells.map((row) =>
    row.map((cell, c) => (c < 2 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  '),
  );
  const others = lines.flatMap((l) => ('title' in l ? ['', l.title, ...l.lines] : []));
  console.log(['', ...(rows.length > 0 ? shown : []), ...others, ''].join('\n'));
}
