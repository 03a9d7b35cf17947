import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { visible } from '../../source/visible.js';
import { UsageError } from '../usage-error.js';
import type { FileLayer } from './layer.js';

export const LOCK_NAME = '.sigmaql-lock';

/** Keeps other runs out of a folder until it is called. */
export type Unlock = () => void;

/** Throws `UsageError` while another run has the folder; a run that has ended holds nothing. */
export function lockFolder(folder: string, layer: FileLayer): Unlock {
  const path = join(folder, LOCK_NAME);
  const own = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let turn = 0; turn < 5; turn++) {
    try {
      take(path, own, layer);
      return () => {
        if (textOf(path) === own) layer.remove(path);
      };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const held = textOf(path);
    if (held === null) continue;
    if (!isLeft(held)) break;
    // Of two runs that find it left, one moves it away.
    const away = `${path}-${process.pid}`;
    try {
      layer.rename(path, away);
      if (textOf(away) === held) layer.remove(away);
      else layer.rename(away, path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  throw new UsageError(
    `Another run is writing into ${visible(folder)}. Wait until it ends; if there is none, remove ${visible(path)}.`,
  );
}

/** Makes the lock with its text at once, so that nobody sees it half written. */
function take(path: string, own: string, layer: FileLayer): void {
  const beside = `${path}-${process.pid}-${randomBytes(4).toString('hex')}`;
  layer.create(beside, Buffer.from(own));
  try {
    layer.link(beside, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // A file system without links.
    layer.create(path, Buffer.from(own));
  } finally {
    layer.remove(beside);
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Whether the run that wrote it has ended. */
function isLeft(text: string): boolean {
  try {
    const { pid, host } = JSON.parse(text) as { pid?: unknown; host?: unknown };
    if (host !== hostname() || typeof pid !== 'number') return false;
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof SyntaxError || codeOf(error) === 'ESRCH';
  }
}
