import { formatAddress, literalText, parseAddress, shapeOf } from '../../src/backend/index.js';
import type { FieldPredicate, Network } from '../../src/backend/index.js';
import { phrase } from './literals.js';

/**
 * Queries of an ip field, none of which means no event; null if it cannot be asked.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/ip
 */
export function addressQueries(p: FieldPredicate): readonly string[] | null {
  switch (p.kind) {
    case 'cidr':
      return [phrase(p.network.text)];
    case 'string': {
      const literal = literalText(p.pattern);
      if (literal !== null) return parseAddress(literal) ? [phrase(literal)] : [];
      if (p.pattern.some((part) => typeof part === 'string' && !/^[\d.:a-f]*$/i.test(part)))
        return [];
      const shape = shapeOf(p.pattern);
      return shape.shape === 'startswith' ? beginning(shape.text) : null;
    }
    case 'number':
    case 'boolean':
      return [];
    default:
      return null;
  }
}

/** Addresses whose text begins so: `10.` is 10.0.0.0/8, `fe80:` is fe80::/16. */
function beginning(text: string): readonly string[] | null {
  if (text.includes('.')) return beginningOfV4(text.split('.'));
  return beginningOfV6(text.toLowerCase());
}

function beginningOfV4(parts: readonly string[]): readonly string[] | null {
  const last = parts[parts.length - 1]!;
  const whole = parts.slice(0, -1);
  if (parts.length > 4 || !whole.every(isPart)) return null;
  if (last === '') return [phrase(`${filled(whole, '0')}/${whole.length * 8}`)];
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
      return low === high ? phrase(low) : `[${phrase(low)} TO ${phrase(high)}]`;
    });
}

function isPart(part: string): boolean {
  return /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255;
}

function filled(parts: readonly string[], rest: string): string {
  return [...parts, ...Array<string>(4 - parts.length).fill(rest)].join('.');
}

/** Only the first group is certain: after it, zeros may be left out. */
function beginningOfV6(text: string): readonly string[] | null {
  const group = /^([1-9a-f][\da-f]{0,3}):$/.exec(text)?.[1];
  return group === undefined ? null : [phrase(`${group}::/16`)];
}

/** A network for a field of texts, as a regular expression for the whole of an address. */
export interface NetworkRegex {
  readonly source: string;
  /** Addresses beyond the network fit too. */
  readonly wider: boolean;
}

/** Null where the texts of a network have no common beginning that could be looked for. */
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
