import { join, resolve } from 'node:path';
import { siteOf } from '../../catalog/site/site.js';
import type { Catalog } from '../../catalog/site/catalog.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import { visible } from '../../source/visible.js';
import { readJobs } from '../batches.js';
import { catalogReader, loadCatalogTools } from './file.js';
import { manifestAt, SiteFolder } from './output.js';
import { catalogFrom, catalogPaths, CatalogTies, readCatalog, siteOptions } from './source.js';
import type { CatalogFlags } from './source.js';
import { codes } from '../codes.js';
import { lacksNamed } from '../input/inputs.js';
import { tuneForOneRun } from '../one-shot.js';
import type { Committed } from '../output/output-folder.js';
import { writeReason } from '../output/output-tree.js';
import { findFilters } from '../input/rule-files.js';
import type { RuleFile } from '../input/rule-files.js';
import { runInputs } from '../run-inputs.js';
import { readSettings } from '../settings.js';
import { counted, Diagnostics, tell, thousands, wantsColour } from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

export interface BuildFlags extends CatalogFlags {
  readonly output: string;
  /** The manifest of another build to compare with. */
  readonly since?: string;
  readonly verbose?: boolean;
}

/** `sigmaql catalog build`; returns the exit status. */
export async function catalogBuildCommand(
  rules: readonly string[],
  flags: BuildFlags,
): Promise<number> {
  const jobs = readJobs(flags.jobs);
  const settings = await readSettings(flags, true);
  const options = await siteOptions(flags, false);
  await findFilters(flags.filter ?? []);
  const found = await catalogPaths(rules, flags.with, flags.filter);
  const { paths, own } = found;
  const said = new Diagnostics(flags.verbose ?? false, wantsColour(process.stderr));
  said.addAll(found.diagnostics);
  if (lacksNamed([...rules, ...(flags.with ?? [])], found)) {
    tell(`${visible(flags.output)} was left as it is.\n`);
    return 1;
  }
  const inputs = runInputs(
    paths.map((p) => p.path),
    flags,
    settings,
  );
  const folder = new SiteFolder(flags.output, inputs);
  let catalog: Catalog;
  let written: Committed | null = null;
  try {
    const previous =
      flags.since === undefined
        ? folder.before
        : manifestAt(flags.since, 'Name another with --since.');
    tuneForOneRun(paths.length);
    const linked = new CatalogTies().link(paths, catalogReader());
    const files = await readCatalog(linked, await loadCatalogTools(settings), jobs);
    catalog = await catalogFrom(files, previous, options);
    sayUnread(catalog, paths, said);
    written = await writeSite(folder, catalog, flags.output, said);
  } finally {
    folder.close();
  }
  said.finish();
  if (!written) return 1;
  tell(`${summary(catalog, written)}\n`);
  process.stdout.write(`${resolve(flags.output, 'index.html')}\n`);
  // What comes along in other languages is often only read in part.
  const broken = catalog.filters.filter(({ problem }) => problem !== null);
  const unread = [...catalog.index.unread, ...catalog.others, ...broken].some(({ path }) =>
    own.has(path),
  );
  return unread || said.failed ? 1 : 0;
}

/** Null, with the reason told, where it cannot be written. */
async function writeSite(
  folder: SiteFolder,
  catalog: Catalog,
  path: string,
  said: Diagnostics,
): Promise<Committed | null> {
  try {
    const written = await folder.write(siteOf(catalog));
    for (const edited of written.edited) {
      said.addPlain(fileDiagnostic(codes['output-edited'](), join(path, edited)));
    }
    return written;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    said.addPlain(fileDiagnostic(codes['output-failed']({ reason: writeReason(error) }), path));
    return null;
  }
}

/**
 * They are on the site too; reporting them here saves looking for them there. Here they have the paths that
 * open them.
 */
function sayUnread(
  { index, filters, others }: Catalog,
  paths: readonly RuleFile[],
  said: Diagnostics,
): void {
  const opened = new Map(paths.map(({ shown, path }) => [shown, path]));
  const placeOf = (shown: string): string => opened.get(shown) ?? shown;
  const broken = filters.filter(({ problem }) => problem !== null);
  for (const { path, problem } of [...index.unread, ...broken]) {
    said.addPlain(fileDiagnostic(codes['rule-not-read']({ problem: problem! }), placeOf(path)));
  }
  for (const { path, reason } of others) {
    said.addPlain(fileDiagnostic(codes['no-rule']({ reason }), placeOf(path)));
  }
}

function summary({ index, others }: Catalog, { files, changed, size }: Committed): string {
  const { length: total } = index.rules;
  const parts = [
    counted(total, 'rule'),
    `${thousands(files)} files (${(size / 1e6).toFixed(1)} MB), ${thousands(changed)} of them written`,
  ];
  const unread = index.unread.length + others.length;
  if (unread > 0) parts.push(`${thousands(unread)} could not be read (see unread.html)`);
  return `${parts.join('; ')}.`;
}
