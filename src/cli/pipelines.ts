import { existsSync } from 'node:fs';
import type { Pipeline } from '../pipeline/pipeline.js';
import { codeFrame } from '../source/code-frame.js';
import { readInput } from './inputs.js';
import { UsageError } from './usage-error.js';

/** Reads the pipelines that the user named. Throws a `UsageError` for one that cannot be used. */
export async function loadPipelines(paths: readonly string[]): Promise<readonly Pipeline[]> {
  if (paths.length === 0) return [];
  const { loadPipeline } = await import('../pipeline/load.js');
  return paths.map((path) => {
    const input = readInput(path);
    if (!(input instanceof Uint8Array)) throw new UsageError(codeFrame(input, { colour: false }));
    const { pipeline, diagnostics } = loadPipeline(input, { path });
    if (pipeline) return pipeline;
    const frames = diagnostics.map((d) => codeFrame(d, { colour: false })).join('\n\n');
    throw new UsageError(`The pipeline ${path} cannot be used.\n${frames}`);
  });
}

/** @param names as given to `-p`: repeated, or separated by commas; `none` stands for none. */
export function pipelinePaths(names: readonly string[]): readonly string[] {
  const wanted = names.flatMap((n) => (existsSync(n) ? [n] : n.split(','))).map((n) => n.trim());
  const paths = wanted.filter((n) => n !== 'none' && n !== '');
  const missing = paths.find((p) => !existsSync(p));
  if (missing !== undefined) {
    throw new UsageError(
      `There is no pipeline '${missing}': -p takes files of pipelines, or none.`,
    );
  }
  return paths;
}
