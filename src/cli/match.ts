import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../match/compile.js';
import type { Match } from '../match/compile.js';
import { EventReader } from '../match/event-reader.js';
import type { EventRecord } from '../match/event-reader.js';
import { link } from '../model/library.js';
import { visible } from '../source/visible.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { unreadable } from './inputs.js';
import { readDocuments } from './read-rules.js';
import { readPlaceholders } from './settings.js';
import { Diagnostics, flushOut, thousands, wantsColour, writeOut } from './terminal.js';
import { UsageError } from './usage-error.js';

export interface MatchFlags {
  readonly events: readonly string[];
  readonly placeholder?: readonly string[];
  readonly config?: string;
  readonly trustConfig?: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** `sigmaql match`; returns the exit status. */
export async function matchCommand(names: readonly string[], flags: MatchFlags): Promise<number> {
  if (names.includes('-') && flags.events.includes('-')) {
    throw new UsageError('Rules and events cannot both come from standard input.');
  }
  const placeholders = readPlaceholders(flags);
  const diagnostics = new Diagnostics(flags.verbose ?? false, wantsColour(process.stderr));
  const library = link(await readDocuments(names, diagnostics));
  diagnostics.addAll(library.diagnostics);
  const matcher = compile(library, { placeholders });
  diagnostics.addAll(matcher.diagnostics);

  const counts = { events: 0, matched: 0, rules: new Set<unknown>() };
  for (const path of eventFiles(flags.events, diagnostics)) {
    for await (const record of readEvents(path)) {
      if (!('kind' in record)) diagnostics.addPlain(record);
      else if (record.kind === 'unreadable') diagnostics.addPlain(record.diagnostic);
      else {
        counts.events++;
        const matches = matcher.match(record.json);
        if (matches.length > 0) counts.matched++;
        for (const match of matches) {
          counts.rules.add(match.document);
          const line = flags.json ? asJson(match, record, path) : asText(match, record, path);
          await writeOut(line);
        }
      }
    }
  }
  await flushOut();
  diagnostics.finish();
  if (!flags.json) {
    const { events, matched, rules } = counts;
    process.stderr.write(
      `${thousands(matched)} of ${count(events, 'event')} matched, by ${count(rules.size, 'rule')}.\n`,
    );
  }
  return diagnostics.failed ? 1 : 0;
}

function count(n: number, noun: string): string {
  return `${thousands(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** The files that the user named; of a folder, those that may hold events, by name. */
function* eventFiles(names: readonly string[], said: Diagnostics): Iterable<string> {
  for (const name of names) {
    let inside: string[] | null = null;
    try {
      if (name !== '-' && statSync(name).isDirectory()) {
        inside = readdirSync(name, { recursive: true, encoding: 'utf8' })
          .filter((f) => /\.(?:json|jsonl|ndjson|log)$/i.test(f))
          .sort();
      }
    } catch (error) {
      said.addPlain(unreadable(name, error));
      continue;
    }
    if (!inside) yield name;
    else for (const file of inside) yield join(name, file);
  }
}

async function* readEvents(path: string): AsyncIterable<EventRecord | Diagnostic> {
  const reader = new EventReader(shown(path));
  const stream = path === '-' ? process.stdin : createReadStream(path);
  try {
    for await (const piece of stream) yield* reader.push(piece as Uint8Array);
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  yield* reader.end();
}

function shown(path: string): string {
  return path === '-' ? '<stdin>' : path;
}

type EventOf = Extract<EventRecord, { kind: 'event' }>;

function asJson(match: Match, record: EventOf, events: string): string {
  const { id, title } = match.document.heading;
  const line = {
    path: match.document.span.file.path,
    rule: { id, title },
    event: record.index,
    because: match.because(),
    events: shown(events),
    line: record.line,
  };
  return `${JSON.stringify(line)}\n`;
}

function asText(match: Match, record: EventOf, events: string): string {
  const title = visible(match.document.heading.title ?? '');
  const lines = [
    `${visible(shown(events))}:${record.line}: ${title} (${visible(match.document.span.file.path)})`,
  ];
  const rows = match.because().map(({ field, predicate, value, line }) => {
    const said = [field ?? 'keyword', field === null ? '' : predicate, value];
    return { said: visible(said.filter((part) => part !== '').join(' ')), line };
  });
  const width = Math.min(90, Math.max(0, ...rows.map((r) => r.said.length)));
  for (const { said, line } of rows) lines.push(`    ${said.padEnd(width)}  line ${line}`);
  return `${lines.join('\n')}\n`;
}
