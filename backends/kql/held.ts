import { eachPredicate, mapFields, simplify } from '../../src/backend/index.js';
import type { Expression, FieldPredicate, QueryContext, Span } from '../../src/backend/index.js';
import { codes } from './codes.js';
import type { ColumnType, KqlType } from './columns.js';

type Options = Parameters<typeof simplify>[1];

/**
 * Conditions without what no value of a column's type satisfies: a string that none is written as, or a
 * network, a number or a time that none is. A rule that needs one of them is refused, unless it is
 * searched for elsewhere as well.
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/
 */
export function asHeld(
  conditions: readonly Expression[],
  typeOf: ColumnType,
  simple: Options,
  { placement: { columns }, report, request: { plan } }: QueryContext,
): readonly Expression[] {
  const isNever = (p: FieldPredicate): boolean => {
    const field = p.field.text;
    const type = columns.get(field)?.reading ? undefined : typeOf(field);
    return type !== undefined && !maySatisfy(type, p);
  };
  return conditions.flatMap((condition) => {
    const never: FieldPredicate[] = [];
    eachPredicate(condition, (p) => {
      if (p.kind !== 'keyword' && isNever(p)) never.push(p);
    });
    if (never.length === 0) return [condition];
    const held = mapFields(condition, (node) => {
      if (node.kind !== 'one-of') return isNever(node) ? nothing(node.span) : node;
      const options = node.options.filter((p) => !isNever(p));
      if (options.length > 1) return { ...node, options };
      return options[0] ?? nothing(node.span);
    });
    const left = simplify(held, simple);
    const isNothing = left.kind === 'constant' && !left.value && plan.kind === 'search';
    for (const { field, span } of never) {
      const slots = { field: field.text, type: typeOf(field.text)! };
      if (isNothing) report.refuse(codes['kql-matches-nothing'](slots), span);
      else report.note(codes['kql-never-held'](slots), span);
    }
    return left.kind === 'constant' && left.value ? [] : [left];
  });
}

function nothing(span: Span): Expression {
  return { kind: 'constant', value: false, span };
}

const TEXTS: readonly KqlType[] = ['string', 'dynamic'];
const NUMBERS: readonly KqlType[] = [...TEXTS, 'int', 'long', 'real', 'decimal'];

/** The types with values that satisfy some condition of a kind; of other kinds, all have them. */
const TYPES_OF: Partial<Record<FieldPredicate['kind'], readonly KqlType[]>> = {
  boolean: [...TEXTS, 'bool'],
  cidr: TEXTS,
  compare: NUMBERS,
  number: NUMBERS,
  'time-part': [...TEXTS, 'datetime'],
};

function maySatisfy(type: KqlType, p: FieldPredicate): boolean {
  return p.kind === 'string'
    ? mayHold(type, p.pattern)
    : (TYPES_OF[p.kind]?.includes(type) ?? true);
}

/** A number becomes text in one way only. */
const WHOLE = /^(?:0|-?[1-9]\d*)$/;

type Pattern = Extract<FieldPredicate, { readonly kind: 'string' }>['pattern'];

/** Whether a string may be what a value of the type becomes as text. */
function mayHold(type: KqlType, pattern: Pattern): boolean {
  const text = pattern.map((part) => (typeof part === 'string' ? part : '')).join('');
  const isWhole = pattern.every((part) => typeof part === 'string');
  if (text === '') return !isWhole || type === 'string' || type === 'dynamic';
  switch (type) {
    case 'int':
    case 'long':
      return isWhole ? WHOLE.test(text) : /^[-\d]*$/.test(text);
    case 'bool':
      return !isWhole || /^(?:true|false)$/i.test(text);
    default:
      return true;
  }
}
