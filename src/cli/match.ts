import { createReadStream } from 'node:fs';
import type { Match } from '../match/compile.js';
import { EventReader } from '../match/event-reader.js';
import type { EventRecord } from '../match/event-reader.js';
import { loadSchemas } from '../match/schemas.js';
import { matchStream } from '../match/stream.js';
import type { CorrelationMatch } from '../match/stream.js';
import { timespanOf } from '../model/timespan.js';
import { isFor, purposeOf } from '../pipeline/pipeline.js';
import { storeOf } from '../schemas/stores.js';
import { visible } from '../source/visible.js';
import type { StoredAs } from '../match/stored/asked.js';
import { loadBackends } from './backends.js';
import { PipelineShelf } from './pipelines.js';
import { pipelineNames } from './targets.js';
import type { Finding } from '../source/codes.js';
import { fileDiagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { findInputs } from './inputs.js';
import type { FileKind } from './inputs.js';
import { MatchReport } from './match-report.js';
import { protectedFiles } from './output/destination.js';
import { unreadable } from './read-file.js';
import { readLibrary } from './read-rules.js';
import { readPlaceholders } from './settings.js';
import { Diagnostics, flushOut, tell, thousands, wantsColour, writeOut } from './terminal.js';
import { UsageError } from './usage-error.js';

export interface MatchFlags {
  readonly events: readonly string[];
  readonly logsource?: string;
  readonly pipeline?: readonly string[];
  readonly backend?: readonly string[];
  readonly filter?: readonly string[];
  readonly placeholder?: readonly string[];
  readonly lateness?: string;
  readonly timeField?: string;
  readonly config?: string;
  readonly trustConfig?: boolean;
  readonly profile?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly report?: readonly string[];
}

/** `sigmaql match`; returns the exit status. */
export async function matchCommand(names: readonly string[], flags: MatchFlags): Promise<number> {
  if ([...names, ...(flags.filter ?? [])].includes('-') && flags.events.includes('-')) {
    throw new UsageError('Rules and events cannot both come from standard input.');
  }
  const { logsource = 'auto' } = flags;
  if (logsource !== 'auto' && logsource !== 'off') {
    throw new UsageError(`--logsource cannot be '${visible(logsource)}'. It takes auto or off.`);
  }
  const report = MatchReport.of(flags.report ?? []);
  const placeholders = readPlaceholders(flags);
  const lateness = readLateness(flags.lateness ?? '1h');
  const storedAs = await loadStoredAs(flags);
  const { verbose = false, quiet = false } = flags;
  const diagnostics = new Diagnostics(verbose, wantsColour(process.stderr), quiet);
  const library = await readLibrary(names, flags.filter, diagnostics);
  const matcher = matchStream<EventPlace>(library, {
    placeholders,
    lateness,
    ...(flags.timeField === undefined ? {} : { timeField: flags.timeField }),
    schemas: await loadSchemas(),
    compareLogSources: logsource === 'auto',
    ...(storedAs ? { storedAs } : {}),
  });
  diagnostics.addAll(matcher.diagnostics);
  report?.tell(library.documents.flatMap((d) => d.diagnostics));

  const inputs = await findInputs(flags.events, EVENTS);
  diagnostics.addAll(inputs.diagnostics);
  report?.tell(inputs.diagnostics);
  const counts = {
    events: 0,
    matched: 0,
    correlations: 0,
    rules: new Set<unknown>(),
    related: new Set<unknown>(),
  };
  const { length: told } = matcher.diagnostics;
  const lost = new LostEvents();
  const correlated = async (correlations: readonly CorrelationMatch<EventPlace>[]) => {
    for (const match of correlations) {
      counts.related.add(match.document);
      counts.correlations++;
      const last = match.events[match.events.length - 1]!;
      report?.match(match.document, last.events, last.line);
      await writeOut(flags.json ? correlationAsJson(match) : correlationAsText(match));
    }
  };
  for (const { path } of inputs.files) {
    for await (const record of readEvents(path)) {
      if (!('kind' in record) || record.kind === 'unreadable') {
        const unread = 'kind' in record ? record.diagnostic : record;
        diagnostics.addPlain(unread);
        report?.tell([unread]);
      } else {
        counts.events++;
        const place = { events: shown(path), event: record.index, line: record.line };
        const { matches, correlations, finding } = matcher.push(record.json, place);
        if (finding) lost.add(finding, place);
        if (matches.length > 0) counts.matched++;
        for (const match of matches) {
          counts.rules.add(match.document);
          report?.match(match.document, place.events, place.line);
          const line = flags.json ? asJson(match, record, path) : asText(match, record, path);
          await writeOut(line);
        }
        await correlated(correlations);
      }
    }
  }
  await correlated(matcher.end());
  lost.tell(diagnostics);
  diagnostics.addAll(matcher.diagnostics.slice(told));
  if (report) {
    report.tell(matcher.diagnostics);
    const inputPaths = library.documents.map((d) => d.span.file.path);
    await report.write(
      library,
      protectedFiles([...inputPaths, ...inputs.files.map((f) => f.path)]),
    );
  }
  await flushOut();
  diagnostics.finish();
  // A run that tried no events must not look like one that passed.
  if (inputs.files.length === 0) return 2;
  if (!flags.json && !quiet) {
    const { events, matched, correlations, rules, related } = counts;
    const { unplaced } = matcher;
    // A pipeline of the user's says how its events are stored.
    const isTold = unplaced > 0 && logsource === 'auto' && !storedAs;
    const forms = [...matcher.shapes].filter(([shape]) => shape !== 'fields');
    const read = forms.map(([shape, n]) => `${shape} (${thousands(n)})`).join(', ');
    tell(
      `${thousands(matched)} of ${count(events, 'event')} matched` +
        (rules.size === 0 ? '.' : `, by ${count(rules.size, 'rule')}.`) +
        (correlations === 0
          ? ''
          : ` ${count(correlations, 'match', 'matches')} of ${count(related.size, 'correlation')}.`) +
        (read === '' ? '' : ` Read as: ${read}.`) +
        (isTold ? ` Log source unknown for ${count(unplaced, 'event')}: ${UNPLACED}` : '') +
        '\n',
    );
  }
  return diagnostics.failed ? 1 : 0;
}

const UNPLACED = 'rules of every log source were tried there, by the field names in the event.';

function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${thousands(n)} ${n === 1 ? noun : plural}`;
}

function readLateness(text: string): number {
  const read = timespanOf({ text, span: { file: { path: '', text }, start: 0, end: 0 } });
  if (read) return read.milliseconds;
  throw new UsageError(
    `--lateness cannot be '${visible(text)}'. Write a number and s, m, h, d or w, such as 15m.`,
  );
}

/** Events that no correlation could count: the first of each kind is shown, and how many there were. */
class LostEvents {
  private readonly found = new Map<
    string,
    { readonly finding: Finding; readonly first: EventPlace; times: number }
  >();

  add(finding: Finding, place: EventPlace): void {
    const known = this.found.get(finding.code);
    if (known) known.times++;
    else this.found.set(finding.code, { finding, first: place, times: 1 });
  }

  tell(diagnostics: Diagnostics): void {
    for (const { finding, first, times } of this.found.values()) {
      const more = times === 1 ? '' : ` (the first of ${thousands(times)} such events)`;
      const message = `${finding.message}${more}`;
      diagnostics.addPlain(
        fileDiagnostic({ ...finding, message }, `${first.events}:${first.line}`),
      );
    }
  }
}

/**
 * The pipelines that name the fields of the events; null if there are none. They are applied for the
 * first target that all of them are for, since an event is stored in one way for all targets of a store.
 */
async function loadStoredAs({ pipeline = [], backend = [] }: MatchFlags): Promise<StoredAs | null> {
  const names = pipelineNames(pipeline);
  if (!names || names.length === 0) return null;
  if (names.includes('default')) {
    throw new UsageError(
      '`default` is the choice of each target, and match has none. Name a pipeline.',
    );
  }
  const backends = await loadBackends(backend);
  const pipelines = await new PipelineShelf(backends).load(names);
  const target = backends.find((b) => pipelines.every((p) => isFor(p, b)));
  if (!target) {
    const list = pipelines.map((p) => `${p.name} (${purposeOf(p) || 'any target'})`).join(', ');
    throw new UsageError(
      `No target can use all of these pipelines: ${visible(list)}. Remove some.`,
    );
  }
  return { pipelines, target, tables: await storeOf(target).tables() };
}

/** Of a folder, the files that may hold events, by name. */
const EVENTS: FileKind = {
  names: /\.(?:json|jsonl|ndjson|log|csv|evtx)$/i,
  called: '.json, .jsonl, .ndjson, .log or .csv files',
};

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

/** Where an event was read. */
interface EventPlace {
  readonly events: string;
  readonly event: number;
  readonly line: number;
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
    shape: match.shape,
  };
  return `${JSON.stringify(line)}\n`;
}

function asText(match: Match, record: EventOf, events: string): string {
  const title = visible(match.document.heading.title ?? '');
  const lines = [
    `${visible(shown(events))}:${record.line}: ${title} (${visible(match.document.span.file.path)})`,
  ];
  const { path: own } = match.document.span.file;
  const rows = match.because().map(({ field, predicate, value, path, line }) => {
    const said = [field ?? 'keyword', field === null ? '' : predicate, value];
    const place = path === own ? `line ${line}` : `line ${line} of ${visible(path)}`;
    return { said: visible(said.filter((part) => part !== '').join(' ')), place };
  });
  const width = Math.min(90, Math.max(0, ...rows.map((r) => r.said.length)));
  for (const { said, place } of rows) lines.push(`    ${said.padEnd(width)}  ${place}`);
  return `${lines.join('\n')}\n`;
}

function correlationAsJson({
  document,
  time,
  group,
  events,
}: CorrelationMatch<EventPlace>): string {
  const { id, title } = document.heading;
  const line = {
    path: document.span.file.path,
    rule: { id, title },
    time: new Date(time).toISOString(),
    group: Object.fromEntries(
      Object.entries(group).map(([k, v]) => [k, typeof v === 'bigint' ? String(v) : v]),
    ),
    event: events[events.length - 1]!.event,
    events,
  };
  return `${JSON.stringify(line)}\n`;
}

function correlationAsText({ document, group, events }: CorrelationMatch<EventPlace>): string {
  const last = events[events.length - 1]!;
  const title = visible(document.heading.title ?? '');
  const heading = `${visible(last.events)}:${last.line}: ${title} (${visible(document.span.file.path)})`;
  const rows = Object.entries(group).map(
    ([name, value]) => `    ${visible(name)} ${visible(String(value))}`,
  );
  const lines = events.map((e) =>
    e.events === last.events ? `${e.line}` : `${e.events}:${e.line}`,
  );
  const window = `    ${count(events.length, 'event')} in the window: ${visible(lines.join(', '))}`;
  return `${[heading, ...rows, window].join('\n')}\n`;
}
