const LONGEST = 64;
/** Candidates that are compared, so that hostile input cannot make the search long. */
const MAX_CANDIDATES = 1_000;

/**
 * The candidate most similar to a mistyped name; null if none is similar. Case is ignored.
 *
 * @param most changes of a letter; a third of the name's letters if fewer
 * @param fits asked of similar candidates only
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  most = LONGEST,
  fits: (candidate: string) => boolean = () => true,
): string | null {
  if (name.length > LONGEST) return null;
  const wanted = name.toLowerCase();
  let best: string | null = null;
  // Of a single letter only the case may be wrong, of three one may be another.
  const allowed = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  let bestDistance = Math.min(allowed, most) + 1;
  let looked = 0;
  for (const candidate of candidates) {
    if (++looked > MAX_CANDIDATES) break;
    // No distance is less than the difference in length.
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance && fits(candidate)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The only name that has all words of a key, or begins it, or is within it; else the nearest. */
export function resembling(key: string, names: Iterable<string>): string | null {
  const all = [...names];
  const words = key.split('_');
  const isIn = (name: string): boolean => words.every((word) => name.split('_').includes(word));
  const begins = (name: string): boolean =>
    Math.min(name.length, key.length) >= SHORTEST && (name.startsWith(key) || key.startsWith(name));
  const within = (name: string): boolean => name.length > SHORTEST && key.includes(name);
  for (const resembles of [isIn, begins, within]) {
    const [found, another] = all.filter(resembles);
    if (found !== undefined && another === undefined) return found;
  }
  return nearest(key, all);
}

/** A beginning of fewer letters says nothing. */
const SHORTEST = 3;

/**
 * Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
 *
 * @param enough a distance of so much or more may be given as any such
 */
function editDistance(a: string, b: string, enough: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let leastOfLast = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let leastOfRow = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      row.push(least);
      if (least < leastOfRow) leastOfRow = least;
    }
    // A swap skips a row.
    if (leastOfRow >= enough && leastOfLast >= enough) return enough;
    before = last;
    last = row;
    leastOfLast = leastOfRow;
  }
  return last[b.length]!;
}

/** `a`, `a or b`, `a, b or c`. */
export function either(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
