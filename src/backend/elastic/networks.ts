import { mappedPrefix } from '../../model/address-prefix.js';
import { coversMappedIPv4 } from '../../model/modifiers/ip.js';
import { fieldPredicatesOf } from '../../predicate/fields.js';
import type { Expression, FieldPredicate } from '../../predicate/predicate.js';
import { once } from '../../source/remembered.js';
import type { PredicateContext } from '../dialect/context.js';
import { elasticCodes } from './codes.js';
import { isPresence } from './fields.js';
import { addressQueries } from './typed.js';

/**
 * What a field of unknown type is taken for where a rule tests it for a network: no mapping answers
 * both a network and a pattern. `ip` if all of the rule's values can be asked of an ip field, else a
 * keyword; null for a field that is not tested for a network.
 */
export function networkType(field: string, { query }: PredicateContext): 'ip' | 'keyword' | null {
  return once(known, query.conditions, typesOf).get(field) ?? null;
}

const known = new WeakMap<readonly Expression[], ReadonlyMap<string, 'ip' | 'keyword'>>();

function typesOf(conditions: readonly Expression[]): ReadonlyMap<string, 'ip' | 'keyword'> {
  const types = new Map<string, 'ip' | 'keyword'>();
  const predicates = conditions.flatMap(fieldPredicatesOf);
  for (const p of predicates) if (p.kind === 'cidr') types.set(p.field.text, 'ip');
  if (types.size === 0) return types;
  for (const p of predicates) {
    if (types.has(p.field.text) && !isAddress(p)) types.set(p.field.text, 'keyword');
  }
  return types;
}

function isAddress(p: FieldPredicate): boolean {
  const isText = p.kind === 'string' || p.kind === 'number' || p.kind === 'regex';
  if (!isText || isPresence(p)) return true;
  const queries = addressQueries(p);
  return queries !== null && queries.length > 0;
}

/** Whether IPv6 forms of IPv4 addresses are asked for, by their network or by how they begin. */
export function asksMapped(p: FieldPredicate): boolean {
  if (p.kind === 'cidr') return coversMappedIPv4(p.network);
  const [first] = p.kind === 'string' ? p.pattern : [];
  return typeof first === 'string' && mappedPrefix(first) !== '';
}

/** Tells that IPv4 addresses are found, too. */
export function reportMapped(field: string, p: FieldPredicate, context: PredicateContext): void {
  if (asksMapped(p))
    context.approximate('wider', elasticCodes['elastic-mapped-addresses']({ field }));
}

/** The IPv4 networks that together hold the addresses from one to another, both included. */
export function networksBetween(from: string, to: string): readonly string[] {
  const networks: string[] = [];
  const last = numberOf(to);
  for (let low = numberOf(from); low <= last;) {
    let size = 1;
    while (low % (size * 2) === 0 && low + size * 2 - 1 <= last) size *= 2;
    networks.push(`${addressOf(low)}/${32 - Math.log2(size)}`);
    low += size;
  }
  return networks;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function addressOf(number: number): string {
  return [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(number / unit) % 256).join('.');
}
