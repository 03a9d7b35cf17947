import { MAX_EVENT_DEPTH } from '../source/limits.js';
import { BACKSLASH, CLOSE_LIST, CLOSE_MAP, OPEN_LIST, OPEN_MAP, QUOTE } from './bytes.js';
import type { EventRecord } from './event-record.js';
import { EventReader } from './event-reader.js';
import type { OnRecord } from './event-reader.js';
import { EventScanner } from './event-scanner.js';
import type { EventPosition } from './event-scanner.js';

/** A part of a file that can be read without the others; plain data but for one that is read in turn. */
export type EventPart =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly from: EventPosition;
      readonly isLast: boolean;
    }
  /** Of a format that can only be read from its start. Their `index` is that in the file. */
  | { readonly kind: 'records'; readonly records: readonly EventRecord[] }
  /** The next piece, for whoever reads them all. Likewise. */
  | { readonly kind: 'in-turn'; readonly read: (onRecord: OnRecord) => void };

/**
 * Reads a part, one event at a time.
 *
 * @returns by how much the part moves the `index` of those that follow; theirs counts from the part's start
 */
export function readPart(path: string, part: EventPart, onRecord: OnRecord): number {
  if (part.kind === 'records') {
    part.records.forEach(onRecord);
    return 0;
  }
  if (part.kind === 'in-turn') {
    part.read(onRecord);
    return 0;
  }
  const reader = new EventReader(path, part.from);
  reader.readPart(part.bytes, onRecord);
  if (part.isLast) reader.readEnd(onRecord);
  return reader.count;
}

const START: EventPosition = {
  isLost: false,
  line: 1,
  column: 0,
  lineIsBlank: true,
  startColumn: 0,
  inList: false,
};

/** Cuts a file between events, into parts that are read as the whole would be. */
export class EventSplitter extends EventScanner {
  /** Where the part that is being collected begins, which is the start of the buffer. */
  private from = START;
  private cut = 0;
  private cutAt = START;
  private foreign: EventReader | null = null;
  private records: EventRecord[] = [];

  /**
   * @param size bytes that a part should have; it has more where an event is larger
   * @param spare memory of parts that are done with, which is used for others
   */
  constructor(
    path: string,
    private readonly size: number,
    private readonly spare: ArrayBuffer[] = [],
  ) {
    super(path, null);
  }

  /** What is now long enough for a part; null if nothing is. */
  push(bytes: Uint8Array): EventPart | null {
    const decoded = this.decodeUtf16(bytes);
    if (this.foreign) this.records.push(...this.foreign.push(decoded));
    else {
      this.take(decoded);
      this.mark();
    }
    if (this.records.length > 0) return this.recordsPart();
    return this.cut >= this.size ? this.part(this.cut, false) : null;
  }

  /** What is left when the file ends. */
  end(): EventPart | null {
    if (this.mode === 'start') this.finish();
    if (!this.foreign) return this.part(this.length, true);
    this.records.push(...this.foreign.end());
    return this.recordsPart();
  }

  private recordsPart(): EventPart {
    const { records } = this;
    this.records = [];
    return { kind: 'records', records };
  }

  private part(end: number, isLast: boolean): EventPart {
    let memory = this.spare.pop();
    if (!memory || memory.byteLength < end) {
      memory = new ArrayBuffer(Math.max(end, 2 * this.size));
    }
    const bytes = new Uint8Array(memory, 0, end);
    bytes.set(this.buffer.subarray(0, end));
    const part: EventPart = { kind: 'bytes', bytes, from: this.from, isLast };
    this.from = this.cutAt;
    this.drop(end);
    this.cut = 0;
    return part;
  }

  private mark(): void {
    const position = this.position();
    if (!position) return;
    this.cut = this.at;
    this.cutAt = position;
  }

  protected neededFrom(): number {
    return 0;
  }

  protected foundValue(): void {
    this.mark();
  }

  protected foundFormat(): void {
    this.foreign = new EventReader(this.path);
    this.records.push(...this.foreign.push(this.buffer.subarray(0, this.length)));
  }

  protected foundLine(end: number): boolean {
    return isOneObject(this.buffer, this.start, end);
  }

  protected leftLine(): void {
    this.mark();
  }

  protected foundScalar(): void {
    // Whoever reads the part says what is wrong with it.
  }

  protected foundFault(): void {
    // Likewise.
  }
}

/** Brackets that are open in the line that is looked at. */
const open = new Uint8Array(MAX_EVENT_DEPTH + 1);

/** Whether a line that begins with a bracket is one value as far as its brackets and strings tell. */
function isOneObject(bytes: Uint8Array, start: number, end: number): boolean {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      for (at++; at < end && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
      if (at >= end) return false;
    } else if (byte === OPEN_MAP || byte === OPEN_LIST) {
      if (depth === MAX_EVENT_DEPTH) return false;
      open[++depth] = byte;
    } else if (byte === CLOSE_MAP || byte === CLOSE_LIST) {
      if (open[depth] !== (byte === CLOSE_MAP ? OPEN_MAP : OPEN_LIST)) return false;
      if (--depth === 0) return at === end - 1;
    }
  }
  return false;
}
