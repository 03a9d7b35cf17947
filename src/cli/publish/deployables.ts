import { join } from 'node:path';
import type { Format, FormattedQuery } from '../../backend/index.js';
import { visible } from '../../source/visible.js';
import type { FileResult, QueryResult } from '../convert/file.js';
import { safeName } from '../output/names.js';
import type { ManifestQuery, ManifestSource } from './manifest.js';
import { hashOf, readBytes } from './files.js';
import type { Deployable } from './files.js';
import { staleQueries } from './stale-queries.js';

/** What is known of a rule file before it is converted. */
export interface RuleSource {
  /** In the repository. */
  readonly place: string;
  /** What its files are called, without an ending. */
  readonly stem: string;
  readonly hash: string;
  readonly inputs: string;
}

/** The files of a run, and what its manifest says of them. */
export class Deployables {
  /** By path below the folder, with `/`. */
  readonly files = new Map<string, Deployable>();
  /** By place, in the order of the run. */
  readonly sources = new Map<string, ManifestSource>();
  private readonly parts = new Map<string, FormattedQuery[]>();

  /** @param formats by target */
  constructor(
    private readonly folder: string,
    private readonly formats: ReadonlyMap<string, Format>,
    private readonly before: ReadonlyMap<string, ManifestSource>,
  ) {}

  /** A rule file that is as it was when it was published last: so are its queries. */
  keep(place: string, source: ManifestSource): ManifestSource {
    for (const { file, fidelity } of source.queries) {
      if (file === null || fidelity === 'refused') continue;
      this.files.set(file, { bytes: readBytes(join(this.folder, file)), source: place });
    }
    this.sources.set(place, source);
    return source;
  }

  /** A rule file that has been converted. */
  add(from: RuleSource, { queries, failed, counts }: FileResult): ManifestSource {
    const { place, hash, inputs } = from;
    const stale = staleQueries(queries, this.before.get(place)?.queries ?? []);
    const taken = new Set([...stale.values()].flat().map((q) => q.file));
    const made = queries.flatMap((query): readonly ManifestQuery[] => {
      const { text, queryText, extension, ...outcome } = query;
      const refused = { ...outcome, file: null, fileHash: null, queryHash: null };
      if (text === null) {
        // What was published of it before goes on to be known as ours.
        const old = stale.get(query)?.map(({ id, name, file, fileHash, queryHash }) => {
          return { ...refused, id, name, file, fileHash, queryHash };
        });
        return old ?? [refused];
      }
      const queryHash = hashOf(queryText ?? text);
      if (this.formats.get(query.target)!.files) {
        this.addPart(query, text);
        return [{ ...refused, queryHash }];
      }
      const count = queries.filter((q) => q.target === query.target).length;
      const named = (at: number): string => {
        const ending = `${at === 1 ? '' : `.${at}`}.${safeName(extension)}`;
        return `${safeName(query.target)}/${from.stem}${ending}`;
      };
      let file = named(query.number);
      // That of a stale query is not overwritten.
      for (let at = count + 1; taken.has(file) || this.files.has(file); at++) file = named(at);
      const bytes = Buffer.from(text.endsWith('\n') ? text : `${text}\n`);
      this.files.set(file, { bytes, source: place });
      return [{ ...refused, queryHash, file, fileHash: hashOf(bytes) }];
    });
    const source = { hash, inputs, failed: failed || counts.unread > 0, queries: made };
    this.sources.set(place, source);
    return source;
  }

  /** Adds the files that are made of the whole run; their hashes, by file. */
  addWhole(): ReadonlyMap<string, string> {
    const hashes = new Map<string, string>();
    for (const [target, queries] of this.parts) {
      for (const { path, text } of this.formats.get(target)!.files!(queries)) {
        const file = `${safeName(target)}/${path}`;
        const bytes = Buffer.from(text);
        this.files.set(file, { bytes, source: null });
        hashes.set(file, hashOf(bytes));
      }
    }
    return hashes;
  }

  private addPart({ path, rule, target }: QueryResult, text: string): void {
    const heading = `${visible(path)}: ${visible(rule.title)}`;
    this.parts.set(target, [...(this.parts.get(target) ?? []), { text, heading }]);
  }
}
