import type { Timespan } from './correlation.js';
import type { Name } from '../name.js';

/**
 * The months and years of the Gregorian calendar are of their mean length, as in pySigma.
 * https://github.com/SigmaHQ/pySigma/blob/main/sigma/correlations.py
 */
const SECONDS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3_600],
  ['d', 86_400],
  ['w', 604_800],
  ['M', 2_629_746],
  ['y', 31_556_952],
]);

/** Reads `15m`; null if it is not a number above zero and a unit. */
export function timespanOf({ text, span }: Name): Timespan | null {
  const [, count, unit] = /^(\d+)([smhdwMy])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) return null;
  const milliseconds = Number(count) * SECONDS.get(unit)! * 1_000;
  if (milliseconds <= 0 || !Number.isSafeInteger(milliseconds)) return null;
  return { text, milliseconds, span };
}

/** Units as people spell them; `M` is months, and no other spelling of minutes. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    s: ['s', 'sec', 'secs', 'second', 'seconds'],
    m: ['m', 'min', 'mins', 'minute', 'minutes'],
    h: ['h', 'hr', 'hrs', 'hour', 'hours'],
    d: ['d', 'day', 'days'],
    w: ['w', 'wk', 'wks', 'week', 'weeks'],
    M: ['month', 'months'],
    y: ['y', 'yr', 'yrs', 'year', 'years'],
  }).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
);

/** `15 min` as `15m`; null if it is nothing that can be read in one way only. */
export function spelledTimespan(text: string): string | null {
  const [, count, word] = /^(\d+) *([A-Za-z]+)$/.exec(text.trim()) ?? [];
  if (count === undefined || word === undefined || word === 'M') return null;
  const unit = SPELLED.get(word.toLowerCase());
  return unit === undefined ? null : `${count}${unit}`;
}
