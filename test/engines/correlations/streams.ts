import { Disorder } from '../kql/correlation/table.js';
import { WINDOW } from './setups.js';
import type { Profile } from './setups.js';

export interface StreamEvent {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly Kind: string;
  readonly User?: Value | readonly Value[];
  readonly Account?: Value | readonly Value[];
  readonly V?: Value | readonly Value[];
  readonly W?: Value | readonly Value[];
  readonly T?: Value | readonly Value[];
}

type Value = string | number | null;

/** 2025, on no round minute. */
const START = 1_740_000_007_000;
/** Milliseconds between streams. */
const APART = 200_000;

/** Which stream a time is of. */
export function streamAt(time: number): number {
  return Math.floor((time - START + APART / 4) / APART);
}

/** Whether no two values of a field are equal as strings. */
export function isSet(value: unknown): boolean {
  return !Array.isArray(value) || new Set(value.map(String)).size === value.length;
}

const KINDS = ['a', 'b', 'c', 'ab', 'ac', 'abc', 'none', 'a', 'b'];
const USERS = ['x', 'x', 'y', 'X'];
const ODD_USERS = [1, '1', '1.0', ' ', 'x"\\', null];
const NUMBERS = [1, 2, 5, '1', '3', '-3', '2.5', 100];
const ODD_NUMBERS = ['word', 'NaN', 'inf', '-Infinity', '0x10', '1e1', ' 5 ', '1,000', '+2', null];

/**
 * Streams in which events are at the edges of windows, just within and just outside, and several at
 * one time; in any order, so that some come late.
 */
export function streamsOf(count: number, profile: Profile, seed: number): readonly StreamEvent[] {
  const random = new Disorder(seed * 7_919 + 17);
  for (let i = 0; i < 8; i++) random.next();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!;
  const users = (): StreamEvent['User'] => {
    if (random.next() < 0.06) return undefined;
    if (profile === 'lists' && random.next() < 0.2)
      return pick([
        ['x', 'y'],
        ['y', 'y'],
        ['x', 'X', 'x'],
      ]);
    return pick(random.next() < 0.08 ? ODD_USERS : USERS);
  };
  const numbers = (): StreamEvent['V'] => {
    if (random.next() < 0.1) return undefined;
    if (profile === 'typed') return pick([1, 2, 3, 5, -3, 100]);
    if (profile === 'lists' && random.next() < 0.2)
      return pick([
        [4, 5],
        ['1', 'word'],
        [2, '2'],
      ]);
    return pick(random.next() < 0.15 ? ODD_NUMBERS : NUMBERS);
  };
  const events: StreamEvent[] = [];
  for (let stream = 0; stream < count; stream++) {
    const start = START + stream * APART + pick([0, 0, 250, 999]);
    const size = 2 + Math.floor(random.next() * 6);
    for (let i = 0; i < size; i++) {
      const steps = pick([0, 1, 1, 2, 2, 3, 4]) * (WINDOW * 500);
      const time = start + steps + pick([0, 0, 0, 1, -1]);
      const given = {
        User: users(),
        Account: users(),
        V: numbers(),
        T: numbers(),
        W: pick(['p', 'p', 'q', undefined]),
      };
      const held = Object.entries(given).filter(([, value]) => value !== undefined);
      events.push({ time, Kind: pick(KINDS), ...Object.fromEntries(held) });
    }
  }
  return random.shuffle(events);
}
