import type { TypedQuery } from '../typed.js';
import type { ComparePredicate } from '../../../predicate/predicate.js';
import { wholeTerm } from './literals.js';

/** What a field that does not hold strings is asked for, in the syntax of query_string. */
export function typedTerms(queries: readonly TypedQuery[]): readonly string[] {
  return queries.map(typedTerm);
}

function typedTerm(query: TypedQuery): string {
  switch (query.kind) {
    case 'equal':
      return wholeTerm(query.value);
    case 'any':
      return '*';
    case 'range': {
      const { gte, lte } = query;
      if (gte !== undefined && lte !== undefined) return `[${wholeTerm(gte)} TO ${wholeTerm(lte)}]`;
      const operator = OPERATORS.find((o) => query[o] !== undefined)!;
      return range(operator, query[operator]!);
    }
  }
}

const OPERATORS = ['lt', 'lte', 'gt', 'gte'] as const;
const SIGNS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
const RANGES = {
  lt: (n: string) => `[* TO ${n}}`,
  lte: (n: string) => `[* TO ${n}]`,
  gt: (n: string) => `{${n} TO *]`,
  gte: (n: string) => `[${n} TO *]`,
} as const;

/** https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query#_ranges */
function range(operator: ComparePredicate['operator'], decimal: string): string {
  if (!decimal.startsWith('-')) return `${SIGNS[operator]}${decimal}`;
  return RANGES[operator](`"${decimal}"`);
}
