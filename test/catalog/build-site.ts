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
const tools = {
  ...(await loadCatalogTools(await readSettings({ pipeline: ['none'] }, true))),
  kusto: () => kusto,
};

export interface BuiltSite {
  readonly catalog: Catalog;
  readonly files: ReadonlyMap<string, string>;
}

/** The site of some files, in memory; without pipelines, so that queries say what the rules say. */
export async function buildSite(
  paths: readonly RuleFile[],
  flags: CatalogFlags = {},
): Promise<BuiltSite> {
  const reader = catalogReader();
  const linked = new CatalogTies().link(paths, reader);
  const read = linked.map((file) => catalogFile(file, tools, reader));
  const catalog = await catalogFrom(read, null, await siteOptions(flags, false));
  const files = new Map([...siteOf(catalog)].map(([path, text]) => [path, text()]));
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
