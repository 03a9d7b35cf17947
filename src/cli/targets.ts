import { existsSync } from 'node:fs';
import type { Backend, Tables } from '../backend/index.js';
import type { Pipeline } from '../pipeline/pipeline.js';
import { chooseBackends, loadBackends } from './backends.js';
import { PipelineShelf } from './pipelines.js';
import type { Settings } from './settings.js';
import { UsageError } from './usage-error.js';

/** A target with all that it takes to convert rules for it. */
export interface Target {
  readonly backend: Backend;
  readonly pipelines: readonly Pipeline[];
  readonly tables: Tables | undefined;
}

/** Loads what settings name; every thread does so for itself. */
export async function loadTargets(
  settings: Pick<Settings, 'packages' | 'targets' | 'pipelines'>,
): Promise<readonly Target[]> {
  const all = await loadBackends(settings.packages);
  const shelf = new PipelineShelf(all);
  const named = settings.pipelines && (await shelf.load(settings.pipelines));
  return Promise.all(
    chooseBackends(all, settings.targets).map(async (backend) => ({
      backend,
      pipelines: await pipelinesFor(backend, named, shelf),
      tables: await backend.tables?.(),
    })),
  );
}

/** Those named that are for the target; its own choice where none was named for it. */
async function pipelinesFor(
  backend: Backend,
  named: readonly Pipeline[] | null,
  shelf: PipelineShelf,
): Promise<readonly Pipeline[]> {
  if (named?.length === 0) return [];
  const own = named?.filter((p) => p.targets.length === 0 || p.targets.includes(backend.name));
  if (own && own.length > 0) return own;
  return shelf.load(backend.defaultPipelines ?? []);
}

/**
 * @param names as given to `-p`: repeated, or separated by commas; `none` stands for none.
 * @returns null where none were given, so that each target has its own choice
 */
export function pipelineNames(names: readonly string[]): readonly string[] | null {
  const split = names
    .flatMap((n) => (existsSync(n) ? [n] : n.split(',')))
    .map((n) => n.trim())
    .filter((n) => n !== '');
  if (split.length === 0) return null;
  const others = split.filter((n) => n !== 'none');
  if (others.length > 0 && others.length < split.length) {
    throw new UsageError('-p takes names and files, or `none` alone.');
  }
  return others;
}
