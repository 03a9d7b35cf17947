import type { EventRecord } from '../../match/event-reader.js';
import type { Because } from '../../match/because.js';
import type { Match } from '../../match/compile.js';
import type { Shape } from '../../match/events/view.js';
import type { SigmaDocument } from '../../model/document.js';
import type { CorrelationMatch } from '../../match/stream.js';
import { visible } from '../../source/visible.js';
import { jsonLine, jsonOf } from '../terminal/json-line.js';
import type { PrintedBytes } from './printed-bytes.js';
import { counted, defused } from '../terminal/terminal.js';

/** Where an event was read. */
export interface EventPlace {
  readonly events: string;
  readonly event: number;
  readonly line: number;
}

type EventOf = Extract<EventRecord, { kind: 'event' }>;

/** Prints what of a match as an object of JSON in one line comes before the number of the event. */
export function printRule(printed: PrintedBytes, { document }: Match): void {
  let bytes = rules.get(document);
  if (!bytes) {
    const { id, title } = document.heading;
    const rule = jsonOf({ path: document.span.file.path, rule: { id, title } });
    bytes = Buffer.from(`${rule.slice(0, -1)},"event":`);
    rules.set(document, bytes);
  }
  printed.addBytes(bytes);
}

/** Prints what comes after it. */
export function printReasons(
  printed: PrintedBytes,
  match: Match,
  line: number,
  events: string,
): void {
  const because = match.because();
  let bytes = reasons.get(because);
  if (!bytes) {
    bytes = Buffer.from(`,"because":${jsonOf(because)},`);
    reasons.set(because, bytes);
  }
  const [before, after] = placeOf(events, match.shape);
  printed.addBytes(bytes);
  printed.addBytes(before);
  printed.addNumber(line);
  printed.addBytes(after);
}

// Rules that match do so again and again, and mostly for the same reasons.
const rules = new WeakMap<SigmaDocument, Uint8Array>();
const reasons = new WeakMap<readonly Because[], Uint8Array>();

type AroundLine = readonly [before: Uint8Array, after: Uint8Array];

let ofEvents = '';
const places = new Map<Shape, AroundLine>();

/** What comes before and after the line number of an event. */
function placeOf(events: string, shape: Shape): AroundLine {
  if (events !== ofEvents) places.clear();
  ofEvents = events;
  let place = places.get(shape);
  if (!place) {
    place = [
      Buffer.from(`"events":${jsonOf(events)},"line":`),
      Buffer.from(`,"shape":${JSON.stringify(shape)}}\n`),
    ];
    places.set(shape, place);
  }
  return place;
}

export function matchAsText(match: Match, record: EventOf, events: string): string {
  const title = visible(match.document.heading.title ?? '');
  const lines = [
    `${visible(events)}:${record.line}: ${title} (${visible(match.document.span.file.path)})`,
  ];
  const { path: own } = match.document.span.file;
  const rows = match.because().map(({ field, predicate, value, path, line }) => {
    const said = [field ?? '', predicate, value];
    const place = path === own ? `line ${line}` : `line ${line} of ${visible(path)}`;
    return { said: visible(said.filter((part) => part !== '').join(' ')), place };
  });
  const width = Math.min(90, Math.max(0, ...rows.map((r) => r.said.length)));
  for (const { said, place } of rows) lines.push(`    ${said.padEnd(width)}  ${place}`);
  return defused(`${lines.join('\n')}\n`);
}

export function correlationAsJson({
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
  return jsonLine(line);
}

export function correlationAsText({
  document,
  group,
  events,
}: CorrelationMatch<EventPlace>): string {
  const last = events[events.length - 1]!;
  const title = visible(document.heading.title ?? '');
  const heading = `${visible(last.events)}:${last.line}: ${title} (${visible(document.span.file.path)})`;
  const rows = Object.entries(group).map(
    ([name, value]) => `    ${visible(name)} ${visible(String(value))}`,
  );
  const lines = events.map((e) =>
    e.events === last.events ? `${e.line}` : `${e.events}:${e.line}`,
  );
  const window = `    ${counted(events.length, 'event')} in the window: ${visible(lines.join(', '))}`;
  return defused(`${[heading, ...rows, window].join('\n')}\n`);
}
