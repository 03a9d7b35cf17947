import {
  ANY,
  atom,
  concat,
  enclose,
  hasInvisible,
  isOne,
  join,
  line,
  literalText,
  matchesPattern,
  patternToRegex,
  pieceOf,
  shapeOf,
  someSpellingMatches,
  text,
  toLuceneRegex,
  widthOf,
} from '../../src/backend/index.js';
import {
  asksMapped,
  askIndex,
  changesBeyondAscii,
  elasticCodes,
  elasticReadings,
  hasLettersApart,
  ipNetwork,
  isAbsent,
  reportMapped,
  wildcardText,
  withinLength,
  withinStates,
} from '../../src/backend/elastic/index.js';
import type {
  CidrPredicate,
  Code,
  Dialect,
  Doc,
  Emitted,
  FieldPredicate,
  KeywordPredicate,
  PredicateContext,
  Regex,
  Row,
  StringPredicate,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import {
  asNumber,
  asText,
  compareColumn,
  fieldOf,
  inLowerCase,
  isFraction,
  numberIn,
  reportAbsent,
  spellings,
} from './fields.js';
import type { Field } from './fields.js';
import { constant, frame, orFalse, search } from './frame.js';
import type { Condition } from './frame.js';
import { quote } from './literals.js';
import { isListedPart, isPart, partOf } from './time-parts.js';
import { addressOf, isNever, keptPattern, noteNever, typedOf } from './typed.js';

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '==' } as const;

/**
 * Conditions of `WHERE`. Comparisons of columns are case-sensitive, and null where a field is missing
 * or holds several values, which `WHERE` drops. What is asked of the index is true or false, and true
 * where one of several values is what is asked for.
 * https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/operators
 * https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/search-functions
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-multivalued-fields
 */
export const esqlDialect: Dialect<Code, Condition, Field> = {
  frame,
  field: (name, { query }) => fieldOf(name, query),
  text: { equals: indexedOr(compareText('==')), empty: indexedOr(compareText('==')) },
  wildcard: indexedOr(compareText('LIKE')),
  regex: indexedOr((field, { regex }, context) => {
    const isMatched = (value: string): boolean => someSpellingMatches(regex, value, true);
    if (field.absent.some(isMatched)) reportAbsent(field, 'narrower', context);
    return ofRegex(field, regex, context);
  }),
  number: indexedOr((field, p, context) => {
    if (isNever(field, p)) return never(field, context);
    const literal = spellings(field, p)?.[0];
    if (!literal) return null;
    noteFractions(field, context);
    return comparison(`${asNumber(field, [literal])} == ${literal}`, context);
  }),
  boolean: indexedOr((field, p, context) => {
    if (isNever(field, p)) return never(field, context);
    const value = String(p.value);
    if (field.holds === 'boolean') return comparison(`${field.code} == ${value}`, context);
    // Of an unknown type, it may be a boolean or a string.
    const of = field.holds === 'any' ? `TO_LOWER(TO_STRING(${field.code}))` : inLowerCase(field);
    return comparison(`${of} == "${value}"`, context);
  }),
  compare: indexedOr((field, { number: { decimal }, operator }, context) => {
    if (!['number', 'text', 'any'].includes(field.holds)) return refuseText(field, context);
    const isExact = field.holds === 'number' && decimal.length < 16;
    if (!isExact) {
      const slots = { field: field.name, number: decimal };
      context.approximate('both', codes['esql-number-format'](slots));
    }
    const number = isExact ? field.code : `TO_DOUBLE(${field.code})`;
    const literal = isExact || decimal.includes('.') ? decimal : `${decimal}.0`;
    return comparison(`${number} ${OPERATORS[operator]} ${literal}`, context);
  }),
  cidr: indexedOr((field, p, context) => {
    reportMapped(field.name, p, context);
    return ofType(field, p, context);
  }),
  missing(field, p, context) {
    if (isKnown(field) && !p.together) reportAbsent(field, 'wider', context);
    if (isKnown(field)) return isNull(field, true, context);
    const { field: name, span } = p;
    const any = { kind: 'string', field: name, pattern: [ANY], cased: false, span } as const;
    return frame.not(ofIndex(any, context));
  },
  present(field, p, context) {
    if (!isKnown(field)) return ofIndex(p, context);
    reportAbsent(field, 'narrower', context);
    if (p.kind === 'exists') context.approximate('narrower', codes['esql-null-not-indexed']());
    return isNull(field, false, context);
  },
  timePart(field, p, context) {
    if (field.code === '') return ofIndex(p, context);
    const part = partOf(field, p.part, context);
    return part && comparison(`${part} ${OPERATORS[p.operator]} ${p.number.decimal}`, context);
  },
  fieldRef(field, p, context) {
    const { other, match, cased } = p;
    if (field.code === '' || other.code === '') {
      return ofIndex({ ...p, other: { text: other.name, span: p.span } }, context);
    }
    const isOwn = field.holds === other.holds && ['ip', 'number', 'date'].includes(field.holds);
    const time = [field, other].find(({ holds }) => holds === 'date');
    if (time && (!isOwn || match !== 'equals')) return refuseText(time, context);
    for (const f of [field, other]) compareColumn(f, context);
    if (isOwn && match === 'equals') return comparison(`${field.code} == ${other.code}`, context);
    const [a, b] = [field, other].map((f) => (cased ? asText(f) : `TO_LOWER(${asText(f)})`));
    const test = {
      equals: `${a} == ${b}`,
      startswith: `STARTS_WITH(${a}, ${b})`,
      endswith: `ENDS_WITH(${a}, ${b})`,
      contains: `LOCATE(${a}, ${b}) > 0`,
    }[match];
    return comparison(test, context);
  },
  keyword(p, context) {
    const { keywords } = context.query.placement;
    return keywords.length > 0 ? { fields: keywords } : ofIndex(p, context);
  },
  list: {
    values(field, p) {
      if (p.kind === 'time-part') return isListedPart(field, p) ? [p.number.decimal] : null;
      if (field.indexed || field.holds === 'date' || isNever(field, p)) return null;
      if (p.kind === 'number') return spellings(field, p);
      if ((p.kind === 'cidr' || field.holds === 'ip') && asksMapped(p)) return null;
      if (p.kind === 'cidr') return typedOf(field, p)!.literals;
      if (p.kind !== 'string') return null;
      const isMatched = field.absent.some((value) => matchesPattern(p.pattern, value, false));
      if (isMatched && !p.cased) return null;
      const number = numberIn(field, literalText(p.pattern));
      if (number !== null) return [number];
      if (isFraction(field)) return null;
      const typed = typedOf(field, p);
      if (typed) return typed.literals;
      const kept = keptPattern(field, p);
      const literal = literalText(kept);
      if (p.cased) {
        if (literal === null || field.lower || hasInvisible(literal)) return null;
        return isAbsent(p, field) ? null : [quote(literal)];
      }
      if (needsClasses(field, kept)) return null;
      const { shape } = shapeOf(kept);
      // Elasticsearch makes one automaton of a list, and that of parts of a value may be too large.
      if (shape === 'contains' || shape === 'other' || shape === 'any') return null;
      const asked = literal ?? wildcardText(kept);
      return hasInvisible(asked) ? null : [quote(asked.toLowerCase())];
    },
    group(field, p) {
      if (p.kind === 'time-part') return p.part;
      const typed = typedOf(field, p);
      if (typed) return typed.type;
      if (p.kind !== 'string') return p.kind;
      if (numberIn(field, literalText(p.pattern)) !== null) return 'number';
      return p.cased ? 'cased' : shapeOf(p.pattern).shape;
    },
    write(field, values, context, group) {
      if (isPart(group)) {
        return comparison(listed(`${partOf(field, group, context)} IN (`, values), context);
      }
      if (group === 'network') {
        const all = [atom(text(addressOf(field), context.span)), ...values];
        return comparison(listed('CIDR_MATCH(', all), context);
      }
      if (group === 'address' || group === 'boolean') {
        return comparison(listed(`${field.code} IN (`, values), context);
      }
      if (group === 'number') noteFractions(field, context);
      const of = listedOf(field, values, group);
      if (group !== 'startswith' && group !== 'endswith') {
        return comparison(listed(`${of} IN (`, values), context);
      }
      const lists = chunks(values).map((part) => comparison(listed(`${of} LIKE (`, part), context));
      return frame.or(lists);
    },
  },
  readings: elasticReadings,
};

function ofRegex(field: Field, regex: Regex, context: PredicateContext): Condition | null {
  if (isFraction(field)) return refuseText(field, context);
  const pattern = context.pattern(toLuceneRegex(regex, field.lower ? 'lowered' : 'kept', true));
  if (pattern === null) return null;
  withinLength(pattern, context);
  withinStates(regex, context);
  return comparison(`${asText(field)} RLIKE ${quote(pattern)}`, context);
}

/** `TO_STRING` writes a whole number with `.0` where its field holds fractions, too, and a time in one form. */
function refuseText({ name, type, holds }: Field, context: PredicateContext): null {
  if (holds === 'date') return context.refuse(elasticCodes['elastic-date']({ field: name }));
  return context.refuse(elasticCodes['elastic-no-text']({ field: name, type: type ?? '' }));
}

/** A number that is compared as text, in a field that may hold fractions. */
function noteFractions({ name, holds }: Field, context: PredicateContext): void {
  if (holds === 'any') context.note(codes['esql-number-field']({ field: name }), { once: true });
}

function listedOf(field: Field, values: readonly Emitted[], group: string | null): string {
  if (group === 'number')
    return asNumber(
      field,
      values.map(({ doc }) => pieceOf(doc) ?? ''),
    );
  return group === 'cased' ? asText(field) : inLowerCase(field);
}

function listed(open: string, values: readonly Emitted[]): Doc {
  const items = values.map((v) => v.doc);
  return enclose(open, join(concat(',', line), items), ')');
}

/** The characters of a list of patterns, each of which is a state or two of 10,000 at most. */
const LONGEST_LIST = 1_000;

function chunks(values: readonly Emitted[]): readonly (readonly Emitted[])[] {
  const parts: Emitted[][] = [];
  let length = Infinity;
  for (const value of values) {
    length += widthOf(value.doc);
    if (length > LONGEST_LIST) {
      parts.push([]);
      length = widthOf(value.doc);
    }
    parts[parts.length - 1]!.push(value);
  }
  return parts;
}

/**
 * A column that holds one value is compared, but for a time, which is not stored as it was written; anything
 * else is asked of the index.
 */
function indexedOr<P extends FieldPredicate>(row: Row<Code, Field, P>): Row<Code, Field, P> {
  return (field, p, context) => {
    if (!field.indexed) {
      return field.holds === 'date' ? refuseText(field, context) : row(field, p, context);
    }
    const literal = matchText(field, p);
    if (p.kind === 'cidr' && literal !== null) reportMapped(field.name, p, context);
    if (literal === null) {
      if (!isKnown(field) || !isAbsent(p, field)) return ofIndex(p, context);
      reportAbsent(field, 'wider', context);
      return isNull(field, true, context);
    }
    return { ...atom(text(`${field.code} : ${literal}`, p.span)), ofRow: listedIn(field, p) };
  };
}

/** Fields of ECS with words of a list, of which none has a bar. */
const CATEGORIES: ReadonlySet<string> = new Set(['event.category', 'event.type']);

/**
 * Whether a row has the value among others.
 * https://www.elastic.co/docs/reference/ecs/ecs-category-field-values-reference
 */
function listedIn({ name, code }: Field, p: FieldPredicate): Emitted | null {
  const value = p.kind === 'string' ? literalText(p.pattern) : null;
  if (value === null || !CATEGORIES.has(name)) return null;
  const like = quote(wildcardText([ANY, `|${value}|`, ANY]));
  return orFalse(text(`CONCAT("|", MV_CONCAT(${code}, "|"), "|") LIKE ${like}`, p.span));
}

/**
 * What the operator `:` finds by whole values, in whichever case they are; null where it does not. Of a
 * field of words, it finds any one of those asked for.
 * https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/operators#esql-match-operator
 */
function matchText({ code, holds, type, lower, absent }: Field, p: FieldPredicate): string | null {
  if (code === '' || absent.length > 0) return null;
  if (type === 'text' || type === 'match_only_text') return null;
  if (p.kind === 'cidr') return holds === 'ip' ? `"${ipNetwork(p.network)}"` : null;
  const asked = p.kind === 'string' && holds === 'text' ? literalText(p.pattern) : null;
  if (asked === null || asked === '' || p.kind !== 'string') return null;
  const hasCase = asked.toLowerCase() !== asked.toUpperCase();
  if (hasCase && (lower ? p.cased : !p.cased)) return null;
  return quote(lower ? asked.toLowerCase() : asked);
}

function ofIndex(p: FieldPredicate | KeywordPredicate, context: PredicateContext): Condition {
  return search(askIndex(p, context), context.span);
}

function never(field: Field, context: PredicateContext): Condition {
  noteNever(field, context);
  return constant(false, context.span);
}

/** A test of a column in its own type. */
function ofType(
  field: Field,
  p: StringPredicate | CidrPredicate,
  context: PredicateContext,
): Condition | null {
  if (isNever(field, p)) return never(field, context);
  const { type, literals } = typedOf(field, p)!;
  const values = literals.join(', ');
  if (type === 'network') return comparison(`CIDR_MATCH(${addressOf(field)}, ${values})`, context);
  return comparison(
    `${field.code} ${literals.length > 1 ? `IN (${values})` : `== ${values}`}`,
    context,
  );
}

/**
 * Lower-casing does not tell what equals a pattern ignoring case. `TO_LOWER(f) == "…"` is asked of the index
 * where that can be, which only knows the letters of ASCII in either case.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-term-query
 */
function needsClasses({ lower }: Field, pattern: StringPredicate['pattern']): boolean {
  return lower ? hasLettersApart(pattern) : changesBeyondAscii(pattern);
}

function compareText(operator: '==' | 'LIKE') {
  return (field: Field, p: StringPredicate, context: PredicateContext) => {
    // What is not stored is of no type: an address of `-` is a missing one.
    if (isAbsent(p, field)) {
      reportAbsent(field, 'wider', context);
      return isNull(field, true, context);
    }
    const { pattern, cased } = p;
    const isMatched = (value: string): boolean => matchesPattern(pattern, value, cased);
    if (!p.stored && field.absent.some(isMatched)) reportAbsent(field, 'narrower', context);
    if (field.holds === 'ip' && !isNever(field, p)) reportMapped(field.name, p, context);
    if (isNever(field, p) || typedOf(field, p)) return ofType(field, p, context);
    const kept = keptPattern(field, p);
    const literal = literalText(kept);
    const number = numberIn(field, literal);
    if (number !== null) return comparison(`${field.code} == ${number}`, context);
    if (isFraction(field)) return refuseText(field, context);
    if (!cased && needsClasses(field, kept))
      return ofRegex(field, patternToRegex(kept, false), context);
    const asked = operator === 'LIKE' ? wildcardText(kept) : (literal ?? '');
    if (pattern.some(isOne)) withinStates(patternToRegex(pattern, cased), context);
    if (hasInvisible(asked)) context.note(codes['esql-invisible'](), { once: true });
    const hasCase = asked.toLowerCase() !== asked.toUpperCase();
    if (hasCase && cased && field.lower) {
      context.approximate('wider', codes['esql-lower-case']({ field: field.name }));
    }
    const folds = hasCase && (!cased || field.lower);
    const value = folds ? inLowerCase(field) : asText(field);
    return comparison(
      `${value} ${operator} ${quote(folds ? asked.toLowerCase() : asked)}`,
      context,
    );
  };
}

function isNull({ code }: Field, value: boolean, { span }: PredicateContext): Condition {
  const [test, opposite] = [text(`${code} IS NULL`, span), text(`${code} IS NOT NULL`, span)];
  return value ? { ...atom(test), opposite } : { ...atom(opposite), opposite: test };
}

/** Some index has the column; whether an event has a value is told by the column itself. */
function isKnown({ code, holds, indexed }: Field): boolean {
  return code !== '' && (holds !== 'any' || !indexed);
}

function comparison(code: Doc, { span }: PredicateContext): Condition {
  const doc = typeof code === 'string' ? text(code, span) : code;
  return { ...atom(doc), sure: orFalse(doc) };
}
