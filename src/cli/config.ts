import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { nearest } from '../model/suggest.js';
import { codeFrame } from '../source/code-frame.js';
import { decode } from '../source/decode.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { YamlNode } from '../source/node.js';
import type { Span } from '../source/span.js';
import { visible } from '../source/visible.js';
import { readYaml } from '../source/yaml.js';
import { codes } from './codes.js';
import { readInput } from './read-file.js';
import { UsageError } from './usage-error.js';

/** What a configuration file sets; paths in it are made relative to the working directory. */
export interface Config {
  readonly targets: readonly string[];
  readonly backends: readonly string[];
  readonly pipelines: readonly string[];
  /** One for all targets, or by target. */
  readonly format: string | ReadonlyMap<string, string> | null;
  /** `target.name` and its value. */
  readonly options: readonly (readonly [string, string])[];
  readonly placeholders: readonly (readonly [string, string])[];
  readonly strict: boolean;
  readonly compact: boolean;
}

export interface ConfigFlags {
  readonly config?: string;
  readonly trustConfig?: boolean;
  /** Named on the command line, so that those of the file are not looked at. */
  readonly backend?: readonly string[];
  readonly pipeline?: readonly string[];
}

/** Where a configuration is looked for. */
export const CONFIG_FILES = ['sigmaql.config.yml', 'sigmaql.config.yaml', 'sigmaql.config.json'];

const KEYS = [
  'targets',
  'backends',
  'pipelines',
  'format',
  'options',
  'placeholders',
  'strict',
  'compact',
] as const;

const NOTHING: Config = {
  targets: [],
  backends: [],
  pipelines: [],
  format: null,
  options: [],
  placeholders: [],
  strict: false,
  compact: false,
};

/**
 * The configuration that the command line names, or the one found in the working directory. Throws
 * `UsageError` with every mistake in it. One that was found comes with whatever was cloned or
 * unpacked here: it may run no code and name no file outside its folder.
 */
export function readConfig(flags: ConfigFlags): Config {
  const path = flags.config ?? CONFIG_FILES.find((f) => existsSync(f));
  if (path === undefined) return NOTHING;
  const trusted = flags.config !== undefined || flags.trustConfig === true;
  if (!trusted && !isRegular(path)) {
    throw new UsageError(
      `${visible(path)} is not a regular file. Remove it, or choose another with --config.`,
    );
  }
  const input = readInput(path);
  if (!(input instanceof Uint8Array)) {
    throw new UsageError(`The configuration file ${visible(path)} cannot be read.`);
  }
  const decoded = decode(input, path);
  const documents = readYaml(decoded.file);
  const problems = [...decoded.diagnostics, ...documents.flatMap((d) => d.diagnostics)];
  const [document, another] = documents;
  if (another?.root) problems.push(diagnostic(codes['config-documents'](), another.root.span));
  const reader = new ConfigReader(dirname(path), trusted, flags, problems);
  const config = document?.root ? reader.read(document.root) : NOTHING;
  if (problems.some((p) => p.severity === 'error')) {
    const frames = problems.map((p) => codeFrame(p, { colour: false })).join('\n');
    throw new UsageError(`The configuration has errors.\n${frames}`);
  }
  return config;
}

function isRegular(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ?? false;
}

class ConfigReader {
  constructor(
    private readonly folder: string,
    private readonly trusted: boolean,
    private readonly flags: ConfigFlags,
    private readonly problems: Diagnostic[],
  ) {}

  read(root: YamlNode): Config {
    const values = new Map<string, YamlNode>();
    if (root.kind !== 'map') {
      if (root.kind !== 'scalar' || root.value !== null) {
        this.mistyped('The configuration', 'a map of settings', root.span);
      }
      return NOTHING;
    }
    for (const { key, value } of root.entries) {
      if ((KEYS as readonly string[]).includes(key.text)) values.set(key.text, value);
      else this.unknown(key.text, key.span);
    }
    return {
      targets: this.list('targets', values.get('targets')),
      backends: this.backends(values.get('backends')),
      pipelines: this.pipelines(values.get('pipelines')),
      format: this.format(values.get('format')),
      options: this.options(values.get('options')),
      placeholders: this.placeholders(values.get('placeholders')),
      strict: this.flag('strict', values.get('strict')),
      compact: this.flag('compact', values.get('compact')),
    };
  }

  private unknown(name: string, span: Span): void {
    const like = nearest(name, KEYS);
    const hint = like ? `Did you mean '${like}'?` : `Use one of: ${KEYS.join(', ')}.`;
    this.problems.push(diagnostic(codes['unknown-setting']({ name, hint }), span));
  }

  private mistyped(name: string, expected: string, span: Span): void {
    this.problems.push(diagnostic(codes['setting-type']({ name, expected }), span));
  }

  private untrusted(action: string, span: Span): void {
    this.problems.push(diagnostic(codes['config-untrusted']({ action }), span));
  }

  private flag(name: string, node: YamlNode | undefined): boolean {
    if (!node) return false;
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
    this.mistyped(name, '`true` or `false`', node.span);
    return false;
  }

  private list(name: string, node: YamlNode | undefined): string[] {
    return this.strings(name, node).map((s) => s.text);
  }

  /** A string, or a list of them. */
  private strings(name: string, node: YamlNode | undefined): { text: string; span: Span }[] {
    if (!node) return [];
    const items = node.kind === 'list' ? node.items : [node];
    return items.flatMap((item) => {
      if (item.kind === 'scalar' && typeof item.value === 'string' && item.text !== '') {
        return [{ text: item.text, span: item.span }];
      }
      this.mistyped(name, 'a string or a list of strings', item.span);
      return [];
    });
  }

  private backends(node: YamlNode | undefined): string[] {
    const named = this.strings('backends', node);
    if (named.length > 0 && !this.trusted && this.flags.backend === undefined) {
      this.untrusted('load `backends`, which run code', named[0]!.span);
    }
    // A package is looked up from the working directory, as one named by --backend is.
    return named.map(({ text }) => (/^[./]/.test(text) ? resolve(this.folder, text) : text));
  }

  private pipelines(node: YamlNode | undefined): string[] {
    return this.strings('pipelines', node).flatMap(({ text, span }) =>
      text.split(',').map((part) => this.pipeline(part.trim(), span)),
    );
  }

  private pipeline(name: string, span: Span): string {
    const path = resolve(this.folder, name);
    const isPath = isAbsolute(name) || /[/\\]/.test(name) || existsSync(path);
    if (!isPath) return name;
    const checked = this.flags.pipeline === undefined && !this.trusted;
    if (checked && !this.isInside(path)) this.untrusted('name a file outside its folder', span);
    return isAbsolute(name) ? name : this.folder === '.' ? name : relative('.', path) || path;
  }

  private isInside(path: string): boolean {
    const home = realpathSync(this.folder);
    if (!path.startsWith(resolve(this.folder) + sep)) return false;
    return !existsSync(path) || realpathSync(path).startsWith(home + sep);
  }

  private format(node: YamlNode | undefined): Config['format'] {
    if (node?.kind !== 'map') return this.list('format', node)[0] ?? null;
    return new Map(this.entries('format', node).map(([target, value]) => [target, value]));
  }

  /** Scalars of a map, those of a list one by one, by key. */
  private entries(name: string, node: YamlNode): [string, string][] {
    if (node.kind !== 'map') {
      this.mistyped(name, 'a map', node.span);
      return [];
    }
    return node.entries.flatMap(({ key, value }) => {
      const items = value.kind === 'list' ? value.items : [value];
      return items.flatMap((item): [string, string][] => {
        if (item.kind === 'scalar' && item.value !== null) return [[key.text, item.text]];
        this.mistyped(`${name}.${key.text}`, 'a string, a number or a boolean', item.span);
        return [];
      });
    });
  }

  private options(node: YamlNode | undefined): [string, string][] {
    if (!node) return [];
    if (node.kind !== 'map') {
      this.mistyped('options', 'a map of targets', node.span);
      return [];
    }
    return node.entries.flatMap(({ key, value }) =>
      this.entries(`options.${key.text}`, value).map(([name, text]): [string, string] => [
        `${key.text}.${name}`,
        text,
      ]),
    );
  }

  private placeholders(node: YamlNode | undefined): [string, string][] {
    return node ? this.entries('placeholders', node) : [];
  }
}
