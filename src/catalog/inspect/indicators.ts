import type { PredicateKind } from '../../predicate/kind.js';
import type { InspectedPredicate } from './predicates.js';
import { isEventSelector } from './selectors.js';

/** How many other rules look for the same thing, by language: `{ sigma: 3, kusto: 1 }`. */
export type CorpusCount = Readonly<Record<string, number>>;

/** Asks an index of a corpus about one value of a field. `value` is null where none is compared. */
export type CorpusLookup = (
  field: string | null,
  kind: PredicateKind,
  value: string | null,
) => CorpusCount;

/** What is worth hunting for: a field, a kind of comparison, and every value that a rule gives. */
export interface Indicator {
  /** Null for keywords. */
  readonly field: string | null;
  readonly kind: PredicateKind;
  /** Each once, in the order of the rule. */
  readonly values: readonly string[];
  /** The rule selects events for which it does not hold. */
  readonly exclusion: boolean;
  /** One count per value (a single one where there are no values); null without a corpus. */
  readonly corpus: readonly CorpusCount[] | null;
}

/** The indicators of predicates, by field and kind, exclusions last; event selectors are left out. */
export function indicatorsOf(
  predicates: readonly InspectedPredicate[],
  corpus: CorpusLookup | null,
): readonly Indicator[] {
  const rows = new Map<string, Omit<Indicator, 'values'> & { readonly values: Set<string> }>();
  for (const { field, kind, negated, values } of predicates) {
    if (field !== null && isEventSelector(field)) continue;
    const exclusion = negated !== (kind === 'ne');
    const key = JSON.stringify([field, kind, exclusion]);
    let row = rows.get(key);
    if (!row) {
      row = { field, kind, values: new Set(), exclusion, corpus: null };
      rows.set(key, row);
    }
    for (const value of values) row.values.add(value);
  }
  return [...rows.values()].sort(byFieldAndKind).map((row) => {
    const values = [...row.values];
    const { field, kind, exclusion } = row;
    const asked = values.length > 0 ? values : [null];
    const counts = corpus && asked.map((value) => corpus(field, kind, value));
    return { field, kind, values, exclusion, corpus: counts };
  });
}

type Row = Pick<Indicator, 'field' | 'kind' | 'exclusion'>;

function byFieldAndKind(a: Row, b: Row): number {
  return (
    compare(a.field ?? '', b.field ?? '') ||
    compare(a.kind, b.kind) ||
    Number(a.exclusion) - Number(b.exclusion)
  );
}

/** By code unit, on every machine alike. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
