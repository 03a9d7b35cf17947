import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { readManifest } from '../catalog/site/changes.js';
import type { Manifest } from '../catalog/site/changes.js';
import { MANIFEST } from '../catalog/site/site.js';
import type { Site } from '../catalog/site/site.js';
import { UsageError } from './usage-error.js';

export interface Written {
  readonly files: number;
  /** Of them, those that were not as they are now. */
  readonly changed: number;
  /** Bytes of all files. */
  readonly size: number;
}

/**
 * The manifest of the site that was built into a folder before; null if there is none. Throws a
 * `UsageError` for a folder with pages that are not ours.
 */
export function manifestIn(folder: string): Manifest | null {
  const path = join(folder, MANIFEST);
  if (existsSync(path)) return manifestAt(path);
  if (existsSync(join(folder, 'index.html'))) {
    throw new UsageError(
      `${folder} holds an index.html, but no ${MANIFEST} of a catalogue. Choose another folder.`,
    );
  }
  return null;
}

/** Throws a `UsageError` for a file that is no manifest. */
export function manifestAt(path: string): Manifest {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
  const manifest = readManifest(text);
  if (manifest) return manifest;
  throw new UsageError(`${path} is no manifest of a catalogue, or of another version. Remove it.`);
}

/**
 * Writes a site into a folder: what has changed, and away with what is no more. The manifest is
 * last, so that a build that was cut short is made good by the next. Links that lead out of the
 * folder are not followed.
 */
export function writeSite(site: Site, folder: string, before: Manifest | null): Written {
  mkdirSync(folder, { recursive: true });
  const home = realpathSync(folder);
  const folders = new Set<string>();
  let changed = 0;
  let size = 0;
  for (const [path, text] of site) {
    enter(home, path, folders);
    const bytes = Buffer.from(text());
    size += bytes.length;
    if (before && isSame(join(home, path), bytes)) continue;
    write(join(home, path), bytes);
    changed++;
  }
  for (const path of before?.files ?? []) {
    if (!site.has(path) && isOwnPath(path)) remove(home, path);
  }
  return { files: site.size, changed, size };
}

function enter(home: string, path: string, known: Set<string>): void {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (folder === '' || known.has(folder)) return;
  known.add(folder);
  const full = join(home, folder);
  mkdirSync(full, { recursive: true });
  if (realpathSync(full) !== full.replace(/[\\/]$/, '')) {
    throw new UsageError(`${full} is a link that leads elsewhere. Remove it.`);
  }
}

function isSame(path: string, bytes: Buffer): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function write(path: string, bytes: Buffer): void {
  const { O_WRONLY, O_CREAT, O_TRUNC } = constants;
  // Windows has no such flag, and links there are seldom and not for everyone to make.
  const noFollow = (constants as { O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0;
  let file: number;
  try {
    file = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | noFollow, 0o666);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'ELOOP' ? `${path} is a link. Remove it.` : `${path} cannot be written (${code}).`,
    );
  }
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
}

/** A manifest may have been written by anyone. */
function isOwnPath(path: string): boolean {
  return /^(?:[a-z]+\/)?[\w-][\w.-]*\.(?:html|css|js|json|svg)$/.test(path);
}

function remove(home: string, path: string): void {
  const folder = join(home, path, '..');
  if (!existsSync(folder)) return;
  const real = realpathSync(folder);
  if (real === home || real.startsWith(home + sep)) rmSync(join(home, path), { force: true });
}
