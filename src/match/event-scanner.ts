import type { Finding } from '../source/codes.js';
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
import { foreignFormat } from './foreign-format.js';
import type { ForeignFormat } from './foreign-format.js';

const MIN_BUFFER = 1 << 16;

/** What a table of events is called. */
const CSV = /\.[ct]sv$/i;

/**
 * The line before each event of evtx_dump.
 * https://github.com/omerbenamram/evtx
 */
const RECORD_NUMBER = /^Record \d+\s*$/;
const LONGEST_NUMBER = 40;

/** How much of a file is looked at to see that it is in another format. */
const BEGINNING = 512;

/** Lines that are not an object each before no more are tried, since each may be as long as the file. */
const MAX_FAILED_LINES = 8;

/** Where reading can begin in the middle of a file: between two events, or in what is not an event. */
export interface EventPosition {
  readonly isLost: boolean;
  /** Of the file, from 1. */
  readonly line: number;
  /** Bytes of the line before it. */
  readonly column: number;
  readonly lineIsBlank: boolean;
  /** The column of the event that could not be read, if `isLost`. */
  readonly startColumn: number;
  readonly inList: boolean;
}

/**
 * Finds where events begin and end in pieces of a file: one JSON object a line, objects one after
 * another, and arrays of objects, mixed as they come. Holds one event at a time. After something that
 * is not JSON, it goes on at the next line that starts an object no deeper than the bad one did.
 */
export abstract class EventScanner {
  protected buffer: Uint8Array = new Uint8Array(0);
  protected length = 0;
  /** All before it is done with. */
  protected at = 0;
  protected line = 1;
  private lineStart = 0;
  protected inList = false;
  protected mode: 'start' | 'between' | 'value' | 'scalar' | 'lost' | 'foreign' = 'start';
  private transcoder: InstanceType<typeof TextDecoder> | null | undefined;

  // Of the value being read.
  protected start = 0;
  protected startLine = 1;
  protected startColumn = 0;
  private secondLine = -1;
  private readonly open = new Uint8Array(MAX_EVENT_DEPTH + 1);
  private depth = 0;
  private inString = false;
  private escaped = false;
  private lastByte = 0;
  private lineIsBlank = true;
  /** Positions up to here were tried twice, so they are not tried a third time. */
  private furthest = -1;
  private failedLines = 0;

  /** @param from where in the file the first piece begins, if not at its start */
  constructor(
    protected readonly path: string,
    from: EventPosition | null,
  ) {
    if (!from) return;
    this.transcoder = null;
    this.mode = from.isLost ? 'lost' : 'between';
    this.line = from.line;
    this.lineStart = -from.column;
    this.lineIsBlank = from.lineIsBlank;
    this.startColumn = from.startColumn;
    this.inList = from.inList;
  }

  /** An object or a list, from `start` to `at`. */
  protected abstract foundValue(): void;
  /** What may be an object and no more, from `start` to `end`: whether it is. */
  protected abstract foundLine(end: number): boolean;
  /** The scanner is past a line that was one object. */
  protected abstract leftLine(): void;
  /** Anything else, from `start` to `end`. */
  protected abstract foundScalar(end: number): void;
  /** What begins at `start` cannot be read, which shows at `end`. */
  protected abstract foundFault(finding: Finding, end: number): void;
  /** The file is in another format; what was read of it so far is in the buffer. */
  protected abstract foundFormat(format: ForeignFormat): void;
  /** The first position of the buffer that is still needed. */
  protected abstract neededFrom(): number;

  /**
   * Reads a piece of JSON.
   *
   * @param isOurs whether nobody else will use its memory
   */
  protected take(bytes: Uint8Array, isOurs = false): void {
    if (isOurs && this.length === 0) [this.buffer, this.length] = [bytes, bytes.length];
    else this.append(bytes);
    if (this.mode === 'start' && !this.begin(false)) return;
    this.scan();
    this.drop(this.neededFrom());
  }

  /** Reads what is left when the file ends. */
  protected finish(): void {
    if (this.mode === 'start' && this.begin(true)) this.scan();
    // What is given up is tried again from its second line on.
    while (this.mode === 'value') {
      this.fail(codes['event-truncated'](), this.length);
      this.scan();
    }
    if (this.mode === 'scalar') this.finishScalar(this.length);
  }

  /** Whether what was read so far may be JSON, or is too short to tell. */
  private begin(ends: boolean): boolean {
    const bytes = this.buffer.subarray(0, Math.min(this.length, BEGINNING));
    const first = bytes.find((b) => b !== LF && !isBlank(b));
    const isJson = first === OPEN_MAP || first === OPEN_LIST;
    if (!isJson && !ends && this.length < BEGINNING) return false;
    const format = isJson ? null : foreignFormat(bytes, CSV.test(this.path));
    this.mode = format ? 'foreign' : 'between';
    if (format) this.foundFormat(format);
    return !format;
  }

  /** Where the scanner is; null within an event, and where it may have to go back. */
  protected position(): EventPosition | null {
    const { mode, at, line, lineIsBlank, startColumn, inList } = this;
    if ((mode !== 'between' && mode !== 'lost') || at <= this.furthest) return null;
    const column = at - this.lineStart;
    return { isLost: mode === 'lost', line, column, lineIsBlank, startColumn, inList };
  }

  /** Windows tools write UTF-16 with a byte order mark. */
  protected decodeUtf16(bytes: Uint8Array): Uint8Array {
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
      const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2, MIN_BUFFER));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.buffer.set(bytes, this.length);
    this.length = needed;
  }

  /** Forgets what is before a position of the buffer. */
  protected drop(keep: number): void {
    this.buffer.copyWithin(0, keep, this.length);
    this.length -= keep;
    this.at -= keep;
    this.start -= keep;
    this.lineStart -= keep;
    this.secondLine = this.secondLine < 0 ? -1 : this.secondLine - keep;
    this.furthest -= keep;
  }

  /** The first position that the scanner itself needs. */
  protected scannedFrom(): number {
    return this.mode === 'value' || this.mode === 'scalar' ? this.start : this.at;
  }

  private scan(): void {
    while (this.at < this.length) {
      switch (this.mode) {
        case 'between':
          this.between();
          break;
        case 'value':
          this.value();
          break;
        case 'scalar':
          this.scalar();
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
      if (byte === OPEN_MAP && this.isLine()) return;
      this.secondLine = -1;
      this.depth = 0;
      this.inString = false;
      this.escaped = false;
      this.lastByte = COLON;
      this.lineIsBlank = false;
    }
  }

  /** Whether the rest of the line is one object, which is read then. */
  private isLine(): boolean {
    if (this.failedLines === MAX_FAILED_LINES) return false;
    const end = this.buffer.indexOf(LF, this.at);
    if (end < 0 || end >= this.length || end - this.at > MAX_EVENT_SIZE) return false;
    let last = end;
    while (isBlank(this.buffer[last - 1]!)) last--;
    if (this.buffer[last - 1] !== CLOSE_MAP) return false;
    if (this.foundLine(last)) {
      this.at = last;
      this.mode = 'between';
      this.leftLine();
      return true;
    }
    this.failedLines++;
    return false;
  }

  private value(): void {
    const { buffer, length } = this;
    while (this.at < length) {
      if (this.at - this.start > MAX_EVENT_SIZE) {
        const mebibytes = MAX_EVENT_SIZE / 1024 / 1024;
        return this.fail(codes['event-too-large']({ max: mebibytes }), this.at, false);
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
          return this.fail(codes['event-string-truncated'](), this.at);
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
            return this.fail(codes['event-interrupted'](), this.at);
          }
          if (this.depth === MAX_EVENT_DEPTH) {
            const tooDeep = codes['event-too-deep']({ max: MAX_EVENT_DEPTH });
            return this.fail(tooDeep, this.at, false);
          }
          this.open[++this.depth] = byte;
          this.lastByte = byte;
          break;
        case CLOSE_MAP:
        case CLOSE_LIST:
          if (this.open[this.depth] !== (byte === CLOSE_MAP ? OPEN_MAP : OPEN_LIST)) {
            return this.fail(codes['event-not-json'](), this.at);
          }
          this.lastByte = byte;
          if (--this.depth === 0) {
            this.at++;
            this.mode = 'between';
            this.foundValue();
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

  /** A number, a string, a word, or what is not JSON at all: to the end of the line or item. */
  private scalar(): void {
    while (this.at < this.length) {
      const byte = this.buffer[this.at]!;
      if (byte === LF) return this.finishScalar(this.at);
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.inString = false;
      } else if (byte === QUOTE) this.inString = true;
      else if (this.inList && (byte === COMMA || byte === CLOSE_LIST)) {
        return this.finishScalar(this.at);
      }
      this.at++;
      if (this.at - this.start > MAX_EVENT_SIZE) {
        this.finishScalar(this.at);
        this.mode = 'lost';
        return;
      }
    }
  }

  private finishScalar(end: number): void {
    this.mode = 'between';
    const line = this.buffer.subarray(this.start, Math.min(end, this.start + LONGEST_NUMBER));
    if (!RECORD_NUMBER.test(new TextDecoder().decode(line))) this.foundScalar(end);
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

  /** Gives up the value being read, and goes back to its second line if that was tried only once. */
  private fail(finding: Finding, at: number, again = true): void {
    this.foundFault(finding, at);
    this.mode = 'lost';
    if (again && this.secondLine >= 0 && at > this.furthest) {
      this.furthest = at;
      this.at = this.secondLine;
      this.line = this.startLine + 1;
      this.lineStart = this.at;
      this.lineIsBlank = true;
    }
  }
}
