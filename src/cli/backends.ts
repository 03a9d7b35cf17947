import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Backend, BackendPlugin } from '../backend/index.js';
import { reasonOf } from '../convert/guard.js';
import { nearest } from '../model/suggest.js';
import { storeNames } from '../schemas/stores.js';
import { isObject } from '../source/arguments.js';
import { entriesOf } from '../source/codes.js';
import { TARGET_ALIASES, TARGET_HINTS } from './sigma-cli.js';
import { UsageError } from './usage-error.js';

/** The targets that ship, by name. Most runs need one of them, and not what the others hold. */
const SHIPPED: ReadonlyMap<string, () => Promise<Backend>> = new Map([
  ['kql', async () => (await import('../../backends/kql/index.js')).kql],
  ['splunk', async () => (await import('../../backends/splunk/index.js')).splunk],
  ['lucene', async () => (await import('../../backends/lucene/index.js')).lucene],
  ['dsl', async () => (await import('../../backends/dsl/index.js')).dsl],
  ['eql', async () => (await import('../../backends/eql/index.js')).eql],
  ['esql', async () => (await import('../../backends/esql/index.js')).esql],
]);

/**
 * The targets that ship, and those of the packages that the user names.
 *
 * @param named where every target that the run can need is among them and ships, no other is loaded
 */
export async function loadBackends(
  packages: readonly string[],
  named: readonly string[] = [],
): Promise<readonly Backend[]> {
  const wanted = new Set(namesIn(named).map((name) => TARGET_ALIASES.get(name) ?? name));
  const enough =
    packages.length === 0 && wanted.size > 0 && [...wanted].every((name) => SHIPPED.has(name));
  const loads = [...SHIPPED].filter(([name]) => !enough || wanted.has(name));
  const backends = await Promise.all(loads.map(([, load]) => load()));
  for (const name of packages) {
    const file = fileOf(name);
    try {
      const plugin = (await import(pathToFileURL(file).href)) as { default?: BackendPlugin };
      for (const backend of backendsOf(plugin.default, name)) {
        checkBackend(backend, name, backends);
        backends.push(loadable(backend, name));
      }
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`'${name}' cannot be loaded: ${reasonOf(error)}`);
    }
  }
  return backends;
}

function backendsOf(plugin: BackendPlugin | undefined, from: string): readonly Backend[] {
  const version: unknown = plugin?.apiVersion ?? 1;
  if (typeof version === 'number' && version !== 1) {
    throw new UsageError(
      `'${from}' is made for version ${version} of the backend interface; this is version 1. Install a version of the package for it.`,
    );
  }
  const backends: unknown = plugin?.backends;
  if (version !== 1 || !Array.isArray(backends) || !backends.every(isObject)) {
    throw new UsageError(
      `'${from}' is not a backend package: its default export must be { apiVersion: 1, backends: [...] }.`,
    );
  }
  return backends as unknown as readonly Backend[];
}

/** What would otherwise fail at the first rule, or hide a target that is known. */
function checkBackend(backend: Backend, from: string, known: readonly Backend[]): void {
  const { name } = backend;
  if (typeof name !== 'string' || !/^[a-z][a-z\d-]*$/.test(name)) {
    throw new UsageError(
      `'${from}' has a target named '${name}'. A target name must start with a lower-case letter and contain only lower-case letters, digits and dashes.`,
    );
  }
  if (known.some((b) => b.name === name)) {
    throw new UsageError(`'${from}' has a target named ${name}, which already exists. Rename it.`);
  }
  const { title, emit, formats, options, simplify, store } = backend;
  const isWhole = typeof emit === 'function' && formats?.length && Array.isArray(options);
  if (!isWhole || typeof simplify !== 'object' || typeof title !== 'string') {
    throw new UsageError(
      `The target ${name} of '${from}' is incomplete: it needs title, emit, options, simplify and at least one format.`,
    );
  }
  if (store !== undefined && !storeNames.includes(store)) {
    throw new UsageError(
      `The target ${name} of '${from}' has the store '${String(store)}', which is not known. Use one of: ${storeNames.join(', ')}; or leave it out.`,
    );
  }
  const taken = known.flatMap((b) => Object.keys(entriesOf(b.codes ?? {})));
  const again = Object.keys(entriesOf(backend.codes ?? {})).find(
    (code) => taken.includes(code) || !code.startsWith(`${name}-`),
  );
  if (again !== undefined) {
    throw new UsageError(
      `The target ${name} of '${from}' has a code named ${again}. Its codes must begin with '${name}-'.`,
    );
  }
}

/** The target; what it loads later fails as the package would. */
function loadable(backend: Backend, from: string): Backend {
  const { name, pipelines, tables } = backend;
  const guarded =
    <T>(what: string, load: () => Promise<T>) =>
    async (): Promise<T> => {
      try {
        return await load.call(backend);
      } catch (error) {
        throw new UsageError(
          `The ${what} of the target ${name} of '${from}' cannot be loaded: ${reasonOf(error)}`,
        );
      }
    };
  const load = pipelines && (async () => checked(await pipelines.call(backend)));
  return Object.create(backend, {
    ...(load && { pipelines: { value: guarded('pipelines', load) } }),
    ...(tables && { tables: { value: guarded('tables', tables) } }),
  }) as Backend;
}

/** Pipelines by name, if each is JSON. */
function checked(pipelines: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const json of Object.values(pipelines)) JSON.parse(json);
  return pipelines;
}

/** Of a package or a file that the user names. */
function fileOf(name: string): string {
  const here = createRequire(resolve('package.json'));
  try {
    return here.resolve(/^[./]/.test(name) ? resolve(name) : name);
  } catch {
    const isFile = !/^[./]/.test(name) && existsSync(name);
    const help = isFile
      ? `To name the file, write './${name}'.`
      : 'Install it, or correct the name.';
    throw new UsageError(`There is no package or file '${name}'. ${help}`);
  }
}

/** @param names as given to `-t`: repeated, or separated by commas. */
export function chooseBackends(
  backends: readonly Backend[],
  names: readonly string[],
): readonly Backend[] {
  const all = backends.map((b) => b.name);
  const wanted = [...new Set(namesIn(names).map((name) => targetName(name, backends)))];
  if (wanted.length === 0) {
    throw new UsageError(
      `No target is given. Choose one or more with -t, separated by commas: ${all.join(', ')}.`,
    );
  }
  return wanted.map((name) => {
    const found = backends.find((b) => b.name === name);
    if (found) return found;
    const like = nearest(name, all);
    const known = TARGET_HINTS.get(name);
    const hint = known ? ` ${known}` : like ? ` Did you mean '${like}'?` : '';
    throw new UsageError(`There is no target '${name}'.${hint} Targets: ${all.join(', ')}.`);
  });
}

function namesIn(names: readonly string[]): readonly string[] {
  const each = names.flatMap((n) => n.split(',')).map((n) => n.trim().toLowerCase());
  return each.filter((n) => n !== '');
}

/** The name of ours for one that sigma-cli has; any other name as it is. */
export function targetName(name: string, backends: readonly Backend[]): string {
  return backends.some((b) => b.name === name) ? name : (TARGET_ALIASES.get(name) ?? name);
}
