import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { visible } from '../../source/visible.js';
import { UsageError } from '../usage-error.js';
import { checkDestination, checkFolders } from './destination.js';
import type { Protected } from './destination.js';
import { disk } from './layer.js';
import type { FileLayer } from './layer.js';
import { LOCK_NAME, lockFolder } from './lock.js';
import type { Unlock } from './lock.js';
import { MANIFEST_NAME, hashOfFile, printManifest, writtenBelow } from './manifest.js';
import type { ManifestEntry, OutputManifest } from './manifest.js';
import { isLeftBeside, writeWhole } from './whole-file.js';

/** What is to become of a file of an earlier run that this one did not write. */
export type Fate = 'keep' | 'stale' | 'remove';

export interface Committed {
  /** Files of this run. */
  readonly files: number;
  /** Of them, those that were not as they are now. */
  readonly changed: number;
  /** Bytes of all files. */
  readonly size: number;
  /** Files of earlier runs that were left although they are stale, below the folder. */
  readonly stale: readonly string[];
  /** Files of earlier runs that were changed since, and so were not removed. */
  readonly edited: readonly string[];
}

const STAGING = '.sigmaql-staging';

/**
 * A folder that a run writes into. What is put there is kept aside until `commit` moves it to its
 * place, file by file; whatever stops a run, each file is as it was or as it will be, and the next
 * run knows from the manifest which files are ours.
 */
export class OutputFolder {
  private readonly puts = new Map<string, ManifestEntry & { readonly staged: string | null }>();
  private readonly before: OutputManifest;
  private readonly staging: string;
  private readonly unlock: Unlock;
  private readonly made: string[];
  private size = 0;
  private staged = 0;
  private open = true;
  private readonly home: string;

  /** Throws `UsageError` for a folder that must not be written into. */
  constructor(
    folder: string,
    private readonly inputs: Protected,
    private readonly layer: FileLayer = disk,
  ) {
    // Resolved, since the system follows a link that a slash comes after.
    if (lstatSync(resolve(folder), { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new UsageError(`${visible(folder)} is a link. Use the folder that it points to.`);
    }
    this.made = makeFolders(resolve(folder), layer);
    this.home = realpathSync(folder);
    this.staging = join(this.home, STAGING);
    this.unlock = lockFolder(this.home, layer);
    this.clearLeft();
    this.before = writtenBelow(this.home);
    process.once('SIGINT', this.interrupted).once('SIGTERM', this.interrupted);
  }

  private readonly interrupted = (signal: NodeJS.Signals): void => {
    this.abandon();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };

  /** What earlier runs wrote. */
  get manifest(): OutputManifest {
    return this.before;
  }

  /** @param path below the folder, with `/` */
  put(path: string, bytes: Uint8Array, source: string | null, kind: string): void {
    this.size += bytes.length;
    const hash = createHash('sha256').update(bytes).digest('hex');
    let staged: string | null = null;
    if (!isSame(join(this.home, path), bytes)) {
      if (this.staged++ === 0) this.layer.makeFolder(this.staging);
      staged = join(this.staging, String(this.staged));
      this.layer.create(staged, bytes);
    }
    this.puts.set(path, { hash, source, kind, staged });
  }

  /** @param fateOf asked for each file of an earlier run that this one did not put */
  async commit(fateOf: (path: string, entry: ManifestEntry) => Fate): Promise<Committed> {
    const own = [...this.puts];
    for (const [path] of own) {
      checkFolders(this.home, path);
      checkDestination(join(this.home, path), this.inputs);
    }
    const entries = new Map<string, ManifestEntry>(
      own.map(([path, { hash, source, kind }]) => [path, { hash, source, kind }]),
    );
    const others = [...this.before.files].filter(([path]) => !this.puts.has(path));
    const fates = new Map(others.map(([path, entry]) => [path, fateOf(path, entry)]));
    const changed = own.filter(([, { staged }]) => staged !== null);
    const left = others.filter(([path]) => fates.get(path) !== 'remove');
    const after = new Map([...left, ...entries]);
    const isChanged =
      changed.length > 0 || left.length < others.length || !sameKeys(after, this.before.files);
    // First of all, whose the files are that come now.
    if (isChanged) await this.writeManifest(false, this.underway(entries));
    await this.syncReplaced(changed.map(([path, { staged }]) => [path, staged!]));
    for (const [path, { staged }] of changed) {
      makeFolders(dirname(join(this.home, path)), this.layer);
      checkFolders(this.home, path);
      this.layer.rename(staged!, join(this.home, path));
    }
    const edited: string[] = [];
    for (const [path, entry] of others) {
      if (fates.get(path) !== 'remove' || this.remove(path, entry)) continue;
      edited.push(path);
    }
    if (isChanged || !this.before.complete) await this.writeManifest(true, after);
    this.close();
    const stale = [...fates].filter(([, fate]) => fate === 'stale').map(([path]) => path);
    return { files: own.length, changed: changed.length, size: this.size, stale, edited };
  }

  /** Leaves everything as it was; what cannot be removed now, the next run removes. */
  abandon(): void {
    if (!this.open) return;
    try {
      this.close();
      for (const path of [...this.made].reverse()) this.layer.removeFolder(path);
    } catch {
      // The disk is full of what others wrote, or can only be read.
    }
  }

  private close(): void {
    if (!this.open) return;
    this.open = false;
    process.off('SIGINT', this.interrupted).off('SIGTERM', this.interrupted);
    this.clearStaging();
    this.unlock();
  }

  /** Of each file that is to be replaced, what it was is ours as well. */
  private underway(entries: OutputManifest['files']): OutputManifest['files'] {
    const files = new Map(this.before.files);
    for (const [path, entry] of entries) {
      const replaces = files.get(path)?.hash;
      const isNew = replaces === undefined || replaces === entry.hash;
      files.set(path, isNew ? entry : { ...entry, replaces });
    }
    return files;
  }

  private async writeManifest(complete: boolean, files: OutputManifest['files']): Promise<void> {
    const text = printManifest({ complete, files });
    await writeWhole(join(this.home, MANIFEST_NAME), Buffer.from(text), this.inputs, this.layer);
  }

  /** What replaces a file is on the disk before the old one goes. */
  private async syncReplaced(files: readonly (readonly [string, string])[]): Promise<void> {
    const replacing = files.filter(([path]) => existsSync(join(this.home, path)));
    for (let i = 0; i < replacing.length; i += 64) {
      const some = replacing.slice(i, i + 64);
      await Promise.all(some.map(async ([, staged]) => this.layer.sync(staged)));
    }
  }

  /** Whether a file of an earlier run is gone now; not one that was changed since. */
  private remove(path: string, { hash }: ManifestEntry): boolean {
    const full = join(this.home, path);
    checkFolders(this.home, path);
    const stat = lstatSync(full, { throwIfNoEntry: false });
    if (stat) {
      if (hashOfFile(full) !== hash) return false;
      this.layer.remove(full);
    }
    // Also the folders of one that was still to come when a run was stopped.
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      const above = join(this.home, folder);
      if (!existsSync(above)) continue;
      if (readdirSync(above).length > 0) break;
      this.layer.removeFolder(above);
    }
    return true;
  }

  /** What a run that was stopped has left. */
  private clearLeft(): void {
    this.clearStaging();
    for (const name of readdirSync(this.home)) {
      if (isLeftBeside(name) || (name.startsWith(`${LOCK_NAME}-`) && name !== LOCK_NAME)) {
        this.layer.remove(join(this.home, name));
      }
    }
  }

  private clearStaging(): void {
    const stat = lstatSync(this.staging, { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory())
      throw new UsageError(`${visible(this.staging)} was not written by sigmaql. Remove it.`);
    for (const name of readdirSync(this.staging)) this.layer.remove(join(this.staging, name));
    this.layer.removeFolder(this.staging);
  }
}

function sameKeys(a: ReadonlyMap<string, ManifestEntry>, b: OutputManifest['files']): boolean {
  return (
    a.size === b.size &&
    [...a].every(([path, { hash, source, kind }]) => {
      const other = b.get(path);
      return other?.hash === hash && other.source === source && other.kind === kind;
    })
  );
}

/** The folders that were made, from the outermost. */
function makeFolders(path: string, layer: FileLayer): string[] {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) {
    try {
      layer.makeFolder(folder);
    } catch (error) {
      // Another run may have made it just now.
      if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
    }
  }
  return missing;
}

function isSame(path: string, bytes: Uint8Array): boolean {
  try {
    const stat = lstatSync(path);
    return stat.isFile() && stat.size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
