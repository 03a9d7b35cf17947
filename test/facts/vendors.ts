import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Named, StoreName } from './names.js';

/** What a vendor says of a name: on which page and, of a field, of what type. */
export interface Word {
  readonly page: string;
  readonly type: string | null;
  /** Whether it is in a list that a vendor publishes, and not only on a page that was looked up. */
  readonly listed: boolean;
}

const data = join(import.meta.dirname, 'data');

interface Line {
  readonly name: string;
  readonly page: string;
  readonly source?: string;
  readonly sourcetype?: string;
  readonly fields: Readonly<Record<string, string>>;
}

export function linesOf(file: string): readonly Line[] {
  const text = readFileSync(join(data, file), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

interface LookedUp {
  readonly page: string;
  readonly tables?: readonly string[];
  /** By table, then by type. */
  readonly columns?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

/** Microsoft says of each table what columns it has; the others of each field what it is. */
export class Vendors {
  private readonly tables = new Map<
    string,
    { page: string; columns: Map<string, string>; listed: boolean }[]
  >();
  private readonly fields = new Map<StoreName, Map<string, Word[]>>();
  private readonly values = new Map<string, Word>();
  private readonly bySourcetype = new Map<string, Set<string>>();
  private readonly beginnings: { start: string; word: Word }[] = [];
  private readonly tableWords = new Map<string, Word>();

  constructor() {
    for (const { name, page, fields } of linesOf('microsoft.jsonl')) {
      const columns = new Map(
        Object.entries(fields).flatMap(([type, names]) =>
          names.split(' ').map((n): [string, string] => [n, type]),
        ),
      );
      this.tables.set(name, [...(this.tables.get(name) ?? []), { page, columns, listed: true }]);
    }
    for (const { page, fields } of linesOf('elastic.jsonl')) this.list('elastic', page, fields);
    for (const { page, fields, source, sourcetype } of linesOf('splunk.jsonl')) {
      this.list('splunk', page, fields);
      const key = sourcetype!.toLowerCase();
      const names = this.bySourcetype.get(key) ?? new Set<string>();
      for (const name of fields['string']!.split(' ')) names.add(name);
      this.bySourcetype.set(key, names);
      const word = { page, type: null, listed: true };
      this.values.set(`source ${source!.toLowerCase()}`, word);
      this.values.set(`sourcetype ${sourcetype!.toLowerCase()}`, word);
    }
    for (const { name, page, fields } of linesOf('cim.jsonl')) {
      this.list('splunk', page, fields, '');
      this.list('splunk', page, fields, `${name}.`);
    }
    for (const { page, fields } of linesOf('zeek.jsonl')) {
      for (const [type, names] of Object.entries(fields)) {
        // Splunk's name for what is a list in JSON.
        const braces = type === 'list' ? '{}' : '';
        for (const name of names.split(' ')) {
          this.add('splunk', `${name}${braces}`, { page, type: null, listed: true });
        }
      }
    }
    const lookedUp = parse(readFileSync(join(data, 'looked-up.yml'), 'utf8')) as LookedUp[];
    for (const { page, tables = [], columns = {}, fields = {}, values = {} } of lookedUp) {
      for (const [table, types] of Object.entries(columns)) {
        const all = Object.entries(types).flatMap(([type, names]) =>
          names.map((n): [string, string] => [n, type]),
        );
        const published = this.tables.get(table) ?? [];
        this.tables.set(table, [...published, { page, columns: new Map(all), listed: false }]);
      }
      for (const table of tables) this.tableWords.set(table, { page, type: null, listed: false });
      for (const [type, names] of Object.entries(fields)) {
        for (const name of names) {
          const word = { page, type, listed: false };
          if (name.endsWith('*')) this.beginnings.push({ start: name.slice(0, -1), word });
          for (const store of ['elastic', 'splunk'] as const) this.add(store, name, word);
        }
      }
      for (const [field, all] of Object.entries(values)) {
        for (const value of all) {
          const key = `${field} ${value.toLowerCase()}`;
          if (!this.values.has(key)) this.values.set(key, { page, type: null, listed: false });
        }
      }
    }
  }

  /** Null where no vendor says a word of it. */
  wordOf(named: Named): readonly Word[] | null {
    switch (named.kind) {
      case 'table': {
        const name = named.name.replace(/\(\)$/, '');
        const word = this.tableWords.get(name);
        if (word) return [word];
        return (
          this.tables.get(name)?.map(({ page }) => ({ page, type: null, listed: true })) ?? null
        );
      }
      case 'value': {
        const found = this.values.get(`${named.field!} ${named.name.toLowerCase()}`);
        return found ? [found] : this.channelOf(named);
      }
      case 'field':
        return named.store === 'microsoft' ? this.columnOf(named) : this.fieldOf(named);
    }
  }

  /** Of a path into a column, the column must be one that holds objects. */
  private columnOf({ name, tables, inAny = false }: Named): readonly Word[] | null {
    const [column = '', ...path] = name.split('.');
    const words: Word[] = [];
    for (const table of tables) {
      const published = this.tables.get(table.replace(/\(\)$/, '')) ?? [];
      const found = published.flatMap(({ page, columns, listed }) => {
        const type = columns.get(column);
        if (type === undefined || (path.length > 0 && type !== 'dynamic')) return [];
        return [{ page, type, listed }];
      });
      if (found.length === 0 && !inAny) return null;
      words.push(...found);
    }
    return words.length === 0 ? null : words;
  }

  private fieldOf({ store, name }: Named): readonly Word[] | null {
    const exact = this.fields.get(store)?.get(name);
    if (exact) return exact;
    const begun = this.beginnings.filter(({ start }) => name.startsWith(start));
    return begun.length === 0 ? null : begun.map(({ word }) => word);
  }

  /** A channel of Windows, by whatever a store puts around its name. */
  private channelOf({ name, field }: Named): readonly Word[] | null {
    if (!['winlog.channel', 'EventLog', 'Channel', 'source'].includes(field!)) return null;
    const channel = name.replace(/^(?:Xml)?WinEventLog:/, '').toLowerCase();
    for (const start of ['xmlwineventlog:', 'wineventlog:']) {
      const found = this.values.get(`source ${start}${channel}`);
      if (found) return [found];
    }
    return null;
  }

  private list(
    store: StoreName,
    page: string,
    fields: Readonly<Record<string, string>>,
    before = '',
  ): void {
    for (const [type, names] of Object.entries(fields)) {
      for (const name of names.split(' ')) {
        this.add(store, `${before}${name}`, { page, type, listed: true });
      }
    }
  }

  private add(store: StoreName, name: string, word: Word): void {
    let known = this.fields.get(store);
    if (!known) this.fields.set(store, (known = new Map<string, Word[]>()));
    known.set(name, [...(known.get(name) ?? []), word]);
  }
}
