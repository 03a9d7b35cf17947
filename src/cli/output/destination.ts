import { accessSync, constants, existsSync, lstatSync, statSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { visible } from '../../source/visible.js';
import { UsageError } from '../usage-error.js';

/** Files that must not be written over, by what the system knows them as. */
export type Protected = ReadonlySet<string>;

export function protectedFiles(paths: Iterable<string>): Protected {
  const found = new Set<string>();
  for (const path of paths) {
    try {
      const { dev, ino } = statSync(path, { bigint: true });
      found.add(`${dev}:${ino}`);
    } catch {
      // Nothing is there, or nothing that could be written over.
    }
  }
  return found;
}

/** Throws `UsageError` for a file that must not be written, and for one that would be written twice. */
export function checkOutputs(paths: readonly string[], inputs: Protected): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const place = resolve(path);
    if (seen.has(place)) {
      throw new UsageError(`${visible(path)} is named for two outputs. Choose another for one.`);
    }
    seen.add(place);
    checkDestination(path, inputs);
    checkWritable(path);
  }
}

/** Throws `UsageError` where a file can be made neither in its folder nor below the nearest that is there. */
function checkWritable(path: string): void {
  let folder = dirname(resolve(path));
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): UsageError {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return new UsageError(`${visible(path)} cannot be written (${code}).`);
}

/** Throws `UsageError` unless a path is free, or a regular file that may be replaced. */
export function checkDestination(path: string, inputs: Protected): void {
  const stat = statAt(path);
  if (!stat) return;
  if (stat.isSymbolicLink()) {
    throw new UsageError(`${visible(path)} is a link. Remove it, or choose another output.`);
  }
  if (!stat.isFile()) {
    throw new UsageError(
      `${visible(path)} is not a regular file. Choose another output, or redirect standard output.`,
    );
  }
  if (inputs.has(`${stat.dev}:${stat.ino}`)) {
    throw new UsageError(`${visible(path)} is also an input. Choose another output.`);
  }
}

function statAt(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Throws `UsageError` if a part of a path below a folder is a link, or anything but a folder. */
export function checkFolders(folder: string, below: string): void {
  const parts = dirname(below).split('/');
  let path = folder;
  for (const part of parts) {
    if (part === '.') return;
    path = join(path, part);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isSymbolicLink()) {
      throw new UsageError(`${visible(path)} is a link to another folder. Remove it.`);
    }
    if (!stat.isDirectory()) throw new UsageError(`${visible(path)} is not a folder. Remove it.`);
  }
}
