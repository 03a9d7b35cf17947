import {
  isOne,
  jsonObject,
  jsonValue,
  literalText,
  patternToRegex,
  shapeOf,
  toLuceneRegex,
} from '../../src/backend/index.js';
import {
  askIndex,
  elasticDialect,
  elasticCodes,
  gramsIn,
  hasLetters,
  hasLettersApart,
  hasLettersBeyondAscii,
  isMetadataField,
  isNamePattern,
  isOpenSearch,
  lowerCased,
  queryStringOf,
  wildcardText,
  withinLength,
  withinStates,
} from '../../src/backend/elastic/index.js';
import type {
  Doc,
  FieldPredicate,
  IndexedCase,
  PredicateContext,
  Regex,
  Span,
  StringPattern,
} from '../../src/backend/index.js';
import type { ElasticField, TypedQuery } from '../../src/backend/elastic/index.js';
import { clauseFrame, leafDoc } from './clauses.js';
import type { Clause } from './clauses.js';
import { codes } from './codes.js';

export const dialect = elasticDialect<Clause, ElasticField>({
  language: 'Query DSL',
  frame: clauseFrame,
  field({ text: name, span }, column, context) {
    const isPlain = name !== '' && !name.includes('*') && !isMetadataField(name);
    if (isPlain || isNamePattern(name, context)) return { name, column };
    return context.refuse(codes['dsl-field-name'](), span);
  },
  takesNamePatterns: false,
  anyNamed,
  searchesGrams: true,
  exists({ name }, isThere, span) {
    const there = leaf('exists', name, { field: jsonValue(name, span) });
    return isThere ? there : clauseFrame.not(there);
  },
  typed: ({ name }, queries, { span }) => clauseFrame.or(queries.map((q) => typed(name, q, span))),
  text(field, p, context) {
    const clause = ofText(field, p, context);
    const isGrams = field.column?.type === 'wildcard' && isOpenSearch(context.options);
    if (!isGrams || p.kind !== 'string' || clause?.kind !== 'leaf') return clause;
    return { ...clause, clauses: gramsIn(p.pattern) };
  },
  regexp: ({ name }, source, context) => regexp(name, source, context),
  flattened(field, p, context) {
    if (p.kind === 'boolean') return term(field.name, String(p.value), p.span);
    if (p.kind === 'number') return ofText(field, p, context);
    if (p.kind !== 'string') return null;
    // Keys of such fields take no regular expressions.
    const { shape } = shapeOf(p.pattern);
    if (shape !== 'equals' && shape !== 'empty' && shape !== 'startswith') return null;
    if (!p.cased && hasLettersBeyondAscii(p.pattern)) {
      context.approximate('narrower', codes['dsl-flattened-case']({ field: field.name }));
    }
    const ignores = !p.cased && hasLetters(p.pattern);
    return withoutRegex(field.name, p.pattern, ignores, p.span);
  },
  words({ name }, { words, openStart, openEnd }, span) {
    const [word = '', ...others] = words;
    if (others.length > 0) return query('match_phrase', name, words.join(' '), span);
    if (!openStart) return openEnd ? query('prefix', name, word, span) : term(name, word, span);
    return query('wildcard', name, `*${word}${openEnd ? '*' : ''}`, span);
  },
  booleanAsText: ({ options }) => options['case'] === 'normalized',
  keyword(_, context) {
    const { keyword_field: chosen = '' } = context.options;
    const fields = chosen === '' ? context.query.placement.keywords : [chosen];
    return fields.length > 0 ? { fields } : context.refuse(codes['dsl-keywords']());
  },
});

/**
 * Only this query takes a pattern for the name of a field.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query
 */
function anyNamed(p: FieldPredicate, context: PredicateContext): Clause {
  const piece = askIndex(p, context);
  if (piece.kind === 'constant') return clauseFrame.constant(piece.value, piece.span);
  const asked = queryStringOf(piece);
  return leaf('query_string', asked, { query: jsonValue(asked, p.span) });
}

/** `lowered`: strings are in lower case, and so is what is looked for; `kept`: they keep their case. */
function ofText(
  { name, column }: ElasticField,
  p: FieldPredicate,
  context: PredicateContext,
): Clause | null {
  const option = context.options['case'];
  const ignoresCase =
    p.kind === 'string' ? !p.cased : p.kind === 'regex' && p.regex.flags.ignoreCase;
  const usesSubfield = ignoresCase && (column ? column.caseless : option === 'caseless');
  const isLower = column ? column.lower : option === 'normalized';
  const indexed = isLower || usesSubfield ? 'lowered' : 'kept';
  const field = usesSubfield ? `${name}.caseless` : name;
  switch (p.kind) {
    case 'string':
      if (isLower && p.cased && hasLetters(p.pattern)) {
        const code = elasticCodes[column ? 'elastic-cased' : 'elastic-cased-assumed'];
        context.approximate('wider', code());
      }
      return ofString(field, p.pattern, p.cased, indexed, context);
    case 'regex':
      withinStates(p.regex, context);
      return ofRegex(field, p.regex, indexed, context);
    case 'number': {
      const { source, decimal } = p.number;
      const plain = term(field, decimal, p.span);
      if (source === decimal) return plain;
      const asWritten = ofString(field, [source], false, indexed, context);
      return asWritten && clauseFrame.or([plain, asWritten]);
    }
    default:
      return null;
  }
}

/** A pattern for the whole string; never for a lone `*`. */
function ofString(
  field: string,
  given: StringPattern,
  cased: boolean,
  indexed: IndexedCase,
  context: PredicateContext,
): Clause | null {
  const { span } = context;
  if (given.some(isOne)) {
    withinStates(patternToRegex(given, cased), context);
  }
  const ignores = indexed === 'kept' && !cased && hasLetters(given);
  // Only ASCII letters are the same in either case there.
  if (ignores && hasLettersBeyondAscii(given)) {
    return ofRegex(field, patternToRegex(given, false), 'kept', context);
  }
  if (indexed === 'lowered' && hasLettersApart(given))
    return ofRegex(field, patternToRegex(given, false), indexed, context);
  return withoutRegex(field, indexed === 'lowered' ? lowerCased(given) : given, ignores, span);
}

function withoutRegex(field: string, asked: StringPattern, ignores: boolean, span: Span): Clause {
  const literal = literalText(asked);
  if (literal !== null) {
    return ignores ? query('term', field, literal, span, true) : term(field, literal, span);
  }
  const shape = shapeOf(asked);
  if (shape.shape === 'startswith') return query('prefix', field, shape.text, span, ignores);
  return query('wildcard', field, wildcardText(asked), span, ignores);
}

function ofRegex(
  field: string,
  regex: Regex,
  indexed: IndexedCase,
  context: PredicateContext,
): Clause | null {
  const source = context.pattern(toLuceneRegex(regex, indexed, true));
  return source === null ? null : regexp(field, source, context);
}

/** https://www.elastic.co/docs/reference/query-languages/query-dsl/regexp-syntax */
function regexp(field: string, source: string, context: PredicateContext): Clause {
  withinLength(source, context);
  return query('regexp', field, source, context.span);
}

/** https://www.elastic.co/docs/reference/query-languages/query-dsl/term-level-queries */
function query(
  kind: 'match_phrase' | 'prefix' | 'regexp' | 'term' | 'wildcard',
  field: string,
  asked: string,
  span: Span,
  ignoresCase = false,
): Clause {
  const value = jsonValue(asked, span);
  const flagged = ignoresCase ? jsonObject({ value, case_insensitive: 'true' }) : value;
  return leaf(kind, JSON.stringify([field, asked, ignoresCase]), { [field]: flagged });
}

function term(field: string, value: string, span: Span): Clause {
  return { kind: 'terms', field, values: [jsonValue(value, span)] };
}

function typed(field: string, asked: TypedQuery, span: Span): Clause {
  if (asked.kind === 'equal') return term(field, asked.value, span);
  if (asked.kind === 'any') return leaf('exists', field, { field: jsonValue(field, span) });
  const ends = (['gt', 'gte', 'lt', 'lte'] as const).filter((end) => asked[end] !== undefined);
  // As a number, where JSON has it exactly.
  const at = (text: string): Doc => jsonValue(NUMBER.test(text) ? Number(text) : text, span);
  const written = Object.fromEntries(ends.map((end) => [end, at(asked[end]!)]));
  return leaf('range', JSON.stringify([field, asked]), { [field]: jsonObject(written) });
}

const NUMBER = /^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/;

function leaf(kind: string, key: string, entries: Readonly<Record<string, Doc>>): Clause {
  return { kind: 'leaf', key: `${kind} ${key}`, doc: leafDoc(kind, entries) };
}
