import { foldCase } from '../../model/patterns/case-folding.js';
import { ANY, isAny, pattern as join } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { parseRegex } from '../../model/regex/parse.js';
import { escapeRegex } from '../../model/regex/print.js';
import type { Regex } from '../../model/regex/ast.js';

/**
 * A pattern for a path of the registry as Sysmon writes it, as what the key must be where hives and
 * control sets have their own names; null where that takes rewriting every key.
 * https://learn.microsoft.com/en-us/sysinternals/downloads/sysmon#event-id-12-registryevent-object-create-and-delete
 */
export function keyPatterns(path: StringPattern): readonly (StringPattern | Regex)[] | null {
  const hives = withHives(path);
  if (hives) return hives.every((p) => isPlain(p, true)) ? hives : currentSet(path);
  return isPlain(path, false) ? [path] : currentSet(path);
}

/** Sysmon's names of hives, and what Windows calls them. A user's is written in either way. */
const HIVES: ReadonlyMap<string, readonly string[]> = new Map([
  ['hklm', ['HKEY_LOCAL_MACHINE']],
  ['hku', ['HKEY_USERS', 'HKEY_CURRENT_USER']],
]);

/** A path that begins with a hive, which is nowhere else: with the hive's names in full. */
function withHives(path: StringPattern): readonly StringPattern[] | null {
  const [start, first] = firstText(path);
  const found = first?.indexOf('\\') ?? -1;
  // A hive by itself is the whole of a key.
  const at = found < 0 && path.length === start + 1 && first !== null ? first.length : found;
  const names = at < 0 ? undefined : HIVES.get(foldCase(first!.slice(0, at)));
  return names?.map((name) => [name + first!.slice(at), ...path.slice(start + 1)]) ?? null;
}

/** The first string of a pattern that has nothing but `*` before it, and where it is. */
function firstText(path: StringPattern): readonly [index: number, text: string | null] {
  const index = isAny(path[0]) ? 1 : 0;
  const part = path[index];
  return [index, typeof part === 'string' ? part : null];
}

/** What Sysmon writes in another way than Windows, folded. */
const SETS = ['currentcontrolset'];
const HIVES_AND_SETS = [
  'hklm',
  'hku',
  'hkey_local_machine',
  'hkey_users',
  'hkey_current_user',
  ...SETS,
];

const SET = 'controlset';

/** A control set by its number. */
const NUMBERED = /^controlset\d+$/;
/** What is left of that at the end of it, at the start, or within. */
const NUMBERED_END = /^(?:c?o?n?t?r?o?l?s?e?t)?\d+$/;

/** Whether a pattern finds the same in a key, whoever wrote it. @param hived it begins with a hive */
function isPlain(path: StringPattern, hived: boolean): boolean {
  return path.every((part, i) => {
    if (typeof part !== 'string') return isAny(part);
    const segments = foldCase(part).split('\\');
    const open = { start: i > 0, end: i < path.length - 1 };
    return segments.every((segment, s) => {
      if (hived && i === 0 && s === 0) return true;
      const cut = { start: s === 0 && open.start, end: s === segments.length - 1 && open.end };
      // Hives are at the beginning of a path.
      return !mayBeRewritten(segment, cut, s === 0 ? HIVES_AND_SETS : SETS);
    });
  });
}

/** @param cut whether the segment may go on before or after what there is of it */
function mayBeRewritten(
  segment: string,
  cut: { readonly start: boolean; readonly end: boolean },
  words: readonly string[],
): boolean {
  if (segment === '') return false;
  if (cut.start && cut.end) {
    // A control set has it under its number and under its name.
    if (SET.includes(segment)) return words.some((w) => !w.endsWith(SET) && w.includes(segment));
    return words.some((w) => w.includes(segment)) || isWithinNumbered(segment);
  }
  if (cut.start) return words.some((w) => w.endsWith(segment)) || NUMBERED_END.test(segment);
  if (cut.end) {
    return (
      words.some((w) => w.startsWith(segment)) || SET.startsWith(segment) || NUMBERED.test(segment)
    );
  }
  return words.includes(segment) || NUMBERED.test(segment);
}

function isWithinNumbered(segment: string): boolean {
  const letters = segment.replace(/\d+$/, '');
  return letters !== segment && SET.endsWith(letters);
}

const CURRENT = /^((?:hklm\\system|\\?system)?\\)?currentcontrolset(?=\\|$)/i;

/** A path into the control set in use: that which has the name, or has a number below the machine's. */
function currentSet(path: StringPattern): readonly Regex[] | null {
  const [start, first] = firstText(path);
  const [found, before = ''] = CURRENT.exec(first ?? '') ?? [];
  if (first === null || found === undefined) return null;
  const hived = /^hklm/i.test(before);
  // The whole of a path begins with its hive.
  if (start === 0 && !hived) return null;
  // What follows the control set is written as Windows has it.
  const after: StringPattern = join([first.slice(found.length), ...path.slice(start + 1)]);
  if (after.some((p) => typeof p !== 'string' && !isAny(p))) return null;
  const numbered = String.raw`^HKEY_LOCAL_MACHINE\\SYSTEM\\(?:CurrentControlSet|ControlSet\d+)`;
  const named = `${escapeRegex(before)}CurrentControlSet`;
  const set = hived
    ? numbered
    : String.raw`(?:${named}|^HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet\d+)`;
  const last = after.at(-1);
  const rest = after
    .map((p, i) => (typeof p === 'string' ? escapeRegex(p) : i === after.length - 1 ? '' : '.*'))
    .join('');
  const read = regexOf(`${set}${rest}${isAny(last) ? '' : '\\z'}`);
  return read && [read];
}

/** What a key contains that may be the beginning of the machine's control set, which Sysmon never numbers. */
export interface BeforeNumber {
  /** A key whose control set has a number: it does not have it there. */
  readonly numbered: Regex;
  /** Such a key that has it after the number. */
  readonly later: Regex;
}

const MACHINE = 'HKEY_LOCAL_MACHINE\\SYSTEM\\';

/** Null for a pattern of another kind. */
export function beforeNumber(path: StringPattern): BeforeNumber | null {
  const [start, text, end, ...more] = path;
  if (!isAny(start) || typeof text !== 'string' || !isAny(end) || more.length > 0) return null;
  const at = text.lastIndexOf('\\') + 1;
  const [before, beginning] = [text.slice(0, at), foldCase(text.slice(at))];
  const isEnd = foldCase(MACHINE).endsWith(foldCase(before));
  // Of two letters, no other name of the set begins so.
  if (at === 0 || !isEnd || beginning.length < 2 || !SET.startsWith(beginning)) return null;
  if (!isPlain([ANY, before], false)) return null;
  const numbered = `^${escapeRegex(MACHINE)}ControlSet\\d`;
  const [of, later] = [regexOf(numbered), regexOf(`${numbered}.*${escapeRegex(text)}`)];
  return of && later && { numbered: of, later };
}

function regexOf(source: string): Regex | null {
  const flags = { ignoreCase: true, multiLine: false, dotAll: true };
  const parsed = parseRegex(source, flags);
  return 'ast' in parsed ? { source, flags, ast: parsed.ast } : null;
}
