import { mappedPrefix } from '../../src/backend/index.js';
import {
  addressQueries,
  booleanQueries,
  elasticCodes,
  ipNetwork,
  networksBetween,
  numberQueries,
} from '../../src/backend/elastic/index.js';
import type { FieldPredicate, PredicateContext, StringPredicate } from '../../src/backend/index.js';
import type { TypedQuery } from '../../src/backend/elastic/index.js';
import type { Field } from './fields.js';

/** What a column is compared with in its own type: with one of these values. */
export interface Typed {
  readonly type: 'address' | 'network' | 'boolean';
  readonly literals: readonly string[];
}

const LONGEST = 32;

/** Null for what a column of the type can only be asked as text. */
export function typedOf(field: Field, p: FieldPredicate): Typed | null {
  if (p.kind === 'cidr') return { type: 'network', literals: [`"${ipNetwork(p.network)}"`] };
  if (p.kind !== 'string') return null;
  if (field.holds === 'boolean') {
    const [value, ...others] = booleanQueries(p) ?? [];
    if (value?.kind !== 'equal' || others.length > 0) return null;
    return { type: 'boolean', literals: [value.value] };
  }
  if (field.holds !== 'ip') return null;
  const queries = addressQueries({ ...p, pattern: keptPattern(field, p) }) ?? [];
  const asked = queries.flatMap(valuesOf);
  // A pattern of the text is shorter than a list of very many.
  if (asked.length === 0 || asked.length > LONGEST) return null;
  if (!asked.some(isNetwork)) return { type: 'address', literals: asked.map(quoted) };
  const networks = asked.map((value) => (isNetwork(value) ? value : `${value}/32`));
  return { type: 'network', literals: networks.map(quoted) };
}

function isNetwork(value: string): boolean {
  return value.includes('/');
}

function quoted(value: string): string {
  return `"${value}"`;
}

function valuesOf(asked: TypedQuery): readonly string[] {
  if (asked.kind === 'equal') return [asked.value];
  if (asked.kind === 'any' || asked.gte === undefined || asked.lte === undefined) return [];
  return networksBetween(asked.gte, asked.lte);
}

/**
 * The first argument of `CIDR_MATCH`, before networks.
 * https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/ip-functions
 */
export function addressOf({ code, holds }: Field): string {
  return holds === 'ip' ? code : `TO_IP(${code})`;
}

/** A column of addresses has each in its shortest form, and those of IPv4 without `::ffff:`. */
export function keptPattern({ holds }: Field, p: StringPredicate): StringPredicate['pattern'] {
  const [first, ...rest] = p.pattern;
  if (holds !== 'ip' || typeof first !== 'string') return p.pattern;
  return [first.slice(mappedPrefix(first).length), ...rest];
}

const EXPECTED: Partial<Record<Field['holds'], string>> = {
  ip: 'an address',
  boolean: 'true or false',
  number: 'a number',
};

/** No value of the column's type is what is asked for. */
export function isNever({ holds, type }: Field, p: FieldPredicate): boolean {
  switch (holds) {
    case 'ip':
      return addressQueries(p)?.length === 0;
    case 'boolean':
      return booleanQueries(p)?.length === 0;
    case 'number':
      return numberQueries(p, type ?? 'double')?.length === 0;
    default:
      return false;
  }
}

export function noteNever({ name, holds, type }: Field, context: PredicateContext): void {
  const slots = { field: name, type: type ?? holds, expected: EXPECTED[holds]! };
  context.note(elasticCodes['elastic-never'](slots));
}
