import type { Filter } from '../../model/filter.js';
import { referencesOf } from '../../model/document.js';
import type { SigmaDocument } from '../../model/document.js';
import { link } from '../../model/linking/library.js';
import type { Library } from '../../model/linking/library.js';
import { isWithin, LOG_SOURCE_KEYS } from '../../model/log-source.js';
import type { LogSource } from '../../model/log-source.js';
import { nearest } from '../../model/suggest.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { glanceAt, textOf } from './glance.js';
import type { Glance } from './glance.js';
import { readInput } from './read-file.js';
import type { RuleFile, RuleReader } from './rule-files.js';

/** A file, and the files that its documents must be linked with, in the order of the run; plain data. */
export interface LinkedFile extends RuleFile {
  readonly before: readonly RuleFile[];
  readonly after: readonly RuleFile[];
}

/** The documents of a file, linked; or why it cannot be read. */
export function readLinked(
  file: LinkedFile,
  read: RuleReader,
):
  | {
      readonly library: Library;
      /** Those of the file itself. */
      readonly documents: readonly SigmaDocument[];
    }
  | Diagnostic {
  const own = read(file);
  if ('code' in own) return own;
  const documentsOf = (other: RuleFile): readonly SigmaDocument[] => {
    const documents = read(other);
    return 'code' in documents ? [] : documents;
  };
  const before = file.before.flatMap(documentsOf);
  const library = link([...before, ...own, ...file.after.flatMap(documentsOf)]);
  const start = before.length;
  return { library, documents: library.documents.slice(start, start + own.length) };
}

/**
 * Finds out which files of a run must be read together: all that a filter or a correlation ties, and
 * those that share an id or a name. Most runs have none of it, which a glance at the texts shows.
 */
export function linkFiles(files: readonly RuleFile[], read: RuleReader): readonly LinkedFile[] {
  if (files.length === 1) return files.map((file) => ({ ...file, ...ALONE }));
  const held = withBytes(files);
  return tie(
    held,
    held.map((file) => glanceAt(file, read)),
    read,
  );
}

/** In bytes: what is kept of the files of a run, of which a large catalogue has ten million. */
const MOST_KEPT = 32_000_000;

/** The files with what they hold, so that only those of an enormous run are read again later. */
export function withBytes(files: readonly RuleFile[]): readonly RuleFile[] {
  let kept = 0;
  return files.map((file) => {
    if (kept >= MOST_KEPT) return file;
    const bytes = readInput(file.path);
    if (!(bytes instanceof Uint8Array)) return file;
    kept += bytes.length;
    return { ...file, bytes };
  });
}

const ALONE: Pick<LinkedFile, 'before' | 'after'> = { before: [], after: [] };

/** @param glances at each of the files */
export function tie(
  files: readonly RuleFile[],
  glances: readonly Glance[],
  read: RuleReader,
): readonly LinkedFile[] {
  const ties = new Ties(files, glances, read);
  return files.map((file, at) => {
    const tied = ties.of(at);
    if (tied.size === 1) return { ...file, ...ALONE };
    const others = [...tied].filter((other) => other !== at).sort((a, b) => a - b);
    const named = (wanted: (other: number) => boolean): readonly RuleFile[] =>
      others.filter(wanted).map((other) => files[other]!);
    return { ...file, before: named((other) => other < at), after: named((other) => other > at) };
  });
}

/** Files are named by their position. */
class Ties {
  private readonly holders = new Map<string, number[]>();
  /** For each file, those with correlations or filters that name a document of it. */
  private readonly correlating = new Map<number, Set<number>>();
  private readonly filtering = new Map<number, Set<number>>();
  /** Files with a filter of any rule. */
  private readonly anywhere: number[] = [];
  private names: readonly string[] | undefined;

  constructor(
    private readonly files: readonly RuleFile[],
    private readonly glances: readonly Glance[],
    private readonly read: RuleReader,
  ) {
    glances.forEach(({ keys }, at) => {
      for (const key of keys) {
        const known = this.holders.get(key);
        if (!known) this.holders.set(key, [at]);
        else if (known.at(-1) !== at) known.push(at);
      }
    });
    glances.forEach(({ links }, at) => {
      for (const document of links) {
        const { content } = document;
        if (content?.kind === 'filter' && 'kind' in content.rules) this.anywhere.push(at);
        const users = content?.kind === 'filter' ? this.filtering : this.correlating;
        for (const named of this.namedBy(document)) {
          const known = users.get(named);
          if (known) known.add(at);
          else users.set(named, new Set([at]));
        }
      }
    });
  }

  /** All that it takes to link the documents of a file as in the whole run, the file included. */
  of(at: number): ReadonlySet<number> {
    const tied = new Set([at]);
    const { keys, links } = this.glances[at]!;
    // Grows while it is gone through: a correlation may refer to correlations.
    for (const file of tied) {
      for (const document of this.glances[file]!.links) {
        if (document.kind !== 'correlation') continue;
        for (const named of this.namedBy(document)) tied.add(named);
      }
    }
    for (const file of [...tied]) {
      for (const filters of this.filtering.get(file) ?? []) tied.add(filters);
    }
    for (const filters of this.anywhere) tied.add(filters);
    // Rules that serve a correlation give no queries of their own.
    for (const correlations of this.correlating.get(at) ?? []) tied.add(correlations);
    for (const document of links) {
      for (const file of this.suggestedTo(document)) tied.add(file);
      const { content } = document;
      if (content?.kind !== 'filter') continue;
      for (const named of this.namedBy(document)) tied.add(named);
      const one = 'kind' in content.rules ? this.oneWithin(content) : null;
      if (one !== null) tied.add(one);
    }
    // One other tells that a name is taken twice, and the first is where it was taken before.
    for (const key of keys)
      for (const holder of this.holders.get(key)!.slice(0, 2)) tied.add(holder);
    return tied;
  }

  private namedBy(document: SigmaDocument): readonly number[] {
    return referencesOf(document).flatMap(({ text }) => this.holding(text));
  }

  private holding(text: string): readonly number[] {
    return this.holders.get(`id ${text.toLowerCase()}`) ?? this.holders.get(`name ${text}`) ?? [];
  }

  /** Files with the names that linking suggests where a document refers to what nothing is called. */
  private suggestedTo(document: SigmaDocument): readonly number[] {
    return referencesOf(document).flatMap(({ text }) => {
      if (this.holding(text).length > 0) return [];
      this.names ??= [...this.holders.keys()].flatMap((key) => /^name (.*)$/s.exec(key)?.[1] ?? []);
      const like = nearest(text, this.names);
      return like === null ? [] : this.holding(like);
    });
  }

  /** A file with a rule that a filter of any rule applies to: whether there is one is all it is told. */
  private oneWithin({ logsource }: Filter): number | null {
    if (!logsource) return null;
    const at = this.files.findIndex((file) => {
      if (file.filtersOnly || !mentions(textOf(file), logsource)) return false;
      const documents = this.read(file);
      if ('code' in documents) return false;
      return documents.some(
        ({ content }) => content?.kind === 'rule' && isWithin(content.logsource, logsource),
      );
    });
    return at < 0 ? null : at;
  }
}

/** Whether the text of a file mentions every word of a log source. */
function mentions(text: string, logsource: LogSource): boolean {
  const lower = text.toLowerCase();
  return (
    lower.includes('\0') ||
    LOG_SOURCE_KEYS.every((key) => {
      const names = logsource[key];
      return (
        names.length === 0 ||
        names.some((n) => n.text.split('_').every((word) => lower.includes(word.toLowerCase())))
      );
    })
  );
}
