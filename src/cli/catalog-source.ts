import { basename, isAbsolute, normalize, sep } from 'node:path';
import { version } from '../../package.json';
import { loadAttack } from '../model/attack/load.js';
import { catalogOf } from '../catalog/site/catalog.js';
import type { Catalog } from '../catalog/site/catalog.js';
import type { Manifest } from '../catalog/site/changes.js';
import type { SiteOptions } from '../catalog/site/layout.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { inBatches } from './batches.js';
import { ANY_RULES, catalogFile } from './catalog-file.js';
import type { CatalogFile, CatalogPath, CatalogTools } from './catalog-file.js';
import { findInputs } from './inputs.js';
import type { Input } from './inputs.js';
import type { Flags } from './settings.js';
import { Progress } from './terminal.js';
import { UsageError } from './usage-error.js';

export interface CatalogFlags extends Flags {
  readonly with?: readonly string[];
  readonly title?: string;
  readonly sourceUrl?: string;
  readonly date?: string;
  readonly jobs?: string;
}

export interface CatalogPaths {
  readonly paths: readonly CatalogPath[];
  /** Of them, as they are shown, the rules themselves. */
  readonly own: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The files of a catalogue: rules, and with them what else may hold rules. */
export async function catalogPaths(
  rules: readonly string[],
  others: readonly string[],
): Promise<CatalogPaths> {
  const [own, more] = await Promise.all([findInputs(rules), findInputs(others, ANY_RULES)]);
  const shown = new Map<string, CatalogPath>();
  const opened = new Set<string>();
  const ofRules = new Set<string>();
  for (const [i, input] of [...own.files, ...more.files].entries()) {
    const { path } = input;
    if (opened.has(path)) continue;
    opened.add(path);
    const name = shownPath(input);
    const taken = shown.has(name) ? path : name;
    shown.set(taken, { path, shown: taken });
    if (i < own.files.length) ofRules.add(taken);
  }
  return {
    paths: [...shown.values()],
    own: ofRules,
    diagnostics: [...own.diagnostics, ...more.diagnostics],
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

/** Reads every file, on several threads where there are many. */
export async function readCatalog(
  paths: readonly CatalogPath[],
  tools: CatalogTools,
  jobs: number | null,
): Promise<readonly CatalogFile[]> {
  const progress = new Progress(paths.length);
  const files: CatalogFile[] = [];
  const results = inBatches<CatalogPath, CatalogFile>({
    items: paths,
    here: (path) => catalogFile(path, tools),
    thread: { module: new URL('./catalog-worker.js', import.meta.url), data: tools.settings },
    jobs,
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
  if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new UsageError(`--date must be in the form YYYY-MM-DD, not '${date}'.`);
  }
  const attackVersion = /^[\d.]+/.exec((await loadAttack()).version)?.[0] ?? '';
  return { title, sourceUrl, date, generator: `sigmaql ${version}`, attackVersion, live };
}
