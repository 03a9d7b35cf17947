import { statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { globsOf, isGlob } from '../input/glob.js';

/** Paths that are being followed. */
export interface Following {
  /**
   * Tells of each path that changes, absolute, from now on and of those that did before. A folder
   * with a separator at its end means all that is in it.
   *
   * @param failed told why something cannot be followed
   */
  start(changed: (path: string) => void, failed: (reason: string) => void): void;
  close(): Promise<void>;
}

/** How often to look whether a folder was taken away and made again, in milliseconds. */
const LOOK = 500;

/**
 * Follows the files, folders and globs that the user named: by name and not by inode, so that a file
 * that is moved over another, or a folder that is removed and made again, is followed like any other.
 */
export async function followPaths(names: readonly string[]): Promise<Following> {
  const { watch } = await import('chokidar');
  const touched = new Set<string>();
  const failures = new Set<string>();
  let tell = (path: string): unknown => touched.add(path);
  let fail = (reason: string): unknown => failures.add(reason);

  const follow = async (root: Root): Promise<void> => {
    const before = root.watcher;
    root.identity = identityOf(root.folder);
    const watcher = watch(root.folder, {
      ignoreInitial: true,
      followSymlinks: false,
      ...(root.depth === null ? {} : { depth: root.depth }),
      ignored: (path) => path !== root.folder && isIgnored(path),
    });
    root.watcher = watcher;
    watcher.on('all', (_, path) => tell(resolve(path)));
    watcher.on('error', (error) => fail(`Changes in ${root.folder} cannot be followed (${error})`));
    await new Promise<void>((ready) => watcher.once('ready', ready));
    await before?.close();
  };

  const roots = rootsOf(names);
  await Promise.all(roots.map(follow));
  const looking = setInterval(() => {
    for (const root of roots) {
      if (identityOf(root.folder) === root.identity) continue;
      // What changed meanwhile was not seen.
      void follow(root).then(() => tell(root.folder + sep));
    }
  }, LOOK);
  looking.unref();

  return {
    start(changed, failed) {
      tell = changed;
      fail = failed;
      touched.forEach(changed);
      failures.forEach(failed);
    },
    async close() {
      clearInterval(looking);
      await Promise.all(roots.map((r) => r.watcher?.close()));
    },
  };
}

interface Root {
  readonly folder: string;
  /** How many folders deep; null for all. */
  readonly depth: number | null;
  identity: string | null;
  watcher: FSWatcher | null;
}

/** What to watch for each file, folder or glob; nothing for standard input. */
function rootsOf(names: readonly string[]): Root[] {
  const roots = new Map<string, Root>();
  const add = (folder: string, depth: number | null): void => {
    const path = resolve(folder);
    const known = roots.get(path);
    if (known && (known.depth === null || (depth !== null && depth <= known.depth))) return;
    roots.set(path, { folder: path, depth, identity: null, watcher: null });
  };
  for (const name of names) {
    if (name === '-') continue;
    const stat = statSync(name, { throwIfNoEntry: false });
    if (stat) add(stat.isDirectory() ? name : dirname(name), stat.isDirectory() ? null : 0);
    else if (isGlob(name)) {
      for (const { base, depth } of globsOf(name)) add(base, depth === Infinity ? null : depth);
    }
  }
  return [...roots.values()];
}

/** As where rules are looked for. */
function isIgnored(path: string): boolean {
  const name = basename(path);
  return name.startsWith('.') || name === 'node_modules';
}

/** The same for as long as it is the same folder; null where there is none. */
function identityOf(folder: string): string | null {
  const stat = statSync(folder, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}:${stat.birthtimeNs}` : null;
}
