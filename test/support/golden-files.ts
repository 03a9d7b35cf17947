import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { GoldenFile } from '../../src/testing.js';

/** Golden files are recorded, and not compared. */
export const updating = Boolean(process.env['UPDATE_GOLDEN']);

/** All files under a folder, by their paths relative to it. */
export function filesUnder(folder: string): GoldenFile[] {
  return pathsUnder(folder, '').map((path) => ({
    path,
    text: readFileSync(join(folder, path), 'utf8'),
  }));
}

function pathsUnder(folder: string, within: string): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true })
    .flatMap((e) => {
      const path = posix.join(within, e.name);
      return e.isDirectory() ? pathsUnder(folder, path) : [path];
    })
    .sort();
}

export function record(folder: string, files: readonly GoldenFile[]): void {
  if (process.env['CI']) throw new Error('Golden files are not recorded in CI.');
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
