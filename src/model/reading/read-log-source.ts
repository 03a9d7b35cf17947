import type { YamlEntry, YamlMap, YamlScalar } from '../../source/yaml/node.js';
import { codes } from '../codes.js';
import { replaceSpan } from './fixes.js';
import { LOG_SOURCE_KEYS, logSourceNames } from '../log-source.js';
import type { LogSource } from '../log-source.js';
import type { Name } from '../name.js';
import { KINDS, MetadataReader, entryInAnyCase } from './read-metadata.js';
import { METADATA_KEYS } from '../metadata.js';
import { slipCodes } from './slip-codes.js';
import type { Span } from '../../source/span.js';
import { nearest } from '../suggest.js';

/** What YAML takes without quotes: a name, or a list of names. */
const PLAIN_NAMES = /^(?:[a-z][a-z0-9_.-]*|\[[a-z][a-z0-9_.-]*(?:, [a-z][a-z0-9_.-]*)*\])$/;

const LOG_SOURCE_NAMES: ReadonlySet<string> = new Set([...LOG_SOURCE_KEYS, 'definition']);

/** Reads documents that have a log source: rules and filters. */
export class LogSourceReader extends MetadataReader {
  /** A missing section; a key with a similar name may be a typo for it. */
  protected missing(section: 'logsource' | 'detection', remedy: string): void {
    const stranger = this.misspeltSection(section);
    const hint = stranger ? `Is \`${stranger.text}\` a typo?` : remedy;
    this.report(codes[`missing-${section}`]({ hint }), stranger?.span ?? this.head());
  }

  protected misspeltSection(section: string): YamlScalar | undefined {
    const strangers = this.document.entries.filter(
      (e) => !this.known.has(e.key.text.toLowerCase()),
    );
    const like = nearest(
      section,
      strangers.map((e) => e.key.text),
    );
    return strangers.find((e) => e.key.text === like)?.key;
  }

  protected notAMap({ key, value }: YamlEntry, expected: string): void {
    const isEmpty = value.kind === 'scalar' && value.value === null;
    const outdented = isEmpty ? this.outdented(key) : undefined;
    if (outdented) {
      const slots = { section: key.text, key: outdented.text };
      this.report(codes['section-outdented'](slots), outdented.span);
      return;
    }
    const actual = isEmpty ? 'empty' : KINDS[value.kind];
    const span = value.kind === 'scalar' ? key.span : value.span;
    this.report(codes['wrong-type']({ key: key.text.toLowerCase(), expected, actual }), span);
  }

  /** The key after an empty section that the specification has no place for there. */
  private outdented(section: YamlScalar): YamlScalar | undefined {
    const { entries } = this.document;
    const next = entries[entries.findIndex((e) => e.key === section) + 1]?.key;
    return next && this.known.has(next.text.toLowerCase()) ? undefined : next;
  }

  /** @param optional whether a document without the section applies to every log */
  protected logsource(optional: boolean): LogSource | null {
    const found = this.entries.get('logsource');
    if (!found) {
      const elsewhere = this.logsourceElsewhere();
      if (elsewhere) {
        this.report(codes['missing-logsource'](elsewhere), elsewhere.span);
        return null;
      }
      if (optional && !this.misspeltSection('logsource')) {
        const span = this.head();
        this.report(codes['no-logsource'](), span);
        const names = { category: [], product: [], service: [] };
        return { kind: 'logsource', ...names, definition: null, span };
      }
      this.missing('logsource', 'Add one with `product`, `category` or `service`.');
      return null;
    }
    const { value: written } = found;
    const value = written.kind === 'map' ? this.withStrays(found.key.text, written) : written;
    const isEmpty = value.kind === 'scalar' && value.value === null;
    if (optional && isEmpty && !this.outdented(found.key)) {
      this.report(codes['empty-logsource'](), found.key.span);
      const names = { category: [], product: [], service: [] };
      return { kind: 'logsource', ...names, definition: null, span: found.key.span };
    }
    if (value.kind !== 'map') {
      this.notAMap(found, 'a map with `product`, `category` or `service`');
      return null;
    }
    this.misspelt(value, LOG_SOURCE_NAMES);
    for (const { text, span } of value.entries.map((e) => e.key)) {
      if (!OF_THE_RULE.has(text) || this.entries.has(text)) continue;
      this.report(slipCodes['metadata-within']({ key: text, section: found.key.text }), span);
    }
    const part = (key: (typeof LOG_SOURCE_KEYS)[number]): readonly Name[] => {
      const e = entryInAnyCase(value, key);
      if (!e) return [];
      for (const other of value.entries) {
        const isSame = other !== e && other.key.text.toLowerCase() === key;
        if (isSame) this.ignored(other.key, e.key);
      }
      if (e.key.text !== key) {
        const fix = replaceSpan('Write the key in lower case', e.key.span, key);
        this.report(codes['key-case']({ key }), e.key.span, { fix });
      }
      if (e.value.kind === 'list') {
        this.report(codes['logsource-list']({ key }), e.key.span);
      }
      const names = this.names(`logsource.${key}`, e.value, 'wrong-type', 'a string');
      for (const { text, span } of names) {
        if (/[*?]/.test(text))
          this.report(slipCodes['logsource-pattern']({ name: text, key }), span);
      }
      return logSourceNames(key, names, (finding, span, instead) => {
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

  /** With the keys that stand beside the log source and not in it. */
  private withStrays(section: string, map: YamlMap): YamlMap {
    const strays = LOG_SOURCE_KEYS.flatMap((key) => {
      const outside = entryInAnyCase(map, key) ? undefined : entryInAnyCase(this.document, key);
      if (!outside || outside.value.kind === 'map') return [];
      this.report(slipCodes['logsource-key-outside']({ key, section }), outside.key.span);
      return [outside];
    });
    return strays.length === 0 ? map : { ...map, entries: [...map.entries, ...strays] };
  }

  /** What would be the log source if its first line were not missing or indented. */
  private logsourceElsewhere(): { readonly hint: string; readonly span: Span } | null {
    for (const section of ['detection', 'filter', 'correlation']) {
      const within = this.entries.get(section)?.value;
      const indented = within?.kind === 'map' ? entryInAnyCase(within, 'logsource') : undefined;
      if (indented?.value.kind !== 'map') continue;
      const hint = `This one is inside \`${section}\`: reduce its indentation.`;
      return { hint, span: indented.key.span };
    }
    const outside = LOG_SOURCE_KEYS.map((key) => entryInAnyCase(this.document, key)?.key);
    const first = this.document.entries.find(({ key }) => outside.includes(key))?.key;
    if (!first) return null;
    const hint = `Write \`logsource:\` on the line above \`${first.text}\`, and indent what belongs to it.`;
    return { hint, span: first.span };
  }
}

/** What describes the rule and no log source. */
const OF_THE_RULE: ReadonlySet<string> = new Set(
  METADATA_KEYS.filter((key) => key !== 'description'),
);
