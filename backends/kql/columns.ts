import { usesOf } from '../../src/backend/index.js';
import type { Expression, FieldUse, PredicateContext } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { nameReference, pathReference } from './literals.js';

/** https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/ */
export const KQL_TYPES = [
  'string',
  'int',
  'long',
  'real',
  'bool',
  'datetime',
  'dynamic',
  'guid',
  'timespan',
  'decimal',
] as const;

export type KqlType = (typeof KQL_TYPES)[number];

const TYPES: ReadonlySet<string> = new Set(KQL_TYPES);

export function isType(name: string): name is KqlType {
  return TYPES.has(name);
}

/** The type of a field's column; undefined where it is not known. */
export type ColumnType = (field: string) => KqlType | undefined;

export interface Column {
  /** As the rule names it. */
  readonly field: string;
  /** As the query names it. */
  readonly code: string;
  /** Undefined: nothing is known, nor does the rule's use of it say anything. */
  readonly type: KqlType | undefined;
  /** `assumed`: read off the rule's own values. `path`: a place in a dynamic column. */
  readonly origin: 'declared' | 'assumed' | 'path';
  /** The empty string means that there is no value, and nothing else. */
  readonly blank?: true;
  /** The word that its table has in place of a missing value, where it is read as the empty string. */
  readonly word?: string;
  /** It holds a list, and the rule's values are written as they stand in its JSON text. */
  readonly list?: true;
}

/** Whether the column takes string operators as it is. */
export function isText(column: Column): boolean {
  return column.type === 'string' || column.type === undefined;
}

export function isNumeric(column: Column): boolean {
  const { type } = column;
  return type === 'int' || type === 'long' || type === 'real' || type === 'decimal';
}

/** The column's value as text; a null becomes the empty string. */
export function textOf(column: Column): string {
  return isText(column) ? column.code : `tostring(${column.code})`;
}

/** Whether the column tells null from every value, for certain. */
export function tellsNull(column: Column): boolean {
  return column.origin !== 'assumed' && !isText(column);
}

/** Reports what is lost where a column that does not hold strings is compared as text. */
export function reportText(
  { field, type, origin, list }: Column,
  context: PredicateContext,
  at = context.span,
): void {
  // What most columns hold.
  if (type === 'string' || type === undefined || list) return;
  const options = { at, once: true };
  switch (type) {
    case 'dynamic':
      if (origin === 'path') context.note(codes['kql-dynamic-path']({ field }), options);
      else context.approximate('narrower', codes['kql-dynamic-list']({ field }), options);
      break;
    case 'real':
    case 'decimal':
    case 'datetime':
    case 'timespan':
      context.approximate('narrower', codes['kql-printed-form']({ field, type }), options);
  }
}

/** Without this, one query could compare one column in both ways, which Kusto refuses. */
const ASSUMED = { number: 'long', string: 'string', none: undefined } as const;

/**
 * Finds columns by the rule's field names. A field that is declared is a column, whatever its name;
 * a dot in any other is a step into a dynamic column, or with `dots` being `column` part of the
 * column's name. Where the rule compares both `a` and `a.b` with values, `a` holds no `b`: then
 * `a.b` is a column.
 */
export function resolveColumns(
  conditions: readonly Expression[],
  columnType: ColumnType,
  dots: 'path' | 'column',
): (field: string) => Column {
  const known = new Map<string, Column>();
  // Only where some field is not declared do the others matter.
  let used: ReadonlyMap<string, FieldUse> | null = null;
  const uses = (): ReadonlyMap<string, FieldUse> => (used ??= usesOf(conditions));
  let bases: ReadonlySet<string> | null = null;
  const segmentsOf = (field: string): readonly string[] | null => {
    if (dots === 'column' || columnType(field)) return null;
    const segments = field.split('.');
    if (segments.length === 1 || segments.includes('')) return null;
    for (let end = 1; end < segments.length; end++) {
      if (uses().get(segments.slice(0, end).join('.'))?.valued) return null;
    }
    return segments;
  };

  const basesInUse = (): ReadonlySet<string> =>
    new Set([...uses().keys()].flatMap((field) => segmentsOf(field)?.[0] ?? []));
  const resolve = (field: string): Column => {
    const declared = columnType(field);
    const code = nameReference(field);
    if (declared) return { field, code, type: declared, origin: 'declared' };
    const segments = segmentsOf(field);
    if (segments) return { field, code: pathReference(segments), type: 'dynamic', origin: 'path' };
    bases ??= basesInUse();
    if (bases.has(field)) return { field, code, type: 'dynamic', origin: 'path' };
    const type = ASSUMED[uses().get(field)?.type ?? 'none'];
    return { field, code, type, origin: 'assumed' };
  };

  return (field) => {
    let column = known.get(field);
    if (!column) known.set(field, (column = resolve(field)));
    return column;
  };
}

/** Reads `EventID:int,Foo:dynamic`. A name may hold colons, a type cannot. */
export function parseColumns(
  text: string,
): { readonly types: ReadonlyMap<string, KqlType> } | { readonly error: string } {
  const types = new Map<string, KqlType>();
  if (text.trim() === '') return { types };
  for (const part of text.split(',')) {
    const colon = part.lastIndexOf(':');
    const name = part.slice(0, Math.max(colon, 0)).trim();
    const type = KQL_TYPES.find((t) => t === part.slice(colon + 1).trim());
    if (name === '') return { error: `write each column as NAME:TYPE, not '${part.trim()}'.` };
    if (!type) return { error: `the type of ${name} must be one of ${KQL_TYPES.join(', ')}.` };
    types.set(name, type);
  }
  return { types };
}
