import {
  atom,
  concat,
  elasticReadings,
  enclose,
  hasInvisible,
  join,
  line,
  literalText,
  matchesPattern,
  text,
  textFrame,
  toLuceneRegex,
} from '../../src/backend/index.js';
import type {
  Code,
  Dialect,
  Doc,
  Emitted,
  PredicateContext,
  StringPredicate,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { asNumber, asText, fieldOf, inLowerCase, reportAbsent, spellings } from './fields.js';
import type { Field } from './fields.js';
import { likePattern, quote } from './literals.js';

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '==' } as const;

/** No part is the ISO week. https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/temporal/ChronoField.html */
const TIME_PARTS = {
  minute: 'minute_of_hour',
  hour: 'hour_of_day',
  day: 'day_of_month',
  week: null,
  month: 'month_of_year',
  year: 'year',
} as const;

/**
 * Conditions of `WHERE`. Comparisons are case-sensitive, and null where a field is missing or holds
 * several values. `WHERE` drops what is null; under a negation it has to be false.
 * https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/operators
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-multivalued-fields
 */
export const esqlDialect: Dialect<Code, Emitted, Field> = {
  frame: textFrame({ and: 'AND', or: 'OR', not: 'NOT', true: 'TRUE', false: 'FALSE' }),
  field: fieldOf,
  text: { equals: compareText('=='), empty: compareText('==') },
  wildcard: compareText('LIKE'),
  regex(field, { regex }, context) {
    const pattern = context.pattern(toLuceneRegex(regex, field.lower ? 'lowered' : 'kept'));
    const literal = pattern === null ? null : quote(pattern);
    return literal && comparison(`${asText(field)} RLIKE ${literal}`, context);
  },
  number(field, p, context) {
    const literal = spellings(field, p)?.[0];
    return literal ? comparison(`${asNumber(field)} == ${literal}`, context) : null;
  },
  compare(field, { number: { decimal }, operator }, context) {
    if (!['number', 'text', 'any'].includes(field.holds)) return null;
    const isExact = field.holds === 'number' && decimal.length < 16;
    if (!isExact) {
      const slots = { field: field.name, number: decimal };
      context.approximate('both', codes['esql-number-format'](slots));
    }
    // Some value is less if the least is.
    const most = operator === 'lt' || operator === 'lte' ? 'MV_MIN' : 'MV_MAX';
    const number = isExact ? field.code : `TO_DOUBLE(${field.code})`;
    const literal = isExact || decimal.includes('.') ? decimal : `${decimal}.0`;
    return orFalse(`${most}(${number}) ${OPERATORS[operator]} ${literal}`, context);
  },
  cidr(field, { network }, context) {
    const address = field.holds === 'ip' ? field.code : `TO_IP(${field.code})`;
    return comparison(`CIDR_MATCH(${address}, "${network.text}")`, context);
  },
  missing(field, _, context) {
    reportAbsent(field, 'wider', context);
    return `${field.code} IS NULL`;
  },
  present(field, { kind }, context) {
    reportAbsent(field, 'narrower', context);
    if (kind === 'exists') context.approximate('narrower', codes['esql-null-not-indexed']());
    return `${field.code} IS NOT NULL`;
  },
  timePart({ code }, { part, operator, number }, context) {
    const name = TIME_PARTS[part];
    if (name === null) return null;
    context.approximate('both', codes['esql-time-zone']({ part }));
    const value = `DATE_EXTRACT("${name}", TO_DATETIME(${code}))`;
    return comparison(`${value} ${OPERATORS[operator]} ${number.decimal}`, context);
  },
  fieldRef(field, { other, match, cased }, context) {
    const [a, b] = [field, other].map((f) => (cased ? asText(f) : `TO_LOWER(${asText(f)})`));
    const test = {
      equals: `${a} == ${b}`,
      startswith: `STARTS_WITH(${a}, ${b})`,
      endswith: `ENDS_WITH(${a}, ${b})`,
      contains: `LOCATE(${a}, ${b}) > 0`,
    }[match];
    return comparison(test, context);
  },
  list: {
    values(field, p) {
      if (p.kind === 'number') return spellings(field, p);
      const asked = p.kind === 'string' && !p.cased ? literalText(p.pattern) : null;
      const literal = asked === null || field.holds === 'date' ? null : quote(asked.toLowerCase());
      return literal === null ? null : [literal];
    },
    group: (_, { kind }) => kind,
    write(field, values, context, group) {
      const items = values.map((v) => v.doc);
      const open = `${group === 'number' ? asNumber(field) : inLowerCase(field)} IN (`;
      return comparison(enclose(open, join(concat(',', line), items), ')'), context);
    },
  },
  readings: elasticReadings,
};

function compareText(operator: '==' | 'LIKE') {
  return (field: Field, { pattern, cased }: StringPredicate, context: PredicateContext) => {
    if (field.holds === 'date') return null; // A time is not stored as it was written.
    const asked = operator === 'LIKE' ? likePattern(pattern) : (literalText(pattern) ?? '');
    const isAbsent = (value: string): boolean => matchesPattern(pattern, value, cased);
    if (field.absent.some(isAbsent)) reportAbsent(field, 'narrower', context);
    if (hasInvisible(asked)) context.note(codes['esql-invisible'](), { once: true });
    const hasCase = asked.toLowerCase() !== asked.toUpperCase();
    if (hasCase && cased && field.lower) {
      context.approximate('wider', codes['esql-lower-case']({ field: field.name }));
    }
    const folds = hasCase && (!cased || field.lower);
    const literal = quote(folds ? asked.toLowerCase() : asked);
    const value = folds ? inLowerCase(field) : asText(field);
    return literal && comparison(`${value} ${operator} ${literal}`, context);
  };
}

/** True or false where the field holds one value at most. */
function comparison(code: Doc, context: PredicateContext): Emitted {
  if (context.options['values'] !== 'single') {
    context.approximate('narrower', codes['esql-several-values'](), { once: true });
  }
  return orFalse(code, context);
}

/** `NOT` of null is null. */
function orFalse(code: Doc, { isNegated, span }: PredicateContext): Emitted {
  const doc = typeof code === 'string' ? text(code, span) : code;
  return atom(isNegated ? concat('COALESCE(', doc, ', FALSE)') : doc);
}
