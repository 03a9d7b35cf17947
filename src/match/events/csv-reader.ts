import { diagnostic } from '../../source/diagnostic.js';
import { MAX_EVENT_SIZE } from '../../source/limits.js';
import type { JsonObject } from '../../source/json.js';
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
    if (this.open && !this.pending)
      records.push(this.bad('event-csv-truncated', [...this.cells, this.cell]));
    else if (this.cell !== '' || this.cells.length > 0) this.finishRow(records);
    return records;
  }

  private read(text: string): EventRecord[] {
    const records: EventRecord[] = [];
    if (!this.header && this.cells.length === 0 && this.cell === '') {
      this.delimiter = delimiterOf(headerOf(text));
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
    const isBlank = cells.every((cell) => cell === '');
    if (!this.header) {
      if (!isBlank && !PREAMBLE.test(cells[0]!)) this.header = withMessage(cells.map(columnOf));
    } else if (tooLarge) records.push(this.bad('event-too-large', cells));
    else if (cells.length > this.header.length) records.push(this.bad('event-csv-row', cells));
    else if (!isBlank) {
      const json = eventOf(this.header, cells);
      records.push({ kind: 'event', index: this.index++, line, json });
    }
    this.startLine = this.line;
  }

  private bad(
    code: 'event-csv-row' | 'event-csv-truncated' | 'event-too-large',
    cells: readonly string[],
  ): EventRecord {
    const finding =
      code === 'event-too-large'
        ? codes[code]({ max: MAX_EVENT_SIZE / 1024 / 1024 })
        : code === 'event-csv-row'
          ? codes[code]({ columns: this.header?.length ?? 0 })
          : codes[code]();
    const written = cells.map((cell) => this.written(cell));
    const text = written.join(this.delimiter).slice(0, SHOWN);
    // The cells for which there is no column, or the last, in which quotation marks are open.
    const from = code === 'event-csv-row' ? this.header!.length : written.length - 1;
    const before = written.slice(0, from).join(this.delimiter).length + (from > 0 ? 1 : 0);
    const start = code === 'event-too-large' ? 0 : Math.min(before, text.length);
    const file = { path: this.path, text, firstLine: this.startLine };
    const found = diagnostic(finding, { file, start, end: text.length });
    return { kind: 'unreadable', index: this.index++, line: this.startLine, diagnostic: found };
  }

  /** A cell as it may be written in one line. */
  private written(cell: string): string {
    const text = cell.slice(0, SHOWN).replace(/[\r\n]+/g, ' ');
    const isQuoted = text.includes('"') || text.includes(this.delimiter);
    return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
  }
}

/** How much of a bad row is shown. */
const SHOWN = 200;

/** A row under its columns. What several columns of one name hold are the values of one field. */
function eventOf(header: readonly string[], cells: readonly string[]): JsonObject {
  const fields = new Map<string, string | readonly string[]>();
  for (const [i, name] of header.entries()) {
    const text = cells[i] ?? '';
    if (name === '' || text === '') continue;
    const before = fields.get(name);
    fields.set(name, before === undefined ? text : [before, text].flat());
  }
  return Object.fromEntries(fields);
}

/** What PowerShell 5 and Excel write above the header: the type of its rows, and what divides them. */
const PREAMBLE = /^(?:#TYPE |sep=)/i;

/** The header of a table, and the sign that the line above it names. */
export function headerOf(text: string): { readonly header: string; readonly sign: string | null } {
  let sign: string | null = null;
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const [named] = /(?<=^sep=).$/i.exec(line) ?? [];
    if (named !== undefined) sign = named;
    else if (line.trim() !== '' && !PREAMBLE.test(line)) return { header: line, sign };
  }
  return { header: '', sign };
}

/** Without a byte order mark, and without the time zone that Sentinel's export adds. */
function columnOf(cell: string): string {
  return cell
    .replace(/^\ufeff/, '')
    .replace(/ \[UTC\]$/, '')
    .trim();
}

/** Event Viewer names five columns, and writes a message after them. */
function withMessage(header: readonly string[]): readonly string[] {
  return header.join() === 'Level,Date and Time,Source,Event ID,Task Category'
    ? [...header, 'Message']
    : header;
}

/** The sign that divides a header most, unless one is named. */
function delimiterOf({ header, sign }: ReturnType<typeof headerOf>): string {
  if (sign !== null) return sign;
  const count = (c: string): number => header.split(c).length;
  return [',', ';', '\t'].reduce((best, c) => (count(c) > count(best) ? c : best));
}
