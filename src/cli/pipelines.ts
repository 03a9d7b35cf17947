import { existsSync } from 'node:fs';
import type { Backend } from '../backend/index.js';
import { nearest } from '../model/suggest.js';
import { loadPipeline, loadShipped } from '../pipeline/load.js';
import type { LoadedPipeline } from '../pipeline/load.js';
import type { Pipeline } from '../pipeline/pipeline.js';
import { commonPipelines, storeOf } from '../schemas/stores.js';
import { codeFrame } from '../source/code-frame.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { visible } from '../source/visible.js';
import { loadBackends } from './backends.js';
import { findInputs, isFolder } from './input/inputs.js';
import type { FileKind } from './input/inputs.js';
import { readInput } from './input/read-file.js';
import { pipelineAlias, pipelineHint, TARGET_ALIASES } from './sigma-cli.js';
import { UsageError } from './usage-error.js';

/** Pipelines by name: those that ship, and files. Each is read once. */
export class PipelineShelf {
  private readonly loaded = new Map<string, Pipeline>();
  private readonly warnings = new Map<string, readonly Diagnostic[]>();

  /**
   * @param backends those whose pipelines are looked through first
   * @param all every one there is
   */
  constructor(
    private readonly backends: readonly Backend[],
    private readonly all: () => Promise<readonly Backend[]>,
  ) {}

  /** Throws a `UsageError` for one that cannot be used. */
  async load(names: readonly string[]): Promise<readonly Pipeline[]> {
    const pipelines: Pipeline[] = [];
    for (const name of names) {
      const known = this.loaded.get(name);
      const read = known ? { pipeline: known, diagnostics: [] } : await this.read(name);
      if (!read.pipeline) {
        const frames = read.diagnostics.map((d) => codeFrame(d, { colour: false })).join('\n\n');
        throw new UsageError(`The pipeline ${name} has errors.\n${frames}`);
      }
      this.loaded.set(name, read.pipeline);
      if (read.diagnostics.length > 0) this.warnings.set(name, read.diagnostics);
      pipelines.push(read.pipeline);
    }
    return pipelines.map((pipeline, i) => {
      const { name } = pipeline;
      const isAlone = pipelines.every((p) => p === pipeline || p.name !== name);
      return isAlone ? pipeline : { ...pipeline, name: `${name} (${names[i]!})` };
    });
  }

  /** What was doubtful in the files of these names, all of which are loaded. */
  warningsOf(names: readonly string[]): readonly Diagnostic[] {
    return names.flatMap((name) => this.warnings.get(name) ?? []);
  }

  /** What ships goes before a file, or a folder of rules, that happens to have its name. */
  private async read(name: string): Promise<LoadedPipeline> {
    const json = isName(name) ? await this.shipped(name) : null;
    if (json !== null) return loadShipped(json, name);
    if (existsSync(name)) return forOurTargets(loadPipeline(bytesOf(name), { path: name }));
    const alias = pipelineAlias(name);
    const meant = alias === null ? null : await this.shipped(alias);
    if (meant !== null) return loadShipped(meant, alias!);
    throw await this.unknown(name);
  }

  private async shipped(name: string): Promise<string | null> {
    // Most runs need the defaults of their targets alone, and not what other stores have.
    const owner = this.backends.find((b) => storeOf(b).defaultPipelines.includes(name));
    const own = owner && (await storeOf(owner).pipelines())[name];
    if (own !== undefined) return own;
    const all = await allShipped(await this.all());
    return all.find((p) => p.name === name)?.json ?? null;
  }

  private async unknown(name: string): Promise<UsageError> {
    const all = await allShipped(await this.all());
    const names = all.map((p) => p.name);
    const like = nearest(name, names);
    const other = pipelineHint(name);
    const ours = this.backends.map((b) => b.name);
    const own = all.filter((p) => p.targets?.some((b) => ours.includes(b.name)) ?? true);
    const hint =
      other ??
      (like
        ? `Did you mean '${like}'?`
        : `Use one of: ${own.map((p) => p.name).join(', ')}, default, or none.`);
    return new UsageError(
      `There is no pipeline or file '${visible(name)}'. ${hint} \`sigmaql list pipelines\` shows all.`,
    );
  }
}

/** What ships is called so. */
const isName = (text: string): boolean => /^[\w-]+$/.test(text);

/**
 * The same names, with its files in the place of a folder, unless a pipeline that ships is called so.
 * Throws a `UsageError` for a folder without any.
 */
export async function withFolders(names: readonly string[]): Promise<readonly string[]> {
  const found = names.map(async (name) => {
    if (!isFolder(name) || (isName(name) && (await isShipped(name)))) return [name];
    const { files, diagnostics } = await findInputs([name], PIPELINES);
    const [wrong] = diagnostics;
    if (wrong) throw new UsageError(codeFrame(wrong, { colour: false }));
    return files.map((file) => file.path);
  });
  return (await Promise.all(found)).flat();
}

async function isShipped(name: string): Promise<boolean> {
  return (await allShipped(await loadBackends([]))).some((p) => p.name === name);
}

export const PIPELINES: FileKind = { names: /\.ya?ml$/i, called: 'pipelines (.yml or .yaml)' };

/** `allowed_backends` may have the names that sigma-cli gives to targets. */
function forOurTargets(loaded: LoadedPipeline): LoadedPipeline {
  const { pipeline } = loaded;
  if (!pipeline?.targets.some((t) => TARGET_ALIASES.has(t))) return loaded;
  const targets = [...new Set(pipeline.targets.map((t) => TARGET_ALIASES.get(t) ?? t))];
  return { ...loaded, pipeline: { ...pipeline, targets } };
}

function bytesOf(path: string): Uint8Array {
  const input = readInput(path);
  if (!(input instanceof Uint8Array)) throw new UsageError(codeFrame(input, { colour: false }));
  return input;
}

export interface ShippedPipeline {
  readonly name: string;
  /** The targets that share the store; null for all. */
  readonly targets: readonly Backend[] | null;
  /** It applies where the user names none. */
  readonly isDefault: boolean;
  readonly json: string;
}

/** Those of every store, then those for every target. */
export async function allShipped(
  backends: readonly Backend[],
): Promise<readonly ShippedPipeline[]> {
  const found = new Map<string, ShippedPipeline>();
  for (const backend of backends) {
    const store = storeOf(backend);
    for (const [name, json] of Object.entries(await store.pipelines())) {
      const targets = [...(found.get(name)?.targets ?? []), backend];
      found.set(name, {
        name,
        targets,
        isDefault: store.defaultPipelines.includes(name),
        json,
      });
    }
  }
  const common = Object.entries(await commonPipelines()).map(([name, json]) => ({
    name,
    targets: null,
    isDefault: false,
    json,
  }));
  return [...found.values(), ...common];
}
