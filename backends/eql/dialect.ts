import { isOne, literalText, patternToRegex, toLuceneRegex } from '../../src/backend/index.js';
import {
  elasticCodes,
  elasticDialect,
  hasLetters,
  hasLettersApart,
  hasLettersBeyondAscii,
  isMapped,
  isNamePattern,
  lowerCased,
  networksBetween,
  onType,
  withinLength,
  withinStates,
} from '../../src/backend/elastic/index.js';
import type {
  FieldPredicate,
  PredicateContext,
  Regex,
  StringPattern,
  StringPredicate,
} from '../../src/backend/index.js';
import type { ElasticField, TypedQuery } from '../../src/backend/elastic/index.js';
import { codes } from './codes.js';
import { fieldName, isUnpaired, quote, quoteRegex, UNSEARCHABLE } from './literals.js';
import { comparison, pieceFrame } from './pieces.js';
import type { Piece } from './pieces.js';

interface Field extends ElasticField {
  readonly code: string;
  /** No mapping may hold it: it is null then, instead of an error. */
  readonly isOptional: boolean;
}

/**
 * Conditions behind `where`. What compares a missing field is false, and of several values one is
 * enough, as in the query that Elasticsearch makes of it. Only a field that no mapping holds is null.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-syntax-conditions
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-syntax-optional-fields
 */
export const dialect = elasticDialect<Piece, Field>({
  language: 'EQL',
  frame: pieceFrame,
  field({ text: name, span }, column, context) {
    const code = isNamePattern(name, context) ? name : fieldName(name);
    if (code === null) return context.refuse(codes['eql-field-name'](), span);
    const isOptional = !isMapped(name, context.query.placement);
    return { name, column, isOptional, code: isOptional ? `?${code}` : code };
  },
  takesNamePatterns: false,
  unsearchable({ name, column }, context) {
    if (isNamePattern(name, context)) return 'a value of any field whose name is like another';
    return column && UNSEARCHABLE.has(column.type) ? onType(column.type) : null;
  },
  flattened: () => null,
  exists: ({ code }, isThere, span) => ({ kind: 'presence', field: code, isThere, span }),
  typed: (field, queries, context) => pieceFrame.or(queries.map((q) => typed(field, q, context))),
  spelled: ofDigits,
  text: ofText,
  regexp: (field, source, context) => regexp(field, 'regex', source, context),
  booleanAsText: () => false,
  keyword(_, context) {
    const { keyword_field: chosen = '' } = context.options;
    const fields = chosen === '' ? context.query.placement.keywords : [chosen];
    return fields.length > 0 ? { fields } : context.refuse(codes['eql-keywords']());
  },
});

/**
 * What a number is written like. A function is given the first of several values.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-function-ref#eql-fn-string
 * https://github.com/elastic/elasticsearch/blob/8.19/x-pack/plugin/ql/src/main/java/org/elasticsearch/xpack/ql/expression/function/scalar/whitelist/InternalQlScriptUtils.java
 */
function ofDigits(field: Field, p: StringPredicate, context: PredicateContext): Piece | null {
  const { name, code, column } = field;
  if (column?.several) {
    context.approximate('narrower', codes['eql-several-values']({ field: name }));
  }
  return ofString(field, p.pattern, p.cased, context, `string(${code})`);
}

function ofText(field: Field, p: FieldPredicate, context: PredicateContext): Piece | null {
  switch (p.kind) {
    case 'string': {
      if (!field.column?.lower) return ofString(field, p.pattern, p.cased, context);
      if (p.cased && hasLetters(p.pattern))
        context.approximate('wider', elasticCodes['elastic-cased']());
      if (hasLettersApart(p.pattern))
        return ofRegex(field, patternToRegex(p.pattern, false), context);
      return ofString(field, lowerCased(p.pattern), true, context);
    }
    case 'regex':
      withinStates(p.regex, context);
      return ofRegex(field, p.regex, context);
    case 'number': {
      const { source, decimal } = p.number;
      const plain = comparison(field, ':', [`"${decimal}"`], context, { isPlain: true });
      if (source === decimal) return plain;
      const asWritten = ofString(field, [source], false, context);
      return asWritten && pieceFrame.or([plain, asWritten]);
    }
    default:
      return null;
  }
}

/** A pattern for the whole string; never for a lone `*`. */
function ofString(
  field: Field,
  pattern: StringPattern,
  cased: boolean,
  context: PredicateContext,
  subject = field.code,
): Piece | null {
  const ignores = !cased && hasLetters(pattern);
  const literal = literalText(pattern);
  const isSpecial = pattern.some((part) => typeof part === 'string' && /[*?]/.test(part));
  if (literal === null && pattern.some(isOne)) {
    withinStates(patternToRegex(pattern, cased), context);
  }
  // Only ASCII letters are the same in either case there, and no wildcard can be escaped.
  if ((ignores && hasLettersBeyondAscii(pattern)) || (isSpecial && literal === null)) {
    return ofRegex(field, patternToRegex(pattern, cased), context, subject);
  }
  const written = pattern.map((part) =>
    typeof part === 'string' ? part : part.kind === 'any' ? '*' : '?',
  );
  const asked = written.join('');
  if (isUnpaired(asked)) return context.refuse(codes['eql-surrogate']());
  const ofLiteral = cased ? '==' : isSpecial ? 'in~' : ':';
  const operator = literal === null ? (cased ? 'like' : ':') : ofLiteral;
  const isPlain = literal !== null && !cased && !ignores && !isSpecial;
  return comparison(field, operator, [quote(asked)], context, { subject, isPlain });
}

/** Ranges of letters and letters beyond ASCII keep their case under `regex~`. */
function ofRegex(
  field: Field,
  regex: Regex,
  context: PredicateContext,
  subject = field.code,
): Piece | null {
  const isLower = field.column?.lower === true;
  const translated = toLuceneRegex(regex, isLower ? 'lowered' : 'kept', true);
  const source = context.pattern(translated);
  if (source === null) return null;
  if (regex.flags.ignoreCase && !isLower && /^[\0-\x7f]*$/.test(source)) {
    const lowered = toLuceneRegex(regex, 'lowered', true);
    if (lowered.ok && IGNORES_CASE.test(lowered.pattern)) {
      return regexp(field, 'regex~', lowered.pattern, context, subject);
    }
  }
  return regexp(field, 'regex', source, context, subject);
}

const IGNORES_CASE = /^(?:\\.|0-9|[^\\-])*$/s;

function regexp(
  field: Field,
  operator: 'regex' | 'regex~',
  source: string,
  context: PredicateContext,
  subject = field.code,
): Piece {
  withinLength(source, context);
  return comparison(field, operator, [quoteRegex(source)], context, { subject });
}

/** https://www.elastic.co/docs/reference/query-languages/eql/eql-function-ref#eql-fn-cidrmatch */
function typed(field: Field, asked: TypedQuery, context: PredicateContext): Piece {
  const { code, column } = field;
  const { span } = context;
  if (asked.kind === 'any') return { kind: 'presence', field: code, isThere: true, span };
  const ofNetworks = (networks: readonly string[]): Piece =>
    comparison(
      field,
      'cidrMatch',
      networks.map((n) => `"${n}"`),
      context,
    );
  if (asked.kind === 'equal') {
    if (asked.value.includes('/')) return ofNetworks([asked.value]);
    const isAddress = asked.value.includes(':') || asked.value.split('.').length === 4;
    return comparison(field, '==', [isAddress ? `"${asked.value}"` : asked.value], context);
  }
  const { gte, lte } = asked;
  if (column?.type === 'ip' && gte !== undefined && lte !== undefined) {
    return ofNetworks(networksBetween(gte, lte));
  }
  const ends = ENDS.flatMap(([end, sign]) =>
    asked[end] === undefined ? [] : [comparison(field, sign, [asked[end]], context)],
  );
  return pieceFrame.and(ends);
}

const ENDS = [
  ['gt', '>'],
  ['gte', '>='],
  ['lt', '<'],
  ['lte', '<='],
] as const;
