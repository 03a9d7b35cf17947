import type { AddressRange } from './address-prefix.js';
import { matchesPattern } from './patterns/matches-pattern.js';
import { pattern } from './patterns/pattern.js';
import type { PatternPart, StringPattern } from './patterns/pattern.js';

/** A longer list costs more than the pattern is worth. */
const MOST = 256;

const BYTES: readonly number[] = Array.from({ length: 256 }, (_, n) => n);

/**
 * Addresses of IPv4 that a pattern with all three dots matches, as no wildcard of it can be a dot:
 * `10.0.0.?` is 10.0.0.0 to 10.0.0.9. Null where they are not a few ranges.
 */
export function addressesLike(parts: StringPattern): readonly AddressRange[] | null {
  const octets = octetsOf(parts);
  // A wildcard before the first dot may be `::ffff:` as well.
  if (octets.length !== 4 || octets[0]!.some((part) => typeof part !== 'string')) return null;
  const values = octets.map((octet) =>
    BYTES.filter((n) => matchesPattern(octet, String(n), false)),
  );
  const last = values.findLastIndex((found) => found.length < BYTES.length);
  if (last < 0) return null;
  const runs = runsOf(values[last]!);
  const before = values.slice(0, last);
  if (before.reduce((n, found) => n * found.length, runs.length) > MOST) return null;
  const beginnings = before.reduce<readonly string[]>(
    (texts, found) => texts.flatMap((text) => found.map((n) => `${text}${n}.`)),
    [''],
  );
  const rest = 3 - last;
  return beginnings.flatMap((text) =>
    runs.map(([from, to]): AddressRange => {
      const low = `${text}${from}${'.0'.repeat(rest)}`;
      if (from === to && rest > 0) return { network: `${low}/${(last + 1) * 8}` };
      return { from: low, to: `${text}${to}${'.255'.repeat(rest)}` };
    }),
  );
}

/** What is between the dots of a pattern. */
function octetsOf(parts: StringPattern): readonly StringPattern[] {
  const octets: PatternPart[][] = [[]];
  for (const part of parts) {
    const [first, ...others] = typeof part === 'string' ? part.split('.') : [part];
    octets[octets.length - 1]!.push(first!);
    for (const text of others) octets.push([text]);
  }
  return octets.map(pattern);
}

/** Numbers in order, as the first and the last of each that follow one another. */
function runsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const run = runs[runs.length - 1];
    if (run?.[1] === n - 1) run[1] = n;
    else runs.push([n, n]);
  }
  return runs;
}
