import { formatAddress } from '../modifiers/ip.js';
import type { Network } from '../value.js';

/** A network as a regular expression, in Lucene's dialect, for the whole text of an address. */
export interface NetworkRegex {
  readonly source: string;
  /** It matches addresses beyond the network, too. */
  readonly wider: boolean;
}

/** Null if the addresses of a network, as strings, have no common prefix. */
export function networkRegex({ version, address, prefix }: Network): NetworkRegex | null {
  return version === 4
    ? { source: networkV4(address, prefix), wider: false }
    : networkV6(address, prefix);
}

const PART = '[0-9]{1,3}';

function networkV4(address: bigint, prefix: number): string {
  const parts = formatAddress(4, address).split('.').map(Number);
  return parts
    .map((part, i) => {
      const bits = Math.max(0, Math.min(8, prefix - 8 * i));
      if (bits === 8) return String(part);
      if (bits === 0) return PART;
      const values = Array.from({ length: 2 ** (8 - bits) }, (_, n) => part + n);
      return `(${values.join('|')})`;
    })
    .join('\\.');
}

/** By the first group, which is written without leading zeros; the rest may be left out in part. */
function networkV6(address: bigint, prefix: number): NetworkRegex | null {
  if (prefix === 128) {
    const all = Array.from({ length: 8 }, (_, i) =>
      ((address >> BigInt(112 - 16 * i)) & 0xffffn).toString(16),
    );
    const forms = new Set([formatAddress(6, address), all.join(':')]);
    return { source: [...forms].map(anyCase).join('|'), wider: false };
  }
  const bits = Math.min(prefix, 16);
  const first = Number(address >> 112n);
  if (first < 0x1000) return null;
  const digits = first.toString(16).padStart(4, '0');
  const written = [...digits].map((digit, i) => {
    const known = Math.max(0, Math.min(4, bits - 4 * i));
    const from = parseInt(digit, 16);
    const values = Array.from({ length: 2 ** (4 - known) }, (_, n) => (from + n).toString(16));
    const all = values.map(bothCases).join('');
    return values.length === 16 ? '[0-9a-fA-F]' : all.length === 1 ? all : `[${all}]`;
  });
  return { source: `${written.join('')}:.*`, wider: prefix > 16 };
}

function anyCase(text: string): string {
  return [...text].map((c) => (/[a-f]/.test(c) ? `[${bothCases(c)}]` : c)).join('');
}

function bothCases(digit: string): string {
  return /[a-f]/.test(digit) ? digit + digit.toUpperCase() : digit;
}
