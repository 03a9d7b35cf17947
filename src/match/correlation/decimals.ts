import { orderOf } from '../../model/decimal.js';

/** A number as an integer over a power of ten, so that sums and products are exact. */
export interface Scaled {
  readonly digits: bigint;
  /** How many of them are behind the point. */
  readonly scale: number;
}

export const ZERO: Scaled = { digits: 0n, scale: 0 };

/** @param decimal in plain notation: `-12.5` */
export function scaled(decimal: string): Scaled {
  const [whole, fraction = ''] = decimal.split('.') as [string, string?];
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

export function plus(a: Scaled, b: Scaled): Scaled {
  const scale = Math.max(a.scale, b.scale);
  return { digits: at(a, scale) + at(b, scale), scale };
}

export function minus(a: Scaled, b: Scaled): Scaled {
  return plus(a, { ...b, digits: -b.digits });
}

export function times(a: Scaled, factor: number): Scaled {
  return { ...a, digits: a.digits * BigInt(factor) };
}

/** Below, equal to or above zero. */
export function orderOfScaled(a: Scaled, b: Scaled): number {
  const { digits } = minus(a, b);
  return digits === 0n ? 0 : digits < 0n ? -1 : 1;
}

function at({ digits, scale }: Scaled, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}

/** A number that comes and goes with its event, read once. */
export interface Countable {
  /** In plain notation. */
  readonly decimal: string;
  /** The nearest of JavaScript's. */
  readonly near: number;
  /** Whether that is the number, and so small that many of them add up exactly. */
  readonly isSmall: boolean;
}

const SMALL = 2 ** 40;

export function countable(decimal: string): Countable {
  const near = Number(decimal);
  const isSmall = Math.abs(near) < SMALL && /^-?\d+$/.test(decimal);
  return { decimal, near, isSmall };
}

/** Exact, though rarely more than the nearest numbers have to be compared: rounding keeps their order. */
export function orderOfCountable(a: Countable, b: Countable): number {
  if (a.near !== b.near) return a.near - b.near;
  return a.decimal === b.decimal ? 0 : orderOf(a.decimal, b.decimal);
}
