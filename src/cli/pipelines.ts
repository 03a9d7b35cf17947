import { existsSync } from 'node:fs';
import type { Backend } from '../backend/index.js';
import { nearest } from '../model/suggest.js';
import type { Pipeline } from '../pipeline/pipeline.js';
import { codeFrame } from '../source/code-frame.js';
import { readInput } from './inputs.js';
import { UsageError } from './usage-error.js';

/**
 * Reads the pipelines that the user named: files, or names of those that ship with a target.
 * Throws a `UsageError` for one that cannot be used.
 */
export async function loadPipelines(
  names: readonly string[],
  backends: readonly Backend[],
): Promise<readonly Pipeline[]> {
  if (names.length === 0) return [];
  const { loadPipeline } = await import('../pipeline/load.js');
  const shipped = names.every((n) => existsSync(n)) ? new Map() : await shippedPipelines(backends);
  return names.map((name) => {
    const input = textOf(name, shipped);
    const { pipeline, diagnostics } = loadPipeline(input, { path: name });
    if (pipeline) return pipeline;
    const frames = diagnostics.map((d) => codeFrame(d, { colour: false })).join('\n\n');
    throw new UsageError(`The pipeline ${name} cannot be used.\n${frames}`);
  });
}

function textOf(name: string, shipped: ReadonlyMap<string, string>): string | Uint8Array {
  const known = shipped.get(name);
  if (known !== undefined && !existsSync(name)) return known;
  if (!existsSync(name)) {
    const like = nearest(name, shipped.keys());
    const hint = like ? ` Did you mean '${like}'?` : '';
    const names = [...shipped.keys()].join(', ');
    throw new UsageError(
      `There is no pipeline '${name}', nor a file of that name.${hint} Pipelines: ${names}, or none.`,
    );
  }
  const input = readInput(name);
  if (!(input instanceof Uint8Array)) throw new UsageError(codeFrame(input, { colour: false }));
  return input;
}

/** Those of every target, by name. */
export async function shippedPipelines(
  backends: readonly Backend[],
): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(backends.map((b) => b.pipelines?.() ?? {}));
  return new Map(texts.flatMap((t) => Object.entries(t)));
}

/** @param names as given to `-p`: repeated, or separated by commas; `none` stands for none. */
export function pipelineNames(names: readonly string[]): readonly string[] {
  return names
    .flatMap((n) => (existsSync(n) ? [n] : n.split(',')))
    .map((n) => n.trim())
    .filter((n) => n !== 'none' && n !== '');
}
