import type { Repair } from '../repairs.js';
import { afterQuote, apostrophes, doubleQuoted, quotedItems } from './repair-quotes.js';
import { codes } from './yaml-codes.js';

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
  if (value.startsWith('[')) {
    const items = quotedItems(value, from);
    if (items) return items;
  }
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
