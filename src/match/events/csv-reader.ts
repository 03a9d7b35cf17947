import { diagnostic } from '../../source/diagnostic.js';
import { MAX_EVENT_SIZE } from '../../source/limits.js';
import { codes } from '../codes.js';
import type { EventRecord } from '../event-record.js';

/**
 * Reads the rows of CSV with a header, one at a time, as events: RFC 4180, by commas, semicolons or
 * tabs. A cell without text is a field that the event does not have.
 */
export class CsvReader {
  private readonly decoder = new TextDecoder();
  private header: readonly string[] | null = null;
  private delimiter = ',';
  private cells: string[] = [];
  private cell = '';
  private size = 0;
  /** Whether the cell began with a quotation mark, and whether that is open. */
  private quoted = false;
  private open = false;
  /** A quotation mark within quotation marks, which may be the first of two. */
  private pending = false;
  private line = 1;
  private startLine = 1;
  private index = 0;
  private tooLarge = false;

  constructor(private readonly path: string) {}

  push(bytes: Uint8Array): EventRecord[] {
    return this.read(this.decoder.decode(bytes, { stream: true }));
  }

  end(): EventRecord[] {
    const records = this.read(this.decoder.decode());
    if (this.open && !this.pending) records.push(this.bad('event-csv-truncated'));
    else if (this.cell !== '' || this.cells.length > 0) this.finishRow(records);
    return records;
  }

  private read(text: string): EventRecord[] {
    const records: EventRecord[] = [];
    if (!this.header && this.cells.length === 0 && this.cell === '') {
      this.delimiter = delimiterOf(text);
    }
    for (const c of text) this.take(c, records);
    return records;
  }

  private take(c: string, records: EventRecord[]): void {
    if (c === '\n') this.line++;
    if (this.open && this.pending) {
      this.pending = false;
      if (c === '"') return this.add('"');
      this.open = false;
    }
    if (this.open) {
      if (c === '"') this.pending = true;
      else this.add(c);
    } else if (c === this.delimiter) this.finishCell();
    else if (c === '\n') this.finishRow(records);
    else if (c === '"' && this.cell === '' && !this.quoted) this.open = this.quoted = true;
    else if (c !== '\r') this.add(c);
  }

  private add(c: string): void {
    if (this.size++ < MAX_EVENT_SIZE) this.cell += c;
    else this.tooLarge = true;
  }

  private finishCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
    this.quoted = this.open = this.pending = false;
  }

  private finishRow(records: EventRecord[]): void {
    this.finishCell();
    const { cells, tooLarge, startLine: line } = this;
    this.cells = [];
    this.size = 0;
    this.tooLarge = false;
    if (!this.header) this.header = cells.map(columnOf);
    else if (tooLarge) records.push(this.bad('event-too-large'));
    else if (cells.length > this.header.length) records.push(this.bad('event-csv-row'));
    else if (cells.some((cell) => cell !== '')) {
      const fields = this.header.map((name, i) => [name, cells[i] ?? ''] as const);
      const json = Object.fromEntries(fields.filter(([name, text]) => name !== '' && text !== ''));
      records.push({ kind: 'event', index: this.index++, line, json });
    }
    this.startLine = this.line;
  }

  private bad(code: 'event-csv-row' | 'event-csv-truncated' | 'event-too-large'): EventRecord {
    const finding =
      code === 'event-too-large'
        ? codes[code]({ max: MAX_EVENT_SIZE / 1024 / 1024 })
        : code === 'event-csv-row'
          ? codes[code]({ columns: this.header?.length ?? 0 })
          : codes[code]();
    const file = { path: this.path, text: '', firstLine: this.startLine };
    const found = diagnostic(finding, { file, start: 0, end: 0 });
    return { kind: 'unreadable', index: this.index++, line: this.startLine, diagnostic: found };
  }
}

/** Without a byte order mark, and without the time zone that Sentinel's export adds. */
function columnOf(cell: string): string {
  return cell
    .replace(/^\ufeff/, '')
    .replace(/ \[UTC\]$/, '')
    .trim();
}

/** Of the header: the sign that divides it most. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)![0];
  const count = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
