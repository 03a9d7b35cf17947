import { MAX_EVENT_SIZE } from '../../source/limits.js';
import type { EventRecord } from '../event-record.js';

/** Reads a file line by line. Of a line that is too long no more is kept than shows that it is. */
export abstract class LineReader {
  private readonly decoder = new TextDecoder();
  private rest = '';
  /** The line that is read, from 1. */
  protected line = 0;
  /** Of the next event. */
  protected index = 0;

  constructor(protected readonly path: string) {}

  push(bytes: Uint8Array): EventRecord[] {
    return this.read(this.decoder.decode(bytes, { stream: true }));
  }

  end(): EventRecord[] {
    const records = this.read(this.decoder.decode());
    const last = this.rest === '' ? null : this.next(this.rest);
    return last ? [...records, last] : records;
  }

  private read(text: string): EventRecord[] {
    if (this.rest.length <= MAX_EVENT_SIZE) this.rest += text;
    else if (text.includes('\n')) this.rest += text.slice(text.indexOf('\n'));
    if (!text.includes('\n')) return [];
    const lines = this.rest.split('\n');
    this.rest = lines.pop()!;
    return lines.flatMap((line) => this.next(line) ?? []);
  }

  private next(written: string): EventRecord | null {
    this.line++;
    return this.take(written.replace(/^\ufeff|\r$/g, ''));
  }

  /** What a line holds; null if that is no event. */
  protected abstract take(text: string): EventRecord | null;
}
