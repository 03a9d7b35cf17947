import {
  ATOM,
  atom,
  concat,
  emitBoolean,
  linkWith,
  prefixNot,
  text,
} from '../../src/backend/index.js';
import type {
  BooleanSyntax,
  Emitted,
  Expression,
  FieldPredicate,
  KeywordPredicate,
  Leaf,
  Name,
  Polarity,
  Predicate,
  Report,
  TimePart,
} from '../../src/backend/index.js';
import { evalField, quote } from './literals.js';
import { patternPcre, textPcre } from './patterns.js';
import { toPcre } from './regex.js';
import { spellings } from './search.js';

type Of<K extends FieldPredicate['kind']> = Extract<FieldPredicate, { kind: K }>;

/**
 * NOT, then AND, then OR: not as in `search`. Mixes are in parentheses all the same.
 * https://help.splunk.com/en/splunk-enterprise/search/search-manual/9.3/expressions-and-predicates
 */
export const WHERE_SYNTAX: BooleanSyntax = {
  and: { word: 'AND', binding: 2 },
  or: { word: 'OR', binding: 1 },
  not: prefixNot('NOT', ATOM),
  explicit: true,
};

/**
 * Writes an expression for `where`. A comparison with a missing field is null, which a negation
 * leaves null; and what a comparison does with several values is not documented. So each predicate
 * asks whether a multivalue function found anything: `isnotnull` is true or false, never null.
 * https://help.splunk.com/splunk-enterprise/spl-search-reference/9.4/evaluation-functions/multivalue-eval-functions
 */
export function emitWhere(expression: Expression, report: Report): Emitted {
  return emitBoolean(expression, WHERE_SYNTAX, (node, polarity) => leaf(node, polarity, report));
}

function leaf(node: Leaf, polarity: Polarity, report: Report): Emitted {
  switch (node.kind) {
    case 'constant':
      return atom(text(node.value ? 'true()' : 'false()', node.span));
    case 'one-of': {
      const options = node.options.map((o) => leaf(o, polarity, report));
      return linkWith(WHERE_SYNTAX, 'or', options);
    }
    default:
      return atom(text(predicate(node, polarity, report), node.span));
  }
}

function predicate(node: Predicate, polarity: Polarity, report: Report): string {
  if (node.kind === 'keyword') return found('_raw', keyword(node));
  const field = fieldName(node.field, report);
  switch (node.kind) {
    case 'null':
      return `isnull(${field})`;
    case 'exists':
      return `isnotnull(${field})`;
    case 'string': {
      const [only] = node.pattern;
      const any = node.pattern.length === 1 && typeof only === 'object' && only.kind === 'any';
      return any ? `isnotnull(${field})` : found(field, patternPcre(node.pattern, node.cased));
    }
    case 'number':
      return found(field, textPcre(spellings(node.number)));
    case 'boolean':
      return found(field, textPcre([String(node.value)]));
    case 'regex':
      return found(field, toPcre(node.regex));
    case 'cidr':
      // https://help.splunk.com/splunk-cloud-platform/spl-search-reference/9.3.2408/evaluation-functions/comparison-and-conditional-functions
      return holds(field, `cidrmatch(${quote(node.network.text)}, ${field})`);
    case 'compare':
      return compare(node, field, polarity, report);
    case 'time-part':
      return timePart(node, field, polarity, report);
    case 'field-ref':
      return fieldRef(node, field, report);
  }
}

function keyword(node: KeywordPredicate): string {
  const { search } = node;
  if (search.kind === 'regex') return toPcre(search.regex);
  return patternPcre([ANYWHERE, ...search.pattern, ANYWHERE], search.cased);
}

const ANYWHERE = { kind: 'any' } as const;

function fieldName(name: Name, report: Report): string {
  const written = evalField(name.text);
  if (written !== null) return written;
  report.refuse(
    'splunk-field-name',
    'Splunk has no way to write this field name: quotation marks, backslashes and control characters cannot be escaped in it. Map the field to another name in a pipeline.',
    name.span,
  );
  return 'field';
}

/** Some value has a match of the regular expression. */
function found(field: string, pcre: string): string {
  return `isnotnull(mvfind(${field}, ${quote(pcre)}))`;
}

/** The condition is true of some value. It may name no other field. */
function holds(field: string, condition: string): string {
  return `isnotnull(mvfilter(${condition}))`;
}

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '==' } as const;

/**
 * Numbers are double-precision.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/eval
 */
const EXACT_DIGITS = 15;

function compare(node: Of<'compare'>, field: string, polarity: Polarity, report: Report): string {
  const { decimal } = node.number;
  if (decimal.replace(/[^0-9]/g, '').length > EXACT_DIGITS) {
    const message = `Splunk compares numbers with a precision of ${EXACT_DIGITS} digits, so values next to ${decimal} may be on its wrong side.`;
    report.approximate('wider', polarity, 'splunk-number-precision', message, node.span);
    report.approximate('narrower', polarity, 'splunk-number-precision', message, node.span);
  }
  // A text that is no number becomes null, and no comparison with null is true.
  return holds(field, `tonumber(${field}) ${OPERATORS[node.operator]} ${decimal}`);
}

/** Where the parts of an ISO 8601 time stand: the first character, from 1, and the length. */
const PLACES: Readonly<Record<Exclude<TimePart, 'week'>, readonly [number, number]>> = {
  year: [1, 4],
  month: [6, 2],
  day: [9, 2],
  hour: [12, 2],
  minute: [15, 2],
};

/** https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/time-format-variables-and-modifiers/date-and-time-format-variables */
const TIME_VARIABLES: Readonly<Record<TimePart, string>> = {
  year: '%Y',
  month: '%m',
  day: '%d',
  week: '%V',
  hour: '%H',
  minute: '%M',
};

/**
 * `_time` is a Unix time and read on the user's clock. Any other field is a text, cut at the places
 * that ISO 8601 gives the parts, so on the clock that wrote it.
 */
function timePart(
  node: Of<'time-part'>,
  field: string,
  polarity: Polarity,
  report: Report,
): string {
  const asked = `${OPERATORS[node.operator]} ${node.number.decimal}`;
  const variable = quote(TIME_VARIABLES[node.part]);
  if (field === '_time') {
    report.note(
      'splunk-time-zone',
      `The ${node.part} of _time is that of the time zone of the user who runs the search.`,
      node.span,
    );
    return holds(field, `tonumber(strftime(_time, ${variable})) ${asked}`);
  }
  report.approximate(
    'narrower',
    polarity,
    'splunk-time-format',
    'the field is read as a time in ISO 8601 (2026-01-31T23:59:00Z); values in another format never match.',
    node.span,
  );
  const clock = node.part === 'hour' || node.part === 'minute' ? '[T ]\\d\\d:\\d\\d' : '';
  const isTime = `match(${field}, ${quote(`^\\d{4}-\\d\\d-\\d\\d${clock}`)})`;
  if (node.part === 'week') {
    const day = `strptime(substr(${field}, 1, 10), "%Y-%m-%d")`;
    return holds(field, `${isTime} AND tonumber(strftime(${day}, ${variable})) ${asked}`);
  }
  const [start, length] = PLACES[node.part];
  return holds(field, `${isTime} AND tonumber(substr(${field}, ${start}, ${length})) ${asked}`);
}

/**
 * Two fields of one event, each of which may hold several values: `mvmap` gives the expression one
 * value at a time, and leaves out the nulls. The sign before two operands keeps `==` from comparing
 * them as numbers; `split` finds the second text in the first with no character being special.
 * https://help.splunk.com/splunk-enterprise/spl-search-reference/9.4/evaluation-functions/multivalue-eval-functions
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/evaluation-functions/text-functions
 */
function fieldRef(node: Of<'field-ref'>, field: string, report: Report): string {
  const other = fieldName(node.other, report);
  const fold = (name: string): string => (node.cased ? name : `lower(${name})`);
  const [a, b] = [fold(field), fold(other)];
  let test: string;
  switch (node.match) {
    case 'equals':
      test = `"=".${a} == "=".${b}`;
      break;
    case 'startswith':
      test = `"=".substr(${a}, 1, len(${b})) == "=".${b}`;
      break;
    case 'endswith':
      test = `len(${b}) == 0 OR "=".substr(${a}, -len(${b})) == "=".${b}`;
      break;
    case 'contains':
      test = `len(${b}) == 0 OR mvcount(split(${a}, ${b})) > 1`;
      break;
  }
  return `isnotnull(mvmap(${field}, mvmap(${other}, if(${test}, 1, null()))))`;
}

/** The `where` command with all that must hold. */
export function whereCommand(expressions: readonly Expression[], report: Report): Emitted {
  const operands = expressions.map((e) => emitWhere(e, report));
  return atom(concat('| where ', linkWith(WHERE_SYNTAX, 'and', operands).doc));
}
