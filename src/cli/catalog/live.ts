import { realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { reasonOf } from '../../convert/guard.js';
import { siteOf } from '../../catalog/site/site.js';
import type { Site } from '../../catalog/site/site.js';
import type { SiteOptions } from '../../catalog/site/layout.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { catalogFile, catalogReader, loadCatalogTools } from './file.js';
import type { CatalogFile, CatalogTools } from './file.js';
import { catalogFrom, catalogPaths, CatalogTies, readCatalog, siteOptions } from './source.js';
import type { CatalogFlags } from './source.js';
import type { Settings } from '../settings.js';
import type { LinkedFile } from '../input/linked-files.js';
import { findFilters } from '../input/rule-files.js';
import type { RuleFile } from '../input/rule-files.js';
import { followPaths } from './follow.js';
import type { Following } from './follow.js';

/**
 * Milliseconds from a change of a file until it is read. Editors write in several steps, and chokidar
 * tells of a file no more than once in 50.
 */
const SETTLED = 75;

export interface Rebuilt {
  /** Files that changed, as the site shows them. */
  readonly paths: readonly string[];
  readonly milliseconds: number;
}

/**
 * A catalogue in memory that follows its files: what changed is read again, and nothing else; pages
 * are made on request.
 */
export class LiveCatalog {
  /** When each path was touched last. */
  private readonly touched = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private closed = false;
  private rebuilding = Promise.resolve();
  private made = new Map<string, string>();

  private constructor(
    private readonly names: readonly string[],
    private readonly others: readonly string[],
    private readonly filters: readonly string[],
    private readonly tools: CatalogTools,
    private readonly options: SiteOptions,
    readonly diagnostics: readonly Diagnostic[],
    private readonly ties: CatalogTies,
    private paths: readonly RuleFile[],
    private linked: readonly LinkedFile[],
    /** By the path to open. */
    private readonly files: Map<string, CatalogFile>,
    private site: Site,
    private readonly following: Following,
  ) {}

  static async read(
    names: readonly string[],
    flags: CatalogFlags,
    settings: Settings,
    jobs: number | null,
  ): Promise<LiveCatalog> {
    const { with: others = [], filter: filters = [] } = flags;
    const [tools, options] = await Promise.all([
      loadCatalogTools(settings),
      siteOptions(flags, true),
    ]);
    await findFilters(filters);
    // What changes while they are read is read again.
    const following = await followPaths([...names, ...others, ...filters]);
    const { paths, diagnostics } = await catalogPaths(names, others, filters);
    const ties = new CatalogTies();
    const linked = ties.link(paths, catalogReader());
    const read = await readCatalog(linked, tools, jobs);
    const files = new Map(paths.map(({ path }, i) => [path, read[i]!]));
    const site = siteOf(await catalogFrom(read, null, options));
    return new LiveCatalog(
      names,
      others,
      filters,
      tools,
      options,
      diagnostics,
      ties,
      paths,
      linked,
      files,
      site,
      following,
    );
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

  /** @param failed told what keeps changes from being followed, or a page from being made */
  watch(changed: (rebuilt: Rebuilt) => void, failed: (reason: string) => void): void {
    this.following.start((path) => {
      this.touched.set(path, performance.now());
      this.schedule(changed, failed);
    }, failed);
  }

  private schedule(changed: (rebuilt: Rebuilt) => void, failed: (reason: string) => void): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.rebuilding = this.rebuilding
        .then(() => this.rebuild(changed))
        .catch((error: unknown) => failed(reasonOf(error)))
        .then(() => {
          if (this.touched.size > 0 && !this.closed) this.schedule(changed, failed);
        });
    }, SETTLED);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.following.close();
  }

  private async rebuild(changed: (rebuilt: Rebuilt) => void): Promise<void> {
    const start = performance.now();
    const settled = [...this.touched].filter(([, time]) => start - time >= SETTLED - 1);
    const touched = settled.map(([path]) => path);
    for (const path of touched) this.touched.delete(path);
    if (touched.length === 0) return;
    // What came or went shows only when all is listed again.
    const open = new Set(this.paths.map(({ path }) => resolve(path)));
    const known = touched.every((path) => open.has(path) && exists(path));
    const { names, others, filters } = this;
    if (!known) this.paths = (await catalogPaths(names, others, filters)).paths;
    const isTouched = touchedOf(touched, known);
    const present = new Set(this.paths.map((p) => p.path));
    const shown: string[] = [];
    for (const [path, { shown: name }] of this.files) {
      if (!present.has(path)) {
        this.files.delete(path);
        shown.push(name);
      }
    }
    const before = new Map(this.linked.map((file) => [file.path, tiesOf(file)]));
    const read = catalogReader();
    this.linked = this.ties.link(this.paths, read, isTouched);
    for (const file of this.linked) {
      const together = [...file.before, file, ...file.after];
      const isSame = before.get(file.path) === tiesOf(file);
      if (this.files.has(file.path) && isSame && !together.some((f) => isTouched(f.path))) continue;
      this.files.set(file.path, catalogFile(file, this.tools, read));
      shown.push(file.shown);
    }
    if (shown.length === 0) return;
    const files = this.linked.map(({ path }) => this.files.get(path)!);
    this.site = siteOf(await catalogFrom(files, null, this.options));
    this.made = new Map();
    changed({ paths: shown, milliseconds: performance.now() - start });
  }
}

/** Which files a file is read with. */
function tiesOf({ before, after }: LinkedFile): string {
  return [...before, ...after].map(({ path }) => path).join('\0');
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A file may have been listed by a link, under another name than the one that was touched. */
function touchedOf(touched: readonly string[], known: boolean): (path: string) => boolean {
  const paths = new Set(touched);
  if (known) return (path) => paths.has(resolve(path));
  for (const path of touched) paths.add(realOf(path));
  const folders = touched.filter((path) => path.endsWith(sep));
  return (path) => {
    const full = resolve(path);
    return paths.has(full) || paths.has(realOf(path)) || folders.some((f) => full.startsWith(f));
  };
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
