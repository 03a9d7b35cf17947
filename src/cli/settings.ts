import { nearest } from '../model/suggest.js';
import { chooseFormat, resolveOptions } from '../convert/index.js';
import type { DeployCondition, DeploySettings } from '../convert/deployment.js';
import { reasonOf } from '../convert/guard.js';
import { LEVELS } from '../model/level.js';
import type { Placeholders } from '../model/given-values.js';
import type { Backend, Format } from '../backend/index.js';
import { chooseBackends, loadBackends, targetName } from './backends.js';
import { readConfig } from './config/config.js';
import type { Config, ConfigFlags } from './config/reader.js';
import { decode } from '../source/decode.js';
import { readInput } from './input/read-file.js';
import { FORMAT_ALIASES, FORMAT_HINTS } from './sigma-cli.js';
import { pipelineNames } from './targets.js';
import { visible } from '../source/visible.js';
import { UsageError } from './usage-error.js';

/** What a conversion needs to know; plain data, so that a thread can be told. */
export interface Settings {
  readonly targets: readonly string[];
  /** Packages to load targets from. */
  readonly packages: readonly string[];
  /** Names of pipelines, and files; null where each target has its own choice. */
  readonly pipelines: readonly string[] | null;
  /** By target; its first where it has none here. */
  readonly formats: Readonly<Record<string, string>>;
  /** By target, then by name. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly placeholders: Placeholders;
  /** Null where nothing is set. */
  readonly deploy: DeploySettings | null;
  readonly strict: boolean;
  readonly compact: boolean;
}

export interface Flags extends ConfigFlags {
  readonly target?: readonly string[];
  readonly withoutPipeline?: boolean;
  readonly format?: readonly string[];
  readonly option?: readonly string[];
  readonly placeholder?: readonly string[];
  readonly strict?: boolean;
  readonly compact?: boolean;
}

/**
 * The command line over the configuration file. Throws `UsageError` for what cannot be meant.
 *
 * @param allTargets take all of them where none is named
 */
export async function readSettings(flags: Flags, allTargets = false): Promise<Settings> {
  const pipeline = pipelineFlags(flags);
  const config = readConfig({ ...flags, ...(pipeline && { pipeline }) });
  const pipelines = await pipelineNames(pipeline ?? config.pipelines);
  const packages = flags.backend ?? config.backends;
  const named = flags.target ?? config.targets;
  const given = [...config.options, ...(flags.option ?? []).map(pair)];
  const format = formatEntries(flags.format?.join(',') ?? config.format);
  const perTarget = [...(typeof format === 'string' ? [] : format), ...given];
  const mentioned = [...named, ...perTarget.map(([key]) => key.split('.')[0]!)];
  // An entry of deploy can be about any target.
  const isComplete = named.length > 0 && config.deploy.length === 0;
  const backends = await loadBackends(packages, isComplete ? mentioned : []);
  const all = allTargets && named.length === 0;
  const chosen = all ? backends : chooseBackends(backends, named);
  const formats = formatsOf(format, chosen, backends, flags.format === undefined);
  // Maps: a name may be `__proto__`.
  const byTarget = new Map<string, Map<string, string>>();
  for (const [key, value] of given) {
    const dot = key.indexOf('.');
    const target = targetName(key.slice(0, Math.max(dot, 0)), backends);
    if (!backends.some((b) => b.name === target)) {
      const names = backends.map((b) => b.name);
      const like = nearest(target, names);
      const hint = like ? ` Did you mean '${like}${key.slice(dot)}'?` : '';
      throw new UsageError(
        `The option '${visible(key)}' does not name a target.${hint} Write it as target.option, such as kql.table.`,
      );
    }
    const own = byTarget.get(target) ?? new Map<string, string>();
    byTarget.set(target, own.set(key.slice(dot + 1), value));
  }
  const options = Object.fromEntries([...byTarget].map(([t, own]) => [t, Object.fromEntries(own)]));
  for (const backend of backends) {
    try {
      const resolved = resolveOptions(backend, options[backend.name] ?? {});
      if (chosen.includes(backend)) chooseFormat(backend, formats[backend.name], resolved);
    } catch (error) {
      if (error instanceof RangeError) throw new UsageError(error.message);
      throw new UsageError(`The target ${backend.name} failed on its options: ${reasonOf(error)}`);
    }
  }
  checkSelected(flags, chosen, backends);
  return {
    targets: chosen.map((b) => b.name),
    packages,
    pipelines,
    formats,
    options,
    placeholders: placeholdersOf(flags, config),
    deploy: deployOf(config, backends),
    strict: flags.strict ?? config.strict,
    compact: flags.compact ?? config.compact,
  };
}

/** `--without-pipeline` is `-p none`. Throws `UsageError` beside others, and for `-p` without a name. */
function pipelineFlags({ pipeline, withoutPipeline }: Flags): readonly string[] | undefined {
  if (pipeline?.every((name) => name.trim() === '')) {
    throw new UsageError('-p names no pipeline. Name one, or leave it out.');
  }
  if (!withoutPipeline) return pipeline;
  if (pipeline?.some((name) => name !== 'none')) {
    throw new UsageError('--without-pipeline cannot be combined with -p. Remove one of them.');
  }
  return ['none'];
}

/** @param given one for all, `target=format` by comma, or a map */
function formatEntries(given: Config['format']): string | readonly (readonly [string, string])[] {
  if (given === null) return [];
  if (typeof given !== 'string') return [...given];
  return given.includes('=') ? given.split(',').map((part) => pair(part.trim())) : given;
}

/**
 * Throws `UsageError` for what the command line says of a target that the run is not for. A
 * configuration may say more than a run needs.
 */
function checkSelected(
  { format = [], option = [] }: Flags,
  chosen: readonly Backend[],
  backends: readonly Backend[],
): void {
  const formats = formatEntries(format.join(','));
  if (typeof formats !== 'string') checkOneEach(formats.map(([t]) => targetName(t, backends)));
  const given = [
    ...(typeof formats === 'string' ? [] : formats.map(([target]) => `-f ${target}`)),
    ...option.map((o) => `-O ${pair(o)[0]}`),
  ];
  for (const flag of given) {
    const target = targetName(flag.slice(3).split('.')[0]!, backends);
    if (chosen.some((b) => b.name === target)) continue;
    throw new UsageError(
      `${visible(flag)} has no effect, since ${target} is not a selected target. Remove it, or add the target.`,
    );
  }
}

function checkOneEach(targets: readonly string[]): void {
  const twice = targets.find((target, i) => targets.indexOf(target) < i);
  if (twice === undefined) return;
  throw new UsageError(`-f gives ${visible(twice)} two formats. Remove one of them.`);
}

/**
 * Which format each target has. Throws `UsageError` for one that a target does not have.
 *
 * @param isConfigured the configuration gives it, not the command line
 */
function formatsOf(
  given: ReturnType<typeof formatEntries>,
  chosen: readonly Backend[],
  backends: readonly Backend[],
  isConfigured: boolean,
): Readonly<Record<string, string>> {
  const byTarget =
    typeof given === 'string' ? null : new Map(given.map(([t, f]) => [targetName(t, backends), f]));
  const stranger = [...(byTarget?.keys() ?? [])].find((t) => !backends.some((b) => b.name === t));
  if (stranger !== undefined) {
    const by = isConfigured ? 'The configuration' : '-f';
    const like = nearest(
      stranger,
      backends.map((b) => b.name),
    );
    const hint = like ? ` Did you mean '${like}'?` : ' Remove it, or correct the name.';
    throw new UsageError(
      `${by} gives a format for '${visible(stranger)}', which is not a target.${hint}`,
    );
  }
  const formats: Record<string, string> = {};
  for (const { name, formats: known } of chosen) {
    const named = typeof given === 'string' ? given : byTarget!.get(name);
    if (named === undefined) continue;
    const isKnown = known.some((f) => f.name === named);
    // What sigma-cli calls the first format.
    if (named === 'default' && !isKnown) continue;
    const format = isKnown ? named : (FORMAT_ALIASES.get(named) ?? named);
    if (!known.some((f) => f.name === format)) {
      const names = known.map((f) => f.name).join(', ');
      const other = formatHint(format, known);
      const each = chosen.length > 1 ? ` Set one per target: ${name}=${known[0]!.name}.` : '';
      throw new UsageError(
        `${name} has no format '${visible(format)}'.${other ?? each} Use one of: ${names}.`,
      );
    }
    formats[name] = format;
  }
  return formats;
}

/** Throws `UsageError` for an entry that names what there is not, which would apply to nothing. */
function deployOf({ deploy, custom }: Config, backends: readonly Backend[]): DeploySettings | null {
  if (deploy.length === 0 && custom.length === 0) return null;
  const known: Readonly<Partial<Record<DeployCondition, readonly string[]>>> = {
    target: backends.map((b) => b.name),
    format: backends.flatMap((b) => b.formats.map((f) => f.name)),
    level: LEVELS,
  };
  for (const { when } of deploy) {
    for (const [key, names] of Object.entries(known)) {
      const wrong = when[key as DeployCondition]?.find((w) => !names.includes(w.toLowerCase()));
      if (wrong === undefined) continue;
      throw new UsageError(
        `There is no ${key} '${visible(wrong)}' for an entry of deploy in the configuration. Use one of: ${names.join(', ')}.`,
      );
    }
  }
  return { entries: deploy, custom };
}

/** Values of placeholders alone, for a subcommand that has no targets. */
export function readPlaceholders(flags: Flags): Placeholders {
  // It loads neither, even if the configuration sets them.
  return placeholdersOf(flags, readConfig({ ...flags, backend: [], pipeline: [] }));
}

function placeholdersOf(flags: Flags, config: Config): Placeholders {
  // A map: a name may be `constructor`.
  const placeholders = new Map<string, string[]>();
  const given = (flags.placeholder ?? [])
    .map(pair)
    .map(([name, value]) => [name.replace(/^%(.+)%$/, '$1'), value] as const)
    .flatMap(([name, value]) => valuesOf(value).map((v) => [name, v] as const));
  const replaced = new Set(given.map(([name]) => name));
  const configured = config.placeholders.filter(([name]) => !replaced.has(name));
  for (const [name, value] of [...configured, ...given]) {
    const known = placeholders.get(name);
    if (known) known.push(value);
    else placeholders.set(name, [value]);
  }
  return Object.fromEntries(placeholders);
}

/** Files that values of placeholders are read from. */
export function placeholderFiles({ placeholder = [] }: Flags): readonly string[] {
  return placeholder.map((p) => pair(p)[1]).flatMap((value) => fileOf(value) ?? []);
}

/** Of `@file`; null for a value. */
function fileOf(value: string): string | null {
  return /^@(?!@)/.test(value) ? value.slice(1) : null;
}

/** A value, or those of `@file`, one a line; `@@` begins a value with `@`. */
function valuesOf(value: string): readonly string[] {
  const path = fileOf(value);
  if (path === null) return [value.replace(/^@@/, '@')];
  const lines = readText(path)
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new UsageError(`The file '${visible(path)}' has no values.`);
  return lines;
}

/** In the encoding that it has: PowerShell writes UTF-16. */
function readText(path: string): string {
  const input = readInput(path);
  const decoded = input instanceof Uint8Array ? decode(input, path) : { diagnostics: [input] };
  const wrong = decoded.diagnostics.find((d) => d.severity === 'error');
  if (!wrong && 'file' in decoded) return decoded.file.text;
  const why = wrong && wrong.code !== 'unreadable' ? ` ${wrong.message}` : '';
  throw new UsageError(`The file '${visible(path)}' cannot be read.${why}`);
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at <= 0) {
    throw new UsageError(`'${text}' has no ${at < 0 ? 'value' : 'name'}. Write NAME=VALUE.`);
  }
  return [text.slice(0, at), text.slice(at + 1)];
}

/** What a format that a target does not have may be instead. */
function formatHint(format: string, known: readonly Format[]): string | null {
  const own = FORMAT_HINTS.get(format);
  if (own !== undefined) return ` ${own}`;
  const names = known.map((f) => f.name);
  const like = nearest(format, names);
  return like === null ? null : ` Did you mean '${like}'?`;
}
