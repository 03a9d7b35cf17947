import type { EventRecord } from './event-record.js';
import { EventReader } from './event-reader.js';
import type { OnRecord } from './event-reader.js';
import { EventScanner } from './event-scanner.js';
import type { EventPosition } from './event-scanner.js';

/** A part of a file that can be read without the others; plain data but for one that is read in turn. */
export type EventPart =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
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
  reader.read(part.bytes, onRecord);
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

  /** @param size bytes that a part should have; it has more where an event is larger */
  constructor(
    private readonly path: string,
    private readonly size: number,
  ) {
    super(null);
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
    const part: EventPart = {
      kind: 'bytes',
      bytes: this.buffer.slice(0, end),
      from: this.from,
      isLast,
    };
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

  protected foundLine(): boolean {
    // Only whoever parses it can tell.
    return false;
  }

  protected foundScalar(): void {
    // Whoever reads the part says what is wrong with it.
  }

  protected foundFault(): void {
    // Likewise.
  }
}
