import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

let root: string | null = null;

/**
 * The path of a file below the repository that the command was started in, or below the working
 * directory where there is none, with `/`: the same from whichever folder of it a run is started.
 */
export function placeInRepository(path: string): string {
  root ??= repositoryOf(process.cwd());
  return path.startsWith('<') ? path : relative(root, resolve(path)).split(sep).join('/');
}

/** Its root, or the folder itself where there is none. */
export function repositoryOf(folder: string): string {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
  }
  return folder;
}
