import { CORPUS_LANGUAGES } from './entry.js';
import type { CorpusLanguage, CorpusPredicate, CorpusRule } from './entry.js';
import { canonicalField } from './field-names.js';
import type { CanonicalFieldOf } from './field-names.js';
import { indicatorOf, keyOf } from './indicator.js';
import type { Indicator } from './indicator.js';

/** How many rules look for an indicator. */
export interface CorpusCounts {
  readonly total: number;
  /** In the order of `CORPUS_LANGUAGES`, those without a rule left out. */
  readonly languages: Readonly<Partial<Record<CorpusLanguage, number>>>;
}

/** An indicator, and the rules that look for it. */
export interface SharedIndicator<R extends CorpusRule = CorpusRule> {
  readonly indicator: Indicator;
  /** In the order of `CorpusIndex.rules`. */
  readonly rules: readonly R[];
}

/** A rule that shares indicators with another. */
export interface Relative<R extends CorpusRule = CorpusRule> {
  readonly rule: R;
  readonly shared: number;
}

type PredicateKey = Pick<CorpusPredicate, 'field' | 'context' | 'kind' | 'value' | 'negated'>;

export interface CorpusIndex<R extends CorpusRule = CorpusRule> {
  /** By path and position, each once. */
  readonly rules: readonly R[];
  /** Those that could not be read, each with its `problem`. */
  readonly unread: readonly R[];
  /** What a predicate of a language looks for, always as the same object; null if no rule does. */
  find(language: CorpusLanguage, predicate: PredicateKey): SharedIndicator<R> | null;
  /** The rules that ask what a predicate of a language asks, in whatever language they are. */
  lookup(language: CorpusLanguage, predicate: PredicateKey): readonly R[];
  /** As `lookup`, counted, without `except`: how many other rules look for the same. */
  counts(
    language: CorpusLanguage,
    predicate: PredicateKey,
    except?: CorpusRule | null,
  ): CorpusCounts;
  /** What a rule looks for, each once, in the order of its predicates. */
  indicatorsOf(rule: CorpusRule): readonly SharedIndicator<R>[];
  /** The other rules that share indicators with a rule, those that share most first. */
  relatives(rule: CorpusRule): readonly Relative<R>[];
  /** Every indicator that so many rules look for (1 if not given), by field, kind and value. */
  indicators(least?: number): readonly SharedIndicator<R>[];
}

/** Which rules look for what. A negated predicate counts with negated ones only. */
export function buildCorpusIndex<R extends CorpusRule>(
  given: readonly R[],
  fieldOf: CanonicalFieldOf = canonicalField,
): CorpusIndex<R> {
  const canonical = fieldOf === canonicalField ? ownFieldOf : remembered(fieldOf);
  const rules = inOrder(given);
  const places = new Map(rules.map((rule, i) => [nameOf(rule), i]));
  const found = new Map<string, { readonly indicator: Indicator; readonly rules: R[] }>();
  const own = rules.map((rule) =>
    keysOf(rule, canonical).map(([key, indicator]) => {
      let entry = found.get(key);
      if (!entry) found.set(key, (entry = { indicator, rules: [] }));
      entry.rules.push(rule);
      return entry;
    }),
  );
  const find = (language: CorpusLanguage, predicate: PredicateKey): SharedIndicator<R> | null =>
    found.get(keyOf(indicatorOf(language, predicate, canonical))) ?? null;
  const ownOf = (rule: CorpusRule): readonly SharedIndicator<R>[] => {
    const place = places.get(nameOf(rule));
    return place === undefined ? [] : own[place]!;
  };

  return {
    rules,
    unread: rules.filter((r) => r.problem !== null),
    find,
    lookup: (language, predicate) => find(language, predicate)?.rules ?? [],
    counts(language, predicate, except = null) {
      return countLanguages(find(language, predicate)?.rules ?? [], except);
    },
    indicatorsOf: ownOf,
    relatives(rule) {
      const shared = new Map<R, number>();
      for (const { rules: sharing } of ownOf(rule)) {
        for (const other of sharing) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
      const place = (other: CorpusRule): number => places.get(nameOf(other))!;
      return [...shared]
        .filter(([other]) => nameOf(other) !== nameOf(rule))
        .sort(([a, m], [b, n]) => n - m || place(a) - place(b))
        .map(([other, n]) => ({ rule: other, shared: n }));
    },
    indicators: (least = 1) =>
      [...found]
        .filter(([, indicator]) => indicator.rules.length >= least)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, indicator]) => indicator),
  };
}

/** @param except a rule that does not count */
export function countLanguages(
  rules: readonly CorpusRule[],
  except: CorpusRule | null = null,
): CorpusCounts {
  const name = except && nameOf(except);
  const counts = new Map<CorpusLanguage, number>();
  let total = 0;
  for (const rule of rules) {
    if (name !== null && nameOf(rule) === name) continue;
    counts.set(rule.language, (counts.get(rule.language) ?? 0) + 1);
    total++;
  }
  const languages: Partial<Record<CorpusLanguage, number>> = {};
  for (const language of CORPUS_LANGUAGES) {
    const n = counts.get(language);
    if (n !== undefined) languages[language] = n;
  }
  return { total, languages };
}

type Keys = readonly (readonly [key: string, indicator: Indicator])[];

/** An index that is built again as rules change has most of its rules from before. */
const knownKeys = new WeakMap<CorpusRule, Keys>();

function keysOf(rule: CorpusRule, canonical: CanonicalFieldOf): Keys {
  const known = canonical === ownFieldOf ? knownKeys.get(rule) : undefined;
  if (known) return known;
  const keys = new Map<string, Indicator>();
  for (const predicate of rule.predicates) {
    const indicator = indicatorOf(rule.language, predicate, canonical);
    const key = keyOf(indicator);
    if (!keys.has(key)) keys.set(key, indicator);
  }
  const made = [...keys];
  if (canonical === ownFieldOf) knownKeys.set(rule, made);
  return made;
}

/** A rule is named by its place; of two with one name, the first stays. */
function inOrder<R extends CorpusRule>(given: readonly R[]): readonly R[] {
  const byName = new Map<string, R>();
  for (const rule of given) if (!byName.has(nameOf(rule))) byName.set(nameOf(rule), rule);
  return [...byName.values()].sort((a, b) =>
    a.path === b.path ? a.position - b.position : a.path < b.path ? -1 : 1,
  );
}

function nameOf({ path, position }: CorpusRule): string {
  return `${position} ${path}`;
}

/** Rules name few fields many times. */
function remembered(fieldOf: CanonicalFieldOf): CanonicalFieldOf {
  const known = new Map<string, ReturnType<CanonicalFieldOf>>();
  return (language, field, context) => {
    const key = `${language}\u0000${context ?? ''}\u0000${field}`;
    let result = known.get(key);
    if (!result) known.set(key, (result = fieldOf(language, field, context)));
    return result;
  };
}

const ownFieldOf = remembered(canonicalField);
