import type { Edit, Repair } from '../repairs.js';
import { codes } from './yaml-codes.js';

const HEX_ESCAPE = /^(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/;

/** After the quote that ends a value: nothing but a comment, in which no quote might end it instead. */
const ENDS = /^(?:[ \t]+#[^"]*)?$/;

/** `C:\…`, `*\…`, `%TEMP%\…`, `\temp\…`: whatever it is, every backslash in it is one. */
export const PATH = /^(?:(?:[A-Za-z]:|[*?]|%\w+%)\\|\\\w{2})/;

/** An escape of a letter before a word: `\temp`. */
const LETTER_ESCAPE = /^\\[abtnvfre]\w/;

/**
 * Backslashes in double quotes that begin no escape. Then the author knew of no escapes: in a path
 * every backslash is one, and so is one before a word, as in `"\cmd\temp"`. In another text, one
 * that does begin an escape leaves a doubt, and there is no repair.
 * @param unescaped whether the author is known to have meant no escapes
 */
export function doubleQuoted(value: string, from: number, unescaped = false): Repair | null {
  const raw: number[] = [];
  const escapes: number[] = [];
  let i = 1;
  for (; i < value.length && value[i] !== '"'; i++) {
    if (value[i] !== '\\') continue;
    const next = value[i + 1];
    if (next === undefined) return null;
    // `"C:\Windows\"`: the quote that ends the line ends the value.
    if (next === '"' && ENDS.test(value.slice(i + 2))) raw.push(i);
    else if (next === '\\' || next === '"') i++;
    else if ('0abtnvfre /N_LP\t'.includes(next) || HEX_ESCAPE.test(value.slice(i + 1, i + 10))) {
      escapes.push(i);
    } else raw.push(i);
  }
  if (raw.length + (unescaped ? escapes.length : 0) === 0) return null;
  if (!/^"(?:[ \t]+#.*)?$/.test(value.slice(i))) return null;
  const isDoubtful = !unescaped && !PATH.test(value.slice(1));
  if (isDoubtful && escapes.some((e) => !LETTER_ESCAPE.test(value.slice(e, e + 3)))) return null;
  const backslashes = [...raw, ...escapes].sort((a, b) => a - b);
  const first = from + backslashes[0]!;
  return {
    edits: backslashes.map((r) => ({ start: from + r, end: from + r, text: '\\' })),
    finding: codes['yaml-repaired-backslash'](),
    title: 'Double the backslashes',
    start: first,
    end: first + 1,
  };
}

/** An item of a list in brackets, and what follows it. In double quotes, the next quote ends it. */
const ITEM =
  /[ \t]*("[^"]*"|'(?:[^']|'')*'|[^\s"'[\]{},#][^"'[\]{},#]*)[ \t]*(,|\][ \t]*(?:#.*)?$)/y;

/** `["\cmd.exe", "\temp\"]`: who meant no escapes in one item of a list meant none in the others. */
export function quotedItems(value: string, from: number): Repair | null {
  const found: Repair[] = [];
  let isMeant = false;
  ITEM.lastIndex = 1;
  for (let last = ','; last === ',';) {
    const at = ITEM.lastIndex;
    const [whole, item = '', after = ''] = ITEM.exec(value) ?? [];
    if (whole === undefined) return null;
    last = after;
    if (!item.startsWith('"')) continue;
    const start = from + at + whole.indexOf(item);
    isMeant ||= doubleQuoted(item, start) !== null;
    const repair = doubleQuoted(item, start, true);
    if (repair) found.push(repair);
  }
  const [first] = found;
  if (!first || !isMeant) return null;
  return { ...first, edits: found.flatMap((r) => r.edits) };
}

const AFTER_QUOTE = /^('(?:[^']|'')*'|"(?:[^"\\]|\\.)*")(?:,[ \t]*(?:#.*)?|#.*)$/;

/** A comma after the last quote, as in other languages, or a comment without a space before it. */
export function afterQuote(value: string, from: number): Repair | null {
  const [, string] = AFTER_QUOTE.exec(value) ?? [];
  if (string === undefined) return null;
  const at = from + string.length;
  const isComma = value[string.length] === ',';
  return {
    edits: [isComma ? { start: at, end: at + 1, text: '' } : { start: at, end: at, text: ' ' }],
    finding: codes[isComma ? 'yaml-repaired-comma' : 'yaml-repaired-comment'](),
    title: isComma ? 'Remove the comma' : 'Put a space before the #',
    start: at,
    end: at + 1,
  };
}

/** `'It's so'`: every inner quote is between letters. */
export function apostrophes(value: string, from: number): Repair | null {
  if (value.length < 3 || !value.endsWith("'")) return null;
  const edits: Edit[] = [];
  for (let i = 1; i < value.length - 1; i++) {
    if (value[i] !== "'") continue;
    if (value[i + 1] === "'" && i + 2 < value.length) i++;
    else if (/^[\p{L}\p{N}]'[\p{L}\p{N}]$/u.test(value.slice(i - 1, i + 2))) {
      edits.push({ start: from + i, end: from + i, text: "'" });
    } else return null;
  }
  const [first] = edits;
  if (!first) return null;
  const finding = codes['yaml-repaired-apostrophe']();
  return { edits, finding, title: 'Double the quote', start: first.start, end: first.start + 1 };
}
