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

export function printScaled({ digits, scale }: Scaled): string {
  if (scale === 0) return String(digits);
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const sign = digits < 0n ? '-' : '';
  return `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

function at({ digits, scale }: Scaled, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}
