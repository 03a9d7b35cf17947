import type { Repair } from '../repairs.js';
import type { Line } from './repair.js';
import { codes } from './yaml-codes.js';

/** Names at the top level of a document and in its sections, and whether their values are prose. */
export type TopNames = ReadonlyMap<string, boolean>;

/** A repair, and the lines that it is about. */
export interface ProseRepair {
  readonly first: number;
  readonly last: number;
  readonly repair: Repair;
}

/** How many lines of prose are looked at. */
const LONGEST = 500;

/**
 * Repairs a value that is prose, whatever YAML makes of its quotes, colons and indentation: it decides
 * nothing, so its words are all that is needed. Null where the line is not part of prose.
 * @param written the lines as they are in the file
 * @param part the line by itself, all lines of the value, or whichever it takes
 */
export function repairProse(
  index: number,
  written: (index: number) => Line | null,
  names: TopNames,
  part: 'line' | 'value' | 'either',
): ProseRepair | null {
  /** In lower case; null of a line that begins no value at the top level. */
  const nameAt = (i: number): string | null =>
    TOP_KEY.exec(written(i)?.text ?? '')?.[1]?.toLowerCase() ?? null;
  let first = index;
  while (first > 0 && index - first < LONGEST && nameAt(first) === null) first--;
  if (names.get(nameAt(first) ?? '') !== true) return null;
  let last = first;
  while (last - first < LONGEST && written(last + 1) && nameAt(last + 1) === null) last++;
  while (last > first && /^[ \t]*(?:#.*)?$/.test(written(last)!.text)) last--;
  if (last < index) return null;
  const below = Array.from({ length: last - first }, (_, i) => written(first + 1 + i)!);
  if (below.some(({ text }) => isKey(text, names))) return null;
  const isBlock = BLOCK.test(written(first)!.text);
  const one = part === 'value' || isBlock ? null : oneLine(index, first, last, written);
  if (one || part === 'line') return one;
  return severalLines(first, below, written(first)!);
}

const TOP_KEY = /^([A-Za-z_][\w-]*)[ \t]*:(?=\s|$)/;
const KEY = /^[ \t]+([A-Za-z_]+)[ \t]*:(?=\s|$)/;
const WORD = /^[#-]?[ \t]*([A-Za-z_]+)[ \t]*[;=,'":]*[ \t]*$/;
const BLOCK = /:[ \t]+[|>][-+\d]*[ \t]*$/;
const ITEM = /^[ \t]*-[ \t]+/;

/** A value whose quotes close before it ends, whatever is wrong elsewhere. */
export const GOES_ON =
  /^(?:[A-Za-z_][\w-]*[ \t]*:|[ \t]*-)[ \t]+(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")[ \t]*[^\s#,]/;

/** A key that is indented by mistake, or one of a section that lost its colon, is not prose. */
function isKey(text: string, names: TopNames): boolean {
  if (names.has(KEY.exec(text)?.[1]?.toLowerCase() ?? '')) return true;
  return names.get(WORD.exec(text)?.[1]?.toLowerCase() ?? '') === false;
}

/** A value that begins and ends in the same line. */
function oneLine(
  index: number,
  first: number,
  last: number,
  written: (index: number) => Line | null,
): ProseRepair | null {
  const { text, start } = written(index)!;
  const isWhole = index === last || (index > first && ITEM.test(written(index + 1)!.text));
  const at = index === first ? text.indexOf(':') + 1 : (ITEM.exec(text)?.[0].length ?? -1);
  const value = text.slice(at).trim();
  if (!isWhole || at < 0 || value === '') return null;
  const from = start + at + text.slice(at).length - text.slice(at).trimStart().length;
  const end = from + value.length;
  const edits = [{ start: from, end, text: quoted(withoutOuterQuotes(value)) }];
  const title = 'Put the value in single quotes';
  const finding = codes['yaml-repaired-string']();
  return { first: index, last: index, repair: { edits, finding, title, start: from, end } };
}

/** `"My "quoted" title"`: the quotes around it are YAML's, unless those inside pair with them. */
function withoutOuterQuotes(value: string): string {
  const quote = value[0] ?? '';
  if (!/^["']/.test(quote) || value.length < 3 || !value.endsWith(quote)) return value;
  const inner = value.slice(1, -1);
  const next = inner.indexOf(quote);
  const opens = next <= 0 || /[\s(]/.test(inner[next - 1] ?? 'x');
  return opens ? inner : value;
}

function severalLines(first: number, below: readonly Line[], head: Line): ProseRepair | null {
  const end = below.at(-1);
  if (!end) return null;
  const colon = head.text.indexOf(':') + 1;
  const rest = head.text
    .slice(colon)
    .trim()
    .replace(/^[|>][-+\d]*$/, '');
  const isList =
    !BLOCK.test(head.text) &&
    rest === '' &&
    ITEM.test(below.find(({ text }) => text.trim() !== '')?.text ?? '');
  const texts = isList ? items(below) : [[rest, ...below.map((l) => l.text)].join(' ')];
  const words = texts.map((t) => quoted(withoutOuterQuotes(t.replace(/\s+/g, ' ').trim())));
  const from = head.start + colon;
  const finding = codes['yaml-repaired-prose']({ what: isList ? 'a list' : 'one string' });
  const text = isList ? words.map((w) => `\n  - ${w}`).join('') : ` ${words.join('')}`;
  const edits = [{ start: from, end: end.start + end.text.length, text }];
  const title = isList ? 'Write it as a list of strings' : 'Write it as one string';
  const [start, stop] = [head.start, head.start + head.text.trimEnd().length];
  return {
    first,
    last: first + below.length,
    repair: { edits, finding, title, start, end: stop },
  };
}

/** What follows each dash, up to the next. */
function items(lines: readonly Line[]): readonly string[] {
  const found: string[] = [];
  for (const { text } of lines) {
    const dash = ITEM.exec(text)?.[0];
    if (dash === undefined && found.length > 0) found.push(`${found.pop()!} ${text}`);
    else found.push(text.slice(dash?.length ?? 0));
  }
  return found.filter((text) => text.trim() !== '');
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The head of a value at the top level or of an item, and what it begins with. */
const HEAD = /^(?:([A-Za-z_][\w-]*)[ \t]*:|[ \t]*-)(?:[ \t]+(![^!\s]|[|>][-+\d]*[ \t]*$)?)?/gm;

/** Where prose begins with what YAML takes for a tag, as in `!Important`. */
export function* tagsInProse(text: string, names: TopNames): Generator<number> {
  let isProse = false;
  for (const { 0: head, 1: name, 2: begins, index } of text.matchAll(HEAD)) {
    if (name !== undefined) isProse = names.get(name.toLowerCase()) === true;
    if (isProse && begins?.startsWith('!')) yield index + head.length - begins.length;
    // What looks like an item in a block of text is none.
    if (begins && !begins.startsWith('!')) isProse = false;
  }
}
