import {
  ANY,
  ATOM,
  atom,
  concat,
  emitBoolean,
  indent,
  linkWith,
  pattern,
  patternToRegex,
  prefixNot,
  shapeOf,
  text,
  toPcre,
} from '../../src/backend/index.js';
import type {
  BooleanSyntax,
  Doc,
  Emitted,
  Expression,
  FieldPredicate,
  Leaf,
  Name,
  Polarity,
  Predicate,
  Report,
  StringPattern,
  TimePart,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { evalField, quote } from './literals.js';
import { spellings } from './search.js';

type Of<K extends FieldPredicate['kind']> = Extract<FieldPredicate, { kind: K }>;

/**
 * NOT, then AND, then OR: not as in `search`. Mixes are in parentheses all the same.
 * https://help.splunk.com/en/splunk-enterprise/search/search-manual/9.3/expressions-and-predicates
 */
const WHERE_SYNTAX: BooleanSyntax = {
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
function emitWhere(expression: Expression, report: Report): Emitted {
  return emitBoolean(expression, WHERE_SYNTAX, (node, polarity) => leaf(node, polarity, report));
}

function leaf(node: Leaf, polarity: Polarity, report: Report): Emitted {
  switch (node.kind) {
    case 'constant':
      return atom(text(node.value ? 'true()' : 'false()', node.span));
    case 'one-of':
      return any(node.options.map((o) => leaf(o, polarity, report)));
    case 'number': {
      const field = fieldName(node.field, report);
      const tests = spellings(node.number).map((s) => found(field, pcreOf([s], false)));
      return any(tests.map((t) => atom(text(t, node.span))));
    }
    default:
      return atom(text(predicate(node, polarity, report), node.span));
  }
}

function any(alternatives: readonly Emitted[]): Emitted {
  return linkWith(WHERE_SYNTAX, 'or', alternatives);
}

function predicate(
  node: Exclude<Predicate, Of<'number'>>,
  polarity: Polarity,
  report: Report,
): string {
  if (node.kind === 'keyword') {
    const { search } = node;
    if (search.kind === 'regex') return found('_raw', toPcre(search.regex));
    return like('_raw', pattern([ANY, ...search.pattern, ANY]), search.cased);
  }
  const field = fieldName(node.field, report);
  switch (node.kind) {
    case 'null':
      return `isnull(${field})`;
    case 'exists':
      return `isnotnull(${field})`;
    case 'string':
      return like(field, node.pattern, node.cased);
    case 'boolean':
      return found(field, pcreOf([String(node.value)], false));
    case 'regex':
      return found(field, toPcre(node.regex));
    case 'cidr':
      // https://help.splunk.com/splunk-cloud-platform/spl-search-reference/9.3.2408/evaluation-functions/comparison-and-conditional-functions
      return holds(`cidrmatch(${quote(node.network.text)}, ${field})`);
    case 'compare':
      return compare(node, field, polarity, report);
    case 'time-part':
      return timePart(node, field, polarity, report);
    case 'field-ref':
      return fieldRef(node, field, report);
  }
}

function like(field: string, parts: StringPattern, cased: boolean): string {
  if (shapeOf(parts).shape === 'any') return `isnotnull(${field})`;
  return found(field, pcreOf(parts, cased));
}

/** The whole value, for PCRE. */
function pcreOf(parts: StringPattern, cased: boolean): string {
  return toPcre(patternToRegex(parts, cased));
}

function fieldName(name: Name, report: Report): string {
  const written = evalField(name.text);
  if (written !== null) return written;
  report.refuse(codes['splunk-field-name'](), name.span);
  return 'field';
}

/** Some value has a match of the regular expression; three backticks would start a comment. */
function found(field: string, pcre: string): string {
  return `isnotnull(mvfind(${field}, ${quote(pcre.replaceAll('`', '\\x60'))}))`;
}

/** The condition is true of some value. It may name no other field. */
function holds(condition: string): string {
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
    const finding = codes['splunk-number-precision']({ digits: EXACT_DIGITS, number: decimal });
    report.approximate('wider', polarity, finding, node.span);
    report.approximate('narrower', polarity, finding, node.span);
  }
  // A text that is no number becomes null, and no comparison with null is true.
  return holds(`tonumber(${field}) ${OPERATORS[node.operator]} ${decimal}`);
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
    report.note(codes['splunk-time-zone']({ part: node.part }), node.span);
    return holds(`tonumber(strftime(_time, ${variable})) ${asked}`);
  }
  report.approximate('narrower', polarity, codes['splunk-time-format'](), node.span);
  const clock = node.part === 'hour' || node.part === 'minute' ? '[T ]\\d\\d:\\d\\d' : '';
  const isTime = `match(${field}, ${quote(`^\\d{4}-\\d\\d-\\d\\d${clock}`)})`;
  if (node.part === 'week') {
    const day = `strptime(substr(${field}, 1, 10), "%Y-%m-%d")`;
    return holds(`${isTime} AND tonumber(strftime(${day}, ${variable})) ${asked}`);
  }
  const [start, length] = PLACES[node.part];
  return holds(`${isTime} AND tonumber(substr(${field}, ${start}, ${length})) ${asked}`);
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
export function whereCommand(expressions: readonly Expression[], report: Report): Doc {
  const operands = expressions.map((e) => emitWhere(e, report));
  return concat('| where ', indent(linkWith(WHERE_SYNTAX, 'and', operands).doc));
}
