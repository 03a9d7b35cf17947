import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isJsonObject } from '../../source/json.js';

/** In the folder of the files that it lists. */
export const MANIFEST_NAME = '.sigmaql-output.json';

/** A file that the command wrote. */
export interface ManifestEntry {
  /** SHA-256 of its bytes. */
  readonly hash: string;
  /** What it was made from: a path relative to the folder, with `/`; null for no single file. */
  readonly source: string | null;
  /** The target, or what else tells apart what one source gives. */
  readonly kind: string;
  /** SHA-256 of what the file replaces, which may still be in its place if the run was stopped. */
  readonly replaces?: string;
}

/** What runs wrote into a folder, by path below it, with `/`. */
export interface OutputManifest {
  /** The run that wrote it came to its end. */
  readonly complete: boolean;
  readonly files: ReadonlyMap<string, ManifestEntry>;
}

export function printManifest({ complete, files }: OutputManifest): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  // A file a line, so that two manifests can be compared line by line.
  const lines = sorted.map(([path, entry]) => `\n${JSON.stringify(path)}:${JSON.stringify(entry)}`);
  return `{"version":1,"complete":${complete},"files":{${lines.join(',')}\n}}\n`;
}

/** Null for anything but a manifest; of its entries, those that could be ours. */
export function readOutputManifest(text: string): OutputManifest | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isJsonObject(read) || read['version'] !== 1 || !isJsonObject(read['files'])) return null;
  const files = new Map<string, ManifestEntry>();
  for (const [path, entry] of Object.entries(read['files'])) {
    if (!isBelow(path) || !isJsonObject(entry)) continue;
    const { hash, source, kind, replaces } = entry;
    if (typeof hash !== 'string' || typeof kind !== 'string') continue;
    if (source !== null && typeof source !== 'string') continue;
    files.set(path, { hash, source, kind, ...(typeof replaces === 'string' && { replaces }) });
  }
  return { complete: read['complete'] === true, files };
}

/** Whether runs wrote a file into a folder of theirs, or it is the manifest of one. */
export function isOutput(path: string): boolean {
  const file = resolve(path);
  if (basename(file) === MANIFEST_NAME) return true;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const below = relative(folder, file).split(sep).join('/');
    if (writtenBelow(folder).files.has(below)) return true;
    if (folder === dirname(folder)) return false;
  }
}

/**
 * What runs wrote into a folder. Where one was stopped, an entry says which of its two files is in
 * the place: the new one or what it replaces.
 */
export function writtenBelow(folder: string): OutputManifest {
  const path = join(folder, MANIFEST_NAME);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  const read = stat?.isFile() ? readOutputManifest(readFileSync(path, 'utf8')) : null;
  if (read === null) return { complete: true, files: new Map() };
  const files = new Map<string, ManifestEntry>();
  for (const [file, { replaces, ...entry }] of read.files) {
    const isOld = replaces !== undefined && hashOfFile(join(folder, file)) === replaces;
    files.set(file, isOld ? { ...entry, hash: replaces } : entry);
  }
  return { complete: read.complete, files };
}

/** SHA-256; null for anything but a regular file that can be read. */
export function hashOfFile(path: string): string | null {
  try {
    if (!lstatSync(path).isFile()) return null;
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return null;
  }
}

/** Whoever wrote the manifest, it names nothing outside its folder. */
export function isBelow(path: string): boolean {
  return (
    !path.includes('\\') &&
    !path.includes('\0') &&
    path
      .split('/')
      .every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes(':'))
  );
}
