import { addressesLike } from '../../model/address-pattern.js';
import { addressesBeginning } from '../../model/address-prefix.js';
import { matchesPattern } from '../../model/patterns/matches-pattern.js';
import { coversMappedIPv4, formatAddress, parseAddress } from '../../model/modifiers/ip.js';
import { literalText, shapeOf } from '../../model/patterns/pattern.js';
import type { Network } from '../../model/value.js';
import type { ComparePredicate, FieldPredicate } from '../../predicate/predicate.js';
import type { FieldType } from './fields.js';

/** What a field that does not hold strings is asked for: a value, any value, or a range with its ends. */
export type TypedQuery =
  | { readonly kind: 'equal'; readonly value: string }
  | { readonly kind: 'any' }
  | ({ readonly kind: 'range' } & Partial<Readonly<Record<ComparePredicate['operator'], string>>>);

/** One of these has to hold, so none means no event. Null: the field cannot be asked for it. */
export type TypedQueries = readonly TypedQuery[] | null;

/** The largest value of each type that holds whole numbers. */
const LARGEST: Partial<Readonly<Record<FieldType, bigint>>> = {
  byte: 2n ** 7n - 1n,
  short: 2n ** 15n - 1n,
  integer: 2n ** 31n - 1n,
  long: 2n ** 63n - 1n,
  unsigned_long: 2n ** 64n - 1n,
};

/** A type of whole numbers. */
export function isWhole(type: FieldType): boolean {
  return LARGEST[type] !== undefined;
}

const WHOLE = /^(?:0|-?[1-9]\d*)$/;
const DECIMAL = /^(?:0|-?(?:0\.\d*[1-9]|[1-9]\d*(?:\.\d*[1-9])?))$/;

/** Elasticsearch refuses to look for a number that the type cannot hold. */
function isBeyond(decimal: string, type: FieldType): boolean {
  const largest = LARGEST[type];
  if (largest === undefined) return false;
  const whole = BigInt(decimal.replace(/\..*/, '') || '0');
  return whole > largest || whole < (type === 'unsigned_long' ? 0n : -largest - 1n);
}

/** https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/number */
export function numberQueries(p: FieldPredicate, type: FieldType): TypedQueries {
  const largest = LARGEST[type];
  const written = largest === undefined ? DECIMAL : WHOLE;
  const equal = (text: string): TypedQueries =>
    written.test(text) && !isBeyond(text, type) ? [{ kind: 'equal', value: text }] : [];
  switch (p.kind) {
    case 'number':
      return equal(p.number.decimal);
    case 'string': {
      const shape = shapeOf(p.pattern);
      // A number is written in one way only, so no other text is equal to it.
      if (shape.shape === 'equals') return equal(shape.text);
      if (shape.shape === 'empty') return [];
      if (shape.shape === 'startswith' && largest !== undefined)
        return beginning(shape.text, largest);
      return null;
    }
    case 'boolean':
    case 'cidr':
      return [];
    case 'compare': {
      const { decimal } = p.number;
      if (!isBeyond(decimal, type)) return [{ kind: 'range', [p.operator]: decimal }];
      return p.operator.startsWith('l') === decimal.startsWith('-') ? [] : [{ kind: 'any' }];
    }
    default:
      return null;
  }
}

/** Numbers whose digits begin with these: 80, 800 to 809, 8000 to 8099 and so on. */
function beginning(digits: string, largest: bigint): TypedQueries {
  if (!WHOLE.test(digits)) return /^[-\d]*$/.test(digits) ? null : [];
  if (digits.startsWith('-')) return null;
  if (digits === '0') return [{ kind: 'equal', value: '0' }];
  const queries: TypedQuery[] = [];
  for (let low = BigInt(digits), width = 1n; low <= largest; low *= 10n, width *= 10n) {
    const high = low + width - 1n;
    queries.push(between(String(low), String(high < largest ? high : largest)));
  }
  return queries;
}

function between(gte: string, lte: string): TypedQuery {
  return gte === lte ? { kind: 'equal', value: gte } : { kind: 'range', gte, lte };
}

/**
 * A network as an ip field is asked for it. Elasticsearch keeps an IPv4 address and the same one in
 * ::ffff:0:0/96 alike, and takes a network of them as IPv4 only.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/ip
 */
export function ipNetwork(network: Network): string {
  const { address, prefix, text } = network;
  if (!coversMappedIPv4(network) || prefix < 96) return text;
  return `${formatAddress(4, address & 0xffffffffn)}/${prefix - 96}`;
}

/**
 * A network is a value of its field.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/ip
 */
export function addressQueries(p: FieldPredicate): TypedQueries {
  switch (p.kind) {
    case 'cidr':
      return [{ kind: 'equal', value: ipNetwork(p.network) }];
    case 'string': {
      const literal = literalText(p.pattern);
      if (literal !== null) return parseAddress(literal) ? [{ kind: 'equal', value: literal }] : [];
      if (p.pattern.some((part) => typeof part === 'string' && !/^[\d.:a-f]*$/i.test(part))) {
        return [];
      }
      const shape = shapeOf(p.pattern);
      const ranges =
        (shape.shape === 'startswith' ? addressesBeginning(shape.text) : null) ??
        addressesLike(p.pattern);
      return (
        ranges &&
        ranges.map((range) =>
          'network' in range
            ? { kind: 'equal', value: range.network }
            : between(range.from, range.to),
        )
      );
    }
    case 'number':
    case 'boolean':
      return [];
    default:
      return null;
  }
}

/** https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/boolean */
export function booleanQueries(p: FieldPredicate): TypedQueries {
  const equal = (value: string): TypedQuery => ({ kind: 'equal', value });
  switch (p.kind) {
    case 'boolean':
      return [equal(String(p.value))];
    case 'string':
      return ['true', 'false'].filter((t) => matchesPattern(p.pattern, t, p.cased)).map(equal);
    case 'number':
    case 'cidr':
      return [];
    default:
      return null;
  }
}
