import type { Name } from '../../model/name.js';
import { matchesPattern } from '../../model/patterns/matches-pattern.js';
import { literalText } from '../../model/patterns/pattern.js';
import { patternToRegex } from '../../model/regex/from-pattern.js';
import { toLuceneRegex } from '../../model/regex/dialects/lucene.js';
import { networkRegex } from '../../model/regex/from-network.js';
import { fewStrings } from '../../model/regex/few-strings.js';
import { someSpellingMatches } from '../../model/regex/literal.js';
import { requiredPattern } from '../../model/regex/required-pattern.js';
import type {
  ComparePredicate,
  FieldPredicate,
  RegexPredicate,
  StringPredicate,
} from '../../predicate/predicate.js';
import type { Span } from '../../source/span.js';
import type { PredicateContext } from '../dialect/context.js';
import type { Frame } from '../dialect/frame.js';
import type { Dialect } from '../dialect/table.js';
import { elasticCodes } from './codes.js';
import { elasticColumn, FIELD_TYPES, isAbsent, isPresence } from './fields.js';
import type { ElasticColumn, FieldType } from './fields.js';
import { hasLetters } from './letters.js';
import { withinStates } from './limits.js';
import { networkType, reportMapped } from './networks.js';
import { seenColumn } from './runtime-fields.js';
import { isOpenSearch, isPlainInGrams, isTermInGrams, regexForGrams } from './opensearch.js';
import { areRequired } from './required-words.js';
import { elasticReadings, isNamePattern, writtenPattern } from './readings.js';
import { addressQueries, booleanQueries, isWhole, numberQueries } from './typed.js';
import type { TypedQueries, TypedQuery } from './typed.js';
import { wordQueries } from './words.js';
import type { WordQuery } from './words.js';
import type { Direction } from '../../source/direction.js';

/** A field as a query names it. */
export interface ElasticField {
  readonly name: string;
  /** Null where nothing is known of its type. */
  readonly column: ElasticColumn | null;
}

/** What a language says of a field, whatever it may be asked for. */
export interface ElasticWriter<T, F extends ElasticField> {
  /** What messages call the language. */
  readonly language: string;
  readonly frame: Frame<T, T>;
  /** Null, and refused, for a name that no field can have, or that cannot be written. */
  readonly field: (name: Name, column: ElasticColumn | null, context: PredicateContext) => F | null;
  readonly keyword: NonNullable<Dialect<T, T, F>['keyword']>;
  /** Whether a name may have `*` for any part of it, where values are asked for. */
  readonly takesNamePatterns: boolean;
  /** A value of any field whose name is like another, in a language that names just one; not given: no way to. */
  readonly anyNamed?: (p: FieldPredicate, context: PredicateContext) => T;
  /**
   * What messages call a condition on a field that the language cannot search, not even for some value;
   * null for one that it can. All can be searched if not given.
   */
  readonly unsearchable?: (field: F, context: PredicateContext) => string | null;
  readonly exists: (field: F, isThere: boolean, span: Span) => T;
  /** One of these, of which there is one at least. */
  readonly typed: (field: F, queries: readonly TypedQuery[], context: PredicateContext) => T;
  /** Of a field of whole numbers, asked as the string that spells them; not given: no way to. */
  readonly spelled?: (field: F, p: StringPredicate, context: PredicateContext) => T | null;
  /** Of a field that holds each string as a whole, or of one of which nothing is known. */
  readonly text: (field: F, p: FieldPredicate, context: PredicateContext) => T | null;
  /** Patterns of a `wildcard` field can be searched in OpenSearch. Not so if not given. */
  readonly searchesGrams?: boolean;
  /** A regular expression of Lucene's, for the whole string. */
  readonly regexp: (field: F, source: string, context: PredicateContext) => T;
  /**
   * Of a field within an object that is indexed as one; null for what cannot be asked of it.
   * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/flattened
   */
  readonly flattened: (field: F, p: FieldPredicate, context: PredicateContext) => T | null;
  /** Not given where no field of words can be searched. */
  readonly words?: (field: F, query: WordQuery, span: Span) => T;
  /** Whether a field of unknown type may be one of strings where a boolean is asked for. */
  readonly booleanAsText: (context: PredicateContext) => boolean;
}

/**
 * What rules ask of Elasticsearch's fields, by their types: the same in every language that searches
 * the index itself.
 */
export function elasticDialect<T extends { readonly kind: string }, F extends ElasticField>(
  writer: ElasticWriter<T, F>,
): Dialect<T, T, F> {
  const { frame, language, unsearchable = () => null } = writer;

  function ofValue(field: F, p: FieldPredicate, context: PredicateContext): T | null {
    const { name, column } = field;
    const open = unsearchable(field, context);
    if (open !== null) return leftOpen([field], open, context);
    if (!writer.takesNamePatterns && isNamePattern(name, context)) {
      const what = 'a value of any field whose name is like another';
      return writer.anyNamed?.(p, context) ?? leftOpen([field], what, context);
    }
    if (!column) return untyped(field, p, context);
    if (column.absent.length === 0) return ofColumn(field, column, p, context, false);
    if (isAbsent(p, column)) {
      approximateAbsent('wider', name, column, context);
      return writer.exists(field, false, p.span);
    }
    const matchesToo = matchesAbsent(p, column);
    const written = ofColumn(field, column, p, context, matchesToo);
    if (p.kind === 'regex' && written !== null && !matchesToo && mayMatchAbsent(p, column)) {
      approximateAbsent('narrower', name, column, context);
    }
    if (!matchesToo || written === null) return written;
    context.approximate('wider', elasticCodes['elastic-absent-match']({ field: name }));
    return frame.or([written, writer.exists(field, false, p.span)]);
  }

  function ofColumn(
    field: F,
    column: ElasticColumn,
    p: FieldPredicate,
    context: PredicateContext,
    matchesToo: boolean,
  ): T | null {
    const { type } = column;
    const { name } = field;
    switch (type) {
      case 'keyword':
      case 'wildcard':
      case 'constant_keyword':
        if (p.kind === 'compare') {
          return context.refuse(elasticCodes['elastic-compare-strings']({ field: name, type }));
        }
        if (type === 'wildcard' && isOpenSearch(context.options)) {
          return ofGrams(field, column, asString(p), context);
        }
        if (p.kind === 'cidr') return ofNetwork(field, p, context) ?? ofType(field, type, context);
        return writer.text(field, asString(p), context);
      case 'flattened':
        return writer.flattened(field, p, context) ?? ofType(field, type, context);
      case 'text':
      case 'match_only_text':
        return ofWords(field, column, p, context) ?? ofType(field, type, context);
    }
    if (isSpelled(type, p) && writer.spelled) return writer.spelled(field, p, context);
    const strings = p.kind === 'regex' ? stringsFor(p, type) : null;
    if (strings) {
      const asked = strings.map((s) => ofColumn(field, column, s, context, matchesToo));
      return asked.every((one) => one !== null) ? frame.or(asked) : null;
    }
    const queries = typedQueries(type, p);
    if (queries === null && type === 'date') {
      return context.refuse(elasticCodes['elastic-date']({ field: name }));
    }
    if (queries === null) {
      return context.refuse(elasticCodes['elastic-no-text']({ field: name, type }));
    }
    if (type === 'ip' && queries.length > 0) reportMapped(name, p, context);
    if (queries.length > 0) return writer.typed(field, queries, context);
    if (!matchesToo) {
      const expected = EXPECTED[type] ?? 'a number';
      context.note(elasticCodes['elastic-never']({ field: name, type, expected }));
    }
    return frame.constant(false, p.span);
  }

  /** In OpenSearch. What keeps its case in a subfield is a keyword there. */
  function ofGrams(
    field: F,
    column: ElasticColumn,
    p: FieldPredicate,
    context: PredicateContext,
  ): T | null {
    const isText = p.kind === 'string';
    if (isText && column.caseless && !p.cased) return writer.text(field, p, context);
    // An empty value has no parts.
    const isEmpty = isText && literalText(p.pattern) === '';
    if (isEmpty || (!writer.searchesGrams && !isTermInGrams(p))) {
      return leftOpen([field], 'this condition on a field of type wildcard in OpenSearch', context);
    }
    if (p.kind === 'number' || (isText && isPlainInGrams(p.pattern))) {
      return writer.text(field, p, context);
    }
    if (p.kind === 'cidr') {
      return ofNetwork(field, p, context) ?? ofType(field, column.type, context);
    }
    if (!isText && p.kind !== 'regex') return null;
    const regex = isText ? patternToRegex(p.pattern, p.cased) : p.regex;
    withinStates(regex, context);
    const source = context.pattern(toLuceneRegex(regex, 'kept', true));
    return source === null ? null : writer.regexp(field, regexForGrams(source), context);
  }

  function ofType(field: F, type: string, context: PredicateContext): T {
    return leftOpen([field], onType(type), context);
  }

  /** Of a field of which nothing is known. */
  function untyped(field: F, p: FieldPredicate, context: PredicateContext): T | null {
    const { name } = field;
    switch (p.kind) {
      case 'boolean': {
        if (!writer.booleanAsText(context)) {
          const slots = { field: name, value: String(p.value) };
          context.note(elasticCodes['elastic-boolean-field'](slots));
        }
        return writer.typed(field, booleanQueries(p)!, context);
      }
      case 'cidr':
        if (networkType(name, context) === 'keyword') {
          return ofNetwork(field, p, context) ?? leftOpen([field], 'this network', context);
        }
        context.note(elasticCodes['elastic-ip-field']({ field: name }));
        reportMapped(name, p, context);
        return writer.typed(field, addressQueries(p)!, context);
      case 'compare':
        context.note(elasticCodes['elastic-number-field']({ field: name }));
        return writer.typed(field, [comparison(p)], context);
      case 'string':
        if (networkType(name, context) === 'ip') {
          reportMapped(name, p, context);
          return writer.typed(field, addressQueries(p) ?? [], context);
        }
        return writer.text(field, p, context);
      default:
        return writer.text(field, p, context);
    }
  }

  /** A network in a field of strings; null if it cannot be asked. */
  function ofNetwork(
    field: F,
    { network }: Extract<FieldPredicate, { kind: 'cidr' }>,
    context: PredicateContext,
  ): T | null {
    const regex = networkRegex(network);
    if (!regex) return null;
    if (regex.wider) {
      context.approximate('wider', elasticCodes['elastic-network-text']({ field: field.name }));
    }
    return writer.regexp(field, regex.source, context);
  }

  /** Of a string that is stored as its words; null if it has none that could be searched for. */
  function ofWords(
    field: F,
    { words }: ElasticColumn,
    p: FieldPredicate,
    context: PredicateContext,
  ): T | null {
    const parts = p.kind === 'regex' ? requiredPattern(p.regex.ast) : writtenPattern(p);
    const { queries, exact } = parts ? wordQueries(parts, words) : { queries: [], exact: false };
    const { words: write } = writer;
    if (queries.length === 0 || !write) return null;
    if (!exact || (p.kind === 'string' && p.cased && hasLetters(p.pattern)) || p.kind === 'regex') {
      if (context.polarity === 'negative' && areRequired(queries, field, context.query))
        return null;
      context.approximate('wider', elasticCodes['elastic-words']({ field: field.name }));
    }
    return frame.and(queries.map((q) => write(field, q, p.span)));
  }

  /** What the language cannot express is left open, so that nothing is missed. */
  function leftOpen(fields: readonly F[], what: string, context: PredicateContext): T {
    const isPositive = context.polarity === 'positive';
    const isKept = (f: F): boolean => !f.column?.absent.length && unsearchable(f, context) === null;
    const kept = isPositive ? fields.filter(isKept) : [];
    const code = elasticCodes[kept.length > 0 ? 'elastic-only-present' : 'elastic-left-open'];
    context.approximate(isPositive ? 'wider' : 'narrower', code({ target: language, what }));
    if (kept.length === 0) return frame.constant(isPositive, context.span);
    return frame.and(kept.map((f) => writer.exists(f, true, context.span)));
  }

  return {
    frame,
    field(name, context) {
      const stored = context.query.placement.columns.get(name.text);
      const column = seenColumn(elasticColumn(stored), context.options);
      if (column && column.type !== stored?.type) {
        const code = elasticCodes['elastic-runtime-field']({ field: name.text });
        context.note(code, { at: name.span, once: true });
      }
      if (column || !stored || stored.type === null) return writer.field(name, column, context);
      const type = JSON.stringify(stored.type);
      const slots = { field: name.text, type, known: FIELD_TYPES.join(', ') };
      return context.refuse(elasticCodes['elastic-field-type'](slots), name.span);
    },
    wildcard: ofValue,
    regex: ofValue,
    number: ofValue,
    boolean: ofValue,
    cidr: ofValue,
    compare: ofValue,
    missing(field, p, context) {
      const { name, column } = field;
      const open = unsearchable(field, context);
      if (open !== null) return leftOpen([field], open, context);
      if (!p.together && isAbsent(p, column)) approximateAbsent('wider', name, column!, context);
      return writer.exists(field, false, p.span);
    },
    present(field, p, context) {
      const { name, column } = field;
      const open = unsearchable(field, context);
      if (open !== null) return leftOpen([field], open, context);
      if (column && column.absent.length > 0) approximateAbsent('narrower', name, column, context);
      if (p.kind === 'exists') {
        context.approximate('narrower', elasticCodes['elastic-null-not-indexed']());
      }
      return writer.exists(field, true, p.span);
    },
    timePart: (field, { part }, context) => leftOpen([field], `the ${part} of a date`, context),
    fieldRef: (field, { other }, context) =>
      leftOpen([field, other], 'a comparison of two fields', context),
    keyword: writer.keyword,
    readings: elasticReadings,
  };
}

const EXPECTED: Partial<Readonly<Record<FieldType, string>>> = {
  ip: 'an address',
  boolean: 'true or false',
};

function typedQueries(type: FieldType, p: FieldPredicate): TypedQueries {
  switch (type) {
    case 'ip':
      return addressQueries(p);
    case 'boolean':
      return booleanQueries(p);
    case 'date':
      return null;
    default:
      return numberQueries(p, type);
  }
}

/** What messages call a condition on a field of a type. */
export function onType(type: string): string {
  return `this condition on a field of type ${type}`;
}

/** A part of the digits of a whole number, which no order of numbers asks for. */
function isSpelled(type: FieldType, p: FieldPredicate): p is StringPredicate {
  return p.kind === 'string' && isWhole(type) && literalText(p.pattern) === null;
}

/**
 * The pattern matches a value that the field does not keep, and others. A regular expression is for a
 * missing value if it is for an empty one: `^$`, but not the form of a digest that zeros have, too.
 */
function matchesAbsent(p: FieldPredicate, { absent }: ElasticColumn): boolean {
  if (p.kind === 'regex') return absent.includes('') && someSpellingMatches(p.regex, '', true);
  if (p.kind !== 'string' || literalText(p.pattern) !== null || isPresence(p)) return false;
  return absent.some((text) => matchesPattern(p.pattern, text, p.cased));
}

/**
 * What a regular expression asks of numbers and addresses, which are of one line; null where that is no
 * list of strings.
 */
function stringsFor(
  { regex, field, span }: RegexPredicate,
  type: FieldType,
): readonly StringPredicate[] | null {
  const found = fewStrings(regex)?.map((pattern): StringPredicate => ({
    kind: 'string',
    field,
    pattern,
    cased: false,
    span,
  }));
  return found?.every((s) => typedQueries(type, s) !== null) ? found : null;
}

function mayMatchAbsent(p: RegexPredicate, { absent }: ElasticColumn): boolean {
  return absent.some((text) => someSpellingMatches(p.regex, text, true));
}

function asString(p: FieldPredicate): FieldPredicate {
  if (p.kind !== 'boolean') return p;
  const { field: name, span } = p;
  return { kind: 'string', field: name, pattern: [String(p.value)], cased: false, span };
}

function comparison({ operator, number }: ComparePredicate): TypedQuery {
  return { kind: 'range', [operator]: number.decimal };
}

function approximateAbsent(
  direction: Direction,
  name: string,
  { absent }: ElasticColumn,
  context: PredicateContext,
): void {
  const values = absent.map((text) => JSON.stringify(text)).join(' or ');
  context.approximate(direction, elasticCodes['elastic-absent']({ field: name, values }));
}
