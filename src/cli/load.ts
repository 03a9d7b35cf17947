import { chooseBackends, loadBackends } from './backends.js';
import type { Job, Loaded } from './convert-file.js';
import { loadPipelines } from './pipelines.js';

/** Loads what a job's settings name; every thread does so for itself. */
export async function load({ settings }: Job): Promise<Loaded> {
  const all = await loadBackends(settings.packages);
  const pipelines = await loadPipelines(settings.pipelines, all);
  return { backends: chooseBackends(all, settings.targets), pipelines };
}
