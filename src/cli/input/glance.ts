import { asksForQueries } from '../../model/document.js';
import type { SigmaDocument } from '../../model/document.js';
import { isLinking } from '../../model/linking/library.js';
import { readInput } from './read-file.js';
import type { RuleFile, RuleReader } from './rule-files.js';

/** What may tie a file to others. */
export interface Glance {
  /** What its documents are called: `id …` in lower case, `name …`. */
  readonly keys: readonly string[];
  /** Those that refer to others. */
  readonly links: readonly SigmaDocument[];
}

const NOTHING: Glance = { keys: [], links: [] };

/**
 * Looks at a file, which is only read where it may refer to others.
 *
 * @param counts whether a file with this text has rules at all
 */
export function glanceAt(
  file: RuleFile,
  read: RuleReader,
  counts: (text: string) => boolean = () => true,
): Glance {
  const text = textOf(file);
  const isOdd = isUnusual(text);
  if (!isOdd && !counts(text)) return NOTHING;
  const keys: string[] = [];
  let mustRead = isOdd || file.filtersOnly;
  for (const [, key, value] of text.matchAll(KEYS)) {
    const [, , name] = (key !== undefined && PLAIN.exec(value!)) || [];
    if (name === undefined) mustRead = true;
    else keys.push(key!.length === 2 ? idKey(name) : `name ${name}`);
  }
  if (!mustRead) return { keys, links: [] };
  const documents = read(file);
  if ('code' in documents) return NOTHING;
  return { keys: documents.flatMap(keysOf), links: documents.filter(isLinking) };
}

function keysOf(document: SigmaDocument): readonly string[] {
  if (!asksForQueries(document) && document.kind !== 'filter') return [];
  const { id, name } = document.heading;
  return [...(id === null ? [] : [idKey(id)]), ...(name === null ? [] : [`name ${name}`])];
}

function idKey(id: string): string {
  return `id ${id.toLowerCase()}`;
}

/** Bytes as characters, since what is looked for is ASCII; without a byte order mark. */
export function textOf({ path, bytes }: RuleFile): string {
  const input = bytes ?? readInput(path);
  if (!(input instanceof Uint8Array)) return '';
  const text = Buffer.from(input.buffer, input.byteOffset, input.byteLength).toString('latin1');
  return text.startsWith('\xef\xbb\xbf') ? text.slice(3) : text;
}

/** Ids and names; keys that link documents; lines that begin so that their keys cannot be told. */
const KEYS =
  /^(?:(id|name)[ \t]*:([^\r\n]*)|["'<]|(?:filter|correlation)[ \t]*:|(?:---[ \t]+|[ \t]*)[{[&!?])/gim;
/** An id or a name that is what it looks like. */
const PLAIN = /^[ \t]+(["']?)([\w.-]+(?: [\w.-]+)*)\1[ \t]*(?:#.*)?$/;
/** A document whose first line is indented, so that its keys are, too. */
const INDENTED = /(?:^[\r\n]|[\r\n]---[^\r\n]*[\r\n])(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[ \t]+[^\s#]/;
const FIRST_INDENTED = /^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[ \t]+[^\s#]/;

/** Whether keys may be where `KEYS` does not look for them; UTF-16 shows by its NULs. */
function isUnusual(text: string): boolean {
  if (text.includes('\0')) return true;
  return text.includes('---') ? INDENTED.test(`\n${text}`) : FIRST_INDENTED.test(text);
}
