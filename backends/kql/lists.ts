import {
  atom,
  concat,
  coversMappedIPv4,
  enclose,
  foldsBeyondAscii,
  isPlainInteger,
  join,
  line,
  literalText,
  pieceOf,
  spellingsOf,
  text,
} from '../../src/backend/index.js';
import type {
  CidrPredicate,
  Doc,
  FieldPredicate,
  List,
  Network,
  PredicateContext,
  Span,
  TimePartPredicate,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { isNumeric, reportText, tellsNull, textOf } from './columns.js';
import type { Column } from './columns.js';
import { isLong, isPlainNumber, numberLiteral, stringLiteral } from './literals.js';
import { kindOf, listedRegex, oneOfRegexes } from './regexes.js';
import { asksWord } from './stored.js';
import { AND, nullable, operation, operationOf, testCall } from './written.js';
import type { Written } from './written.js';

/** What an equality becomes for several values: https://learn.microsoft.com/en-us/kusto/query/in-operator */
const LIST_OPERATORS = { '=~': 'in~', '==': 'in' } as const;

/** A comparison with one value, in the spellings that it may have. */
interface Equality {
  readonly code: string;
  readonly operator: keyof typeof LIST_OPERATORS;
  /** One or more, as literals. */
  readonly spellings: () => readonly string[];
  /** It can be joined with others of its code and operator. */
  readonly listable: boolean;
}

/** `F =~ "a"`; null if the predicate does not compare with one value, or not by an operator. */
export function equality(
  column: Column,
  predicate: FieldPredicate,
  context: PredicateContext,
): Written | null {
  const found = equalityOf(column, predicate, context);
  if (!found) return null;
  const literal = found.spellings()[0]!;
  return operation(found.code, cheapest(found.operator, [literal]), literal, context.span);
}

/**
 * Of a string without letters there is one case.
 * https://learn.microsoft.com/en-us/kusto/query/best-practices
 */
function cheapest(
  operator: Equality['operator'],
  literals: readonly (string | null)[],
): Equality['operator'] {
  return literals.every((l) => l !== null && /^[\0-@[-`{-\x7f]*$/.test(l)) ? '==' : operator;
}

function equalityOf(
  column: Column,
  predicate: FieldPredicate,
  context: PredicateContext,
): Equality | null {
  const at = predicate.span;
  switch (predicate.kind) {
    case 'string': {
      const value = literalText(predicate.pattern);
      if (value === null || value === '') return null;
      const isWhole = column.type === 'int' || column.type === 'long';
      if (isWhole && isPlainInteger(value) && isLong({ source: value, decimal: value })) {
        return { code: column.code, operator: '==', spellings: () => [value], listable: true };
      }
      if (column.type === 'bool') {
        // Events have the words in lower case, and Kusto prints them in another.
        const word = predicate.cased ? value : value.toLowerCase();
        if (word === 'true' || word === 'false') {
          return { code: column.code, operator: '==', spellings: () => [word], listable: true };
        }
      }
      if (!predicate.cased && foldsBeyondAscii(value)) return null;
      reportText(column, context, at);
      const spellings = () => [stringLiteral(value)];
      const operator = predicate.cased ? '==' : '=~';
      return { code: textOf(column), operator, spellings, listable: true };
    }
    case 'number': {
      const { number } = predicate;
      const isPlain = isPlainNumber(number);
      // Beyond the longest whole number a column that was only assumed to be one may hold text.
      if (isNumeric(column) && (isPlain || column.origin !== 'assumed')) {
        noteAssumed(column, context, at);
        const spellings = () => [numberLiteral(number)];
        return { code: column.code, operator: '==', spellings, listable: isPlain };
      }
      return asPrinted(column, () => spellingsOf(number).map(stringLiteral), context, at);
    }
    case 'boolean': {
      const value = String(predicate.value);
      if (column.type === 'bool') {
        return { code: column.code, operator: '==', spellings: () => [value], listable: true };
      }
      // Without a known type: `tostring` makes it right for a boolean column and a string column.
      const code = column.type === 'string' ? column.code : `tostring(${column.code})`;
      return { ...asPrinted(column, () => [stringLiteral(value)], context, at), code };
    }
    case 'time-part': {
      if (predicate.operator !== 'eq') return null;
      const spellings = () => [numberLiteral(predicate.number)];
      return { code: partOf(column, predicate.part), operator: '==', spellings, listable: true };
    }
    default:
      return null;
  }
}

/** Arguments of `replace_regex` that take the time zone off a time. */
const ZONE = String.raw`@"(:[0-9.]+) *(?:[zZ]|[+-][0-9]{2}:?[0-9]{2})$", @"\1"`;

/**
 * `week_of_year` is the ISO week, `weekofyear` is not. A time as text keeps its own clock, as Sigma
 * has it: `todatetime` would convert an offset to UTC, so the offset is taken off.
 * https://learn.microsoft.com/en-us/kusto/query/datetime-part-function
 */
export function partOf(column: Column, part: TimePartPredicate['part']): string {
  const isDate = column.type === 'datetime';
  const time = isDate ? column.code : `todatetime(replace_regex(${textOf(column)}, ${ZONE}))`;
  return `datetime_part("${part === 'week' ? 'week_of_year' : part}", ${time})`;
}

/** Compared with what Kusto prints for a value that the rule has as it is printed. */
function asPrinted(
  column: Column,
  spellings: Equality['spellings'],
  context: PredicateContext,
  at: Span,
): Equality {
  if (column.type === 'dynamic') reportText(column, context, at);
  return { code: textOf(column), operator: '=~', spellings, listable: true };
}

/** Notes that a column is assumed to be numeric because the rule compares it with a number. */
export function noteAssumed(column: Column, context: PredicateContext, at = context.span): void {
  if (column.origin !== 'assumed' || !isNumeric(column)) return;
  context.note(codes['kql-number-assumed']({ field: column.field }), { at, once: true });
}

/**
 * Alternatives on one field. The group says how members are joined: equal values by their operator
 * and column, networks by their version, regular expressions by their kind, and null with the empty string, since a string column
 * cannot tell the two apart and `isempty` is exactly both.
 */
export const list: List<string | Written, Written, Column> = {
  values(column, predicate, context) {
    if (predicate.kind === 'cidr') return [stringLiteral(predicate.network.text)];
    if (asksWord(column, predicate, context)) return [predicate.kind];
    if (isBlank(predicate)) return column.list || tellsNull(column) ? null : [predicate.kind];
    const regex = listedRegex(column, predicate);
    if (regex !== null) return [regex];
    const found = equalityOf(column, predicate, context);
    return found?.listable ? found.spellings() : null;
  },
  group(column, predicate, context) {
    if (predicate.kind === 'cidr') return `ip ${functionOf(predicate.network)}`;
    if (isBlank(predicate) || asksWord(column, predicate, context)) return 'empty';
    const regex = listedRegex(column, predicate);
    if (regex !== null) return `regex ${kindOf(regex)}`;
    const found = equalityOf(column, predicate, context)!;
    return `${found.operator} ${found.code}`;
  },
  write(column, values, context, group) {
    const docs = values.map((v) => v.doc);
    if (group === 'empty') return testCall('isempty', 'isnotempty', column.code, context.span);
    if (group.startsWith('ip ')) return inNetworks(column, docs, group.slice(3), context);
    if (group.startsWith('regex ')) return oneOfRegexes(column, docs, context);
    const operator = cheapest(group.slice(0, 2) as Equality['operator'], docs.map(pieceOf));
    const code = group.slice(3);
    const listed = enclose('(', join(concat(',', line), docs), ')');
    return operationOf(LIST_OPERATORS[operator], (o) =>
      concat(text(`${code} ${o} `, context.span), listed),
    );
  },
};

function isBlank(predicate: FieldPredicate): boolean {
  if (predicate.kind === 'null') return true;
  return predicate.kind === 'string' && literalText(predicate.pattern) === '';
}

/** One network, or any of several of one kind. */
export function networks(
  column: Column,
  { network, span }: CidrPredicate,
  context: PredicateContext,
): Written {
  const range = text(stringLiteral(network.text), span);
  return inNetworks(column, [range], functionOf(network), context);
}

/** The functions for IPv6 take an IPv4 address for one of ::ffff:0:0/96, which the rule does not. */
function functionOf(network: Network): string {
  return coversMappedIPv4(network) ? '6 mapped' : String(network.version);
}

/**
 * The functions give null for what is not an address. Several ranges go in as one array, since a
 * call takes no more than 64 arguments.
 * https://learn.microsoft.com/en-us/kusto/query/ipv4-is-in-range-function
 * https://learn.microsoft.com/en-us/kusto/query/ipv6-is-in-any-range-function
 */
function inNetworks(
  column: Column,
  ranges: readonly Doc[],
  kind: string,
  context: PredicateContext,
): Written {
  const code = textOf(column);
  const name = `ipv${kind[0]!}_is_in`;
  const call =
    ranges.length === 1
      ? concat(text(`${name}_range(${code}, `, context.span), ranges[0]!, ')')
      : enclose(`${name}_any_range(${code}, dynamic([`, join(concat(',', line), ranges), ']))');
  if (!kind.endsWith('mapped')) return nullable(atom(call), context);
  const notIPv4 = operation(code, 'contains', '":"', context.span).doc;
  return nullable({ doc: concat(notIPv4, ' and ', call), binding: AND }, context);
}
