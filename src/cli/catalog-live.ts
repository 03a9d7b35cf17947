import { statSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { dirname, join } from 'node:path';
import { siteOf } from '../catalog/site/site.js';
import type { Site } from '../catalog/site/site.js';
import type { SiteOptions } from '../catalog/site/layout.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { catalogFile, loadCatalogTools } from './catalog-file.js';
import type { CatalogFile, CatalogPath, CatalogTools } from './catalog-file.js';
import { catalogFrom, catalogPaths, readCatalog, siteOptions } from './catalog-source.js';
import type { CatalogFlags } from './catalog-source.js';
import type { Settings } from './settings.js';
import { UsageError } from './usage-error.js';

/** Editors write a file in several steps; milliseconds to wait for the last. */
const SETTLED = 25;

export interface Rebuilt {
  /** Files that changed, as the site shows them. */
  readonly paths: readonly string[];
  readonly milliseconds: number;
}

/**
 * A catalogue in memory that follows its files: what changed is read again, and nothing else; pages
 * are made when they are asked for.
 */
export class LiveCatalog {
  private readonly watchers: FSWatcher[] = [];
  private readonly touched = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private rebuilding = Promise.resolve();
  private made = new Map<string, string>();

  private constructor(
    private readonly names: readonly string[],
    private readonly others: readonly string[],
    private readonly tools: CatalogTools,
    private readonly options: SiteOptions,
    readonly diagnostics: readonly Diagnostic[],
    private paths: readonly CatalogPath[],
    /** By the path to open. */
    private readonly files: Map<string, CatalogFile>,
    private site: Site,
  ) {}

  static async read(
    names: readonly string[],
    flags: CatalogFlags,
    settings: Settings,
    jobs: number | null,
  ): Promise<LiveCatalog> {
    const others = flags.with ?? [];
    const [tools, options] = await Promise.all([
      loadCatalogTools(settings),
      siteOptions(flags, true),
    ]);
    const { paths, diagnostics } = await catalogPaths(names, others);
    const read = await readCatalog(paths, tools, jobs);
    const files = new Map(paths.map(({ path }, i) => [path, read[i]!]));
    const site = siteOf(await catalogFrom(read, null, options));
    return new LiveCatalog(names, others, tools, options, diagnostics, paths, files, site);
  }

  get size(): number {
    return [...this.files.values()].reduce((n, f) => n + f.rules.length, 0);
  }

  /** Null where there is none. */
  page(path: string): string | null {
    let text = this.made.get(path) ?? null;
    if (text === null) {
      text = this.site.get(path)?.() ?? null;
      if (text !== null) this.made.set(path, text);
    }
    return text;
  }

  watch(changed: (rebuilt: Rebuilt) => void): void {
    for (const name of [...this.names, ...this.others]) {
      const folder = folderOf(name);
      if (folder === null) continue;
      const watcher = watched(folder, (file) => {
        this.touched.add(file === null ? '' : join(folder, file));
        this.timer ??= setTimeout(() => {
          this.timer = null;
          this.rebuilding = this.rebuilding.then(() => this.rebuild(changed));
        }, SETTLED);
      });
      // A folder that is taken away while it is watched.
      watcher.on('error', () => watcher.close());
      this.watchers.push(watcher);
    }
  }

  close(): void {
    for (const watcher of this.watchers) watcher.close();
    if (this.timer) clearTimeout(this.timer);
  }

  private async rebuild(changed: (rebuilt: Rebuilt) => void): Promise<void> {
    const start = performance.now();
    const touched = [...this.touched];
    this.touched.clear();
    // What came or went shows only when all is listed again.
    const known = touched.every((path) => this.files.has(path) && exists(path));
    if (!known) this.paths = (await catalogPaths(this.names, this.others)).paths;
    const present = new Set(this.paths.map((p) => p.path));
    const shown: string[] = [];
    for (const [path, { shown: name }] of this.files) {
      if (!present.has(path)) {
        this.files.delete(path);
        shown.push(name);
      }
    }
    for (const path of this.paths) {
      if (this.files.has(path.path) && !touched.includes(path.path)) continue;
      this.files.set(path.path, catalogFile(path, this.tools));
      shown.push(path.shown);
    }
    if (shown.length === 0) return;
    const files = this.paths.map(({ path }) => this.files.get(path)!);
    this.site = siteOf(await catalogFrom(files, null, this.options));
    this.made = new Map();
    changed({ paths: shown, milliseconds: performance.now() - start });
  }
}

/** Throws a `UsageError` where the system has no watch left to give. */
function watched(folder: string, touched: (file: string | null) => void): FSWatcher {
  try {
    return watch(folder, { recursive: true }, (_, file) => touched(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`Changes in ${folder} cannot be followed (${code}).`);
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** What to watch for a file, folder or glob that the user named; null for standard input. */
function folderOf(name: string): string | null {
  if (name === '-') return null;
  const stat = statSync(name, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return name;
  if (stat) return dirname(name);
  const parts = name.split('/');
  const glob = parts.findIndex((p) => /[*?[\]{}]/.test(p));
  const base = parts.slice(0, Math.max(glob, 0)).join('/') || '.';
  return statSync(base, { throwIfNoEntry: false })?.isDirectory() ? base : null;
}
