import type { CorpusIndex, SharedIndicator } from '../corpus/corpus-index.js';
import { isEventSelector } from '../inspect/selectors.js';
import type { CatalogLogSource, CatalogRule } from './entry.js';

type Index = CorpusIndex<CatalogRule>;
type Shared = SharedIndicator<CatalogRule>;
type Shareds = readonly Shared[];

/** Another rule that looks for some of the same. */
export interface Similar {
  readonly rule: CatalogRule;
  /** It has the same conditions on the same log source. */
  readonly same: boolean;
  /** Indicators that both have. */
  readonly shared: number;
  /** Indicators that either has. */
  readonly either: number;
}

/** Rules that look for much of the same, though not quite. */
export interface NearGroup {
  readonly rules: readonly CatalogRule[];
  /** What all of them look for. */
  readonly common: readonly Shared[];
}

/** How much two rules must have in common to be near-duplicates: of what either has, this share. */
const NEAR = 0.8;

/** Of that, exclusions aside: what rules leave out is often the same in many of them. */
const NEAR_WITHOUT_EXCLUSIONS = 0.5;

/** What more rules than this look for says little of what they have in common. */
const WIDESPREAD = 200;

/** Candidates of one indicator that are compared; catalogues of copies alone have more. */
const MAX_COMPARED = 500;

/** The worth of what two rules share, as part of what either has, for them to be called similar. */
const ALIKE = 0.1;

/** What a rule looks for, without what only says which events it is about. */
export function huntedBy(rule: CatalogRule, index: Index): readonly Shared[] {
  return index.indicatorsOf(rule).filter(({ indicator: { field } }) => {
    return field === null || !isEventSelector(field);
  });
}

/** The rules most like a rule, most alike first. What few rules look for weighs more. */
export function similarTo(rule: CatalogRule, index: Index, most: number): readonly Similar[] {
  const worth = ({ rules }: Shared): number => Math.log2(1 + index.rules.length / rules.length);
  const sum = (list: readonly Shared[]): number => list.reduce((n, i) => n + worth(i), 0);
  const own = huntedBy(rule, index);
  const found = new Map<CatalogRule, { worth: number; shared: number }>();
  for (const indicator of own) {
    const { rules } = indicator;
    for (const other of rules.length > WIDESPREAD ? [] : rules) {
      if (other === rule) continue;
      const before = found.get(other) ?? { worth: 0, shared: 0 };
      found.set(other, { worth: before.worth + worth(indicator), shared: before.shared + 1 });
    }
  }
  const total = sum(own);
  return [...found]
    .map(([other, { worth: common, shared }]) => {
      const theirs = huntedBy(other, index);
      return {
        rule: other,
        same: isSame(rule, other),
        shared,
        either: own.length + theirs.length - shared,
        alike: common / (total + sum(theirs) - common),
      };
    })
    .filter(({ alike, same }) => same || alike >= ALIKE)
    .sort((a, b) => Number(b.same) - Number(a.same) || b.alike - a.alike || byPlace(a.rule, b.rule))
    .slice(0, most)
    .map(({ alike: _, ...similar }) => similar);
}

function isSame({ sigma: a }: CatalogRule, { sigma: b }: CatalogRule): boolean {
  return Boolean(
    a?.meaning &&
    a.meaning === b?.meaning &&
    logSourceKey(a.logsource) === logSourceKey(b.logsource),
  );
}

/** Rules with equal conditions on the same log source, however they are written. */
export function duplicates(rules: readonly CatalogRule[]): readonly (readonly CatalogRule[])[] {
  const groups = new Map<string, CatalogRule[]>();
  for (const rule of rules) {
    if (!rule.sigma?.meaning) continue;
    const key = `${rule.sigma.meaning} ${logSourceKey(rule.sigma.logsource)}`;
    const known = groups.get(key);
    if (known) known.push(rule);
    else groups.set(key, [rule]);
  }
  return [...groups.values()].filter((g) => g.length > 1);
}

function logSourceKey({ product, category, service }: CatalogLogSource): string {
  const names = [product, category, service].map((list) =>
    [...new Set(list.map((n) => n.toLowerCase()))].sort(),
  );
  return JSON.stringify(names);
}

/**
 * Groups of rules of which each has nearly the same indicators as another, and a log source in
 * common with it; of duplicates the first stands for all. Two sets with so much in common share one
 * of their rarest elements, so only rules that do are compared.
 */
export function nearDuplicates(index: Index): readonly NearGroup[] {
  const copies = new Set(duplicates(index.rules).flatMap(([, ...others]) => others));
  const places = new Map(index.indicators().map((indicator, place) => [indicator, place]));
  const byRarity = (a: Shared, b: Shared): number =>
    a.rules.length - b.rules.length || places.get(a)! - places.get(b)!;
  const sets = index.rules
    .filter((rule) => !copies.has(rule))
    .map((rule) => ({ rule, own: [...huntedBy(rule, index)].sort(byRarity) }))
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => a.own.length - b.own.length);
  const groups = new Groups<CatalogRule>();
  const seen = new Map<Shared, typeof sets>();
  for (const set of sets) {
    const { rule, own } = set;
    const tried = new Set<CatalogRule>();
    const elements = new Set(own);
    for (const element of own.slice(0, own.length - Math.ceil(NEAR * own.length) + 1)) {
      const before = seen.get(element) ?? [];
      for (const other of before.slice(-MAX_COMPARED)) {
        if (tried.has(other.rule) || other.own.length < NEAR * own.length) continue;
        tried.add(other.rule);
        if (groups.together(rule, other.rule) || !overlap(rule, other.rule)) continue;
        const both = other.own.filter((i) => elements.has(i));
        if (
          isPart(NEAR, both, own, other.own) &&
          isPart(NEAR_WITHOUT_EXCLUSIONS, wanted(both), wanted(own), wanted(other.own))
        ) {
          groups.join(rule, other.rule);
        }
      }
      if (before.length > 0) before.push(set);
      else seen.set(element, [set]);
    }
  }
  return groups.all().map((rules) => {
    const sorted = [...rules].sort(byPlace);
    const [first, ...others] = sorted.map((r) => huntedBy(r, index));
    return { rules: sorted, common: first!.filter((i) => others.every((o) => o.includes(i))) };
  });
}

/** Whether two sets have so much of what either has in common. */
function isPart(share: number, both: Shareds, a: Shareds, b: Shareds): boolean {
  return both.length >= share * (a.length + b.length - both.length);
}

function wanted(list: Shareds): Shareds {
  return list.filter((i) => !i.indicator.negated);
}

/** Whether events of one log source may belong to the other too; an unset part may be anything. */
function overlap({ sigma: a }: CatalogRule, { sigma: b }: CatalogRule): boolean {
  if (!a || !b) return true;
  return (['product', 'category', 'service'] as const).every((key) => {
    const [mine, theirs] = [a.logsource[key], b.logsource[key]];
    return mine.length === 0 || theirs.length === 0 || mine.some((n) => theirs.includes(n));
  });
}

function byPlace(a: CatalogRule, b: CatalogRule): number {
  return compare(a.path, b.path) || a.position - b.position;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sets that are merged: a forest in which each tree is a set (union-find). */
class Groups<T> {
  private readonly parents = new Map<T, T>();

  private top(item: T): T {
    let at = item;
    for (;;) {
      const parent = this.parents.get(at) ?? at;
      if (parent === at) return at;
      this.parents.set(at, this.parents.get(parent) ?? parent);
      at = parent;
    }
  }

  together(a: T, b: T): boolean {
    return this.top(a) === this.top(b);
  }

  join(a: T, b: T): void {
    const top = this.top(b);
    this.parents.set(top, top);
    this.parents.set(this.top(a), top);
  }

  all(): readonly (readonly T[])[] {
    const sets = new Map<T, T[]>();
    for (const item of this.parents.keys()) {
      const top = this.top(item);
      const known = sets.get(top);
      if (known) known.push(item);
      else sets.set(top, [item]);
    }
    return [...sets.values()].sort((a, b) => b.length - a.length);
  }
}
