import type { SigmaDocument } from '../model/document.js';
import { isLinking, link, namedBy } from '../model/library.js';
import type { Library } from '../model/library.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { readInput } from './read-file.js';
import { readFile } from './read-rules.js';

/** A file, and the files that its documents must be linked with; plain data. */
export interface LinkedFile {
  readonly path: string;
  /** In the order of the run, the file itself included. */
  readonly together: readonly string[];
}

/** The documents of a file, linked; or why it cannot be read. */
export function readLinked({ path, together }: LinkedFile):
  | {
      readonly library: Library;
      /** Those of the file itself. */
      readonly documents: readonly SigmaDocument[];
    }
  | Diagnostic {
  const own = readFile(path);
  if ('code' in own) return own;
  const all: SigmaDocument[] = [];
  let start = 0;
  for (const each of together) {
    if (each === path) start = all.length;
    const read = each === path ? own : readFile(each);
    if (!('code' in read)) all.push(...read);
  }
  const library = link(all);
  return { library, documents: library.documents.slice(start, start + own.length) };
}

/**
 * Finds out which files of a run must be read together: all that a filter or a correlation ties, and
 * those that share an id or a name. Most runs have none of it, which a glance at the texts shows.
 */
export function linkFiles(paths: readonly string[]): readonly LinkedFile[] {
  if (paths.length === 1) return paths.map((path) => ({ path, together: [path] }));
  const first = new Map<string, string>();
  const sharing = new Map<string, string[]>();
  const files: LinkedFile[] = [];
  for (const path of paths) {
    const text = textOf(path);
    const together = new Set<string>();
    let mayLink = isUnusual(text);
    for (const [, key, value] of text.matchAll(KEYS)) {
      if (key === undefined) mayLink = true;
      else {
        const taken = key.length === 2 ? `id ${value!.toLowerCase()}` : `name ${value!}`;
        const before = first.get(taken.trimEnd());
        if (before === undefined) first.set(taken.trimEnd(), path);
        else {
          together.add(before);
          // The ids of both files' queries are made of more than the one that they share.
          if (key.length === 2) sharing.set(before, [...(sharing.get(before) ?? []), path]);
        }
      }
    }
    if (mayLink) {
      const read = readFile(path);
      if (!('code' in read) && read.some(isLinking)) return filesTied(paths);
    }
    files.push({ path, together: [...together.add(path)] });
  }
  if (sharing.size === 0) return files;
  return files.map(({ path, together }) => ({
    path,
    together: [...new Set([...together, ...(sharing.get(path) ?? [])])],
  }));
}

/** Bytes as characters, since what is looked for is ASCII; without a byte order mark. */
function textOf(path: string): string {
  const input = readInput(path);
  if (!(input instanceof Uint8Array)) return '';
  const text = Buffer.from(input.buffer, input.byteOffset, input.byteLength).toString('latin1');
  return text.startsWith('\xef\xbb\xbf') ? text.slice(3) : text;
}

/** Ids and names; keys that link documents; lines that begin so that their keys cannot be told. */
const KEYS =
  /^(?:(id|name)[ \t]*:[ \t]*["']?([^\s"'#][^"'#\r\n]*)|["<]|'?(?:filter|correlation)'?[ \t]*:|(?:---[ \t]+|[ \t]*)[{[&!?])/gim;
/** A document whose first line is indented, so that its keys are, too. */
const INDENTED = /(?:^[\r\n]|[\r\n]---[^\r\n]*[\r\n])(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[ \t]+[^\s#]/;
const FIRST_INDENTED = /^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[ \t]+[^\s#]/;

/** Whether keys may be where `KEYS` does not look for them; UTF-16 shows by its NULs. */
function isUnusual(text: string): boolean {
  if (text.includes('\0')) return true;
  return text.includes('---') ? INDENTED.test(`\n${text}`) : FIRST_INDENTED.test(text);
}

/** By all documents of the run, which are let go again. */
function filesTied(paths: readonly string[]): readonly LinkedFile[] {
  const owners: string[] = [];
  const documents = paths.flatMap((path) => {
    const read = readFile(path);
    if ('code' in read) return [];
    for (let i = 0; i < read.length; i++) owners.push(path);
    return read;
  });
  const library = link(documents);
  const pathOf = new Map(library.documents.map((document, at) => [document, owners[at]!]));
  const order = new Map(paths.map((path, at) => [path, at]));
  const byPath = new Map<string, SigmaDocument[]>(paths.map((path) => [path, []]));
  for (const [document, path] of pathOf) byPath.get(path)!.push(document);
  return [...byPath].map(([path, own]) => {
    const tied = [...tiedTo(own, library)].map((document) => pathOf.get(document)!);
    const together = [...new Set([...tied, path])];
    return { path, together: together.sort((a, b) => order.get(a)! - order.get(b)!) };
  });
}

/** All that it takes to link the documents of a file as in the whole library. */
function tiedTo(own: readonly SigmaDocument[], library: Library): ReadonlySet<SigmaDocument> {
  const tied = new Set(own);
  // Grows while it is gone through: a correlation may refer to correlations.
  for (const { content } of tied) {
    if (content?.kind !== 'correlation') continue;
    for (const { text } of content.rules) for (const d of namedBy(library, text)) tied.add(d);
  }
  for (const d of [...tied]) for (const filter of library.filters.get(d) ?? []) tied.add(filter);
  for (const { heading, content } of own) {
    const named = content?.kind === 'filter' && !('kind' in content.rules) ? content.rules : [];
    const names = [heading.id, heading.name, ...named.map((n) => n.text)];
    for (const name of names) {
      for (const d of name === null ? [] : namedBy(library, name)) tied.add(d);
    }
  }
  return tied;
}
