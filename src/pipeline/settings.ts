import { logSourceNames } from '../model/log-source.js';
import type { LOG_SOURCE_KEYS } from '../model/log-source.js';
import { nearest, resembling } from '../model/suggest.js';
import type { Finding } from '../source/codes.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Json } from '../source/json.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../source/yaml/node.js';
import type { Span } from '../source/span.js';
import { codes } from './codes.js';
import { wrongState } from '../store/state.js';

/** Reads the keys of one map; what is wrong is reported at its place, and what is not known too. */
export class Settings {
  private readonly read = new Set<string>();

  constructor(
    readonly map: YamlMap,
    /** What the map is, for messages: `the transformation set_state`. */
    private readonly what: string,
    readonly diagnostics: Diagnostic[],
  ) {}

  fail(finding: Finding<'error'>, span: Span): void {
    this.diagnostics.push(diagnostic(finding, span));
  }

  warn(finding: Finding<'warning'>, span: Span): void {
    this.diagnostics.push(diagnostic(finding, span));
  }

  wrongType(key: string, expected: string, span: Span): void {
    this.fail(codes['pipeline-wrong-type']({ key, expected }), span);
  }

  has(key: string): boolean {
    this.read.add(key);
    return this.map.entries.some((e) => e.key.text === key);
  }

  node(key: string): YamlNode | null {
    this.read.add(key);
    return this.map.entries.find((e) => e.key.text === key)?.value ?? null;
  }

  span(key: string): Span {
    return this.map.entries.find((e) => e.key.text === key)?.key.span ?? this.map.span;
  }

  scalar(key: string): YamlScalar | null {
    const node = this.node(key);
    if (!node || node.kind === 'scalar') return node;
    this.wrongType(key, 'a single value', node.span);
    return null;
  }

  /** Null if the key is missing. */
  text(key: string): string | null {
    const scalar = this.scalar(key);
    return scalar && scalar.value !== null ? scalar.text : null;
  }

  required(key: string): string {
    const text = this.text(key);
    // What is of another type was reported as such.
    const isAbsent = (this.node(key)?.kind ?? 'scalar') === 'scalar';
    if (text === null && isAbsent) this.missing(key);
    return text ?? '';
  }

  /** Names of a log source, spelled as a rule's are read. */
  logSource(key: (typeof LOG_SOURCE_KEYS)[number], texts: readonly string[]): readonly string[] {
    const span = this.node(key)?.span ?? this.map.span;
    const names = texts.map((text) => ({ text, span }));
    const report = (finding: Finding): void => {
      this.diagnostics.push(diagnostic(finding, span));
    };
    return logSourceNames(key, names, report).map((name) => name.text);
  }

  /** Tells of a field's name with modifiers, which rules have beside it. */
  checkFieldName(field: string, span: Span): void {
    const [, name] = /^([^|]+)\|[a-z\d|]+$/i.exec(field) ?? [];
    if (name !== undefined) this.warn(codes['pipeline-field-modifier']({ field, name }), span);
  }

  missing(key: string): void {
    const owner = capital(this.what);
    this.fail(codes['pipeline-missing-key']({ owner, key }), this.map.span);
  }

  withoutLogSource(): void {
    this.fail(codes['pipeline-no-log-source']({ owner: capital(this.what) }), this.map.span);
  }

  flag(key: string, otherwise = false): boolean {
    const scalar = this.scalar(key);
    if (!scalar) return otherwise;
    if (typeof scalar.value === 'boolean') return scalar.value;
    this.wrongType(key, 'true or false', scalar.span);
    return otherwise;
  }

  /** A whole number that is not negative. */
  count(key: string, otherwise: number): number {
    const scalar = this.scalar(key);
    if (!scalar || scalar.value === null) return otherwise;
    if (/^\d{1,3}$/.test(scalar.text)) return Number(scalar.text);
    this.wrongType(key, 'a whole number', scalar.span);
    return otherwise;
  }

  choice<T extends string>(key: string, choices: readonly T[], otherwise: T): T {
    const text = this.text(key);
    if (text === null) return otherwise;
    const chosen = choices.find((c) => c === text);
    if (chosen !== undefined) return chosen;
    const slots = { key, value: text, known: choices.join(', '), hint: '' };
    this.fail(codes['pipeline-wrong-value'](slots), this.node(key)!.span);
    return otherwise;
  }

  /** One text, or a list of them; empty if the key is missing. */
  texts(key: string): readonly string[] {
    return this.textsOf(this.node(key), key);
  }

  textsOf(node: YamlNode | null, key: string): readonly string[] {
    if (!node) return [];
    if (node.kind === 'scalar') return node.value === null ? [] : [node.text];
    if (node.kind === 'list') return node.items.flatMap((n) => this.textsOf(n, key));
    this.wrongType(key, 'a string or a list of strings', node.span);
    return [];
  }

  entries(key: string): readonly YamlEntry[] {
    const node = this.node(key);
    if (!node) return [];
    if (node.kind === 'map') return node.entries;
    this.wrongType(key, 'a map', node.span);
    return [];
  }

  /** A map from a string to one or several strings. The key `null` is the empty string. */
  mapping(key: string): ReadonlyMap<string, readonly string[]> {
    const mapping = new Map<string, readonly string[]>();
    for (const { key: from, value } of this.entries(key)) {
      mapping.set(from.value === null ? '' : from.text, this.textsOf(value, from.text));
    }
    if (!this.has(key)) this.missing(key);
    return mapping;
  }

  items(key: string): readonly YamlNode[] {
    const node = this.node(key);
    if (!node) return [];
    if (node.kind === 'list') return node.items;
    this.wrongType(key, 'a list', node.span);
    return [];
  }

  /** State that describes where events are must have the right shape. */
  checkState(key: string, value: Json, span: Span): void {
    const expected = wrongState(key, value);
    if (expected !== null) this.wrongType(key, expected, span);
  }

  json(key: string): Json {
    const node = this.node(key);
    return node ? jsonOf(node) : null;
  }

  /** The reader for a `type`; if there is none, reports that and returns null. */
  reader<T>(
    type: string,
    readers: Readonly<Record<string, T>>,
    what: 'transformation' | 'condition' | 'postprocessing' | 'finalizer',
    also: readonly string[] = [],
  ): T | null {
    if (Object.hasOwn(readers, type)) return readers[type]!;
    const names = [...Object.keys(readers), ...also];
    const like = nearest(type, names);
    const hint = like ? `Did you mean \`${like}\`?` : `Use one of: ${names.join(', ')}.`;
    const finding = codes[`pipeline-unknown-${what}`]({ type, hint });
    this.fail(finding, this.node('type')?.span ?? this.map.span);
    return null;
  }

  private keysInPlaceOf(wrong: string): string {
    const keys = [...this.read].sort();
    const conditions = keys.filter((k) => k.endsWith('_conditions'));
    const own = keys.filter((k) => !OF_EVERY_STEP.test(k));
    const wanted = /cond/i.test(wrong) && conditions.length > 0 ? conditions : own;
    if (wanted.length > 1) return `Use one of: ${wanted.join(', ')}.`;
    return wanted.length === 1 ? `Its only key is \`${wanted[0]!}\`.` : 'Remove it.';
  }

  /** Reports the keys that nothing has read. */
  finish(): void {
    for (const { key } of this.map.entries) {
      if (this.read.has(key.text)) continue;
      const like = resembling(key.text, this.read);
      const hint = like ? `Did you mean \`${like}\`?` : this.keysInPlaceOf(key.text);
      const slots = { owner: capital(this.what), key: key.text, hint };
      this.fail(codes['pipeline-unknown-key'](slots), key.span);
    }
  }
}

/** What every step may have, so that these would bury the few keys of its own. */
const OF_EVERY_STEP = /^(?:type|id)$|_cond(?:itions|_op|_not|_expr)$/;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param numbers as numbers, or as strings as written, so that `010` stays */
export function jsonOf(node: YamlNode, numbers: 'value' | 'text' = 'value'): Json {
  switch (node.kind) {
    case 'list':
      return node.items.map((n) => jsonOf(n, numbers));
    case 'map':
      return Object.fromEntries(node.entries.map((e) => [e.key.text, jsonOf(e.value, numbers)]));
    case 'scalar': {
      const { value, text } = node;
      const isNumber = typeof value === 'bigint' || typeof value === 'number';
      return typeof value === 'bigint' || (isNumber && numbers === 'text') ? text : value;
    }
  }
}
