import { existsSync } from 'node:fs';
import type { AttackData, Backend, Format, Tables } from '../backend/index.js';
import { loadAttack } from '../model/attack/load.js';
import { isFor, purposeOf } from '../pipeline/pipeline.js';
import type { Pipeline } from '../pipeline/pipeline.js';
import { storeOf } from '../schemas/stores.js';
import { codeFrame } from '../source/code-frame.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { visible } from '../source/visible.js';
import { chooseBackends, loadBackends } from './backends.js';
import { PipelineShelf, withFolders } from './pipelines.js';
import { tell } from './terminal/terminal.js';
import { UsageError } from './usage-error.js';

/** Of the settings, what targets depend on. */
export interface TargetChoice {
  readonly packages: readonly string[];
  readonly targets: readonly string[];
  readonly pipelines: readonly string[] | null;
  /** By target; its first where it has none here. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** A target with all that it takes to convert rules for it. */
export interface Target {
  readonly backend: Backend;
  readonly pipelines: readonly Pipeline[];
  readonly tables: Tables | undefined;
  /** Loaded where its format names tactics and techniques. */
  readonly attack: AttackData | undefined;
  /** The chosen one. */
  readonly format: Format;
  /** Said where none of the pipelines that were named is for the target; null otherwise. */
  readonly note: string | null;
  /** Of the pipelines that were named: what was doubtful in their files. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Loads what settings name; every thread does so for itself. Throws a `UsageError` for a pipeline
 * that is for none of the targets.
 */
export async function loadTargets(settings: TargetChoice): Promise<readonly Target[]> {
  const { packages, targets } = settings;
  const loaded = await loadBackends(packages, targets);
  const chosen = chooseBackends(loaded, targets);
  const shelf = new PipelineShelf(loaded, () => loadBackends(packages));
  const own = settings.pipelines?.filter((name) => name !== DEFAULT) ?? [];
  const named = await shelf.load(own);
  const unused = named.find((p) => !chosen.some((backend) => isFor(p, backend)));
  if (unused) {
    const targets = chosen.map((b) => b.name).join(', ');
    throw new UsageError(
      `The pipeline ${unused.name} is for ${purposeOf(unused)}, not for ${targets}. Remove it, or choose another target.`,
    );
  }
  return Promise.all(
    chosen.map(async (backend) => {
      const { defaultPipelines, tables } = storeOf(backend);
      const wanted = settings.pipelines ?? [DEFAULT];
      const usable = wanted.filter((n) => n === DEFAULT || isFor(named[own.indexOf(n)]!, backend));
      const fallsBack = usable.length === 0 && wanted.length > 0;
      const names = (fallsBack ? [DEFAULT] : usable).flatMap((name) =>
        name === DEFAULT ? defaultPipelines : [name],
      );
      const pipelines = await shelf.load(names);
      const note = fallsBack ? fallbackNote(backend, pipelines) : null;
      const format = formatOf(backend, settings.formats ?? {});
      const attack = format.namesAttack ? await loadAttack() : undefined;
      const warnings = shelf.warningsOf(names);
      return { backend, pipelines, tables: await tables(), attack, format, note, warnings };
    }),
  );
}

function formatOf({ name, formats }: Backend, chosen: Readonly<Record<string, string>>): Format {
  const named = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
  return formats.find((f) => f.name === named) ?? formats[0]!;
}

/** Means the target's default pipelines. */
const DEFAULT = 'default';

function fallbackNote({ name }: Backend, pipelines: readonly Pipeline[]): string {
  const instead = pipelines.map((p) => p.name).join(', ') || 'none';
  return `None of the pipelines that you named is for ${name}: it is converted with its default, ${instead}.`;
}

/** What the user must know of the pipelines and their choice goes to standard error. */
export function writeNotes(targets: readonly Target[], quiet = false): void {
  if (!quiet) writeWarnings(targets.flatMap((t) => t.warnings));
  for (const { note } of targets) if (note !== null) tell(`note: ${visible(note)}\n`);
}

/** @param warnings of pipelines; several targets may have one in common */
export function writeWarnings(warnings: readonly Diagnostic[]): void {
  for (const warning of new Set(warnings)) tell(`${codeFrame(warning, { colour: false })}\n\n`);
}

/**
 * @param names as given to `-p`: repeated, or separated by commas; `none` means no pipeline, and
 *   `default` the default pipelines of each target; a folder means its files.
 * @returns null if none were given, so that each target uses its default
 */
export async function pipelineNames(names: readonly string[]): Promise<readonly string[] | null> {
  const split = names
    .flatMap((n) => (existsSync(n) ? [n] : n.split(',')))
    .map((n) => n.trim())
    .filter((n) => n !== '');
  if (split.length === 0) return null;
  const others = split.filter((n) => n !== 'none');
  if (others.length > 0 && others.length < split.length) {
    throw new UsageError(
      '`none` cannot be combined with other pipelines. Remove it, or the others.',
    );
  }
  return withFolders(others);
}
