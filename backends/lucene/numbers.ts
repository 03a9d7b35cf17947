import { shapeOf } from '../../src/backend/index.js';
import type { ComparePredicate, FieldPredicate, FieldType } from '../../src/backend/index.js';
import { phrase } from './literals.js';

/** The largest value of each type that holds whole numbers. */
const LARGEST: Partial<Readonly<Record<FieldType, bigint>>> = {
  byte: 2n ** 7n - 1n,
  short: 2n ** 15n - 1n,
  integer: 2n ** 31n - 1n,
  long: 2n ** 63n - 1n,
  unsigned_long: 2n ** 64n - 1n,
};

const WHOLE = /^(?:0|-?[1-9]\d*)$/;
const DECIMAL = /^(?:0|-?(?:0\.\d*[1-9]|[1-9]\d*(?:\.\d*[1-9])?))$/;

/** Elasticsearch refuses to look for a number that the type cannot hold. */
function isBeyond(decimal: string, type: FieldType): boolean {
  const largest = LARGEST[type];
  if (largest === undefined) return false;
  const whole = BigInt(decimal.replace(/\..*/, '') || '0');
  return whole > largest || whole < (type === 'unsigned_long' ? 0n : -largest - 1n);
}

/** Queries of a numeric field, none of which means no event; null if it cannot be asked. */
export function numberQueries(p: FieldPredicate, type: FieldType): readonly string[] | null {
  const largest = LARGEST[type];
  const written = largest === undefined ? DECIMAL : WHOLE;
  const equal = (text: string): readonly string[] =>
    written.test(text) && !isBeyond(text, type) ? [plain(text)] : [];
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
      if (!isBeyond(decimal, type)) return [range(p.operator, decimal)];
      return p.operator.startsWith('l') === decimal.startsWith('-') ? [] : ['*'];
    }
    default:
      return null;
  }
}

/** Numbers whose digits begin with these: 80, 800 to 809, 8000 to 8099 and so on. */
function beginning(digits: string, largest: bigint): readonly string[] | null {
  if (!WHOLE.test(digits)) return /^[-\d]*$/.test(digits) ? null : [];
  if (digits.startsWith('-')) return null;
  if (digits === '0') return ['0'];
  const queries: string[] = [];
  for (let low = BigInt(digits), width = 1n; low <= largest; low *= 10n, width *= 10n) {
    const high = low + width - 1n;
    queries.push(width === 1n ? `${low}` : `[${low} TO ${high < largest ? high : largest}]`);
  }
  return queries;
}

function plain(decimal: string): string {
  return /^\d+$/.test(decimal) ? decimal : phrase(decimal);
}

const SIGNS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
const RANGES = {
  lt: (n: string) => `[* TO ${n}}`,
  lte: (n: string) => `[* TO ${n}]`,
  gt: (n: string) => `{${n} TO *]`,
  gte: (n: string) => `[${n} TO *]`,
} as const;

/** https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query#_ranges */
export function range(operator: ComparePredicate['operator'], decimal: string): string {
  if (!decimal.startsWith('-')) return `${SIGNS[operator]}${decimal}`;
  return RANGES[operator](`"${decimal}"`);
}
