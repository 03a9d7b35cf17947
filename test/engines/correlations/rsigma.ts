import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WINDOW } from './setups.js';
import type { Section } from './setups.js';

/**
 * rsigma evaluates correlations over a stream of events.
 * https://crates.io/crates/rsigma
 */
const RSIGMA = process.env['RSIGMA'] ?? 'rsigma';

/** Why it cannot run here; null if it can. */
export const missing: string | null = whyMissing();
if (missing) console.log(`Tests in rsigma are skipped: ${missing}.`);

function whyMissing(): string | null {
  try {
    execFileSync(RSIGMA, ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'it is neither on PATH nor named by RSIGMA';
  }
}

/** At a whole second, since it counts in seconds. */
export interface PeerEvent {
  /** Seconds since 1970. */
  readonly time: number;
  readonly Kind: string;
  readonly [field: string]: string | number | undefined;
}

/** An event that a correlation matches at, and its group, in the order of `group-by`. */
export interface PeerFound {
  readonly title: string;
  readonly time: number;
  readonly group: readonly string[];
}

interface Line {
  readonly rule_title: string;
  readonly event?: PeerEvent;
  readonly group_key?: readonly (readonly [string, string])[];
}

const MARK = `title: mark\nlogsource: { product: p }\ndetection:\n  s: { Kind|exists: true }\n  condition: s\n`;

/** What it finds in events, which are in order of time. */
export function runRsigma(
  documents: readonly string[],
  events: readonly PeerEvent[],
): readonly PeerFound[] {
  const folder = mkdtempSync(join(tmpdir(), 'sigmaql-rsigma-'));
  try {
    const [rulesPath, eventsPath] = ['rules.yml', 'events.jsonl'].map((f) => join(folder, f));
    // Its line for an event comes before those of the correlations that the event completes.
    writeFileSync(rulesPath!, [MARK, ...documents].join('---\n'));
    const lines = events.map((e) => JSON.stringify({ ...e, timestamp: e.time }));
    writeFileSync(eventsPath!, lines.join('\n'));
    const said = execFileSync(
      RSIGMA,
      ['engine', 'eval', '-r', rulesPath!, '-e', `@${eventsPath!}`, '-q', '--include-event'],
      { encoding: 'utf8', maxBuffer: Infinity },
    );
    let time = NaN;
    return said
      .trimEnd()
      .split('\n')
      .flatMap((text): readonly PeerFound[] => {
        const { rule_title: title, event, group_key: group } = JSON.parse(text) as Line;
        if (title === 'mark') time = event!.time;
        return group ? [{ title, time, group: group.map(([, value]) => value) }] : [];
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** It finds rules by their ids alone, so whatever a document is called, its id is made of that. */
function idOf(name: string): string {
  const hex = [...name].map((c) => c.charCodeAt(0).toString(16)).join('');
  return `00000000-0000-4000-8000-${hex.padStart(12, '0')}`;
}

const FIELDS: Readonly<Record<string, string>> = { a: 'User', b: 'Account', c: 'User' };

/** Rules of the three kinds of events, and correlations by their names, which are of six letters at most. */
export function documentsOf(sections: Readonly<Record<string, Section>>): readonly string[] {
  const rules = Object.keys(FIELDS).map(
    (name) =>
      `title: ${name}\nid: ${idOf(name)}\nlogsource: { product: p }\ndetection:\n  s: { Kind|contains: ${name} }\n  condition: s\n`,
  );
  const correlations = Object.entries(sections).map(([title, section]) => {
    const { type, groupBy, condition } = section;
    const members = section.rules.map(idOf);
    const who = section.rules.map((r) => `${idOf(r)}: ${FIELDS[r]!}`).join(', ');
    const parts = [
      `type: ${type}`,
      `rules: [${members.join(', ')}]`,
      `timespan: ${WINDOW}s`,
      `group-by: [${groupBy.join(', ')}]`,
      ...(groupBy.includes('who') ? [`aliases: { who: { ${who} } }`] : []),
      ...(condition === null ? [] : [`condition: ${withIds(condition, section)}`]),
    ];
    return `title: ${title}\nid: ${idOf(title)}\ncorrelation: { ${parts.join(', ')} }\n`;
  });
  return [...rules, ...correlations];
}

/** An expression names rules, a map does not. */
function withIds(condition: string, { rules }: Section): string {
  if (condition.startsWith('{')) return condition;
  return condition.replace(/\w+/g, (word) => (rules.includes(word) ? idOf(word) : word));
}
