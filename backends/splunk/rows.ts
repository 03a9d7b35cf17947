import { concat, hardline, indent, join, print } from '../../src/backend/index.js';
import type { Doc } from '../../src/backend/index.js';

/** What a correlation is about, before it is written as one search. */
export interface Rows {
  readonly kind: 'rows';
  /** Where rows come from: events that are searched for, and the matches of other correlations. */
  readonly leaves: readonly Leaf[];
  /** In order: a step may read what one before it made. */
  readonly steps: readonly Step[];
  /** Which of these the commands are about. */
  readonly reads: readonly (Leaf | Step)[];
  readonly commands: readonly Doc[];
}

export interface Leaf {
  readonly search: Doc;
  /** Streaming commands. */
  readonly commands: readonly Doc[];
}

export interface Step {
  readonly reads: readonly (Leaf | Step)[];
  readonly commands: readonly Doc[];
}

export function rowsOf(leaf: Leaf): Rows {
  return { kind: 'rows', leaves: [leaf], steps: [], reads: [leaf], commands: [] };
}

export function followedBy(rows: Rows, ...commands: readonly Doc[]): Rows {
  return { ...rows, commands: [...rows.commands, ...commands] };
}

/** The rows as those that another correlation is about. */
export function asStep(rows: Rows, ...commands: readonly Doc[]): Rows {
  const step: Step = { reads: rows.reads, commands: [...rows.commands, ...commands] };
  return { ...rows, steps: [...rows.steps, step], reads: [step], commands: [] };
}

export function unionOf(all: readonly Rows[]): Rows {
  return {
    kind: 'rows',
    leaves: all.flatMap((r) => r.leaves),
    steps: all.flatMap((r) => r.steps),
    reads: all.flatMap((r) => r.reads),
    commands: [],
  };
}

/**
 * One search. Several searches run in a `multisearch`, and a correlation that another is about in an
 * `appendpipe`: neither is a subsearch, which would be cut off after a number of rows or seconds.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/multisearch
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/appendpipe
 */
export function printRows({ leaves: all, steps, reads, commands }: Rows): Doc {
  const { leaves, idOf } = oncePerSearch(all);
  const ids = new Map<Leaf | Step, number>(all.map((leaf) => [leaf, idOf(leaf)]));
  steps.forEach((step, i) => ids.set(step, leaves.length + i + 1));
  const isMarked = steps.length > 0;
  const mark = (of: Leaf | Step): readonly Doc[] =>
    isMarked ? [`eval w_from=${ids.get(of)!}`] : [];
  const only = (of: readonly (Leaf | Step)[]): readonly Doc[] =>
    isMarked
      ? [
          `where ${[...new Set(of.map((o) => ids.get(o)!))].map((id) => `w_from==${id}`).join(' OR ')}`,
        ]
      : [];
  const searches = leaves.map((leaf) => piped(leaf.search, [...leaf.commands, ...mark(leaf)]));
  const base =
    searches.length === 1
      ? searches[0]!
      : concat(
          '| multisearch',
          indent(...searches.flatMap((s) => [hardline, bracketed(concat('search ', s))])),
        );
  const made = steps.map((step): Doc => {
    const [first, ...others] = [...only(step.reads), ...step.commands, ...mark(step)];
    return concat('appendpipe ', bracketed(piped(first!, others)));
  });
  return piped(base, [...made, ...only(reads), ...commands]);
}

/** Correlations of a chain may be about the same rule, whose events are then read once. */
function oncePerSearch(all: readonly Leaf[]): {
  readonly leaves: readonly Leaf[];
  readonly idOf: (leaf: Leaf) => number;
} {
  const keyOf = ({ search, commands }: Leaf): string =>
    print(piped(search, commands), { width: 0, compact: true }).text;
  const byKey = new Map<string, Leaf>();
  for (const leaf of all) {
    const key = keyOf(leaf);
    if (!byKey.has(key)) byKey.set(key, leaf);
  }
  const order = [...byKey.keys()];
  return { leaves: [...byKey.values()], idOf: (leaf) => order.indexOf(keyOf(leaf)) + 1 };
}

function piped(input: Doc, commands: readonly Doc[]): Doc {
  return join(hardline, [input, ...commands.map((c) => concat('| ', indent(c)))]);
}

function bracketed(doc: Doc): Doc {
  return concat('[', indent(doc), ']');
}
