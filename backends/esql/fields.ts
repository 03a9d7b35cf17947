import { spellingsOf } from '../../src/backend/index.js';
import {
  elasticCodes,
  elasticColumn,
  FIELD_TYPES,
  isMetadataField,
  isNamePattern,
  isWhole,
} from '../../src/backend/elastic/index.js';
import type {
  Direction,
  Name,
  NumberPredicate,
  PredicateContext,
  QueryContext,
  Span,
} from '../../src/backend/index.js';
import type { FieldType } from '../../src/backend/elastic/index.js';
import { codes } from './codes.js';
import { columnName } from './literals.js';

/** A field, and what it holds; `any` where its type is not known. */
export interface Field {
  readonly name: string;
  /** What a query calls the column; empty where ES|QL has none for it. */
  readonly code: string;
  readonly holds: 'text' | 'number' | 'ip' | 'date' | 'boolean' | 'any';
  /** How it is indexed; null where that is not known. */
  readonly type: FieldType | null;
  /** An event may have several of its values. */
  readonly several: boolean;
  /** It is asked of the index, and not of the column. */
  readonly indexed: boolean;
  /** Its values are all in lower case. */
  readonly lower: boolean;
  /** Values that are not stored: the field is missing then. */
  readonly absent: readonly string[];
}

const HOLDS: Partial<Readonly<Record<FieldType, Field['holds']>>> = {
  keyword: 'text',
  constant_keyword: 'text',
  wildcard: 'text',
  flattened: 'text',
  text: 'text',
  match_only_text: 'text',
  ip: 'ip',
  boolean: 'boolean',
  date: 'date',
};

/** In place of what is refused. */
const UNKNOWN = {
  holds: 'any',
  type: null,
  several: false,
  indexed: false,
  lower: false,
  absent: [],
} as const;

/**
 * A field by what the placement knows of it. ES|QL has no column for what is flattened.
 * https://www.elastic.co/docs/reference/query-languages/esql/limitations
 */
export function fieldOf({ text: name, span }: Name, context: QueryContext): Field | null {
  const stored = context.placement.columns.get(name);
  const column = elasticColumn(stored);
  if (!column && stored && stored.type !== null) {
    const slots = { field: name, type: JSON.stringify(stored.type), known: FIELD_TYPES.join(', ') };
    context.report.refuse(elasticCodes['elastic-field-type'](slots), span);
    return { ...UNKNOWN, name, code: name };
  }
  const isPattern =
    name.includes('*') && isNamePattern(name, { options: context.options, query: context });
  const code = isPattern || isMetadataField(name) ? '' : columnName(name);
  if (code === null) return null;
  const several = column ? column.several : context.options['values'] !== 'single';
  return {
    name,
    code: column?.type === 'flattened' ? '' : code,
    holds: column ? (HOLDS[column.type] ?? 'number') : 'any',
    type: column?.type ?? null,
    several,
    indexed: several || code === '' || column?.type === 'flattened',
    lower: column?.lower ?? false,
    absent: column?.absent ?? [],
  };
}

/** A column to compare: of several values it is null. */
export function compareColumn(field: Field, context: PredicateContext): void {
  const { name, several } = field;
  if (several) context.approximate('narrower', codes['esql-several-values']({ field: name }));
  checkColumn(field, context.span, context.query);
}

/** Tells of a column that no index may have. */
export function checkColumn(
  { name, holds }: Field,
  span: Span,
  { options, report, reported }: QueryContext,
): void {
  if (holds !== 'any' || options['version'] !== '8.19') return;
  if (reported.has('esql-unknown-column')) return;
  reported.add('esql-unknown-column');
  report.note(codes['esql-unknown-column']({ field: name }), span);
}

export function asText({ code, holds }: Field): string {
  return holds === 'text' || holds === 'any' ? code : `TO_STRING(${code})`;
}

export function inLowerCase(field: Field): string {
  return field.lower ? asText(field) : `TO_LOWER(${asText(field)})`;
}

/** What spellings of numbers are compared with: the number, or the text, whose letters have no case. */
export function asNumber({ code, holds }: Field, literals: readonly string[]): string {
  if (holds === 'number') return code;
  const written = holds === 'text' ? code : `TO_STRING(${code})`;
  return literals.some((l) => /[a-z]/.test(l)) ? `TO_LOWER(${written})` : written;
}

export function spellings({ holds }: Field, { number }: NumberPredicate): readonly string[] | null {
  // A literal beyond 64 bits is an error, and no field holds such a number.
  if (holds === 'number') return number.decimal.length < 19 ? [number.decimal] : null;
  return spellingsOf(number).map((text) => `"${text.toLowerCase()}"`);
}

/** What a number of a column is compared with where a rule has it as a string; null if it is none. */
export function numberIn(field: Field, text: string | null): string | null {
  if (field.holds !== 'number' || text === null) return null;
  const written = isFraction(field) ? DECIMAL : WHOLE;
  return written.test(text) ? text : null;
}

const WHOLE = /^(?:0|-?[1-9]\d{0,17})$/;
const DECIMAL = /^(?:0|-?(?:0\.\d{0,16}[1-9]|[1-9]\d{0,17}(?:\.\d{0,16}[1-9])?))$/;

/** A number that may have a fraction. */
export function isFraction({ holds, type }: Field): boolean {
  return holds === 'number' && type !== null && !isWhole(type);
}

/** Reports that what is asked for may be a value that is not stored. */
export function reportAbsent(
  { name, absent }: Field,
  direction: Direction,
  context: PredicateContext,
): void {
  if (absent.length === 0) return;
  const values = absent.map((value) => JSON.stringify(value)).join(' or ');
  context.approximate(direction, codes['esql-absent-values']({ field: name, values }));
}
