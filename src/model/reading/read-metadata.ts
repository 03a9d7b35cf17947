import type { Finding } from '../../source/codes.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic, DiagnosticDetails } from '../../source/diagnostic.js';
import { entry } from '../../source/yaml/node.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../../source/yaml/node.js';
import { positionAt } from '../../source/span.js';
import type { Span } from '../../source/span.js';
import { codes } from '../codes.js';
import { replaceSpan, replaceText } from './fixes.js';
import { LEVELS } from '../level.js';
import { METADATA_KEYS } from '../metadata.js';
import type { Metadata } from '../metadata.js';
import type { Name } from '../name.js';
import { slipCodes } from './slip-codes.js';
import { nearest } from '../suggest.js';

export const STATUSES: readonly string[] = [
  'stable',
  'test',
  'experimental',
  'deprecated',
  'unsupported',
];
const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

/** Where what is wrong goes. */
export type ReportTo = (finding: Finding, span: Span, details?: DiagnosticDetails) => void;

/**
 * Reads what a document says of itself. Only wrong types are errors: catalogues hold many a status
 * and tag of their own.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html
 */
export class MetadataReader {
  protected readonly diagnostics: Diagnostic[] = [];
  protected readonly entries = new Map<string, YamlEntry>();

  /** @param known the keys that the document may have, from `knownKeys` */
  constructor(
    protected readonly document: YamlMap,
    protected readonly known: ReadonlySet<string>,
  ) {
    for (const e of document.entries) {
      const name = e.key.text;
      const lower = name.toLowerCase();
      if (name === lower || !known.has(lower)) {
        this.entries.set(name, e);
        continue;
      }
      const used = entryInAnyCase(document, lower)!;
      if (used !== e) {
        this.ignored(e.key, used.key);
        continue;
      }
      const fix = replaceSpan('Write the key in lower case', e.key.span, lower);
      this.report(codes['key-case']({ key: lower }), e.key.span, { fix });
      this.entries.set(lower, e);
    }
  }

  /** A key that another one of the same name stands for. */
  protected ignored(key: YamlScalar, used: YamlScalar): void {
    const { line } = positionAt(used.span.file, used.span.start);
    const related = [{ message: 'the key that is used', span: used.span }];
    const finding = codes['key-ignored']({ key: key.text, used: used.text, line });
    this.report(finding, key.span, { related });
  }

  protected metadata(): Metadata {
    const title = this.text('title');
    const titled = this.entries.get('title');
    if (!titled || (titled.value.kind === 'scalar' && (title ?? '').trim() === '')) {
      this.report(codes['missing-title'](), titled?.key.span ?? this.head());
    }
    const status = this.oneOf('status', 'unknown-status', STATUSES);
    const level = this.oneOf('level', 'unknown-level', LEVELS);
    const id = this.text('id');
    this.wellFormed('id', id, (text) => ID.test(text), 'bad-id');
    const date = this.text('date');
    this.wellFormed('date', date, isDate, 'bad-date');
    const modified = this.text('modified');
    this.wellFormed('modified', modified, isDate, 'bad-modified');
    const taxonomy = this.text('taxonomy');
    if (taxonomy !== null && taxonomy.trim().toLowerCase() !== 'sigma') {
      const span = this.entries.get('taxonomy')!.value.span;
      this.report(slipCodes['unknown-taxonomy']({ value: taxonomy }), span);
    }
    const tags = this.nameList('tags');
    for (const tag of tags) {
      if (!tag.text.includes('.')) this.report(codes['tag-namespace'](), tag.span);
    }
    return {
      title: title ?? '',
      id,
      status,
      level,
      date,
      modified,
      tags,
      name: this.text('name'),
      description: this.text('description'),
      author: this.text('author'),
      license: this.text('license'),
      taxonomy,
      references: this.list('references'),
      fields: this.nameList('fields'),
      falsepositives: this.list('falsepositives'),
      scope: this.list('scope'),
      related: this.related(),
    };
  }

  /** Keys of the document's own that are nearly the specification's. */
  protected misspeltKeys(): void {
    this.misspelt(this.document, this.known, OTHERS);
  }

  protected report(finding: Finding, span: Span, details?: DiagnosticDetails): void {
    this.diagnostics.push(diagnostic(finding, span, details));
  }

  /** A place for what is missing: the first key. */
  protected head(): Span {
    return this.document.entries[0]?.key.span ?? this.document.span;
  }

  /** A scalar's text; null where the key is absent, empty or of a wrong type. */
  protected text(key: string): string | null {
    const found = this.entries.get(key);
    if (!found) return null;
    const { value } = found;
    if (value.kind === 'scalar') return value.value === null ? null : value.text;
    // Several authors as a list are unambiguous, and common.
    const items = value.kind === 'list' ? scalarTexts(value.items) : null;
    if (items && key === 'author') return items.join(', ');
    const slots = { key, expected: 'a string', actual: KINDS[value.kind] };
    this.report(codes['wrong-metadata'](slots), value.span);
    return null;
  }

  /** One of the specification's names, read in any case; what is none of them stays as it is. */
  private oneOf(
    key: 'status' | 'level',
    code: 'unknown-status' | 'unknown-level',
    names: readonly string[],
  ): string | null {
    const value = this.text(key);
    if (value === null || names.includes(value)) return value;
    const { value: node } = this.entries.get(key)!;
    const lower = standardName(value);
    if (names.includes(lower)) {
      const title = `Write \`${lower}\``;
      const fix = node.kind === 'scalar' ? replaceText(title, node, lower) : undefined;
      this.report(codes['value-case']({ key, value, read: lower }), node.span, { fix });
      return lower;
    }
    const meant =
      names.find((n) => lower.length > 2 && n.startsWith(lower)) ?? nearest(lower, names);
    const like = meant === null ? '' : ` Did you mean \`${meant}\`?`;
    this.report(codes[code]({ value, like, known: names.join(', ') }), node.span);
    return value;
  }

  /** Keys of the user's own are welcome; one that is nearly the specification's is a slip. */
  protected misspelt(
    map: YamlMap,
    known: ReadonlySet<string>,
    others: readonly string[] = [],
  ): void {
    for (const { key } of map.entries) {
      const name = key.text.toLowerCase();
      if (known.has(name) || others.includes(name)) continue;
      const like = nearest(name, [...known, ...others]);
      if (like === null || name.length < 4) continue;
      if (this.diagnostics.some((d) => d.span?.start === key.span.start)) continue;
      // Beside the right one it may be a key of the user's own.
      const isThere = map.entries.some((e) => e.key.text.toLowerCase() === like);
      const fix = isThere ? undefined : replaceSpan(`Write \`${like}\``, key.span, like);
      this.report(codes['misspelt-key']({ key: key.text, like }), key.span, { fix });
    }
  }

  protected wellFormed(
    key: string,
    value: string | null,
    isWellFormed: (text: string) => boolean,
    code: 'bad-id' | 'bad-date' | 'bad-modified',
  ): void {
    if (value === null || isWellFormed(value)) return;
    this.report(codes[code](), this.entries.get(key)!.value.span);
  }

  /** A list of scalars; a scalar alone is a list of one. */
  protected list(key: string): Name[] {
    const found = this.entries.get(key);
    return found ? this.names(key, found.value, 'wrong-metadata') : [];
  }

  /** As `list`, of names, which no comma is part of. */
  private nameList(key: 'tags' | 'fields'): Name[] {
    return this.list(key).flatMap(({ text, span }) => {
      const names = text.split(',').map((name) => name.trim());
      if (names.length === 1 || !names.every((name) => /^[\w.@-]+$/.test(name))) {
        return [{ text, span }];
      }
      this.report(codes['names-in-one']({ count: names.length }), span);
      return names.map((name) => ({ text: name, span }));
    });
  }

  protected names(
    key: string,
    node: YamlNode,
    code: 'wrong-type' | 'wrong-metadata' = 'wrong-type',
    expected = 'a list of strings',
  ): Name[] {
    if (node.kind === 'scalar') {
      return node.value === null ? [] : [{ text: node.text, span: node.span }];
    }
    if (node.kind === 'map') {
      const slots = { key, expected, actual: KINDS.map };
      this.report(codes[code](slots), node.span);
      return [];
    }
    const names: Name[] = [];
    for (const item of node.items) {
      if (item.kind === 'scalar') {
        if (item.value !== null) names.push({ text: item.text, span: item.span });
      } else {
        this.report(codes['wrong-entry']({ key }), item.span);
      }
    }
    return names;
  }

  protected related(): Metadata['related'] {
    const node = this.entries.get('related')?.value;
    if (!node || (node.kind === 'scalar' && node.value === null)) return [];
    const items = node.kind === 'list' ? node.items : [node];
    const related: { id: string; type: string }[] = [];
    for (const item of items) {
      const [id, type] = ['id', 'type'].map((key) => {
        const e = item.kind === 'map' ? item.entries.find((x) => x.key.text === key) : undefined;
        return e?.value.kind === 'scalar' ? e.value.text : null;
      });
      if (id && type) related.push({ id, type });
      if (!id || !RELATIONS.includes(standardName(type ?? ''))) {
        this.report(codes['bad-related']({ types: RELATIONS.join(', ') }), item.span);
      }
    }
    return related;
  }
}

/** The entry of a key in lower case, or else the first in another. */
export function entryInAnyCase(map: YamlMap, key: string): YamlEntry | undefined {
  return entry(map, key) ?? map.entries.find((e) => e.key.text.toLowerCase() === key);
}

/** How rules may be related, in the order of the specification. */
const RELATIONS = ['derived', 'obsolete', 'merged', 'renamed', 'similar'];

export const KINDS = { list: 'a list', map: 'a map', scalar: 'a single value' } as const;

/** All keys of a document that has these sections. */
export function knownKeys(...sections: readonly string[]): ReadonlySet<string> {
  return new Set([...METADATA_KEYS, 'related', ...sections]);
}

/** Keys that catalogues commonly add are no slips. */
const OTHERS = ['action', 'tag', 'reference'];

/** A status or level as it is compared. */
export function standardName(value: string): string {
  return value.trim().toLowerCase();
}

function scalarTexts(nodes: readonly YamlNode[]): string[] | null {
  const texts: string[] = [];
  for (const node of nodes) {
    if (node.kind !== 'scalar') return null;
    texts.push(node.text);
  }
  return texts;
}

/** Of the calendar; `2024-02-30` is none. */
function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text)?.map(Number) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(year, month! - 1, day));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
}
