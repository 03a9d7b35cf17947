import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { correlateCondition } from '../../model/correlation/correlated.js';
import { usableRule } from '../../model/document.js';
import type { SigmaDocument } from '../../model/document.js';
import { jsonOf } from '../../pipeline/settings.js';
import { decode } from '../../source/decode.js';
import { diagnostic, fileDiagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { entry } from '../../source/yaml/node.js';
import type { YamlMap, YamlNode } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { readYaml } from '../../source/yaml/yaml.js';
import { codes } from '../codes.js';
import { findInputs } from '../input/inputs.js';
import type { FileKind } from '../input/inputs.js';
import { readInput } from '../input/read-file.js';

/** Events, and how many of them a rule must match; those of a correlation are one stream. */
export interface Expectation {
  readonly name: string;
  readonly document: SigmaDocument;
  /** A file of events, or the events themselves. */
  readonly events: string | readonly Readonly<Record<string, unknown>>[];
  /** `all` of them, `some` where nothing more is said, or a number; of a stream, `some` or `none`. */
  readonly expected: 'all' | 'none' | 'some' | number;
}

export interface Expectations {
  readonly found: readonly Expectation[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What lies beside a file of rules, or is named in it: `rule.test.yml` with events under `match` and
 * `no_match`, and the regression data of SigmaHQ.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/other/sigma-regression-tests.md
 */
export function expectationsOf(path: string, documents: readonly SigmaDocument[]): Expectations {
  const reader = new Reader();
  const tested = documents.filter((d) => d.kind === 'rule' || d.kind === 'correlation');
  for (const document of tested) {
    if (document.kind === 'rule') reader.regression(path, document);
  }
  const beside = ['.test.yml', '.test.yaml'].map((e) => path.replace(/\.ya?ml$/i, '') + e);
  for (const file of beside) if (isFileBelow(dirname(path), file)) reader.beside(file, tested);
  return reader;
}

/** Of the files of tests in what the user named, those whose rule is gone or has another name. */
export async function testsWithoutRules(names: readonly string[]): Promise<readonly Diagnostic[]> {
  const { files } = await findInputs(names, TESTS);
  return files.flatMap(({ path }) => {
    const stem = path.replace(TESTS.names, '');
    const isRule = stem === path || RULE_ENDINGS.some((end) => existsSync(stem + end));
    return isRule ? [] : [fileDiagnostic(codes['test-without-rule'](), path)];
  });
}

const TESTS: FileKind = { names: /\.test\.ya?ml$/i, called: 'files of tests' };
const RULE_ENDINGS = ['.yml', '.yaml', '.YML', '.YAML'];

class Reader implements Expectations {
  readonly found: Expectation[] = [];
  readonly diagnostics: Diagnostic[] = [];

  /** `regression_tests_path`, below any folder that the rule is in. */
  regression(path: string, document: SigmaDocument): void {
    const { content } = document;
    const named = content && entry(content.document, 'regression_tests_path');
    if (!named) return;
    const { value } = named;
    const info = value.kind === 'scalar' ? value.text : '';
    const root = isInner(info) ? rootOf(path, info) : null;
    if (root === null || !isFileBelow(root, join(root, info))) {
      this.wrong('test-file-not-found', value.span, info);
      return;
    }
    const [read] = this.maps(join(root, info));
    const tests = read && entry(read, 'regression_tests_info')?.value;
    if (!read) return;
    if (tests?.kind !== 'list' || tests.items.length === 0) {
      this.mistyped('regression_tests_info', 'a list of tests', tests?.span ?? read.span);
      return;
    }
    for (const test of tests.items) this.regressionTest(test, root, document);
  }

  private regressionTest(test: YamlNode, root: string, document: SigmaDocument): void {
    const text = (key: string): string => {
      const found = test.kind === 'map' ? entry(test, key)?.value : undefined;
      return found?.kind === 'scalar' ? found.text : '';
    };
    const data = text('path');
    if (!isInner(data)) {
      this.mistyped('path', 'the path of a file of events in the repository', test.span);
      return;
    }
    // The recorded log has its events beside it as JSON.
    const file = join(root, data.replace(/\.evtx$/i, '.json'));
    if (!isFileBelow(root, file)) {
      this.wrong('test-file-not-found', test.span, data.replace(/\.evtx$/i, '.json'));
      return;
    }
    const count = Number(text('match_count') || NaN);
    const expected = Number.isInteger(count) ? count : 'some';
    this.found.push({ name: text('name') || basename(file), document, events: file, expected });
  }

  /**
   * `match` and `no_match`, each a list of events and of files with events; of a correlation, of lists
   * of events and of files. They are of one `rule`, by id, name or title. Each document is of one.
   */
  beside(path: string, tested: readonly SigmaDocument[]): void {
    for (const map of this.maps(path)) this.tests(map, path, tested);
  }

  private tests(map: YamlMap, path: string, tested: readonly SigmaDocument[]): void {
    const named = entry(map, 'rule')?.value;
    const name = named?.kind === 'scalar' ? named.text : null;
    const chosen = tested.filter(
      ({ heading }) => name === null || [heading.id, heading.name, heading.title].includes(name),
    );
    const [document] = chosen;
    if (!document || chosen.length > 1) {
      this.mistyped(
        'rule',
        'the id, name or title of one rule in the file',
        named?.span ?? map.span,
      );
      return;
    }
    const unknown = map.entries.find((e) => !['rule', 'match', 'no_match'].includes(e.key.text));
    if (unknown) this.mistyped(unknown.key.text, '`rule`, `match` or `no_match`', unknown.key.span);
    if (!unknown && !entry(map, 'match') && !entry(map, 'no_match')) {
      this.mistyped('match', 'a list of events', map.span);
    }
    const isOfStreams = matchesSeveral(document);
    for (const key of ['match', 'no_match'] as const) {
      const list = entry(map, key)?.value;
      if (!list) continue;
      const isMet = isOfStreams ? 'some' : 'all';
      const expected = key === 'match' ? isMet : 'none';
      for (const [i, item] of (list.kind === 'list' ? list.items : [list]).entries()) {
        const events = this.eventsOf(item, isOfStreams, path, key);
        if (events) this.found.push({ name: `${key} ${i + 1}`, document, events, expected });
      }
    }
  }

  /** What an item under `match` or `no_match` says; null, and reported, if it is none of these. */
  private eventsOf(
    item: YamlNode,
    isOfStreams: boolean,
    path: string,
    key: string,
  ): Expectation['events'] | null {
    if (item.kind === 'map' && !isOfStreams) return [eventOf(item)];
    if (item.kind === 'list' && isOfStreams) {
      const maps = item.items.filter((e) => e.kind === 'map');
      if (maps.length === item.items.length) return maps.map(eventOf);
    }
    if (item.kind === 'scalar' && isInner(item.text)) {
      const events = join(dirname(path), item.text);
      if (isFileBelow(dirname(path), events)) return events;
      this.wrong('test-file-not-found', item.span, item.text);
      return null;
    }
    const expected = isOfStreams
      ? 'a list whose items are lists of events, or files below this folder: the events of each item are correlated'
      : 'a list of events, or of files below this folder';
    this.mistyped(key, expected, item.span);
    return null;
  }

  /** The documents of a file, but for empty ones beside others. */
  private maps(path: string): readonly YamlMap[] {
    const input = readInput(path);
    if (!(input instanceof Uint8Array)) {
      this.diagnostics.push(input);
      return [];
    }
    const { file, diagnostics } = decode(input, path);
    const documents = readYaml(file);
    const told = [...diagnostics, ...documents.flatMap((d) => d.diagnostics)];
    this.diagnostics.push(...told);
    const roots = documents.flatMap(({ root }) => (root && !isNothing(root) ? [root] : []));
    const maps = roots.filter((root) => root.kind === 'map');
    const isBroken = told.some((d) => d.severity === 'error');
    if (!isBroken && (maps.length === 0 || maps.length < roots.length)) {
      this.diagnostics.push(fileDiagnostic(codes['test-not-a-map'](), path));
    }
    return maps;
  }

  private mistyped(name: string, expected: string, span: Span): void {
    this.diagnostics.push(diagnostic(codes['test-setting']({ name, expected }), span));
  }

  private wrong(code: 'test-file-not-found', span: Span, path: string): void {
    this.diagnostics.push(diagnostic(codes[code]({ path }), span));
  }
}

function eventOf(map: YamlMap): Readonly<Record<string, unknown>> {
  return jsonOf(map) as Readonly<Record<string, unknown>>;
}

/** Whether it is several events together that a rule or a correlation matches. */
export function matchesSeveral(document: SigmaDocument): boolean {
  if (document.kind === 'correlation') return true;
  const rule = usableRule(document);
  return rule?.detection.conditions.some((c) => correlateCondition(document, rule, c)) ?? false;
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.text === '';
}

/** A path that a rule names leads to nothing outside. */
function isInner(path: string): boolean {
  return path !== '' && !/^[/\\]|^[a-z]:/i.test(path) && !path.split(/[\\/]/).includes('..');
}

/** Whether a path leads to a regular file in a folder: through no link out of it, to no pipe that waits. */
function isFileBelow(folder: string, path: string): boolean {
  try {
    const home = realpathSync(folder);
    const real = realpathSync(path);
    return real.startsWith(home.endsWith(sep) ? home : home + sep) && statSync(real).isFile();
  } catch {
    return false;
  }
}

/** The innermost folder around a file that has something of a path. */
function rootOf(file: string, inner: string): string | null {
  for (let folder = dirname(file), last = ''; ; folder = join(folder, '..')) {
    if (existsSync(join(folder, inner))) return folder;
    const real = join(process.cwd(), folder);
    if (real === last || existsSync(join(folder, '.git'))) return null;
    last = real;
  }
}
