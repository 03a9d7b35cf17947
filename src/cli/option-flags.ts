import { InvalidArgumentError } from 'commander';

/** Options that several subcommands have. */

export const several = (value: string, before: readonly string[] = []): string[] => [
  ...before,
  value,
];

/** The name of a file or folder; none would be the working directory. */
export function place(value: string): string {
  if (value === '') throw new InvalidArgumentError('It is empty.');
  return value;
}

/** Where queries go that are otherwise printed. */
export function placeOfQueries(value: string): string {
  if (value !== '-') return place(value);
  throw new InvalidArgumentError(
    'Leave it out to print to standard output; write ./- for a file or folder of that name.',
  );
}

export const CONFIG = [
  '--config <file>',
  'configuration file (default: sigmaql.config.yml, .yaml or .json, here or above in the repository)',
] as const;

export const TRUST = [
  '--trust-config',
  'let an automatically found configuration load backends and read files elsewhere',
] as const;

const PROFILE = ['--profile <name>', 'profile of the configuration to apply'] as const;

export const PIPELINES = [
  '-p, --pipeline <name>',
  'pipeline names, files or folders, comma-separated or repeated; or none',
  several,
] as const;

/** As sigma-cli has it. */
export const WITHOUT_PIPELINE = ['--without-pipeline', 'same as -p none'] as const;

export const OPTION = [
  '-O, --option <target.name=value>',
  'target option; repeatable',
  several,
] as const;

export const PLACEHOLDER = [
  '--placeholder <name=value>',
  'value for %name%, or @file with one per line; repeatable',
  several,
] as const;

export const BACKEND = [
  '--backend <package>',
  'package or file that adds targets; repeatable',
  several,
] as const;

export const FILTERS = [
  '--filter <path>',
  'file or folder whose filters apply to the rules; repeatable',
  several,
] as const;

export const QUIET = ['-q, --quiet', 'show errors only'] as const;

const FAIL_ON = [
  '--fail-on <reasons>',
  'also fail on approximate, unmapped, limits or warning, comma-separated',
  several,
] as const;

const SKIP = [
  '-s, --skip-unsupported',
  'do not fail on rules that a target cannot express; they are listed',
] as const;

const BASELINE = [
  '--baseline <file>',
  'refusals that do not fail the run, by rule id and code',
] as const;

const UPDATE_BASELINE = [
  '--update-baseline',
  'write the refusals of this run into the baseline',
] as const;

const REPORT = [
  '--report <format=file>',
  'report of the run: sarif, junit, json or csv, or github for annotations; repeatable',
  several,
] as const;

const FORMAT = [
  '-f, --format <name>',
  'output format, or one per target: kql=sentinel,splunk=savedsearches',
  several,
] as const;

/** Of events that rules match. */
export const MATCH_REPORT = [
  '--report <format=file>',
  'report of the matches: sarif or junit, or github for annotations; repeatable',
  several,
] as const;

/** How to convert; the targets are described where they are chosen. */
export const CONVERSION = [FORMAT, OPTION, PIPELINES, WITHOUT_PIPELINE, FILTERS] as const;

export const CONFIGURATION = [CONFIG, TRUST, PROFILE] as const;

/** What a configuration file can set as well, and which one applies. */
export const SETTINGS = [PLACEHOLDER, BACKEND, ...CONFIGURATION] as const;

/** What makes a run fail, and how failures are reported. */
export const POLICY = [QUIET, FAIL_ON, SKIP, BASELINE, UPDATE_BASELINE, REPORT] as const;
