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
 * those that share an id or a name. Most runs have none of it, which a look at the texts shows.
 */
export function linkFiles(paths: readonly string[]): readonly LinkedFile[] {
  if (paths.length === 1) return paths.map((path) => ({ path, together: [path] }));
  const first = new Map<string, string>();
  const files: LinkedFile[] = [];
  for (const path of paths) {
    const text = textOf(path);
    if (mayLink(text)) {
      const read = readFile(path);
      if (!('code' in read) && read.some(isLinking)) return filesTied(paths);
    }
    const together = new Set<string>();
    for (const [, key, value] of text.matchAll(ID_OR_NAME)) {
      const taken =
        `${key!.toLowerCase()} ${key!.length === 2 ? value!.toLowerCase() : value!}`.trimEnd();
      const before = first.get(taken);
      if (before === undefined) first.set(taken, path);
      else together.add(before);
    }
    files.push({ path, together: [...together.add(path)] });
  }
  return files;
}

/** Bytes as characters: what is looked for is ASCII. */
function textOf(path: string): string {
  const input = readInput(path);
  if (!(input instanceof Uint8Array)) return '';
  return Buffer.from(input.buffer, input.byteOffset, input.byteLength).toString('latin1');
}

const ID_OR_NAME = /^(id|name)[ \t]*:[ \t]*["']?([^\s"'#][^"'#\r\n]*)/gim;

/** The keys themselves, or a line that begins in a way in which they cannot be told at a glance. */
const LINKING_KEY = /^(?:["<]|'?(?:filter|correlation)'?[ \t]*:|(?:---[ \t]+|[ \t]*)[{[&!?])/im;
/** A document whose first line is indented, so that its keys are, too. */
const INDENTED = /(?:^|[\r\n]---[^\r\n]*[\r\n])(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[ \t]+[^\s#]/;

/** Never false for a text with a filter or a correlation; UTF-16 shows by its NULs. */
function mayLink(text: string): boolean {
  return LINKING_KEY.test(text) || INDENTED.test(text) || text.includes('\0');
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
      const [first] = name === null ? [] : namedBy(library, name);
      if (first) tied.add(first);
    }
  }
  return tied;
}
