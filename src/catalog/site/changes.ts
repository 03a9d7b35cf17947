import { isCondition } from '../inspect/stages.js';
import { hashOf } from '../../source/hash.js';
import { isJsonObject } from '../../source/json.js';
import type { CatalogRule } from './entry.js';

/** What a build leaves for the next one. */
export interface Manifest {
  readonly version: 1;
  readonly rules: readonly ManifestRule[];
}

/** What is compared of a rule. */
export interface ManifestRule {
  readonly id: string | null;
  readonly path: string;
  readonly position: number;
  readonly title: string;
  readonly language: string;
  readonly level: string | null;
  readonly status: string | null;
  readonly logsource: string;
  readonly conditions: readonly string[];
  /** By field and kind: `Image ends_with`, `not User eq`. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly meaning: string | null;
  /** A hash of all of its text. */
  readonly text: string;
  /** By target, a hash of the queries. */
  readonly queries: Readonly<Record<string, string>>;
}

/** Something of a rule that is not what it was. */
export type Change =
  | {
      readonly what: 'title' | 'level' | 'status' | 'log source' | 'condition' | 'path';
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly what: 'values';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly what: 'queries'; readonly targets: readonly string[] }
  /** How the values are linked, or nothing but prose such as the description. */
  | { readonly what: 'logic' | 'text' };

export interface ChangedRule {
  readonly rule: CatalogRule;
  readonly changes: readonly Change[];
}

export interface Changes {
  readonly added: readonly CatalogRule[];
  readonly changed: readonly ChangedRule[];
  readonly removed: readonly ManifestRule[];
}

/** Enough to tell a string from what the same rule had before. */
function shortHash(text: string): string {
  return hashOf(text).slice(0, 8);
}

export function manifestOf(rules: readonly CatalogRule[]): Manifest {
  return { version: 1, rules: rules.map(manifestRule) };
}

/** One rule a line, so that two manifests can be compared line by line. */
export function printManifest({ version, rules }: Manifest): string {
  const lines = rules.map((rule) => `\n${JSON.stringify(rule)}`).join(',');
  return `{"version":${version},"rules":[${lines}\n]}\n`;
}

/** Null for what `printManifest` has not written. */
export function readManifest(text: string): Manifest | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isJsonObject(read) || read['version'] !== 1) return null;
  const { rules } = read;
  return isListOf(rules, isManifestRule) ? { version: 1, rules } : null;
}

/** Rules are the same by id, where no other has it; or else by place. */
export function changesSince(previous: Manifest, rules: readonly CatalogRule[]): Changes {
  const find = finder(previous.rules);
  const left = new Set(previous.rules);
  const added: CatalogRule[] = [];
  const changed: ChangedRule[] = [];
  for (const rule of rules) {
    const now = manifestRule(rule);
    const before = find(now);
    if (!before || !left.delete(before)) {
      added.push(rule);
      continue;
    }
    const changes = changesBetween(before, now);
    if (changes.length > 0) changed.push({ rule, changes });
  }
  return { added, changed, removed: [...left] };
}

function finder(rules: readonly ManifestRule[]): (rule: ManifestRule) => ManifestRule | undefined {
  const byId = new Map<string, ManifestRule | undefined>();
  const byPlace = new Map<string, ManifestRule>();
  for (const rule of rules) {
    if (rule.id !== null) byId.set(rule.id, byId.has(rule.id) ? undefined : rule);
    byPlace.set(placeOf(rule), rule);
  }
  return (rule) => {
    const there = byPlace.get(placeOf(rule));
    if (rule.id === null || there?.id === rule.id) return there;
    return byId.get(rule.id) ?? (there?.id === null ? there : undefined);
  };
}

function placeOf({ path, position }: ManifestRule): string {
  return `${position} ${path}`;
}

function changesBetween(before: ManifestRule, after: ManifestRule): readonly Change[] {
  const changes: Change[] = [];
  const compare = (what: 'title' | 'level' | 'status' | 'path', was: string, is: string): void => {
    if (was !== is) changes.push({ what, before: was, after: is });
  };
  compare('title', before.title, after.title);
  compare('level', before.level ?? '', after.level ?? '');
  compare('status', before.status ?? '', after.status ?? '');
  compare('path', before.path, after.path);
  const logic: Change[] = [];
  if (before.logsource !== after.logsource) {
    logic.push({ what: 'log source', before: before.logsource, after: after.logsource });
  }
  const [was, is] = [before.conditions.join('\n'), after.conditions.join('\n')];
  if (was !== is) logic.push({ what: 'condition', before: was, after: is });
  const [had, has] = [valueList(before), valueList(after)];
  const added = without(has, had);
  const removed = without(had, has);
  if (added.length + removed.length > 0) logic.push({ what: 'values', added, removed });
  if (logic.length === 0 && before.meaning !== after.meaning) logic.push({ what: 'logic' });
  changes.push(...logic);
  const targets = Object.keys(after.queries).filter(
    (t) => Object.hasOwn(before.queries, t) && before.queries[t] !== after.queries[t],
  );
  if (targets.length > 0) changes.push({ what: 'queries', targets });
  if (changes.length === 0 && before.text !== after.text) changes.push({ what: 'text' });
  return changes;
}

function valueList({ values }: ManifestRule): readonly string[] {
  return Object.entries(values).flatMap(([name, list]) => list.map((v) => `${name} ${v}`.trim()));
}

function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Set(other);
  return list.filter((item) => !known.has(item));
}

function manifestRule(rule: CatalogRule): ManifestRule {
  const { id, path, position, title, language, sigma, predicates, text } = rule;
  const queries = new Map<string, string[]>();
  for (const { target, text: query } of sigma?.queries ?? []) {
    queries.set(target, [...(queries.get(target) ?? []), query ?? '']);
  }
  return {
    id,
    path,
    position,
    title,
    language,
    level: sigma?.level ?? null,
    status: sigma?.status ?? null,
    logsource: sigma ? logSourceText(sigma.logsource) : '',
    conditions: (sigma?.stages ?? []).filter((s) => isCondition(s.name)).map((s) => s.text),
    values: valuesOf(predicates),
    meaning: sigma?.meaning ?? null,
    text: shortHash(text),
    queries: Object.fromEntries(
      [...queries].map(([target, texts]) => [target, shortHash(texts.join('\n'))]),
    ),
  };
}

/** `product windows, service system or security`, as people say it. */
function logSourceText(logsource: NonNullable<CatalogRule['sigma']>['logsource']): string {
  return (['product', 'category', 'service'] as const)
    .filter((key) => logsource[key].length > 0)
    .map((key) => `${key} ${logsource[key].join(' or ')}`)
    .join(', ');
}

function valuesOf(predicates: CatalogRule['predicates']): ManifestRule['values'] {
  const values = new Map<string, Set<string>>();
  for (const { field, kind, value, negated } of predicates) {
    const name = `${negated ? 'not ' : ''}${field ?? ''} ${kind}`;
    const known = values.get(name);
    if (known) known.add(value);
    else values.set(name, new Set([value]));
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, [...list]]));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isManifestRule(value: unknown): value is ManifestRule {
  if (!isJsonObject(value)) return false;
  const optional = [value['id'], value['level'], value['status'], value['meaning']];
  const texts = [value['path'], value['title'], value['language'], value['logsource']];
  return (
    optional.every((v) => v === null || isText(v)) &&
    [...texts, value['text']].every(isText) &&
    typeof value['position'] === 'number' &&
    isListOf(value['conditions'], isText) &&
    isJsonObject(value['values']) &&
    Object.values(value['values']).every((list) => isListOf(list, isText)) &&
    isJsonObject(value['queries']) &&
    Object.values(value['queries']).every(isText)
  );
}
