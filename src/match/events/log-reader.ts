import { diagnostic } from '../../source/diagnostic.js';
import { MAX_EVENT_SIZE } from '../../source/limits.js';
import type { Json } from '../../source/json.js';
import { codes } from '../codes.js';
import type { EventRecord } from '../event-record.js';
import { LineReader } from './line-reader.js';

/**
 * Reads the lines of a log whose first lines say what its fields are, as events: W3C's extended format,
 * which IIS and proxies write, and Zeek's.
 *
 * https://www.w3.org/TR/WD-logfile.html
 * https://docs.zeek.org/en/master/log-formats.html
 */
export class LogReader extends LineReader {
  private header: readonly string[] = [];
  /** Of Zeek's lines; W3C's are divided by white space. */
  private separator: string | null = null;
  private sets = ',';
  private types: readonly string[] = [];
  private stream: string | null = null;

  protected take(text: string): EventRecord | null {
    if (text.startsWith('#')) return this.direct(text);
    if (text.trim() === '') return null;
    const { line } = this;
    const index = this.index++;
    const isTooLarge = text.length > MAX_EVENT_SIZE;
    const cells = isTooLarge ? [] : this.cellsOf(text);
    if (isTooLarge || cells.length !== this.header.length) {
      const columns = this.header.length;
      const finding = isTooLarge
        ? codes['event-too-large']({ max: MAX_EVENT_SIZE / 1024 / 1024 })
        : codes['event-log-line']({ columns, cells: cells.length });
      const shown = text.slice(0, SHOWN);
      const span = { file: { path: this.path, text: shown, firstLine: line }, start: 0 };
      const found = diagnostic(finding, { ...span, end: shown.length });
      return { kind: 'unreadable', index, line, diagnostic: found };
    }
    const json = new Map<string, Json>();
    for (const [i, name] of this.header.entries()) {
      const value = this.cellValue(cells[i]!, this.types[i] ?? '');
      for (const known of value === null
        ? []
        : [name, ...(HEADERS.get(name.toLowerCase()) ?? [])]) {
        json.set(known, value);
      }
    }
    if (this.stream !== null) json.set('_path', this.stream);
    return { kind: 'event', index, line, json: Object.fromEntries(json) };
  }

  /** A line about those that follow; logs that were put together have several of each. */
  private direct(text: string): null {
    const [, key = '', value = ''] = /^#([\w-]+):?[ \t]*(.*)$/.exec(text) ?? [];
    const list = (): readonly string[] =>
      this.separator === null ? value.trim().split(/\s+/) : value.split(this.separator);
    switch (key) {
      case 'separator':
        this.separator = unescaped(value);
        break;
      case 'set_separator':
        this.sets = unescaped(value);
        break;
      case 'path':
        this.stream = value;
        break;
      case 'types':
        this.types = list();
        break;
      case 'Fields':
        this.separator = null;
        this.types = [];
        this.stream = null;
        this.header = list();
        break;
      case 'fields':
        this.header = list();
        break;
    }
    return null;
  }

  private cellsOf(text: string): readonly string[] {
    if (this.separator !== null) return text.split(this.separator);
    return wordsOf(text);
  }

  private cellValue(cell: string, type: string): Json {
    if (cell === '-') return null;
    if (this.separator === null) return cell;
    if (/^(?:set|vector)\[/.test(type)) {
      return cell === EMPTY ? [] : cell.split(this.sets).map(unescaped);
    }
    return cell === EMPTY ? '' : unescaped(cell);
  }
}

/** What Zeek writes for a value without characters. */
const EMPTY = '(empty)';

/** How much of a bad line is shown. */
const SHOWN = 200;

/** What Sigma calls the headers of a request, and its address. */
const HEADERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['cs-uri', ['c-uri']],
  ['cs(user-agent)', ['c-useragent', 'cs-user-agent']],
  ['cs(referer)', ['cs-referer', 'cs-referrer']],
  ['cs(cookie)', ['cs-cookie']],
  ['cs(host)', ['cs-host']],
]);

function unescaped(text: string): string {
  return text.replace(/\\x([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/**
 * What white space divides, and quoted strings, in which a quotation mark is doubled. A regular expression
 * for them would need as much stack as a line is long.
 */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  const other = /\S/g;
  const space = /\s|$/g;
  for (;;) {
    const start = other.exec(text)?.index;
    if (start === undefined) return words;
    const close = text[start] === '"' ? closingQuote(text, start) : null;
    space.lastIndex = start;
    const end = close === null ? space.exec(text)!.index : close + 1;
    words.push(
      close === null ? text.slice(start, end) : text.slice(start + 1, close).replaceAll('""', '"'),
    );
    other.lastIndex = end;
  }
}

/** Where a quoted string ends; null if none begins there. */
function closingQuote(text: string, start: number): number | null {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at >= 0 && /^\s?$/.test(text[at + 1] ?? '') ? at : null;
}
