import { existsSync, readFileSync } from 'node:fs';
import { resolveOptions } from '../convert/index.js';
import type { Placeholders } from '../predicate/lower.js';
import { codeFrame } from '../source/code-frame.js';
import { decode } from '../source/decode.js';
import { diagnostic } from '../source/diagnostic.js';
import type { YamlEntry, YamlNode } from '../source/node.js';
import { readYaml } from '../source/yaml.js';
import { nearest } from '../model/suggest.js';
import { chooseBackends, loadBackends } from './backends.js';
import { pipelineNames } from './targets.js';
import { UsageError } from './usage-error.js';

/** What a conversion needs to know; plain data, so that a thread can be told. */
export interface Settings {
  readonly targets: readonly string[];
  /** Packages to load targets from. */
  readonly packages: readonly string[];
  /** Names of pipelines, and files; null where each target has its own choice. */
  readonly pipelines: readonly string[] | null;
  readonly format: string | null;
  /** By target, then by name. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly placeholders: Placeholders;
  readonly strict: boolean;
  readonly compact: boolean;
}

export interface Flags {
  readonly target?: readonly string[];
  readonly format?: string;
  readonly option?: readonly string[];
  readonly pipeline?: readonly string[];
  readonly placeholder?: readonly string[];
  readonly backend?: readonly string[];
  readonly config?: string;
  readonly strict?: boolean;
  readonly compact?: boolean;
}

const CONFIG_FILES = ['sigmaql.config.yml', 'sigmaql.config.yaml', 'sigmaql.config.json'];

/**
 * The command line over the configuration file. Throws `UsageError` for what cannot be meant.
 *
 * @param allTargets take all of them where none is named
 */
export async function readSettings(flags: Flags, allTargets = false): Promise<Settings> {
  const config = readConfig(flags.config);
  const pipelines = pipelineNames(flags.pipeline ?? config.list('pipelines'));
  const packages = flags.backend ?? config.list('backends');
  const backends = await loadBackends(packages);
  const named = flags.target ?? config.list('targets');
  const all = allTargets && named.length === 0;
  const chosen = all ? backends : chooseBackends(backends, named);
  const format = flags.format ?? config.text('format');
  if (format !== null) {
    for (const { name, formats } of chosen) {
      if (formats.some((f) => f.name === format)) continue;
      const names = formats.map((f) => f.name).join(', ');
      throw new UsageError(`${name} has no format '${format}'. It has: ${names}.`);
    }
  }
  const options: Record<string, Record<string, string>> = {};
  for (const [key, value] of [...config.pairs('options'), ...(flags.option ?? []).map(pair)]) {
    const dot = key.indexOf('.');
    const target = key.slice(0, Math.max(dot, 0));
    if (!backends.some((b) => b.name === target)) {
      throw new UsageError(`Write -O target.option=value; '${key}' names no target.`);
    }
    (options[target] ??= {})[key.slice(dot + 1)] = value;
  }
  for (const backend of backends) {
    try {
      resolveOptions(backend, options[backend.name] ?? {});
    } catch (error) {
      if (error instanceof RangeError) throw new UsageError(error.message);
      throw error;
    }
  }
  return {
    targets: chosen.map((b) => b.name),
    packages,
    pipelines,
    format,
    options,
    placeholders: placeholdersOf(flags, config),
    strict: flags.strict ?? config.flag('strict'),
    compact: flags.compact ?? config.flag('compact'),
  };
}

/** Values of placeholders alone, for a subcommand that has no targets. */
export function readPlaceholders(flags: Flags): Placeholders {
  return placeholdersOf(flags, readConfig(flags.config));
}

function placeholdersOf(flags: Flags, config: Config): Placeholders {
  const placeholders: Record<string, string[]> = {};
  const given = [...config.pairs('placeholders'), ...(flags.placeholder ?? []).map(pair)];
  for (const [name, value] of given) (placeholders[name] ??= []).push(value);
  return placeholders;
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at <= 0) throw new UsageError(`Write NAME=VALUE; '${text}' has no value.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

interface Config {
  text(key: string): string | null;
  flag(key: string): boolean;
  list(key: string): readonly string[];
  pairs(key: string): readonly [string, string][];
}

const KEYS = [
  'targets',
  'backends',
  'pipelines',
  'format',
  'options',
  'placeholders',
  'strict',
  'compact',
];

function readConfig(named: string | undefined): Config {
  const path = named ?? CONFIG_FILES.find((f) => existsSync(f));
  const entries = path === undefined ? [] : readEntries(path);
  const find = (key: string): YamlNode | undefined =>
    entries.find((e) => e.key.text === key)?.value;
  const texts = (node: YamlNode | undefined): string[] => {
    if (!node) return [];
    if (node.kind === 'list') return node.items.flatMap(texts);
    return node.kind === 'scalar' && node.value !== null ? [node.text] : [];
  };
  const pairs = (node: YamlNode | undefined, prefix: string): [string, string][] =>
    node?.kind !== 'map'
      ? texts(node).map((t) => [prefix, t])
      : node.entries.flatMap((e) =>
          pairs(e.value, prefix === '' ? e.key.text : `${prefix}.${e.key.text}`),
        );
  return {
    text: (key) => texts(find(key))[0] ?? null,
    flag: (key) => texts(find(key))[0] === 'true',
    list: (key) => texts(find(key)),
    pairs: (key) => pairs(find(key), ''),
  };
}

function readEntries(path: string): readonly YamlEntry[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UsageError(`The configuration file ${path} cannot be read.`);
  }
  const decoded = decode(bytes, path);
  const [document] = readYaml(decoded.file);
  const problems = [...decoded.diagnostics, ...(document?.diagnostics ?? [])];
  const entries = document?.root?.kind === 'map' ? document.root.entries : [];
  for (const { key } of entries) {
    if (KEYS.includes(key.text)) continue;
    const like = nearest(key.text, KEYS);
    const hint = like ? `Did you mean '${like}'?` : `There are: ${KEYS.join(', ')}.`;
    problems.push(
      diagnostic(
        'error',
        'unknown-setting',
        `There is no setting '${key.text}'. ${hint}`,
        key.span,
      ),
    );
  }
  if (problems.some((p) => p.severity === 'error')) {
    const frames = problems.map((p) => codeFrame(p, { colour: false })).join('\n');
    throw new UsageError(`The configuration cannot be used.\n${frames}`);
  }
  return entries;
}
