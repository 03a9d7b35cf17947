import type { Finding } from '../source/codes.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic, DiagnosticDetails } from '../source/diagnostic.js';
import type { YamlEntry, YamlMap, YamlNode } from '../source/node.js';
import type { Span } from '../source/span.js';
import { codes } from './codes.js';
import { readDetection } from './detection-reader.js';
import type { Detection } from './detection.js';
import { replaceSpan, replaceText } from './fixes.js';
import { LEVELS } from './level.js';
import type { Name } from './name.js';
import { logSourceNames } from './log-source.js';
import { LOG_SOURCE_KEYS, METADATA_KEYS } from './rule.js';
import type { LogSource, Rule } from './rule.js';
import { nearest } from './suggest.js';

/** What YAML takes without quotes: a name, or a list of names. */
const PLAIN_NAMES = /^(?:[a-z][a-z0-9_.-]*|\[[a-z][a-z0-9_.-]*(?:, [a-z][a-z0-9_.-]*)*\])$/;

export interface ReadRule {
  /** Null if `diagnostics` has an error. */
  readonly rule: Rule | null;
  readonly diagnostics: readonly Diagnostic[];
}

export const STATUSES: readonly string[] = [
  'stable',
  'test',
  'experimental',
  'deprecated',
  'unsupported',
];
const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const DATE = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/;

/**
 * Reads a rule; every problem of it is reported, not only the first. Of what surrounds the
 * detection only wrong types are errors: catalogues hold many a status and tag of their own.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html
 */
export function readRule(document: YamlMap): ReadRule {
  return new RuleReader(document).read();
}

class RuleReader {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly entries = new Map<string, YamlEntry>();

  constructor(private readonly document: YamlMap) {
    for (const e of document.entries) {
      const name = e.key.text;
      const lower = name.toLowerCase();
      if (name !== lower && KNOWN.has(lower) && !this.entries.has(lower)) {
        const fix = replaceSpan('Write the key in lower case', e.key.span, lower);
        this.report(codes['key-case']({ key: lower }), e.key.span, { fix });
        this.entries.set(lower, e);
      } else this.entries.set(name, e);
    }
  }

  read(): ReadRule {
    const { document } = this;
    const title = this.text('title');
    if (title === null && !this.entries.has('title')) {
      this.report(codes['missing-title'](), this.head());
    }
    const status = this.known('status', 'unknown-status', STATUSES);
    const level = this.known('level', 'unknown-level', LEVELS);
    const id = this.text('id');
    this.wellFormed('id', id, ID, codes['bad-id']());
    const date = this.text('date');
    this.wellFormed('date', date, DATE, codes['bad-date']());
    const modified = this.text('modified');
    this.wellFormed('modified', modified, DATE, codes['bad-modified']());
    const tags = this.list('tags');
    for (const tag of tags) {
      if (!tag.text.includes('.')) this.report(codes['tag-namespace'](), tag.span);
    }
    const rest = {
      name: this.text('name'),
      description: this.text('description'),
      author: this.text('author'),
      license: this.text('license'),
      taxonomy: this.text('taxonomy'),
      references: this.list('references'),
      fields: this.list('fields'),
      falsepositives: this.list('falsepositives'),
      scope: this.list('scope'),
      related: this.related(),
    };
    const logsource = this.logsource();
    const detection = this.detection();
    this.misspelt(document, KNOWN_AND_OTHERS);
    const failed = this.diagnostics.some((d) => d.severity === 'error');
    if (failed || !logsource || !detection) return { rule: null, diagnostics: this.diagnostics };
    const rule: Rule = {
      kind: 'rule',
      title: title ?? '',
      id,
      status,
      level,
      date,
      modified,
      tags,
      ...rest,
      logsource,
      detection,
      document,
      span: document.span,
    };
    return { rule, diagnostics: this.diagnostics };
  }

  private report(finding: Finding, span: Span, details?: DiagnosticDetails): void {
    this.diagnostics.push(diagnostic(finding, span, details));
  }

  /** A place for what is missing: the first key. */
  private head(): Span {
    return this.document.entries[0]?.key.span ?? this.document.span;
  }

  /** A scalar's text; null where the key is absent, empty or of a wrong type. */
  private text(key: string): string | null {
    const found = this.entries.get(key);
    if (!found) return null;
    const { value } = found;
    if (value.kind === 'scalar') return value.value === null ? null : value.text;
    // Several authors as a list are unambiguous, and common.
    const items = value.kind === 'list' ? scalarTexts(value.items) : null;
    if (items && key === 'author') return items.join(', ');
    const slots = { key, expected: 'a string', actual: KINDS[value.kind] };
    this.report(codes['wrong-type'](slots), value.span);
    return null;
  }

  /** One of the specification's names, read in any case; what is none of them stays as it is. */
  private known(
    key: 'status' | 'level',
    code: 'unknown-status' | 'unknown-level',
    names: readonly string[],
  ): string | null {
    const value = this.text(key);
    if (value === null || names.includes(value)) return value;
    const { value: node } = this.entries.get(key)!;
    const lower = standardName(value);
    if (names.includes(lower)) {
      const title = `Write the ${key} in lower case`;
      const fix = node.kind === 'scalar' ? replaceText(title, node, lower) : undefined;
      this.report(codes['value-case']({ key, value, read: lower }), node.span, { fix });
      return lower;
    }
    this.report(codes[code]({ value, known: names.join(', ') }), node.span);
    return value;
  }

  /** Keys of the user's own are welcome; one that is nearly the specification's is a slip. */
  private misspelt(map: YamlMap, known: ReadonlySet<string>): void {
    for (const { key } of map.entries) {
      const name = key.text.toLowerCase();
      if (known.has(name)) continue;
      const like = nearest(name, known);
      if (like === null || name.length < 4) continue;
      if (this.diagnostics.some((d) => d.span?.start === key.span.start)) continue;
      const fix = replaceSpan(`Write \`${like}\``, key.span, like);
      this.report(codes['misspelt-key']({ key: key.text, like }), key.span, { fix });
    }
  }

  private wellFormed(key: string, value: string | null, form: RegExp, finding: Finding): void {
    if (value === null || form.test(value)) return;
    this.report(finding, this.entries.get(key)!.value.span);
  }

  /** A list of scalars; a scalar alone is a list of one. */
  private list(key: string): Name[] {
    const found = this.entries.get(key);
    return found ? this.names(key, found.value) : [];
  }

  private names(key: string, node: YamlNode): Name[] {
    if (node.kind === 'scalar') {
      return node.value === null ? [] : [{ text: node.text, span: node.span }];
    }
    if (node.kind === 'map') {
      const slots = { key, expected: 'a list of strings', actual: KINDS.map };
      this.report(codes['wrong-type'](slots), node.span);
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

  private related(): Rule['related'] {
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
      else this.report(codes['bad-related'](), item.span);
    }
    return related;
  }

  /** A missing section; a key with a similar name may be a typo for it. */
  private missing(section: 'logsource' | 'detection', remedy: string): void {
    const strangers = this.document.entries.filter((e) => !KNOWN.has(e.key.text.toLowerCase()));
    const like = nearest(
      section,
      strangers.map((e) => e.key.text),
    );
    const stranger = strangers.find((e) => e.key.text === like);
    const hint = stranger ? `Is \`${stranger.key.text}\` a typo?` : remedy;
    const span = stranger?.key.span ?? this.head();
    this.report(codes[`missing-${section}`]({ hint }), span);
  }

  private notAMap({ key, value }: YamlEntry, expected: string): void {
    const isEmpty = value.kind === 'scalar' && value.value === null;
    const actual = isEmpty ? 'empty' : KINDS[value.kind];
    const span = value.kind === 'scalar' ? key.span : value.span;
    this.report(codes['wrong-type']({ key: key.text.toLowerCase(), expected, actual }), span);
  }

  private logsource(): LogSource | null {
    const found = this.entries.get('logsource');
    if (!found) {
      this.missing('logsource', 'Add one with `product`, `category` or `service`.');
      return null;
    }
    const { value } = found;
    if (value.kind !== 'map') {
      this.notAMap(found, 'a map with `product`, `category` or `service`');
      return null;
    }
    this.misspelt(value, LOG_SOURCE_NAMES);
    const part = (key: string): readonly Name[] => {
      const e = value.entries.find((x) => x.key.text.toLowerCase() === key);
      if (!e) return [];
      if (e.value.kind === 'list') {
        this.report(codes['logsource-list']({ key }), e.key.span);
      }
      const names = this.names(`logsource.${key}`, e.value);
      return logSourceNames(names, (finding, span, instead) => {
        const isOne = !instead.startsWith('[');
        const fits = PLAIN_NAMES.test(instead) && (isOne || e.value.kind === 'scalar');
        const fix = fits ? replaceSpan(`Write \`${instead}\``, span, instead) : undefined;
        this.report(finding, span, { fix });
      });
    };
    const category = part('category');
    const product = part('product');
    const service = part('service');
    if (category.length + product.length + service.length === 0) {
      this.report(codes['empty-logsource'](), found.key.span);
    }
    const definition = value.entries.find((e) => e.key.text === 'definition')?.value;
    return {
      kind: 'logsource',
      category,
      product,
      service,
      definition: definition?.kind === 'scalar' ? definition.text : null,
      span: value.span,
    };
  }

  private detection(): Detection | null {
    const found = this.entries.get('detection');
    if (!found) {
      this.missing('detection', 'Add search identifiers and a `condition` under it.');
      return null;
    }
    if (found.value.kind !== 'map') {
      this.notAMap(found, 'a map with search identifiers and a `condition`');
      return null;
    }
    if (!found.value.entries.some((e) => e.key.text === 'condition')) {
      const stray = this.entries.get('condition');
      if (stray) {
        this.report(codes['condition-outside'](), stray.key.span);
        return null;
      }
    }
    const read = readDetection(found.value);
    this.diagnostics.push(...read.diagnostics);
    return read.detection;
  }
}

const KINDS = { list: 'a list', map: 'a map', scalar: 'a single value' } as const;

const KNOWN: ReadonlySet<string> = new Set([...METADATA_KEYS, 'related', 'logsource', 'detection']);

/** Keys that catalogues commonly add are no slips. */
const KNOWN_AND_OTHERS: ReadonlySet<string> = new Set([...KNOWN, 'action', 'tag', 'reference']);
const LOG_SOURCE_NAMES: ReadonlySet<string> = new Set([...LOG_SOURCE_KEYS, 'definition']);

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
