/** A network, or the addresses from one to another, both included. */
export type AddressRange =
  { readonly network: string } | { readonly from: string; readonly to: string };

/**
 * Addresses whose text begins with a string: `10.` is 10.0.0.0/8, `fe80:` is fe80::/16. Null where
 * they are not a few ranges.
 */
export function addressesBeginning(text: string): readonly AddressRange[] | null {
  if (text.includes('.')) return beginningOfV4(text.slice(mappedPrefix(text).length).split('.'));
  return beginningOfV6(text.toLowerCase());
}

/**
 * What is before an address of IPv4 that is written as one of IPv6; empty where nothing is.
 * https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2
 */
export function mappedPrefix(text: string): string {
  return /^::ffff:(?=\d)/i.exec(text)?.[0] ?? '';
}

function beginningOfV4(parts: readonly string[]): readonly AddressRange[] | null {
  const last = parts[parts.length - 1]!;
  const whole = parts.slice(0, -1);
  if (parts.length > 4 || !whole.every(isPart)) return null;
  if (last === '') return [{ network: `${filled(whole, '0')}/${whole.length * 8}` }];
  if (!isPart(last)) return null;
  const first = Number(last);
  // 1, 10 to 19, 100 to 199.
  const runs = [
    [first, first],
    [first * 10, first * 10 + 9],
    [first * 100, first * 100 + 99],
  ];
  return runs
    .slice(0, first === 0 ? 1 : 3)
    .filter(([from]) => from! <= 255)
    .map(([from, to]) => {
      const low = filled([...whole, String(from)], '0');
      const high = filled([...whole, String(Math.min(to!, 255))], '255');
      return { from: low, to: high };
    });
}

function isPart(part: string): boolean {
  return /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255;
}

function filled(parts: readonly string[], rest: string): string {
  return [...parts, ...Array<string>(4 - parts.length).fill(rest)].join('.');
}

/** Only the first group is certain: after it, zeros may be left out. */
function beginningOfV6(text: string): readonly AddressRange[] | null {
  const group = /^([1-9a-f][\da-f]{0,3}):$/.exec(text)?.[1];
  return group === undefined ? null : [{ network: `${group}::/16` }];
}
