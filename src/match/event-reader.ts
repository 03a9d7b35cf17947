import { expectArgument } from '../source/arguments.js';
import type { Finding } from '../source/codes.js';
import { diagnostic, fileDiagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { codes } from './codes.js';
import type { EventRecord } from './event-record.js';
import { EventScanner } from './event-scanner.js';
import type { EventPosition } from './event-scanner.js';
import { eventsIn } from './events/batches.js';
import { CsvReader } from './events/csv-reader.js';
import type { LineReader } from './events/line-reader.js';
import { LogReader } from './events/log-reader.js';
import { TextReader } from './events/text-reader.js';
import { XmlReader } from './events/xml-reader.js';
import type { ForeignFormat } from './foreign-format.js';
import { parseJson } from './json.js';
import { isJsonObject } from '../source/json.js';
import type { JsonObject } from '../source/json.js';

export type { EventRecord } from './event-record.js';

/** How much of a bad event is shown. */
const SHOWN = 200;

const READERS = { csv: CsvReader, log: LogReader, text: TextReader, xml: XmlReader };

export type OnRecord = (record: EventRecord) => void;

/** Reads events from pieces of a file: JSON, CSV with a header, and the others below. Holds one event at a time. */
export class EventReader extends EventScanner {
  private index = 0;
  private onRecord: OnRecord = () => {};
  /** Reads a file that is not JSON in this one's place. */
  private other: CsvReader | LineReader | XmlReader | null = null;

  /** @param from where in the file the first piece begins, if not at its start; events are counted from it */
  constructor(path: string, from: EventPosition | null = null) {
    super(path, from);
  }

  /** Of the events so far, and of what stood in the place of one. */
  get count(): number {
    return this.index;
  }

  /** The events that end within this piece. */
  push(bytes: Uint8Array): EventRecord[] {
    expectArgument(
      bytes instanceof Uint8Array,
      'EventReader takes pieces of type Uint8Array',
      bytes,
    );
    const records: EventRecord[] = [];
    this.read(bytes, (record) => records.push(record));
    return records;
  }

  /** What is left when the file ends. */
  end(): EventRecord[] {
    const records: EventRecord[] = [];
    this.readEnd((record) => records.push(record));
    return records;
  }

  /** As `push`, one event at a time: no other is in memory then. */
  read(bytes: Uint8Array, onRecord: OnRecord): void {
    this.onRecord = onRecord;
    const decoded = this.decodeUtf16(bytes);
    if (this.mode === 'foreign') this.other?.push(decoded).forEach(onRecord);
    else this.take(decoded);
  }

  /** Reads a part of a file from its start, in the part's own memory. */
  readPart(bytes: Uint8Array, onRecord: OnRecord): void {
    this.onRecord = onRecord;
    this.take(bytes, true);
  }

  /** As `end`, one event at a time. */
  readEnd(onRecord: OnRecord): void {
    this.onRecord = onRecord;
    this.finish();
    if (this.mode === 'foreign') this.other?.end().forEach(onRecord);
    else if (this.inList) {
      const finding = codes['event-list-truncated']();
      onRecord(this.unreadable(fileDiagnostic(finding, this.path)));
    }
  }

  protected neededFrom(): number {
    return this.scannedFrom();
  }

  protected foundFormat(format: ForeignFormat): void {
    if (format === 'event-file-evtx' || format === 'event-file-compressed') {
      this.onRecord(this.unreadable(fileDiagnostic(codes[format](), this.path)));
      return;
    }
    this.other = new READERS[format](this.path);
    this.other.push(this.buffer.subarray(0, this.length)).forEach(this.onRecord);
  }

  protected foundValue(): void {
    const parsed = parseJson(this.buffer.subarray(this.start, this.at));
    if (parsed.ok && isJsonObject(parsed.value))
      this.add(parsed.value, parsed.invalidBytes, this.at);
    else if (parsed.ok) this.foundFault(codes['event-not-an-object'](), this.at);
    else if (parsed.reason === 'number') this.foundFault(codes['event-number'](), this.at);
    else this.foundFault(codes['event-not-json'](), this.at, parsed.at);
  }

  protected foundLine(end: number): boolean {
    const parsed = parseJson(this.buffer.subarray(this.start, end));
    if (!parsed.ok || !isJsonObject(parsed.value)) return false;
    this.add(parsed.value, parsed.invalidBytes, end);
    return true;
  }

  protected leftLine(): void {
    // It was read when it was found.
  }

  private add(value: JsonObject, invalidBytes: boolean, end: number): void {
    for (const json of eventsIn(value)) {
      this.onRecord({ kind: 'event', index: this.index++, line: this.startLine, json });
    }
    if (invalidBytes) this.foundFault(codes['event-not-utf8'](), end);
  }

  protected foundScalar(end: number): void {
    const parsed = parseJson(this.buffer.subarray(this.start, end));
    if (parsed.ok) this.foundFault(codes['event-not-an-object'](), end);
    else this.foundFault(codes['event-not-json'](), end, parsed.at);
  }

  protected foundFault(finding: Finding, end: number, at = 0): void {
    // The part before the place may have fewer characters than bytes.
    const bytes = this.buffer.subarray(this.start, Math.min(end, this.start + at + SHOWN));
    const before = new TextDecoder().decode(bytes.subarray(0, at));
    const text = new TextDecoder().decode(bytes);
    // What preceded it on its line is gone; spaces keep its column, unless it is far out.
    const margin = ' '.repeat(this.startColumn > SHOWN ? 0 : this.startColumn);
    const file = { path: this.path, text: margin + text.trimEnd(), firstLine: this.startLine };
    const start = Math.min(margin.length + before.length, file.text.length);
    const lineEnd = file.text.indexOf('\n', start);
    const length = file.text.length;
    const stop = at > 0 ? Math.min(start + 1, length) : lineEnd < 0 ? length : lineEnd;
    const found = diagnostic(finding, { file, start, end: stop });
    const index = finding.severity === 'warning' ? this.index - 1 : this.index++;
    this.onRecord({ kind: 'unreadable', index, line: this.startLine, diagnostic: found });
  }

  private unreadable(found: Diagnostic): EventRecord {
    return { kind: 'unreadable', index: this.index, line: this.line, diagnostic: found };
  }
}
