import { jsonArray, jsonObject, oneLine, print, text } from '../../src/backend/index.js';
import type { Doc, Frame, Span } from '../../src/backend/index.js';

/** A query clause, before it is written as JSON. */
export type Clause =
  | { readonly kind: 'constant'; readonly value: boolean; readonly span: Span }
  /** One of these values, as they are. */
  | { readonly kind: 'terms'; readonly field: string; readonly values: readonly Doc[] }
  /** Any other; those of one key ask the same. */
  | {
      readonly kind: 'leaf';
      readonly key: string;
      readonly doc: Doc;
      /** How many clauses it becomes; one if not given. */
      readonly clauses?: number;
    }
  | { readonly kind: 'any'; readonly should: readonly Clause[] }
  | All;

interface All {
  readonly kind: 'all';
  readonly filter: readonly Clause[];
  readonly mustNot: readonly Clause[];
}

/**
 * Joins clauses into as few `bool` queries as there can be. Filters are not scored, and so are cached.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-bool-query
 */
export const clauseFrame: Frame<Clause, Clause> = {
  leaf: (clause) => clause,
  constant: (value, span) => ({ kind: 'constant', value, span }),
  and(clauses) {
    const [first, ...others] = deciding(clauses, true);
    if (others.length === 0) return first!;
    const parts = [first!, ...others].map((c) => (c.kind === 'all' ? c : all([c], [])));
    return all(
      parts.flatMap((p) => p.filter),
      parts.flatMap((p) => p.mustNot),
    );
  },
  or: (clauses) => any(deciding(clauses, false)),
  not(clause) {
    if (clause.kind === 'constant') return { ...clause, value: !clause.value };
    if (clause.kind === 'any') return clauseFrame.and(clause.should.map(clauseFrame.not));
    const isNot = clause.kind === 'all' && clause.filter.length === 0;
    return isNot ? any(clause.mustNot) : all([], [clause]);
  },
};

/** Without constants that change nothing; or just the one that decides. */
function deciding(clauses: readonly Clause[], neutral: boolean): readonly Clause[] {
  const kept = clauses.filter((c) => c.kind !== 'constant' || c.value !== neutral);
  const constant = kept.length === 0 ? clauses[0] : kept.find((c) => c.kind === 'constant');
  return constant ? [constant] : kept;
}

function all(filter: readonly Clause[], mustNot: readonly Clause[]): All {
  return { kind: 'all', filter: distinct(filter), mustNot: distinct(mustNot) };
}

function distinct(clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.length < 2) return clauses;
  const seen = new Set<string>();
  return clauses.filter((c) => seen.size < seen.add(keyOf(c)).size);
}

const keys = new WeakMap<Clause, string>();

/** Clauses of one key ask the same. */
function keyOf(clause: Clause): string {
  if (clause.kind === 'leaf') return clause.key;
  let key = keys.get(clause);
  if (key === undefined) {
    key = keyOfParts(clause);
    keys.set(clause, key);
  }
  return key;
}

function keyOfParts(clause: Exclude<Clause, { kind: 'leaf' }>): string {
  const each = (clauses: readonly Clause[]): string => `(${clauses.map(keyOf).join()})`;
  switch (clause.kind) {
    case 'constant':
      return String(clause.value);
    case 'terms': {
      return `terms ${clause.field} ${clause.values.map(textOf).join()}`;
    }
    case 'any':
      return `any ${each(clause.should)}`;
    case 'all':
      return `all ${each(clause.filter)} ${each(clause.mustNot)}`;
  }
}

function textOf(value: Doc): string {
  return print(value, { width: 0, compact: true }).text;
}

/** Values of one field are one list. */
function any(clauses: readonly Clause[]): Clause {
  const should = new Map<unknown, Clause>();
  const lists = new Map<string, Map<string, Doc>>();
  for (const clause of distinct(clauses.flatMap((c) => (c.kind === 'any' ? c.should : [c])))) {
    if (clause.kind !== 'terms') {
      should.set(clause, clause);
      continue;
    }
    const { field } = clause;
    const list = lists.get(field) ?? new Map<string, Doc>();
    for (const value of clause.values) list.set(textOf(value), value);
    lists.set(field, list);
    should.set(field, clause);
  }
  for (const [field, list] of lists) {
    should.set(field, { kind: 'terms', field, values: [...list.values()] });
  }
  const [first, ...others] = should.values();
  return others.length === 0 ? first! : { kind: 'any', should: [first!, ...others] };
}

/** How many clauses Elasticsearch makes of it: a list of values is one. */
export function countClauses(clause: Clause): number {
  if (clause.kind === 'leaf') return clause.clauses ?? 1;
  if (clause.kind !== 'all' && clause.kind !== 'any') return 1;
  const parts = clause.kind === 'any' ? clause.should : [...clause.filter, ...clause.mustNot];
  return parts.reduce((sum, c) => sum + countClauses(c), 0);
}

/** A line for each, however deep it lies: then the lines of a query are what it asks. */
export function leafDoc(kind: string, entries: Readonly<Record<string, Doc>>): Doc {
  return oneLine(jsonObject({ [kind]: jsonObject(entries) }));
}

export function clauseDoc(clause: Clause): Doc {
  const each = (clauses: readonly Clause[]): Doc => jsonArray(clauses.map(clauseDoc));
  switch (clause.kind) {
    case 'constant':
      return jsonObject({ [clause.value ? 'match_all' : 'match_none']: text('{}', clause.span) });
    case 'leaf':
      return clause.doc;
    case 'terms': {
      const { field, values } = clause;
      if (values.length === 1) return leafDoc('term', { [field]: values[0]! });
      return jsonObject({ terms: jsonObject({ [field]: jsonArray(values) }) });
    }
    case 'any':
      return jsonObject({ bool: jsonObject({ should: each(clause.should) }) });
    case 'all': {
      const { filter, mustNot } = clause;
      const parts = {
        ...(filter.length > 0 ? { filter: each(filter) } : {}),
        ...(mustNot.length > 0 ? { must_not: each(mustNot) } : {}),
      };
      return jsonObject({ bool: jsonObject(parts) });
    }
  }
}
