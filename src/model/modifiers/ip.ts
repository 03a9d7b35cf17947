import type { Network } from '../value.js';

export interface Address {
  readonly version: 4 | 6;
  readonly address: bigint;
}

/** Strictly: four decimal parts without leading zeros, or RFC 4291's forms. */
export function parseAddress(text: string): Address | null {
  if (text.length > 45) return null;
  if (text.includes(':')) return parseV6(text);
  const address = parseV4(text);
  return address === null ? null : { version: 4, address };
}

function parseV4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let address = 0n;
  for (const part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    address = (address << 8n) | BigInt(part);
  }
  return address;
}

function parseV6(text: string): Address | null {
  let words = text;
  const dot = text.lastIndexOf(':');
  if (text.includes('.')) {
    const tail = parseV4(text.slice(dot + 1));
    if (tail === null) return null;
    words = `${text.slice(0, dot + 1)}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  }
  const halves = words.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((h) => (h === '' ? [] : h.split(':'))) as [string[], string[]?];
  const given = head.length + (tail?.length ?? 0);
  if (tail ? given > 7 : given !== 8) return null;
  const all = [...head, ...Array<string>(8 - given).fill('0'), ...(tail ?? [])];
  let address = 0n;
  for (const word of all) {
    if (!/^[\da-f]{1,4}$/i.test(word)) return null;
    address = (address << 16n) | BigInt(`0x${word}`);
  }
  return { version: 6, address };
}

/** Canonical text; IPv6 by RFC 5952. */
export function formatAddress(version: 4 | 6, address: bigint): string {
  if (version === 4) {
    return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 0xffn)).join('.');
  }
  const words = Array.from({ length: 8 }, (_, i) =>
    ((address >> BigInt(112 - 16 * i)) & 0xffffn).toString(16),
  );
  let best = { start: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (words[i + length] === '0') length++;
    if (length > best.length) best = { start: i, length };
  }
  if (best.start < 0) return words.join(':');
  const head = words.slice(0, best.start).join(':');
  return `${head}::${words.slice(best.start + best.length).join(':')}`;
}

/** A network in CIDR notation, host bits cleared; `masked` says whether there were any. */
export function parseNetwork(text: string): { network: Network; masked: boolean } | null {
  const slash = text.indexOf('/');
  const parsed = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (!parsed) return null;
  const bits = parsed.version === 4 ? 32 : 128;
  const length = slash < 0 ? String(bits) : text.slice(slash + 1);
  if (!/^(?:0|[1-9]\d{0,2})$/.test(length) || Number(length) > bits) return null;
  const prefix = Number(length);
  const shift = BigInt(bits - prefix);
  const address = (parsed.address >> shift) << shift;
  const { version } = parsed;
  const network = {
    version,
    address,
    prefix,
    text: `${formatAddress(version, address)}/${prefix}`,
  };
  return { network, masked: address !== parsed.address };
}

const MAPPED_IPV4 = 0xffffn << 32n;

/** Whether a network has addresses in common with ::ffff:0:0/96, the IPv4 addresses as IPv6. */
export function coversMappedIPv4({ version, prefix, address }: Network): boolean {
  const shift = BigInt(128 - Math.min(prefix, 96));
  return version === 6 && address >> shift === MAPPED_IPV4 >> shift;
}
