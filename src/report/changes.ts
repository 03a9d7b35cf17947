import { visible } from '../source/visible.js';
import { lineDiff } from './line-diff.js';

/** A query as it is published. */
export interface PublishedQuery {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  /** Of its rule. */
  readonly path: string;
  /** What tells whether it has changed. */
  readonly hash: string;
  /** Its rule is refused now. */
  readonly isStale: boolean;
}

export interface Change {
  readonly kind: 'new' | 'changed' | 'moved' | 'refused' | 'gone';
  readonly query: PublishedQuery;
  /** Where its rule was before, if elsewhere. */
  readonly from?: string;
  /** Lines with `-`, `+` or a space before them; empty where no text is known. */
  readonly diff: readonly string[];
}

/**
 * What became of the queries of an earlier run, by id and target.
 *
 * @param isRefused whether a rule of this run gave no such query
 * @param texts of a query before and after; null where one is not known
 */
export function changesBetween(
  before: readonly PublishedQuery[],
  after: readonly PublishedQuery[],
  isRefused: (query: PublishedQuery) => boolean,
  texts: (before: PublishedQuery, after: PublishedQuery) => readonly [string, string] | null,
): readonly Change[] {
  const keyOf = ({ target, id }: PublishedQuery): string => `${target} ${id}`;
  const old = new Map(before.map((q) => [keyOf(q), q]));
  const now = new Set(after.map(keyOf));
  const changes: Change[] = [];
  for (const query of after) {
    const known = old.get(keyOf(query));
    if (!known) {
      changes.push({ kind: 'new', query, diff: [] });
      continue;
    }
    const moved = known.path === query.path ? {} : { from: known.path };
    // Of a rule that was refused, the same query is news as well.
    if (known.isStale || known.hash !== query.hash) {
      const pair = texts(known, query);
      changes.push({ kind: 'changed', query, ...moved, diff: pair ? lineDiff(...pair) : [] });
    } else if (known.path !== query.path) {
      changes.push({ kind: 'moved', query, ...moved, diff: [] });
    }
  }
  for (const query of before) {
    if (now.has(keyOf(query))) continue;
    if (!isRefused(query)) changes.push({ kind: 'gone', query, diff: [] });
    else if (!query.isStale) changes.push({ kind: 'refused', query, diff: [] });
  }
  return changes;
}

const TITLES: Readonly<Record<Change['kind'], string>> = {
  new: 'New',
  changed: 'Changed',
  moved: 'Moved, and otherwise the same',
  refused: 'Refused now, so the published query is stale',
  gone: 'Gone',
};

/** For the comment on a pull request. */
export function changesMarkdown(changes: readonly Change[]): string {
  const lines = ['# Changes of queries', ''];
  if (changes.length === 0) lines.push('None.', '');
  for (const [kind, title] of Object.entries(TITLES)) {
    const own = changes.filter((c) => c.kind === kind);
    if (own.length === 0) continue;
    lines.push(`## ${title} (${own.length})`, '');
    for (const { query, from, diff } of own) {
      const { name, target, id, path } = query;
      const where = from === undefined ? plain(path) : `${plain(from)} → ${plain(path)}`;
      lines.push(
        `- ${plain(name)} [${plain(target)}] \`${visible(id).replaceAll('`', '')}\` (${where})`,
      );
      if (diff.length === 0) continue;
      const fence = '`'.repeat(Math.max(3, longestTicks(diff) + 1));
      lines.push(
        '',
        `  ${fence}diff`,
        ...diff.map((line) => `  ${visible(line)}`),
        `  ${fence}`,
        '',
      );
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

export function changesJson(changes: readonly Change[]): string {
  const record = changes.map(({ kind, query, from, diff }) => {
    const { id, name, target, path, hash } = query;
    return { kind, id, name, target, path, ...(from === undefined ? {} : { from }), hash, diff };
  });
  return `${JSON.stringify({ version: 1, changes: record }, null, 1)}\n`;
}

/** Text in which nothing is Markdown or HTML. */
function plain(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>()#!|~@&]/g, (c) => `\\${c}`);
}

function longestTicks(lines: readonly string[]): number {
  return Math.max(0, ...(lines.join('\n').match(/`+/g) ?? []).map((run) => run.length));
}
