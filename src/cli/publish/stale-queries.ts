import type { Outcome } from '../../report/outcome.js';
import type { ManifestQuery } from './manifest.js';

/** A query of this run, and whether there is one. */
interface Converted extends Pick<Outcome, 'target' | 'rule'> {
  readonly number: number;
  /** Null if refused. */
  readonly text: string | null;
}

/**
 * What was published of rules of a file that are refused now, by the refused query. It is found by its
 * rule, since an edit may have moved that within the file; by its position only if the rule cannot be
 * told. A rule with an error in all of it gives one refusal for all that it had.
 *
 * @param before what was published of the file
 */
export function staleQueries<Q extends Converted>(
  queries: readonly Q[],
  before: readonly ManifestQuery[],
): ReadonlyMap<Q, readonly ManifestQuery[]> {
  const stale = new Map<Q, ManifestQuery[]>();
  const published = before.filter((q) => q.file !== null);
  const isTaken = new Set<ManifestQuery>();
  const take = (query: Q, old: ManifestQuery | undefined): void => {
    if (!old || isTaken.has(old)) return;
    isTaken.add(old);
    stale.set(query, [...(stale.get(query) ?? []), old]);
  };
  const byRule = groups(queries);
  const oldByRule = groups(published);
  for (const [rule, own] of byRule) {
    const olds = oldByRule.get(rule) ?? [];
    own.forEach((query, i) => {
      if (query.text !== null) isTaken.add(olds[i]!);
      else take(query, olds[i]);
    });
    const last = own.findLast((q) => q.text === null);
    if (last) for (const old of olds.slice(own.length)) take(last, old);
  }
  for (const query of queries) {
    const { target, number, text, rule } = query;
    if (text !== null || rule.id !== null || stale.has(query)) continue;
    const isUnknown = (old: ManifestQuery): boolean => !byRule.has(keyOf(old));
    take(
      query,
      published.find((q) => q.target === target && q.number === number && isUnknown(q)),
    );
  }
  return stale;
}

/** The queries of each rule and target, in order. */
function groups<Q extends Pick<Outcome, 'target' | 'rule'>>(
  queries: readonly Q[],
): ReadonlyMap<string, readonly Q[]> {
  const found = new Map<string, Q[]>();
  for (const query of queries) {
    const key = keyOf(query);
    const known = found.get(key);
    if (known) known.push(query);
    else found.set(key, [query]);
  }
  return found;
}

function keyOf({ target, rule: { id, title } }: Pick<Outcome, 'target' | 'rule'>): string {
  return JSON.stringify(id === null ? [target, null, title] : [target, id.toLowerCase()]);
}
