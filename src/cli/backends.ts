import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import type { Backend, BackendPlugin } from '../backend/index.js';
import { nearest } from '../model/suggest.js';
import { UsageError } from './usage-error.js';

/** The targets that ship, and those of the packages that the user names. */
export async function loadBackends(packages: readonly string[]): Promise<readonly Backend[]> {
  const backends: Backend[] = [kql, splunk, lucene];
  for (const name of packages) {
    const plugin = await importPlugin(name);
    if (plugin?.apiVersion !== 1 || !Array.isArray(plugin.backends)) {
      throw new UsageError(
        `'${name}' is no package of targets: its default export must be { apiVersion: 1, backends: [...] }.`,
      );
    }
    backends.push(...plugin.backends);
  }
  return backends;
}

async function importPlugin(name: string): Promise<BackendPlugin | undefined> {
  const here = createRequire(resolve('package.json'));
  let file: string;
  try {
    file = here.resolve(/^[./]/.test(name) ? resolve(name) : name);
  } catch {
    throw new UsageError(
      `There is no package or file '${name}' here. Install it, or correct the name.`,
    );
  }
  const loaded = (await import(pathToFileURL(file).href)) as { default?: BackendPlugin };
  return loaded.default;
}

/** @param names as given to `-t`: repeated, or separated by commas. */
export function chooseBackends(
  backends: readonly Backend[],
  names: readonly string[],
): readonly Backend[] {
  const all = backends.map((b) => b.name);
  const wanted = [
    ...new Set(names.flatMap((n) => n.split(',')).map((n) => n.trim().toLowerCase())),
  ];
  if (wanted.length === 0) {
    throw new UsageError(`Name a target with -t: ${all.join(', ')}; several by comma.`);
  }
  return wanted.map((name) => {
    const found = backends.find((b) => b.name === name);
    if (found) return found;
    const like = nearest(name, all);
    const hint = like ? ` Did you mean '${like}'?` : '';
    throw new UsageError(`There is no target '${name}'.${hint} Targets: ${all.join(', ')}.`);
  });
}
