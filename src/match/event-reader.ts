import type { Finding } from '../source/codes.js';
import { diagnostic, fileDiagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { MAX_EVENT_DEPTH, MAX_EVENT_SIZE } from '../source/limits.js';
import {
  LF,
  QUOTE,
  COMMA,
  COLON,
  OPEN_LIST,
  BACKSLASH,
  CLOSE_LIST,
  OPEN_MAP,
  CLOSE_MAP,
  isBlank,
} from './bytes.js';
import { codes } from './codes.js';
import type { EventRecord } from './event-record.js';
import { eventsIn } from './events/batches.js';
import { isObject } from './events/container.js';
import { CsvReader } from './events/csv-reader.js';
import { foreignFormat } from './foreign-format.js';
import { parseJson } from './json.js';

export type { EventRecord } from './event-record.js';

/** How much of a file is looked at to see that it is in another format. */
const BEGINNING = 512;

/** How much of a bad event is shown. */
const SHOWN = 200;

/**
 * Reads events from pieces of a file: one JSON object a line, objects one after another, and
 * arrays of objects, mixed as they come; or CSV with a header. Holds one event at a time. After
 * something that is no JSON, reading goes on at the next line that starts an object no deeper than the bad one did.
 */
export class EventReader {
  private buffer = new Uint8Array(1 << 16);
  private length = 0;
  /** All before it is done with. */
  private at = 0;
  private line = 1;
  private lineStart = 0;
  private index = 0;
  private inList = false;
  private mode: 'start' | 'between' | 'value' | 'scalar' | 'lost' | 'foreign' = 'start';
  private transcoder: InstanceType<typeof TextDecoder> | null | undefined;
  /** Reads a file of CSV in this one's place. */
  private csv: CsvReader | null = null;

  // Of the value being read.
  private start = 0;
  private startLine = 1;
  private startColumn = 0;
  private secondLine = -1;
  private readonly open = new Uint8Array(MAX_EVENT_DEPTH + 1);
  private depth = 0;
  private inString = false;
  private escaped = false;
  private lastByte = 0;
  private lineIsBlank = true;
  /** Positions up to here were tried twice, so they are not tried a third time. */
  private furthest = -1;

  constructor(private readonly path: string) {}

  /** The events that end within this piece. */
  push(bytes: Uint8Array): EventRecord[] {
    if (this.mode === 'foreign') return this.csv?.push(this.decodeUtf16(bytes)) ?? [];
    this.append(this.decodeUtf16(bytes));
    const records: EventRecord[] = [];
    if (this.mode === 'start' && !this.begin(records, false)) return records;
    this.scan(records);
    this.drop();
    return records;
  }

  /** What is left when the file ends. */
  end(): EventRecord[] {
    const records: EventRecord[] = [];
    if (this.mode === 'start' && this.begin(records, true)) this.scan(records);
    if (this.mode === 'foreign') return [...records, ...(this.csv?.end() ?? [])];
    // What is given up is tried again from its second line on.
    while (this.mode === 'value') {
      this.fail(records, codes['event-truncated'](), this.length);
      this.scan(records);
    }
    if (this.mode === 'scalar') this.finishScalar(records, this.length);
    if (this.inList) {
      const finding = codes['event-list-truncated']();
      records.push(this.unreadable(fileDiagnostic(finding, this.path)));
    }
    return records;
  }

  /** Whether what was read so far may be JSON, or is too short to tell. */
  private begin(records: EventRecord[], ends: boolean): boolean {
    const bytes = this.buffer.subarray(0, Math.min(this.length, BEGINNING));
    const first = bytes.find((b) => b !== LF && !isBlank(b));
    const isJson = first === OPEN_MAP || first === OPEN_LIST;
    if (!isJson && !ends && this.length < BEGINNING) return false;
    const code = isJson ? null : foreignFormat(bytes);
    this.mode = code ? 'foreign' : 'between';
    if (!code) return true;
    if (code === 'csv') {
      this.csv = new CsvReader(this.path);
      records.push(...this.csv.push(this.buffer.subarray(0, this.length)));
      return false;
    }
    records.push(this.unreadable(fileDiagnostic(codes[code](), this.path)));
    return false;
  }

  /** Windows tools write UTF-16 with a byte order mark. */
  private decodeUtf16(bytes: Uint8Array): Uint8Array {
    if (this.transcoder === undefined && bytes.length > 0) {
      const [a, b] = bytes;
      const label =
        a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
      this.transcoder = label ? new TextDecoder(label) : null;
    }
    if (!this.transcoder) return bytes;
    return new TextEncoder().encode(this.transcoder.decode(bytes, { stream: true }));
  }

  private append(bytes: Uint8Array): void {
    const needed = this.length + bytes.length;
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.buffer.set(bytes, this.length);
    this.length = needed;
  }

  private drop(): void {
    const keep = this.mode === 'value' || this.mode === 'scalar' ? this.start : this.at;
    this.buffer.copyWithin(0, keep, this.length);
    this.length -= keep;
    this.at -= keep;
    this.start -= keep;
    this.lineStart -= keep;
    this.secondLine = this.secondLine < 0 ? -1 : this.secondLine - keep;
    this.furthest -= keep;
  }

  private scan(records: EventRecord[]): void {
    while (this.at < this.length) {
      switch (this.mode) {
        case 'between':
          this.between();
          break;
        case 'value':
          this.value(records);
          break;
        case 'scalar':
          this.scalar(records);
          break;
        case 'lost':
          this.lost();
          break;
        default:
          return;
      }
    }
  }

  private newLine(): void {
    this.line++;
    this.lineStart = this.at;
    this.lineIsBlank = true;
  }

  private between(): void {
    const byte = this.buffer[this.at]!;
    if (byte === LF) {
      this.at++;
      this.newLine();
    } else if (isBlank(byte) || byte === COMMA) this.at++;
    else if (byte === OPEN_LIST && !this.inList) {
      this.inList = true;
      this.at++;
    } else if (byte === CLOSE_LIST && this.inList) {
      this.inList = false;
      this.at++;
    } else {
      this.mode = byte === OPEN_MAP || byte === OPEN_LIST ? 'value' : 'scalar';
      this.start = this.at;
      this.startLine = this.line;
      this.startColumn = this.at - this.lineStart;
      this.secondLine = -1;
      this.depth = 0;
      this.inString = false;
      this.escaped = false;
      this.lastByte = COLON;
      this.lineIsBlank = false;
    }
  }

  private value(records: EventRecord[]): void {
    const { buffer, length } = this;
    while (this.at < length) {
      if (this.at - this.start > MAX_EVENT_SIZE) {
        const mebibytes = MAX_EVENT_SIZE / 1024 / 1024;
        return this.fail(records, codes['event-too-large']({ max: mebibytes }), this.at, false);
      }
      const byte = buffer[this.at]!;
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) {
          this.inString = false;
          this.lastByte = QUOTE;
        }
        if (byte === LF) {
          return this.fail(records, codes['event-string-truncated'](), this.at);
        }
        this.at++;
        continue;
      }
      switch (byte) {
        case LF:
          this.at++;
          this.newLine();
          if (this.secondLine < 0) this.secondLine = this.at;
          continue;
        case QUOTE:
          this.inString = true;
          break;
        case OPEN_MAP:
        case OPEN_LIST:
          if (this.lineIsBlank && byte === OPEN_MAP && !this.mayStartValue()) {
            return this.fail(records, codes['event-interrupted'](), this.at);
          }
          if (this.depth === MAX_EVENT_DEPTH) {
            const tooDeep = codes['event-too-deep']({ max: MAX_EVENT_DEPTH });
            return this.fail(records, tooDeep, this.at, false);
          }
          this.open[++this.depth] = byte;
          this.lastByte = byte;
          break;
        case CLOSE_MAP:
        case CLOSE_LIST:
          if (this.open[this.depth] !== (byte === CLOSE_MAP ? OPEN_MAP : OPEN_LIST)) {
            return this.fail(records, codes['event-not-json'](), this.at);
          }
          this.lastByte = byte;
          if (--this.depth === 0) {
            this.at++;
            this.mode = 'between';
            this.finishValue(records);
            return;
          }
          break;
        default:
          if (!isBlank(byte)) this.lastByte = byte;
      }
      if (!isBlank(byte)) this.lineIsBlank = false;
      this.at++;
    }
  }

  private mayStartValue(): boolean {
    if (this.lastByte === COLON) return true;
    if (this.open[this.depth] !== OPEN_LIST) return false;
    return this.lastByte === OPEN_LIST || this.lastByte === COMMA;
  }

  private finishValue(records: EventRecord[]): void {
    const parsed = parseJson(this.buffer.subarray(this.start, this.at));
    if (parsed.ok && isObject(parsed.value)) {
      for (const json of eventsIn(parsed.value)) {
        records.push({ kind: 'event', index: this.index++, line: this.startLine, json });
      }
      if (parsed.invalidBytes) this.report(records, codes['event-not-utf8'](), this.at);
    } else if (parsed.ok) this.report(records, codes['event-not-an-object'](), this.at);
    else if (parsed.reason === 'number') this.report(records, codes['event-number'](), this.at);
    else this.report(records, codes['event-not-json'](), this.at, parsed.at);
  }

  /** A number, a string, a word, or what is no JSON at all: to the end of the line or item. */
  private scalar(records: EventRecord[]): void {
    while (this.at < this.length) {
      const byte = this.buffer[this.at]!;
      if (byte === LF) return this.finishScalar(records, this.at);
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.inString = false;
      } else if (byte === QUOTE) this.inString = true;
      else if (this.inList && (byte === COMMA || byte === CLOSE_LIST)) {
        return this.finishScalar(records, this.at);
      }
      this.at++;
      if (this.at - this.start > MAX_EVENT_SIZE) {
        this.finishScalar(records, this.at);
        this.mode = 'lost';
        return;
      }
    }
  }

  private finishScalar(records: EventRecord[], end: number): void {
    this.mode = 'between';
    const parsed = parseJson(this.buffer.subarray(this.start, end));
    if (parsed.ok) this.report(records, codes['event-not-an-object'](), end);
    else this.report(records, codes['event-not-json'](), end, parsed.at);
  }

  /** Looks for a line that starts an object no deeper than the bad event did. */
  private lost(): void {
    while (this.at < this.length) {
      const byte = this.buffer[this.at]!;
      if (byte === LF) {
        this.at++;
        this.newLine();
        continue;
      }
      if (this.lineIsBlank && byte === OPEN_MAP && this.at - this.lineStart <= this.startColumn) {
        this.mode = 'between';
        return;
      }
      if (this.lineIsBlank && byte === CLOSE_LIST && this.inList) {
        this.mode = 'between';
        return;
      }
      if (!isBlank(byte)) this.lineIsBlank = false;
      this.at++;
    }
  }

  /** Reports the value being read, and goes back to its second line if that was tried only once. */
  private fail(records: EventRecord[], finding: Finding, at: number, again = true): void {
    this.report(records, finding, at);
    this.mode = 'lost';
    if (again && this.secondLine >= 0 && at > this.furthest) {
      this.furthest = at;
      this.at = this.secondLine;
      this.line = this.startLine + 1;
      this.lineStart = this.at;
      this.lineIsBlank = true;
    }
  }

  private report(records: EventRecord[], finding: Finding, end: number, at = 0): void {
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
    records.push({ kind: 'unreadable', index, line: this.startLine, diagnostic: found });
  }

  private unreadable(found: Diagnostic): EventRecord {
    return { kind: 'unreadable', index: this.index, line: this.line, diagnostic: found };
  }
}
