import {
  atom,
  concat,
  enclose,
  indent,
  join,
  line,
  shapeOf,
  text,
  textFrame,
  writeConditions,
} from '../../src/backend/index.js';
import type {
  Dialect,
  Doc,
  Emitted,
  Expression,
  FieldRefRow,
  Name,
  PredicateContext,
  QueryContext,
  TimePartPredicate,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { alternativeOf, inQuotes, patternOf } from './patterns.js';
import { evalField, isDefaultField, isSingleValued, nameIn, quote } from './literals.js';

/** A test, and what its negation is without `NOT`. */
interface Test extends Emitted {
  readonly opposite?: Doc;
}

/** NOT, then AND, then OR: not as in `search`. */
const words = textFrame<Test>({
  and: 'AND',
  or: 'OR',
  not: 'NOT',
  true: 'true()',
  false: 'false()',
});

/**
 * Conditions of the command `where`. A comparison with a missing field is null, which a negation
 * leaves null; and what a comparison does with several values is not documented. So each predicate
 * asks whether a multivalue function found anything, unless it is not negated and of a field with one
 * value: `isnotnull` is true or false, never null.
 * https://help.splunk.com/splunk-enterprise/spl-search-reference/9.4/evaluation-functions/multivalue-eval-functions
 */
export const where: Dialect<string | Test, Test> = {
  frame: {
    ...words,
    not: (operand) => (operand.opposite ? atom(operand.opposite) : words.not(operand)),
  },
  field(name, context) {
    if (!name.mapped && isDefaultField(name.text)) {
      context.note(codes['splunk-default-field']({ field: name.text }), { at: name.span });
    }
    return evalField(name.text);
  },
  regex: (field, node, context) => {
    const { flags, body } = patternOf(node)!;
    const code = WHOLE_NUMBER.exec(body)?.[1];
    if (code !== undefined && isCode(node.field, context)) return `${field}==${code}`;
    const name = functionFor(node.field, context);
    const call = `${name}(${field}, "${flags}${inQuotes(body)}")`;
    return name === 'match' ? call : found(call, context);
  },
  /** Alternatives in one pattern, for as long as they have the same flags. */
  list: {
    values(_, node, context) {
      if (node.kind === 'string' && shapeOf(node.pattern).shape === 'any') return null;
      const pattern = alternativeOf(node);
      const code = isCode(node.field, context) && WHOLE_NUMBER.exec(pattern?.body ?? '')?.[1];
      return pattern && [code || inQuotes(pattern.body)];
    },
    group: (_, node, context) => {
      const { flags = '', body = '' } = alternativeOf(node) ?? {};
      const isNumber = WHOLE_NUMBER.test(body) && isCode(node.field, context);
      return isNumber ? NUMBERS : `${functionFor(node.field, context)} ${flags}`;
    },
    write(field, values, context, group) {
      if (group === NUMBERS) {
        const each = values.map(({ doc }) => concat(`${field}==`, doc));
        return atom(enclose('(', join(concat(line, 'OR '), each), ')'));
      }
      const [name = '', flags = ''] = group.split(' ');
      const bodies = values.map((v) => v.doc);
      const call = concat(`${name}(${field}, "${flags}`, join('|', bodies), '")');
      return name === 'match' ? atom(call) : found(call, context);
    },
  },
  /** A string that is not a number becomes null, and no comparison with null is true. */
  compare(field, { field: name, number: { decimal }, operator }, context) {
    if (decimal.replace(/[^0-9]/g, '').length > EXACT_DIGITS) {
      const slots = { digits: EXACT_DIGITS, number: decimal };
      context.approximate('both', codes['splunk-number-precision'](slots));
    }
    return holds(`tonumber(${field}) ${OPERATORS[operator]} ${decimal}`, name, context);
  },
  /** https://help.splunk.com/splunk-cloud-platform/spl-search-reference/9.3.2408/evaluation-functions/comparison-and-conditional-functions */
  cidr: (field, { field: name, network }, context) =>
    holds(`cidrmatch(${quote(network.text)}, ${field})`, name, context),
  missing: (field, _, context) => opposite(found(field, context)),
  present: (field, _, context) => found(field, context),
  timePart,
  fieldRef,
  keyword: ['_raw'],
};

/** What `patternOf` makes of a number that is the whole value. */
const WHOLE_NUMBER = /^\^([1-9]\d{0,8})\\z$/;
/** A group of alternatives that are such numbers. */
const NUMBERS = '==';

/** Whether a field holds nothing but the number of an event of Windows, which is compared as one. */
function isCode(field: Name, { isNegated, query }: PredicateContext): boolean {
  return field.text === 'EventCode' && !isNegated && isSingleValued(field, query.placement);
}

/** `match` is null of a missing field, which is not false under NOT. */
function functionFor(field: Name, { isNegated, query }: PredicateContext): string {
  return !isNegated && isSingleValued(field, query.placement) ? 'match' : 'mvfind';
}

/** It is not null: a call, or the parts of one. */
function found(call: Doc, { span }: Pick<PredicateContext, 'span'>): Test {
  const asked = (test: string): Doc =>
    typeof call === 'string' ? text(`${test}(${call})`, span) : concat(`${test}(`, call, ')');
  return { ...atom(asked('isnotnull')), opposite: asked('isnull') };
}

function opposite({ doc, opposite: other = doc }: Test): Test {
  return { ...atom(other), opposite: doc };
}

/** The condition is true of some value. It may name no other field. */
function holds(condition: string, field: Name, context: PredicateContext): string | Test {
  const { isNegated, query } = context;
  if (!isNegated && isSingleValued(field, query.placement)) return condition;
  return found(`mvfilter(${condition})`, context);
}

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '==' } as const;

/**
 * Numbers are double-precision.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/eval
 */
const EXACT_DIGITS = 15;

/** Where the parts of an ISO 8601 time begin; the first character is 1. */
const STARTS = { year: 1, month: 6, day: 9, hour: 12, minute: 15 } as const;

/** https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/time-format-variables-and-modifiers/date-and-time-format-variables */
const TIME_VARIABLES = { year: '%Y', month: '%m', day: '%d', week: '%V', hour: '%H', minute: '%M' };

/** The seconds of an hour or a minute, and the number at which a clock begins anew. */
const CLOCK = { hour: [3600, 24], minute: [60, 60] } as const;

/**
 * `_time` is a Unix time. Of it, hours and minutes are those of UTC, which events of Windows are written
 * in, and days those of the user's clock. Any other field is a string, cut at the positions of the parts
 * in ISO 8601, so in the time zone that wrote it.
 */
function timePart(
  field: string,
  { field: name, part, operator, number }: TimePartPredicate,
  context: PredicateContext,
): string | Test {
  const compared = `${OPERATORS[operator]} ${number.decimal}`;
  const variable = quote(TIME_VARIABLES[part]);
  if (field === '_time') {
    if (part === 'hour' || part === 'minute') {
      const [seconds, count] = CLOCK[part];
      return holds(`floor(_time / ${seconds}) % ${count} ${compared}`, name, context);
    }
    context.approximate('both', codes['splunk-time-zone']({ part }));
    return holds(`tonumber(strftime(_time, ${variable})) ${compared}`, name, context);
  }
  context.approximate('narrower', codes['splunk-time-format']());
  const clock = part === 'hour' || part === 'minute' ? '[T ]\\d\\d:\\d\\d' : '';
  const isTime = `match(${field}, ${quote(`^\\d{4}-\\d\\d-\\d\\d${clock}`)})`;
  if (part === 'week') {
    const day = `strptime(substr(${field}, 1, 10), "%Y-%m-%d")`;
    const week = `tonumber(strftime(${day}, ${variable}))`;
    return found(`mvfilter(${isTime} AND ${week} ${compared})`, context);
  }
  const digits = `substr(${field}, ${STARTS[part]}, ${part === 'year' ? 4 : 2})`;
  return found(`mvfilter(${isTime} AND tonumber(${digits}) ${compared})`, context);
}

/**
 * Two fields of one event, each of which may hold several values: `mvmap` gives the expression one
 * value at a time, and leaves out the nulls. Of fields with one value, a test that is null of a missing
 * one does alone. The sign before two operands keeps `==` from comparing
 * them as numbers; `split` finds the second text in the first with no character being special.
 * https://help.splunk.com/splunk-enterprise/spl-search-reference/9.4/evaluation-functions/multivalue-eval-functions
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/evaluation-functions/text-functions
 */
function fieldRef(
  field: string,
  { field: name, other, match, cased }: FieldRefRow<string>,
  context: PredicateContext,
): string | Test {
  const { isNegated, query } = context;
  const fold = (name: string): string => (cased ? name : `lower(${name})`);
  const [a, b] = [fold(field), fold(other)];
  const test = {
    equals: `"=".${a} == "=".${b}`,
    startswith: `"=".substr(${a}, 1, len(${b})) == "=".${b}`,
    endswith: `len(${b}) == 0 OR "=".substr(${a}, -len(${b})) == "=".${b}`,
    contains: `len(${b}) == 0 OR mvcount(split(${a}, ${b})) > 1`,
  }[match];
  const isDirect = match === 'equals' || match === 'startswith';
  const names = [name, { text: nameIn(other) }];
  if (isDirect && !isNegated && names.every((n) => isSingleValued(n, query.placement))) return test;
  return found(`mvmap(${field}, mvmap(${other}, if(${test}, 1, null())))`, context);
}

/** The command with all that must hold. */
export function whereCommand(conditions: readonly Expression[], context: QueryContext): Doc {
  return concat('| where ', indent(writeConditions(where, conditions, context).doc));
}
