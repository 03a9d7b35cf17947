import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic, Severity } from '../source/diagnostic.js';
import type { YamlEntry, YamlMap, YamlNode } from '../source/node.js';
import type { Span } from '../source/span.js';
import { readDetection } from './detection-reader.js';
import type { Detection } from './detection.js';
import type { Name } from './name.js';
import type { LogSource, Rule } from './rule.js';
import { nearest } from './suggest.js';

export interface ReadRule {
  /** Null if `diagnostics` has an error. */
  readonly rule: Rule | null;
  readonly diagnostics: readonly Diagnostic[];
}

const STATUSES = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'];
const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'];
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
        this.report('warning', 'key-case', `Write this key as '${lower}'.`, e.key.span);
        this.entries.set(lower, e);
      } else this.entries.set(name, e);
    }
  }

  read(): ReadRule {
    const { document } = this;
    const title = this.text('title');
    if (title === null && !this.entries.has('title')) {
      this.report('warning', 'missing-title', 'The rule has no title. Give it one.', this.head());
    }
    const status = this.text('status');
    this.known('status', status, STATUSES);
    const level = this.text('level');
    this.known('level', level, LEVELS);
    const id = this.text('id');
    this.wellFormed('id', id, ID, 'An id should be a UUID.');
    const date = this.text('date');
    this.wellFormed('date', date, DATE, 'Write the date as YYYY-MM-DD.');
    const modified = this.text('modified');
    this.wellFormed('modified', modified, DATE, 'Write the date as YYYY-MM-DD.');
    const tags = this.list('tags');
    for (const tag of tags) {
      if (!tag.text.includes('.')) {
        const message = 'A tag has a namespace before a dot, such as attack.t1059.';
        this.report('note', 'tag-namespace', message, tag.span);
      }
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

  private report(severity: Severity, code: string, message: string, span: Span): void {
    this.diagnostics.push(diagnostic(severity, code, message, span));
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
    const what = value.kind === 'list' ? 'a list' : 'a map';
    this.report('error', 'wrong-type', `'${key}' must be a text, not ${what}.`, value.span);
    return null;
  }

  private known(key: string, value: string | null, names: readonly string[]): void {
    if (value === null || names.includes(value)) return;
    const message = `'${value}' is no ${key} of the specification. It has: ${names.join(', ')}.`;
    this.report('warning', `unknown-${key}`, message, this.entries.get(key)!.value.span);
  }

  private wellFormed(key: string, value: string | null, form: RegExp, message: string): void {
    if (value === null || form.test(value)) return;
    this.report('warning', `bad-${key}`, message, this.entries.get(key)!.value.span);
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
      this.report('error', 'wrong-type', `'${key}' must be a list of texts, not a map.`, node.span);
      return [];
    }
    const names: Name[] = [];
    for (const item of node.items) {
      if (item.kind === 'scalar') {
        if (item.value !== null) names.push({ text: item.text, span: item.span });
      } else {
        const message = `An entry of '${key}' must be a text. Is a colon in it unquoted?`;
        this.report('warning', 'wrong-entry', message, item.span);
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
      else {
        const message = 'An entry of `related` has an `id` and a `type`.';
        this.report('warning', 'bad-related', message, item.span);
      }
    }
    return related;
  }

  /** A section that is not there; a key of nearly its name may be meant for it. */
  private missing(section: string, remedy: string): void {
    const strangers = this.document.entries.filter((e) => !KNOWN.has(e.key.text.toLowerCase()));
    const like = nearest(
      section,
      strangers.map((e) => e.key.text),
    );
    const stranger = strangers.find((e) => e.key.text === like);
    const hint = stranger ? `Is \`${stranger.key.text}\` meant to be it?` : remedy;
    const span = stranger?.key.span ?? this.head();
    this.report('error', `missing-${section}`, `The rule has no \`${section}\`. ${hint}`, span);
  }

  private logsource(): LogSource | null {
    const found = this.entries.get('logsource');
    if (!found) {
      this.missing('logsource', 'Add one with `product`, `category` or `service`.');
      return null;
    }
    const { value } = found;
    if (value.kind !== 'map') {
      const message = '`logsource` must be a map with `product`, `category` or `service`.';
      this.report(
        'error',
        'wrong-type',
        message,
        value.kind === 'scalar' ? found.key.span : value.span,
      );
      return null;
    }
    const part = (key: string): readonly Name[] => {
      const e = value.entries.find((x) => x.key.text.toLowerCase() === key);
      if (!e) return [];
      if (e.value.kind === 'list') {
        const message = `A list of ${key} names is read as any of them; the specification has one name.`;
        this.report('note', 'logsource-list', message, e.key.span);
      }
      return this.names(`logsource.${key}`, e.value);
    };
    const category = part('category');
    const product = part('product');
    const service = part('service');
    if (category.length + product.length + service.length === 0) {
      const message =
        '`logsource` names no `product`, `category` or `service`, so it fits any log.';
      this.report('warning', 'empty-logsource', message, found.key.span);
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
      const message = '`detection` must be a map of search identifiers and a `condition`.';
      const span = found.value.kind === 'scalar' ? found.key.span : found.value.span;
      this.report('error', 'wrong-type', message, span);
      return null;
    }
    if (!found.value.entries.some((e) => e.key.text === 'condition')) {
      const stray = this.entries.get('condition');
      if (stray) {
        const message =
          'This `condition` stands beside `detection`. Indent it, so that it is in it.';
        this.report('error', 'condition-outside', message, stray.key.span);
        return null;
      }
    }
    const read = readDetection(found.value);
    this.diagnostics.push(...read.diagnostics);
    return read.detection;
  }
}

const KNOWN: ReadonlySet<string> = new Set([
  'title',
  'id',
  'name',
  'status',
  'level',
  'description',
  'author',
  'date',
  'modified',
  'license',
  'taxonomy',
  'references',
  'tags',
  'fields',
  'falsepositives',
  'scope',
  'related',
  'logsource',
  'detection',
]);

function scalarTexts(nodes: readonly YamlNode[]): string[] | null {
  const texts: string[] = [];
  for (const node of nodes) {
    if (node.kind !== 'scalar') return null;
    texts.push(node.text);
  }
  return texts;
}
