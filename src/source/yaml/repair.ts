import type { Finding } from '../codes.js';
import { codes } from './yaml-codes.js';

/** A repaired text, and the way from its offsets back to the original's. */
export interface Repaired {
  readonly text: string;
  /** From an offset of `text` to one of the original. */
  readonly toOriginal: (offset: number) => number;
}

export interface Edit {
  /** Of the original text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Repair {
  /** In order; none touches another. */
  readonly edits: readonly Edit[];
  readonly finding: Finding;
  /** Of the fix that makes the edits in the file. */
  readonly title: string;
  /** Where to point: offsets of the original text. */
  readonly start: number;
  readonly end: number;
}

export function applyRepairs(
  original: string,
  repairs: readonly Pick<Repair, 'edits'>[],
): Repaired {
  const edits = repairs.flatMap((r) => r.edits).sort((a, b) => a.start - b.start || a.end - b.end);
  /** Pairs of repaired and original offset at which stretches begin. */
  const starts: { repaired: number; original: number; replaced: boolean }[] = [];
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  const add = (text: string, from: number, replaced: boolean): void => {
    starts.push({ repaired: length, original: from, replaced });
    parts.push(text);
    length += text.length;
  };
  for (const edit of edits) {
    if (edit.start < at) continue;
    add(original.slice(at, edit.start), at, false);
    add(edit.text, edit.start, true);
    at = edit.end;
  }
  add(original.slice(at), at, false);
  return {
    text: parts.join(''),
    toOriginal: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]!.repaired <= offset) low = middle;
        else high = middle - 1;
      }
      const start = starts[low]!;
      return start.replaced ? start.original : start.original + offset - start.repaired;
    },
  };
}

const ODD_INDENT = /^ *[\t\u00a0\u200b\u2060\ufeff][ \t\u00a0\u200b\u2060\ufeff]*/;

/** Whether the outcome of a repair depends on the width of a tab. */
export function dependsOnTabs(line: string): boolean {
  return /^ *\t/.test(line);
}

/** A line without its break; `start` is its offset in the original text. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/**
 * The line with nothing but spaces for indentation. Past those, `start` plus a column is still an offset
 * of the original text.
 */
export function withSpaces(line: Line, tabWidth: number): Line {
  const { text, start } = line;
  const [odd] = ODD_INDENT.exec(text) ?? [];
  if (odd === undefined) return line;
  const width = widthOf(odd, tabWidth);
  return {
    text: ' '.repeat(width) + text.slice(odd.length),
    start: start + odd.length - width,
  };
}

/** A repair for the indentation of a line; null where it is nothing but spaces. */
export function repairIndentation({ text, start }: Line, tabWidth: number): Repair | null {
  const [odd] = ODD_INDENT.exec(text) ?? [];
  if (odd === undefined) return null;
  const end = start + odd.length;
  let finding = codes['yaml-repaired-invisible']();
  if (odd.includes('\t')) finding = codes['yaml-repaired-indent']({ width: tabWidth });
  else if (odd.includes('\u00a0')) finding = codes['yaml-repaired-no-break-space']();
  const edits = [{ start, end, text: ' '.repeat(widthOf(odd, tabWidth)) }];
  return { edits, finding, title: 'Indent with spaces', start, end };
}

function widthOf(indentation: string, tabWidth: number): number {
  let width = 0;
  for (const c of indentation) {
    if (c === ' ' || c === '\u00a0') width++;
    else if (c === '\t') width += tabWidth - (width % tabWidth);
  }
  return width;
}

/**
 * A repair for what follows the indentation of the line at which strict YAML stumbled, if a person can
 * read it in one way only.
 * @param line indented with nothing but spaces
 */
export function repairLine({ text: line, start }: Line): Repair | null {
  const key = repairKey(line, start);
  if (key) return key;
  const at = valueStart(line);
  const tab = (): Repair | null => {
    const i = start + line.indexOf('\t');
    if (i < start) return null;
    const edits = [{ start: i, end: i + 1, text: ' ' }];
    const title = 'Replace the tab with a space';
    return { edits, finding: codes['yaml-repaired-tab'](), title, start: i, end: i + 1 };
  };
  if (at === null) return tab();
  let end = line.length;
  while (end > at && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  const value = line.slice(at, end);
  const from = start + at;
  if (value.startsWith('"')) return afterQuote(value, from) ?? doubleQuoted(value, from);
  if (value.startsWith("'")) return afterQuote(value, from) ?? apostrophes(value, from);
  return isPlainString(value) ? asString(value, from) : tab();
}

/** A value whose every character is meant, in single quotes. */
function asString(value: string, from: number): Repair {
  const end = from + value.length;
  const edits = [{ start: from, end: from, text: "'" }];
  for (let i = 0; i < value.length; i++) {
    if (value[i] === "'") edits.push({ start: from + i, end: from + i, text: "'" });
  }
  edits.push({ start: end, end, text: "'" });
  const title = 'Put the value in single quotes';
  return { edits, finding: codes['yaml-repaired-string'](), title, start: from, end };
}

/** A key or a dash right before a string in quotes, which ends the line. */
const WITHOUT_SPACE =
  /^(?: *(?:- +)*[A-Za-z_][\w.|-]*:| *(?:- +)*-)(?=('(?:[^']|'')*'|"(?:[^"\\]|\\.)*")[ \t]*$)/;

const KEY_WITH_NO_BREAK = /^( *(?:- +)*[A-Za-z_][\w.|-]*:)\u00a0[\u00a0 ]*/;
const KEY_OF_KEYWORDS = /^( *(?:- +)*)(\|[a-z\d]+(?:\|[a-z\d]+)*):(?: |$)/;

/** `Image:` before a no-break space, and `|all:` without quotes, which begins a block of text. */
function repairKey(line: string, start: number): Repair | null {
  const [whole, before] = KEY_WITH_NO_BREAK.exec(line) ?? [];
  if (whole !== undefined) {
    const [from, end] = [start + before!.length, start + whole.length];
    const finding = codes['yaml-repaired-no-break-colon']();
    const edits = [{ start: from, end, text: ' ' }];
    return { edits, finding, title: 'Replace it with a space', start: from, end };
  }
  const [close] = WITHOUT_SPACE.exec(line) ?? [];
  if (close !== undefined) {
    const at = start + close.length;
    const what = close.endsWith(':') ? 'colon' : 'dash';
    const edits = [{ start: at, end: at, text: ' ' }];
    const finding = codes['yaml-repaired-no-space']({ what });
    return { edits, finding, title: 'Add a space', start: at - 1, end: at };
  }
  const [, head, key] = KEY_OF_KEYWORDS.exec(line) ?? [];
  if (key === undefined) return null;
  const from = start + head!.length;
  const end = from + key.length;
  const edits = [from, end].map((at) => ({ start: at, end: at, text: "'" }));
  const finding = codes['yaml-repaired-key']({ key });
  return { edits, finding, title: 'Put the key in single quotes', start: from, end };
}

/** A key of two characters or more, which neither `C:\\…` nor `http://…` begins with. */
const COLON = /^( *[A-Za-z_][\w.|-]+:)(?=[^\s:/])/;

/** A key at which the parser stumbles, because no space follows its colon. */
export function repairColon({ text, start }: Line): Repair | null {
  const [key] = COLON.exec(text) ?? [];
  if (key === undefined) return null;
  const at = start + key.length;
  const edits = [{ start: at, end: at, text: ' ' }];
  const finding = codes['yaml-repaired-no-space']({ what: 'colon' });
  return { edits, finding, title: 'Add a space', start: at - 1, end: at };
}

const QUOTED_ITEM = /^( *- +)".*\\/;

/** The indentation and dash of a list item in double quotes with backslashes; null of other lines. */
export function quotedItem(line: string): string | null {
  return QUOTED_ITEM.exec(line)?.[1] ?? null;
}

/** Repairs an item of a list in which another shows that its author meant no escapes. */
export function repairItem({ text, start }: Line): Repair | null {
  const at = quotedItem(text)?.length;
  return at === undefined ? null : doubleQuoted(text.slice(at).trimEnd(), start + at, true);
}

const isBlank = (c: string | undefined): boolean => c === undefined || c === ' ' || c === '\t';

/** Where the value of a line begins, after dashes and a name; null if it has neither. */
export function valueStart(line: string): number | null {
  let at = 0;
  let dashes = false;
  const skip = (): void => {
    while (at < line.length && isBlank(line[at])) at++;
  };
  skip();
  while (line[at] === '-' && isBlank(line[at + 1])) {
    dashes = true;
    at++;
    skip();
  }
  const first = at;
  if (!/["'#[\]{},&*!|>%@`]/.test(line[at] ?? '#')) {
    for (let i = at; i < line.length; i++) {
      if (line[i] === '#' && isBlank(line[i - 1])) break;
      if (line[i] !== ':' || !isBlank(line[i + 1])) continue;
      at = i + 1;
      skip();
      return at < line.length ? at : null;
    }
  }
  return dashes && first < line.length ? first : null;
}

/** Reads as text to a person, whatever YAML makes of its beginning or of a colon in it. */
function isPlainString(value: string): boolean {
  // What follows might be a comment, and then again it might not.
  if (value.includes(' #')) return false;
  const c = value[0]!;
  switch (c) {
    case '*':
    case '%':
    case '@':
    case '`':
    case '&':
    case ',':
    case ']':
    case '}':
      return true;
    case '!':
      return !value.startsWith('!!');
    case '|':
    case '>':
      return !/^[|>][-+1-9]{0,2}$/.test(value);
    case '[':
    case '{': {
      // `[System.Net]::x`: the bracket closes, and the value goes on.
      const close = value.indexOf(c === '[' ? ']' : '}');
      return close > 0 && close + 1 < value.length && !/["',]|[\]}]\s*:?$/.test(value);
    }
    default:
      return !/^[-?:](?:[ \t]|$)/.test(value) && /:[ \t]|\t|:$/.test(value);
  }
}

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

const AFTER_QUOTE = /^('(?:[^']|'')*'|"(?:[^"\\]|\\.)*")(?:,[ \t]*(?:#.*)?|#.*)$/;

/** A comma after the last quote, as in other languages, or a comment without a space before it. */
function afterQuote(value: string, from: number): Repair | null {
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
function apostrophes(value: string, from: number): Repair | null {
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
