import type { SearchRule } from './data.js';

/** What is searched of a rule, in lower case. */
export interface Searched {
  readonly title: string;
  readonly text: string;
}

export function searchable(rules: readonly SearchRule[]): readonly Searched[] {
  return rules.map(([, title, , , , text]) => ({
    title: title.toLowerCase(),
    text: text.toLowerCase(),
  }));
}

/** Words, all of which must be found; a double-quoted phrase counts as one word. */
export function termsOf(query: string): readonly string[] {
  const found = query.toLowerCase().matchAll(/"([^"]+)"?|[^\s"]+/g);
  const terms = [...found].map((m) => (m[1] ?? m[0]).trim()).filter((t) => t !== '');
  return [...new Set(terms)];
}

/**
 * The rules in which all terms are found. Those come first whose title begins with the query, then
 * those whose title has all terms, then those whose title has one; else they stay in order.
 */
export function search(rules: readonly Searched[], terms: readonly string[]): readonly number[] {
  if (terms.length === 0) return rules.map((_, i) => i);
  const whole = terms.join(' ');
  const ranks: number[][] = [[], [], [], []];
  rules.forEach(({ title, text }, i) => {
    let inTitle = 0;
    for (const term of terms) {
      if (title.includes(term)) inTitle++;
      else if (!text.includes(term)) return;
    }
    const rank = title.startsWith(whole) ? 0 : inTitle === terms.length ? 1 : inTitle > 0 ? 2 : 3;
    ranks[rank]!.push(i);
  });
  return ranks.flat();
}

/** Columns of a line around what was found in it. */
const CONTEXT = 70;

/** The line of a rule's text in which a term was found, cut to its surroundings. */
export function snippet(text: string, lower: string, term: string): string | null {
  const at = lower.indexOf(term);
  // Lower case can be longer than the text itself; then the place is not known.
  if (at < 0 || lower.length !== text.length) return null;
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end < 0 ? undefined : end);
  const from = Math.max(0, at - start - CONTEXT);
  const to = at - start + term.length + CONTEXT;
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}

/** Which values of each facet are chosen, by their places. */
export type Chosen = readonly ReadonlySet<number>[];

export interface Filtered {
  /** In the order given. */
  readonly rules: readonly number[];
  /** For each facet and value, how many rules there would be with it. */
  readonly counts: readonly (readonly number[])[];
}

/** Values of one facet are alternatives; every facet with a choice must fit. */
export function filter(
  found: readonly number[],
  rules: readonly SearchRule[],
  sizes: readonly number[],
  chosen: Chosen,
): Filtered {
  const counts = sizes.map((size) => new Array<number>(size).fill(0));
  const fitting: number[] = [];
  for (const i of found) {
    const facets = rules[i]![4];
    let failed = -1;
    let failures = 0;
    for (let f = 0; f < sizes.length && failures < 2; f++) {
      const wanted = chosen[f]!;
      if (wanted.size === 0 || facets[f]!.some((v) => wanted.has(v))) continue;
      failed = f;
      failures++;
    }
    if (failures === 0) fitting.push(i);
    if (failures > 1) continue;
    for (let f = 0; f < sizes.length; f++) {
      // What a choice in this very facet has ruled out could be chosen too.
      if (failures === 0 || f === failed) for (const v of facets[f]!) counts[f]![v]!++;
    }
  }
  return { rules: fitting, counts };
}
