import { appendFileSync } from 'node:fs';
import { inject } from 'vitest';
import type { Query } from '../../src/convert/index.js';
import type { MatchEvent } from '../../src/match/event.js';
import type { Case } from './rules.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A file that rows of the table are appended to. */
    engineTable: string;
  }
}

/** A row of the table that `npm run test:engines` prints. */
export interface TableRow {
  readonly engine: string;
  readonly events: string;
  readonly rules: number;
  readonly pairs: number;
  readonly approximate: number;
  readonly disagreements: number;
}

export function printRow(row: TableRow): void {
  appendFileSync(inject('engineTable'), `${JSON.stringify({ row })}\n`);
}

/** Any other table, as lines. */
export function printTable(title: string, lines: readonly string[]): void {
  appendFileSync(inject('engineTable'), `${JSON.stringify({ title, lines })}\n`);
}

/** Counts on how many pairs of query and event an engine and the matcher agree. */
export class Tally {
  readonly wrong: string[] = [];
  /** Approximate queries that were not seen to differ. */
  readonly unshown: { readonly path: string; readonly query: Query }[] = [];
  private readonly rules = new Set<unknown>();
  private pairs = 0;
  private approximate = 0;
  /** Pairs that the engine has no way to hold. */
  unheld = 0;

  constructor(
    private readonly engine: string,
    private readonly events: string,
  ) {}

  /** @param kept for each event whether the engine kept it; null where it cannot hold the event */
  add(
    c: Case,
    query: Query,
    events: readonly { readonly event: MatchEvent; readonly name: string }[],
    kept: readonly (boolean | null)[],
  ): void {
    this.rules.add(c.rule);
    const directions = new Set(query.diagnostics.map((d) => d.direction));
    let differs = false;
    events.forEach(({ event, name }, i) => {
      const is = kept[i]!;
      if (is === null) {
        this.unheld++;
        return;
      }
      this.pairs++;
      const wanted = c.matches(event);
      if (is === wanted) return;
      if (query.fidelity === 'approximate' && directions.has(is ? 'wider' : 'narrower')) {
        this.approximate++;
        differs = true;
        return;
      }
      const said = `${c.path}: ${is ? 'keeps' : 'misses'} ${name} ${json(event)}`;
      this.wrong.push(`${said}\n${query.queryText}`);
    });
    if (query.fidelity === 'approximate' && !differs) this.unshown.push({ path: c.path, query });
  }

  print(): void {
    printRow({
      engine: this.engine,
      events: this.events,
      rules: this.rules.size,
      pairs: this.pairs,
      approximate: this.approximate,
      disagreements: this.wrong.length,
    });
  }
}

function json(event: MatchEvent): string {
  return JSON.stringify(event.json, (_, v: unknown) =>
    typeof v === 'bigint' ? String(v) : v,
  ).slice(0, 400);
}
