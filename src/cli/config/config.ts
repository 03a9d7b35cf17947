import { lstatSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { nearest } from '../../model/suggest.js';
import { codeFrame } from '../../source/code-frame.js';
import { decode } from '../../source/decode.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlNode } from '../../source/yaml/node.js';
import { visible } from '../../source/visible.js';
import { readYaml } from '../../source/yaml/yaml.js';
import { codes } from '../codes.js';
import { ConfigReader } from './reader.js';
import type { Config, ConfigFlags, ReadSettings } from './reader.js';
import { readInput } from '../input/read-file.js';
import { repositoryOf } from '../repository.js';
import { UsageError } from '../usage-error.js';

/** What a configuration is called where it is looked for. */
export const CONFIG_FILES = ['sigmaql.config.yml', 'sigmaql.config.yaml', 'sigmaql.config.json'];

const NOTHING: Config = {
  targets: [],
  backends: [],
  pipelines: [],
  format: null,
  options: [],
  placeholders: [],
  deploy: [],
  custom: [],
  strict: false,
  compact: false,
};

/**
 * The configuration that the command line names, or the one found here. Throws `UsageError` with
 * every mistake in it. One that was found comes with whatever was cloned or unpacked here: it may
 * run no code and name no file outside its folder.
 */
export function readConfig(flags: ConfigFlags): Config {
  const path = flags.config ?? findConfig();
  const { profile } = flags;
  if (path === undefined) {
    if (profile === undefined) return NOTHING;
    throw new UsageError(
      `There is no configuration with a profile '${visible(profile)}'. Name its file with --config.`,
    );
  }
  const { settings, profiles } = readConfigFile(path, flags);
  const chosen = profile === undefined ? {} : profiles.get(profile);
  if (chosen === undefined) {
    const names = [...profiles.keys()];
    const like = nearest(profile!, names);
    const hint = like ? ` Did you mean '${like}'?` : '';
    const list = names.length === 0 ? 'It has none.' : `Profiles: ${names.join(', ')}.`;
    throw new UsageError(visible(`There is no profile '${profile}' in ${path}.${hint} ${list}`));
  }
  const { options = [], placeholders = [], deploy = [] } = settings;
  const replaced = new Set(chosen.placeholders?.map(([name]) => name));
  return {
    ...NOTHING,
    ...settings,
    ...chosen,
    options: [...options, ...(chosen.options ?? [])],
    deploy: [...deploy, ...(chosen.deploy ?? [])],
    placeholders: [
      ...placeholders.filter(([name]) => !replaced.has(name)),
      ...(chosen.placeholders ?? []),
    ],
  };
}

interface ReadConfigFile extends ReadSettings {
  /** What was doubtful, and read all the same. */
  readonly warnings: readonly Diagnostic[];
}

/** All that a file says. Throws `UsageError` with every mistake in it. */
export function readConfigFile(path: string, flags: ConfigFlags): ReadConfigFile {
  const trusted = flags.config !== undefined || flags.trustConfig === true;
  if (!trusted && !isRegular(path)) {
    throw new UsageError(
      `${visible(path)} is not a regular file. Remove it, or choose another with --config.`,
    );
  }
  const input = readInput(path);
  if (!(input instanceof Uint8Array)) {
    throw new UsageError(`The configuration file '${visible(path)}' cannot be read.`);
  }
  const decoded = decode(input, path);
  const documents = readYaml(decoded.file);
  const problems = [...decoded.diagnostics, ...documents.flatMap((d) => d.diagnostics)];
  const [document, another] = documents;
  if (another?.root) problems.push(diagnostic(codes['config-documents'](), another.root.span));
  const reader = new ConfigReader(dirname(path), trusted, flags, problems);
  const root = document?.root;
  const read = root && !isEmpty(root) ? reader.read(root) : { settings: {}, profiles: new Map() };
  if (problems.some((p) => p.severity === 'error')) {
    const frames = problems.map((p) => codeFrame(p, { colour: false })).join('\n');
    throw new UsageError(`The configuration has errors.\n${frames}`);
  }
  return { ...read, warnings: problems };
}

/** In the working directory, else in the nearest folder above it, up to the root of its repository. */
export function findConfig(): string | undefined {
  const here = process.cwd();
  const root = repositoryOf(here);
  for (let folder = here; ; folder = dirname(folder)) {
    const [found, another] = CONFIG_FILES.map((f) => join(relative(here, folder), f)).filter(
      isThere,
    );
    if (found !== undefined && another !== undefined) {
      throw new UsageError(
        `There are two configuration files, ${visible(found)} and ${visible(another)}. Remove one, or choose one with --config.`,
      );
    }
    if (found !== undefined || folder === root) return found;
  }
}

/** Files that no output may replace: the configuration, or whatever would be found as one. */
export function configPaths({ config }: ConfigFlags): readonly string[] {
  if (config !== undefined) return [config];
  const found = findConfig();
  return found === undefined ? CONFIG_FILES : [...CONFIG_FILES, found];
}

/** Even a link that leads nowhere: the settings of such a file are missed, not unwanted. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isRegular(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isEmpty(root: YamlNode): boolean {
  return root.kind === 'scalar' && root.value === null;
}
