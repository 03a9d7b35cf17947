import { spellingsOf } from '../../src/backend/index.js';
import type { Name, NumberPredicate, PredicateContext } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { fieldName } from './literals.js';

/** A field, and what it holds; `any` where its type is not known. */
export interface Field {
  readonly name: string;
  readonly code: string;
  readonly holds: 'text' | 'number' | 'ip' | 'date' | 'boolean' | 'any';
  /** Its values are all in lower case. */
  readonly lower: boolean;
  /** Values that are not stored: the field is missing then. */
  readonly absent: readonly string[];
}

/** https://www.elastic.co/docs/reference/query-languages/esql/limitations */
const HOLDS: readonly (readonly [Field['holds'], RegExp])[] = [
  ['text', /^(?:(?:constant_)?keyword|wildcard|(?:match_only_)?text)$/],
  ['number', /^(?:byte|short|integer|long|(?:half_|scaled_)?float|double)$/],
  ['ip', /^ip$/],
  ['date', /^date$/],
  ['boolean', /^boolean$/],
];

/** A field by what the placement knows of it. */
export function fieldOf({ text: name, span }: Name, context: PredicateContext): Field | null {
  const code = fieldName(name);
  const { type, lower = false, absent = [] } = context.query.placement.columns.get(name) ?? {};
  const [holds] = type ? (HOLDS.find(([, types]) => types.test(type)) ?? [null]) : ['any' as const];
  if (code === null) return null;
  if (!holds) return context.refuse(codes['esql-type']({ field: name, type: type! }), span);
  return { name, code, holds, lower, absent };
}

export function asText({ code, holds }: Field): string {
  return holds === 'text' || holds === 'any' ? code : `TO_STRING(${code})`;
}

export function inLowerCase(field: Field): string {
  return field.lower ? asText(field) : `TO_LOWER(${asText(field)})`;
}

/** What the spellings of a number are compared with: the number, or the text in lower case. */
export function asNumber({ code, holds }: Field): string {
  return holds === 'number' ? code : `TO_LOWER(TO_STRING(${code}))`;
}

export function spellings({ holds }: Field, { number }: NumberPredicate): readonly string[] | null {
  // A literal beyond 64 bits is an error, and no field holds such a number.
  if (holds === 'number') return number.decimal.length < 19 ? [number.decimal] : null;
  return spellingsOf(number).map((text) => `"${text.toLowerCase()}"`);
}

/** Reports that what is asked for may be a value that is not stored. */
export function reportAbsent(
  { name, absent }: Field,
  direction: 'wider' | 'narrower',
  context: PredicateContext,
): void {
  if (absent.length === 0) return;
  const values = absent.map((value) => JSON.stringify(value)).join(' or ');
  context.approximate(direction, codes['esql-absent-values']({ field: name, values }));
}
