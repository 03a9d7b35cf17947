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

/** Rules that look for an indicator. */
export interface SharedIndicator {
  readonly indicator: Indicator;
  /** In the order of `CorpusIndex.rules`. */
  readonly rules: readonly CorpusRule[];
}

/** A rule that shares indicators with another. */
export interface Relative {
  readonly rule: CorpusRule;
  readonly shared: number;
}

type Asked = Pick<CorpusPredicate, 'field' | 'context' | 'kind' | 'value' | 'negated'>;

export interface CorpusIndex {
  /** By path and position, each once. */
  readonly rules: readonly CorpusRule[];
  /** Those that could not be read, each with its `problem`. */
  readonly unread: readonly CorpusRule[];
  /** The rules that ask what a predicate of a language asks, in whatever language they are. */
  lookup(language: CorpusLanguage, predicate: Asked): readonly CorpusRule[];
  /** As `lookup`, counted, without `except`: how many other rules look for the same. */
  counts(language: CorpusLanguage, predicate: Asked, except?: CorpusRule | null): CorpusCounts;
  /** The other rules that share indicators with a rule, those that share most first. */
  relatives(rule: CorpusRule): readonly Relative[];
  /** Every indicator, sorted by field, kind and value. */
  indicators(): readonly SharedIndicator[];
}

/** Which rules look for what. A negated predicate counts with negated ones only. */
export function buildCorpusIndex(
  given: readonly CorpusRule[],
  fieldOf: CanonicalFieldOf = canonicalField,
): CorpusIndex {
  const canonical = remembered(fieldOf);
  const rules = inOrder(given);
  const places = new Map(rules.map((rule, i) => [nameOf(rule), i]));
  const found = new Map<string, { readonly indicator: Indicator; readonly at: number[] }>();
  const own = rules.map((rule, i) => {
    const keys = new Set<string>();
    for (const predicate of rule.predicates) {
      const indicator = indicatorOf(rule.language, predicate, canonical);
      const key = keyOf(indicator);
      if (keys.has(key)) continue;
      keys.add(key);
      const entry = found.get(key);
      if (entry) entry.at.push(i);
      else found.set(key, { indicator, at: [i] });
    }
    return keys;
  });
  const placesOf = (language: CorpusLanguage, predicate: Asked): readonly number[] =>
    found.get(keyOf(indicatorOf(language, predicate, canonical)))?.at ?? [];

  return {
    rules,
    unread: rules.filter((r) => r.problem !== null),
    lookup: (language, predicate) => placesOf(language, predicate).map((i) => rules[i]!),
    counts(language, predicate, except = null) {
      const without = except ? places.get(nameOf(except)) : undefined;
      const others = placesOf(language, predicate).filter((i) => i !== without);
      return count(others.map((i) => rules[i]!));
    },
    relatives(rule) {
      const self = places.get(nameOf(rule));
      if (self === undefined) return [];
      const shared = new Map<number, number>();
      for (const key of own[self]!) {
        for (const i of found.get(key)!.at) shared.set(i, (shared.get(i) ?? 0) + 1);
      }
      shared.delete(self);
      return [...shared]
        .sort(([i, a], [j, b]) => b - a || i - j)
        .map(([i, n]) => ({ rule: rules[i]!, shared: n }));
    },
    indicators: () =>
      [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { indicator, at }]) => ({ indicator, rules: at.map((i) => rules[i]!) })),
  };
}

function count(rules: readonly CorpusRule[]): CorpusCounts {
  const languages: Partial<Record<CorpusLanguage, number>> = {};
  for (const language of CORPUS_LANGUAGES) {
    const n = rules.filter((r) => r.language === language).length;
    if (n > 0) languages[language] = n;
  }
  return { total: rules.length, languages };
}

/** A rule is named by its place; of two with one name, the first stays. */
function inOrder(given: readonly CorpusRule[]): readonly CorpusRule[] {
  const byName = new Map<string, CorpusRule>();
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

/** The rules of an index as one text: the same bytes for the same rules, in whatever order given. */
export function printCorpus({ rules }: CorpusIndex): string {
  return `${JSON.stringify({ version: 1, rules }, null, 1)}\n`;
}

/** Reads what `printCorpus` wrote; null if it is something else, or of another version. */
export function readPrintedCorpus(text: string): readonly CorpusRule[] | null {
  try {
    const read = JSON.parse(text) as { version?: unknown; rules?: unknown } | null;
    return read?.version === 1 && Array.isArray(read.rules) ? (read.rules as CorpusRule[]) : null;
  } catch {
    return null;
  }
}
