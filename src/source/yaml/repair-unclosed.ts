import type { Edit, Repair } from '../repairs.js';
import type { Line } from './repair.js';
import { valueStart } from './repair.js';
import { doubleQuoted, PATH } from './repair-quotes.js';
import { codes } from './yaml-codes.js';

/** A line by its number, from 0, indented with nothing but spaces. Null after the last. */
export type LineAt = (index: number) => Line | null;

/**
 * Repairs a line that opens a quote, list or map and does not close it, where the next line shows that
 * the value has ended there: a key or an item that is indented no deeper is never a part of it.
 */
export function repairUnclosed(index: number, lineAt: LineAt): Repair | null {
  const { text, start } = lineAt(index)!;
  const at = valueStart(text);
  if (at === null) return null;
  const value = text.slice(at).trimEnd();
  const c = value[0]!;
  if (!['"', "'", '[', '{'].includes(c)) return null;
  const continued = c === '"' || c === "'" ? indented(index, at, lineAt) : null;
  if (continued) return continued;
  if (value.includes(' #') || !endsHere(index, text, at, lineAt)) return null;
  const from = start + at;
  const end = from + value.length;
  if (c === '[' || c === '{') {
    const close = c === '[' ? ']' : '}';
    if (!(c === '[' ? LIST : MAP).test(value)) return null;
    const finding = codes['yaml-repaired-unclosed-bracket']({ bracket: c });
    const edits = [{ start: end, end, text: close }];
    return { edits, finding, title: `Add ${close}`, start: from, end };
  }
  if (value.length < 2 || value.includes(c, 1) || endsWithOther(c, value)) return null;
  const edits = c === '"' ? escaped(value, from) : [];
  if (!edits) return null;
  const finding = codes['yaml-repaired-unclosed-quote']();
  const closed = [...edits, { start: end, end, text: c }];
  return { edits: closed, finding, title: 'Close the quote', start: from, end };
}

/** `'value"`: the last quote may be the end that was meant, or a part of the value. */
function endsWithOther(quote: string, value: string): boolean {
  const other = quote === '"' ? "'" : '"';
  return value.endsWith(other) && value.split(other).length % 2 === 0;
}

/** How many lines of a quoted string are looked at for its end. */
const LONGEST = 200;

/**
 * Repairs a quoted string whose other lines are indented no deeper than its key: the quote that ends it
 * ends a line, and no line before looks like a key or an item. Null for any other.
 */
function indented(index: number, at: number, lineAt: LineAt): Repair | null {
  const { text, start } = lineAt(index)!;
  const isEnd = text[at] === '"' ? DOUBLE_END : SINGLE_END;
  if (isEnd.test(text.slice(at + 1))) return null;
  const column = columnOf(text, at);
  const edits: Edit[] = [];
  for (let i = index + 1; i <= index + LONGEST; i++) {
    const line = lineAt(i);
    if (!line) return null;
    const indent = /^ */.exec(line.text)![0].length;
    if (line.text.trim() !== '' && indent <= column) {
      if (NEXT.test(line.text)) return null;
      const missing = ' '.repeat(column + 2 - indent);
      const from = line.start + indent;
      edits.push({ start: from, end: from, text: missing });
    }
    const end = isEnd.exec(line.text);
    if (!end) continue;
    if (edits.length === 0 || !/^ *(?: #.*)?$/.test(line.text.slice(end[0].length))) return null;
    const finding = codes['yaml-repaired-quoted-indent']();
    const title = 'Indent the lines of the string';
    return { edits, finding, title, start: start + at, end: start + text.trimEnd().length };
  }
  return null;
}

/** Up to the quote that ends a string, and with it. */
const SINGLE_END = /^(?:[^']|'')*'(?!')/;
const DOUBLE_END = /^(?:[^"\\]|\\.)*"/;

/** Backslashes to be doubled; null where they may or may not begin escapes. */
function escaped(value: string, from: number): readonly Edit[] | null {
  const repair = doubleQuoted(`${value}"`, from, PATH.test(value.slice(1)));
  if (repair) return repair.edits;
  return /\\/.test(value.replace(/\\\\/g, '')) ? null : [];
}

const ITEM = `(?:'[^']*'|"[^"\\\\]*"|[^\\s'",[\\]{}#:][^'",[\\]{}#:]*)`;
const LIST = new RegExp(`^\\[ *${ITEM}(?: *, *${ITEM})* *,?$`);
const MAP = new RegExp(`^\\{ *[\\w|.-]+ *: +${ITEM}(?: *, *[\\w|.-]+ *: +${ITEM})* *,?$`);

/** A key, or an item of a list. */
const NEXT = /^ *(?:-(?: |$)|[\w|.*-]+ *:(?: |$))/;

/** Where the key or dash of a value is: its other lines must be indented deeper. */
function columnOf(text: string, value: number): number {
  const head = text.slice(0, value);
  const dashes = /^ *(?:- +)*/.exec(head)![0];
  return head === dashes ? dashes.lastIndexOf('-') : dashes.length;
}

function endsHere(index: number, text: string, value: number, lineAt: LineAt): boolean {
  const column = columnOf(text, value);
  for (let next = lineAt(index + 1); next; next = lineAt(++index + 1)) {
    if (/^\s*(?:#.*)?$/.test(next.text)) continue;
    const indent = /^ */.exec(next.text)![0].length;
    return indent <= column && NEXT.test(next.text);
  }
  return true;
}

/** Begins a block scalar. */
const BLOCK = /:[ \t]+[|>][-+\d]*[ \t]*$/;

/** The lines before a limit that are not part of a block scalar. */
export function* plainLines(limit: number, lineAt: LineAt): Generator<number> {
  let within: number | null = null;
  for (let i = 0; i <= limit; i++) {
    const line = lineAt(i);
    if (!line) return;
    const indent = /^ */.exec(line.text)![0].length;
    if (within !== null && (line.text.trim() === '' || indent > within)) continue;
    within = BLOCK.test(line.text) ? indent : null;
    yield i;
  }
}
