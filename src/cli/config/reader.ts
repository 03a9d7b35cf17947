import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { nearest } from '../../model/suggest.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlEntry, YamlNode } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import type { DeploymentSetting } from '../../backend/deployment.js';
import type { DeployEntry } from '../../convert/deployment.js';
import { codes } from '../codes.js';
import { isFolder } from '../input/inputs.js';
import { readCustom, readDeploy } from './deploy.js';
import { PROFILES, SCHEMA_KEY, SETTINGS, isSetting } from './settings.js';
import type { SettingName } from './settings.js';

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
  readonly deploy: readonly DeployEntry[];
  /** What rules may set of it. */
  readonly custom: readonly DeploymentSetting[];
  readonly strict: boolean;
  readonly compact: boolean;
}

export interface ConfigFlags {
  readonly config?: string;
  readonly trustConfig?: boolean;
  readonly profile?: string;
  /** Named on the command line, so that those of the file are not looked at. */
  readonly backend?: readonly string[];
  readonly pipeline?: readonly string[];
}

/** Those of a whole file. */
export interface ReadSettings {
  readonly settings: Partial<Config>;
  readonly profiles: ReadonlyMap<string, Partial<Config>>;
}

/** Reads the settings of a file, and collects every mistake in them. */
export class ConfigReader {
  constructor(
    private readonly folder: string,
    private readonly trusted: boolean,
    private readonly flags: ConfigFlags,
    private readonly problems: Diagnostic[],
  ) {}

  read(root: YamlNode): ReadSettings {
    const profiles = new Map<string, Partial<Config>>();
    const others: YamlEntry[] = [];
    if (root.kind !== 'map') {
      this.problems.push(diagnostic(codes['config-not-a-map'](), root.span));
      return { settings: {}, profiles };
    }
    for (const entry of root.entries) {
      const { key, value } = entry;
      if (key.text === PROFILES.name) {
        for (const profile of this.map(PROFILES.name, 'a map of profiles', value)) {
          const name = profile.key.text;
          const own = this.map(`profiles.${name}`, 'a map of settings', profile.value);
          profiles.set(name, this.settings(own, name === this.flags.profile));
        }
      } else if (key.text !== SCHEMA_KEY) others.push(entry);
      else if (value.kind !== 'scalar' || typeof value.value !== 'string') {
        this.mistyped(SCHEMA_KEY, 'a string', value.span);
      }
    }
    return { settings: this.settings(others, true, [PROFILES.name]), profiles };
  }

  /**
   * @param applies whether this run uses them; what the others name is not looked at
   * @param more names that may be meant where one is unknown
   */
  private settings(
    entries: readonly YamlEntry[],
    applies: boolean,
    more: readonly string[] = [],
  ): Partial<Config> {
    const names = [...Object.keys(SETTINGS), ...more];
    const read = entries.map(({ key, value }): Partial<Config> => {
      if (isSetting(key.text)) return this.setting(key.text, value, applies);
      const like = nearest(key.text, names);
      const hint = like ? `Did you mean '${like}'?` : `Use one of: ${names.join(', ')}.`;
      const finding = codes['unknown-setting']({ name: key.text, hint });
      this.problems.push(diagnostic(finding, key.span));
      return {};
    });
    return Object.assign({}, ...read) as Partial<Config>;
  }

  private setting(name: SettingName, node: YamlNode, applies: boolean): Partial<Config> {
    switch (name) {
      case 'targets':
        return { targets: this.strings(name, node).map((s) => s.text) };
      case 'backends':
        return { backends: this.backends(node, applies) };
      case 'pipelines':
        return { pipelines: this.pipelines(node, applies) };
      case 'format':
        return { format: this.format(node) };
      case 'options':
        return { options: this.options(node) };
      case 'placeholders':
        return { placeholders: this.placeholders(node) };
      case 'deploy':
        return { deploy: readDeploy(node, this.problems) };
      case 'custom':
        return { custom: readCustom(node, this.problems) };
      case 'strict':
      case 'compact':
        return { [name]: this.flag(name, node) };
    }
  }

  private mistyped(name: string, expected: string, span: Span): void {
    this.problems.push(diagnostic(codes['setting-type']({ name, expected }), span));
  }

  private untrusted(action: string, span: Span): void {
    this.problems.push(diagnostic(codes['config-untrusted']({ action }), span));
  }

  private map(name: string, expected: string, node: YamlNode): readonly YamlEntry[] {
    if (node.kind === 'map') return node.entries;
    this.mistyped(name, expected, node.span);
    return [];
  }

  private flag(name: string, node: YamlNode): boolean {
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
    this.mistyped(name, '`true` or `false`', node.span);
    return false;
  }

  /** A string, or a list of them. */
  private strings(name: string, node: YamlNode): { text: string; span: Span }[] {
    const items = node.kind === 'list' ? node.items : [node];
    return items.flatMap((item) => {
      if (isString(item)) return [{ text: item.text, span: item.span }];
      this.mistyped(name, 'a string or a list of strings', item.span);
      return [];
    });
  }

  private backends(node: YamlNode, applies: boolean): string[] {
    const named = this.strings('backends', node);
    if (applies && named.length > 0 && !this.trusted && this.flags.backend === undefined) {
      this.untrusted('load `backends`, which run code', named[0]!.span);
    }
    // A package is looked up from the working directory, as one named by --backend is.
    return named.map(({ text }) => (/^[./]/.test(text) ? resolve(this.folder, text) : text));
  }

  private pipelines(node: YamlNode, applies: boolean): string[] {
    return this.strings('pipelines', node).flatMap(({ text, span }) =>
      text.split(',').map((part) => this.pipeline(part.trim(), span, applies)),
    );
  }

  private pipeline(name: string, span: Span, applies: boolean): string {
    const path = resolve(this.folder, name);
    const isPath = isAbsolute(name) || /[/\\]/.test(name) || (existsSync(path) && !isFolder(path));
    if (!isPath) return name;
    const checked = applies && this.flags.pipeline === undefined && !this.trusted;
    if (checked && !this.isInside(path)) this.untrusted('name a file outside its folder', span);
    return isAbsolute(name) ? name : this.folder === '.' ? name : relative('.', path) || path;
  }

  private isInside(path: string): boolean {
    const home = realpathSync(this.folder);
    if (!path.startsWith(resolve(this.folder) + sep)) return false;
    return !existsSync(path) || realpathSync(path).startsWith(home + sep);
  }

  private format(node: YamlNode): Config['format'] {
    if (isString(node)) return node.text;
    const formats = this.map('format', 'a string, or a map of targets', node);
    return new Map(
      formats.flatMap(({ key, value }): [string, string][] => {
        if (isString(value)) return [[key.text, value.text]];
        this.mistyped(`format.${key.text}`, 'a string', value.span);
        return [];
      }),
    );
  }

  private options(node: YamlNode): [string, string][] {
    return this.map('options', 'a map of targets', node).flatMap(({ key: target, value }) =>
      this.map(`options.${target.text}`, optionsLike(target.text), value).flatMap((option) => {
        const name = `${target.text}.${option.key.text}`;
        return this.scalar(`options.${name}`, option.value).map((text): [string, string] => [
          name,
          text,
        ]);
      }),
    );
  }

  private placeholders(node: YamlNode): [string, string][] {
    return this.map('placeholders', 'a map', node).flatMap(({ key, value }) => {
      const items = value.kind === 'list' ? value.items : [value];
      return items
        .flatMap((item) => this.scalar(`placeholders.${key.text}`, item))
        .map((text): [string, string] => [key.text, text]);
    });
  }

  private scalar(name: string, node: YamlNode): [string] | [] {
    if (node.kind === 'scalar' && node.value !== null) return [node.text];
    this.mistyped(name, 'a string, a number or a boolean', node.span);
    return [];
  }
}

/** What the options of a target are, where they are written as `-O` has them. */
function optionsLike(written: string): string {
  const [target, option = ''] = written.split('.');
  const example = option === '' ? 'splunk: {index: main}' : `${target!}: {${option}: …}`;
  return `a map of the options of a target: write \`${example}\``;
}

function isString(node: YamlNode): node is Extract<YamlNode, { kind: 'scalar' }> {
  return node.kind === 'scalar' && typeof node.value === 'string' && node.text !== '';
}
