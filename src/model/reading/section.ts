import type { YamlEntry, YamlMap, YamlScalar } from '../../source/yaml/node.js';
import { codes } from '../codes.js';
import { codes as own } from '../correlation/correlation-codes.js';
import { replaceSpan } from './fixes.js';
import type { Name } from '../name.js';
import { METADATA_KEYS } from '../metadata.js';
import { KINDS } from './read-metadata.js';
import type { ReportTo } from './read-metadata.js';
import { slipCodes } from './slip-codes.js';
import { nearest } from '../suggest.js';

const OF_THE_RULE: ReadonlySet<string> = new Set([...METADATA_KEYS, 'related']);

/**
 * A map whose keys are all known, however words in them are divided; others are errors, since they could
 * change what is meant.
 */
export class Section {
  private readonly entries = new Map<string, YamlEntry>();
  /** What keys that are not known are taken for. */
  private readonly meant = new Set<string>();

  /**
   * @param title what messages call it: `a correlation`
   * @param hints what keys are called elsewhere, and what they are called here
   */
  constructor(
    title: string,
    readonly map: YamlMap,
    keys: readonly string[],
    hints: ReadonlyMap<string, string>,
    private readonly report: ReportTo,
  ) {
    for (const e of map.entries) {
      const { text, span } = e.key;
      const lower = text.toLowerCase();
      const key = keys.find((known) => bare(known) === bare(text)) ?? lower;
      if (!keys.includes(key)) {
        const like = hints.get(key) ?? nearest(key, keys);
        if (like) this.meant.add(like);
        if (!like && OF_THE_RULE.has(key)) {
          report(slipCodes['metadata-within']({ key: text, section: 'correlation' }), span);
          continue;
        }
        const hint = like
          ? `Did you mean \`${like}\`?`
          : `Remove it. Known keys: ${keys.join(', ')}.`;
        report(own['correlation-key']({ key: text, section: title, hint }), span);
      } else if (lower !== key) {
        const fix = replaceSpan(`Write ${key}`, span, key);
        report(own['correlation-key-spelled']({ written: text, key }), span, { fix });
      } else if (text !== key) {
        const fix = replaceSpan('Write the key in lower case', span, key);
        report(codes['key-case']({ key }), span, { fix });
      }
      if (!this.entries.has(key)) this.entries.set(key, e);
    }
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  /** Whether it has neither a key nor one that was taken for it, which is reported. */
  lacks(key: string): boolean {
    return !this.entries.has(key) && !this.meant.has(key);
  }

  get(key: string): YamlEntry | undefined {
    return this.entries.get(key);
  }

  /** Null where the key is missing, or of a wrong type, which is reported. */
  scalar(key: string, expected: string): YamlScalar | null {
    const found = this.entries.get(key);
    if (!found) return null;
    const { value } = found;
    if (value.kind === 'scalar' && value.value !== null) return value;
    const actual = value.kind === 'scalar' ? 'empty' : KINDS[value.kind];
    this.report(own['correlation-value']({ key, expected, actual }), found.key.span);
    return null;
  }

  /** A list of scalars; a scalar alone is a list of one. */
  names(key: string, expected: string): readonly Name[] {
    const found = this.entries.get(key);
    if (!found) return [];
    const { value } = found;
    const items = value.kind === 'list' ? value.items : [value];
    return items.flatMap((item) => {
      if (item.kind === 'scalar' && item.value !== null) {
        return [{ text: item.text, span: item.span }];
      }
      const actual = item.kind === 'scalar' ? 'empty' : KINDS[item.kind];
      const span = item.kind === 'scalar' ? found.key.span : item.span;
      this.report(own['correlation-value']({ key, expected, actual }), span);
      return [];
    });
  }

  /** Names of fields, which commas divide: `A, B` is read as `[A, B]`. */
  fields(key: string, expected: string): readonly Name[] {
    const names = this.names(key, expected);
    const [only] = names;
    if (!only || this.entries.get(key)?.value.kind !== 'scalar') return names;
    const fields = dividedByCommas(only);
    if (fields.length < 2) return names;
    const list = `[${fields.map((f) => f.text).join(', ')}]`;
    const fix = replaceSpan('Write a list', only.span, list);
    this.report(own['correlation-fields-in-string']({ key, list }), only.span, { fix });
    return fields;
  }
}

/** A key as it may be spelled: `group_by`, `groupBy`. */
function bare(key: string): string {
  return key.toLowerCase().replace(/[_\s-]/g, '');
}

export function dividedByCommas({ text, span }: Name): readonly Name[] {
  if (!/^[^\s,]+(?:\s*,\s*[^\s,]+)+$/.test(text.trim())) return [];
  // Of a scalar in quotes, the names are all at its own place.
  const isPlain = span.file.text.slice(span.start, span.end) === text;
  return [...text.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
    const start = span.start + index;
    return { text: name, span: isPlain ? { ...span, start, end: start + name.length } : span };
  });
}
