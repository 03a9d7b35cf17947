import { basename, isAbsolute, join, normalize, sep } from 'node:path';
import { version } from '../../../package.json';
import { isSigma } from '../../catalog/corpus/read.js';
import { loadAttack } from '../../model/attack/load.js';
import { catalogOf } from '../../catalog/site/catalog.js';
import type { Catalog } from '../../catalog/site/catalog.js';
import type { Manifest } from '../../catalog/site/changes.js';
import type { SiteOptions } from '../../catalog/site/layout.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { inBatches } from '../batches.js';
import { ANY_RULES, catalogFile, catalogReader } from './file.js';
import type { CatalogFile, CatalogTools } from './file.js';
import { glanceAt } from '../input/glance.js';
import type { Glance } from '../input/glance.js';
import { findInputs } from '../input/inputs.js';
import type { Input } from '../input/inputs.js';
import { tie } from '../input/linked-files.js';
import type { LinkedFile } from '../input/linked-files.js';
import type { RuleFile, RuleReader } from '../input/rule-files.js';
import type { Flags } from '../settings.js';
import { Progress } from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

export interface CatalogFlags extends Flags {
  readonly with?: readonly string[];
  readonly filter?: readonly string[];
  readonly title?: string;
  readonly sourceUrl?: string;
  readonly date?: string;
  readonly jobs?: string;
}

export interface CatalogPaths {
  readonly paths: readonly RuleFile[];
  /** Of them, as they are shown, the rules themselves. */
  readonly own: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The files of a catalogue: rules, with them what else may hold rules, and files of which only filters
 * count.
 */
export async function catalogPaths(
  rules: readonly string[],
  others: readonly string[] = [],
  filters: readonly string[] = [],
): Promise<CatalogPaths> {
  const [own, more, filtering] = await Promise.all([
    findInputs(rules),
    findInputs(others, ANY_RULES),
    findInputs(filters),
  ]);
  const shown = new Map<string, RuleFile>();
  const opened = new Set<string>();
  const add = (inputs: readonly Input[], filtersOnly: boolean): string[] =>
    inputs.flatMap((input) => {
      const { path } = input;
      if (opened.has(path)) return [];
      opened.add(path);
      const name = shownPath(input);
      const taken = shown.has(name) ? path : name;
      shown.set(taken, { path, shown: taken, ...(filtersOnly ? { filtersOnly } : {}) });
      return [taken];
    });
  const ofRules = new Set(add(own.files, false));
  add(more.files, false);
  for (const filter of add(filtering.files, true)) ofRules.add(filter);
  return {
    paths: [...shown.values()],
    own: ofRules,
    diagnostics: [own, more, filtering].flatMap((found) => found.diagnostics),
  };
}

/**
 * As the user named it; of a path from elsewhere on the machine, from the folder that was named on,
 * since where that lies says nothing and differs between machines.
 */
function shownPath({ path, relative }: Input): string {
  if (path === '-') return relative;
  const plain = normalize(path).split(sep).join('/');
  if (!isAbsolute(path) && !plain.startsWith('../')) return plain;
  return `${basename(plain.slice(0, -relative.length))}/${relative}`;
}

/** Remembers what ties files together, so that a file that has not changed is not looked at again. */
export class CatalogTies {
  private readonly glances = new Map<string, Glance>();

  /** @param changed whether a file may have changed since the last time */
  link(
    files: readonly RuleFile[],
    read: RuleReader,
    changed: (path: string) => boolean = () => true,
  ): readonly LinkedFile[] {
    const present = new Set(files.map(({ path }) => path));
    for (const path of this.glances.keys()) if (!present.has(path)) this.glances.delete(path);
    for (const file of files) {
      if (this.glances.has(file.path) && !changed(file.path)) continue;
      const counts = (text: string): boolean => isSigma({ path: file.shown, text });
      this.glances.set(file.path, glanceAt(file, read, counts));
    }
    return tie(
      files,
      files.map(({ path }) => this.glances.get(path)!),
      read,
    );
  }
}

/** Reads every file, on several threads where there are many. */
export async function readCatalog(
  linked: readonly LinkedFile[],
  tools: CatalogTools,
  jobs: number | null,
): Promise<readonly CatalogFile[]> {
  const progress = new Progress(linked.length);
  const files: CatalogFile[] = [];
  const read = catalogReader();
  const results = inBatches<LinkedFile, CatalogFile>({
    count: linked.length,
    items: () => linked,
    here: (file) => catalogFile(file, tools, read),
    thread: { module: join(import.meta.dirname, 'catalog-worker.cjs'), data: tools.settings },
    // What standard input held is known here alone.
    jobs: linked.some(({ path }) => path === '-') ? 1 : jobs,
  });
  for await (const file of results) {
    files.push(file);
    progress.step(files.length);
  }
  progress.clear();
  return files;
}

export async function catalogFrom(
  files: Iterable<CatalogFile>,
  previous: Manifest | null,
  options: SiteOptions,
): Promise<Catalog> {
  const all = [...files];
  return catalogOf({
    rules: all.flatMap((f) => f.rules),
    filters: all.flatMap((f) => f.filters),
    others: all.flatMap((f) => f.other ?? []).sort((a, b) => (a.path < b.path ? -1 : 1)),
    attack: await loadAttack(),
    previous,
    options,
  });
}

/** Throws a `UsageError` for what cannot be meant. */
export async function siteOptions(flags: CatalogFlags, live: boolean): Promise<SiteOptions> {
  const { title = 'Detection rules', sourceUrl = null, date = null } = flags;
  if (sourceUrl !== null && !/^https?:\/\/[^\s/]+/i.test(sourceUrl)) {
    throw new UsageError(`--source-url must be an http or https URL, not '${sourceUrl}'.`);
  }
  if (date !== null && !isDay(date)) {
    throw new UsageError(`--date must be a day in the form YYYY-MM-DD, not '${date}'.`);
  }
  const attackVersion = /^[\d.]+/.exec((await loadAttack()).version)?.[0] ?? '';
  return { title, sourceUrl, date, generator: `sigmaql ${version}`, attackVersion, live };
}

/** Whether a calendar has it: `Date` would read the 31st of June as the 1st of July. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
