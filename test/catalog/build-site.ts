import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogFile, catalogReader, loadCatalogTools } from '../../src/cli/catalog/file.js';
import {
  catalogFrom,
  catalogPaths,
  CatalogTies,
  siteOptions,
} from '../../src/cli/catalog/source.js';
import type { RuleFile } from '../../src/cli/input/rule-files.js';
import type { CatalogFlags } from '../../src/cli/catalog/source.js';
import { readSettings } from '../../src/cli/settings.js';
import type { Catalog } from '../../src/catalog/site/catalog.js';
import { siteOf } from '../../src/catalog/site/site.js';
import { kusto } from '../support/kusto.js';

const root = join(import.meta.dirname, '../..');
const toolsFor = async (target?: readonly string[]) => ({
  ...(await loadCatalogTools(
    await readSettings({ pipeline: ['none'], ...(target && { target }) }, true),
  )),
  kusto: () => kusto,
});
const allTools = await toolsFor();

export interface BuiltSite {
  readonly catalog: Catalog;
  readonly files: ReadonlyMap<string, string>;
}

/** What a test needs of a site; all of it if not given. */
interface Part {
  readonly targets?: readonly string[];
  /** Which of the files. */
  readonly files?: RegExp;
}

/** The site of some files, in memory; without pipelines, so that queries say what the rules say. */
export async function buildSite(
  paths: readonly RuleFile[],
  flags: CatalogFlags = {},
  part: Part = {},
): Promise<BuiltSite> {
  const tools = part.targets ? await toolsFor(part.targets) : allTools;
  const reader = catalogReader();
  const linked = new CatalogTies().link(paths, reader);
  const read = linked.map((file) => catalogFile(file, tools, reader));
  const catalog = await catalogFrom(read, null, await siteOptions(flags, false));
  const made = [...siteOf(catalog)].filter(([path]) => part.files?.test(path) ?? true);
  const files = new Map(made.map(([path, text]) => [path, text()]));
  return { catalog, files };
}

/** Our own rules, the founding page's, and the samples of every language. */
export async function samplePaths(): Promise<readonly RuleFile[]> {
  const { paths } = await catalogPaths(
    [join(root, 'rules'), join(root, 'test/catalog/seed.yml')],
    [join(root, 'test/catalog/corpus/fixtures')],
  );
  return paths;
}

export function writeFiles(files: ReadonlyMap<string, string>, folder: string): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export function textOf(path: RuleFile): string {
  return readFileSync(path.path, 'utf8');
}
