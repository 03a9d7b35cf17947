import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { visible } from '../../source/visible.js';
import { UsageError } from '../usage-error.js';
import { checkDestination } from './destination.js';
import type { Protected } from './destination.js';
import { disk } from './layer.js';
import type { FileLayer } from './layer.js';

/**
 * Writes a file whole or not at all: beside its place, then moved there. Throws `UsageError` for a
 * place that must not be written, and what the system throws where it cannot be.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  inputs: Protected,
  layer: FileLayer,
): Promise<void> {
  checkDestination(path, inputs);
  const name = `.sigmaql-${process.pid}-${randomBytes(4).toString('hex')}`;
  const beside = join(dirname(path), name);
  try {
    layer.create(beside, bytes);
    await layer.sync(beside);
    checkDestination(path, inputs);
    layer.rename(beside, path);
  } catch (error) {
    try {
      layer.remove(beside);
    } catch {
      // It was not made, or is moved already.
    }
    throw error;
  }
}

/**
 * Writes a file that the user named, and its folder. Throws `UsageError` where that cannot be.
 *
 * @param what the file is, in front of its name
 */
export async function writeNamed(
  what: string,
  path: string,
  text: string,
  inputs: Protected,
): Promise<void> {
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    await writeWhole(path, Buffer.from(text), inputs, disk);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`${what} ${visible(path)} cannot be written (${code}).`);
  }
}

/** What `writeWhole` leaves beside a file where it was stopped. */
export function isLeftBeside(name: string): boolean {
  return /^\.sigmaql-\d+-[0-9a-f]{8}$/.test(basename(name));
}
