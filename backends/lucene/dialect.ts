import {
  elasticCodes,
  elasticReadings,
  isAbsent,
  isPresence,
  literalText,
  matchesPattern,
  networkRegex,
} from '../../src/backend/index.js';
import type {
  Dialect,
  ElasticColumn,
  FieldPredicate,
  PredicateContext,
  Row,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { fieldOf } from './field.js';
import type { Field } from './field.js';
import { networkType } from './networks.js';
import { numberQueries, range } from './numbers.js';
import { exists, ofField, pieceFrame } from './pieces.js';
import type { Piece } from './pieces.js';
import { anywhere, betweenSlashes, flattened, ofText, ofWords } from './texts.js';
import { addressQueries, booleanQueries } from './typed.js';

export const dialect: Dialect<Piece, Piece, Field> = {
  frame: pieceFrame,
  field: fieldOf,
  wildcard: ofValue,
  regex: ofValue,
  number: ofValue,
  boolean: ofValue,
  cidr: ofValue,
  compare: ofValue,

  missing({ code, name, column }, p, context) {
    if (isAbsent(p, column)) approximateAbsent('wider', name, column!, context);
    return exists(code, false, p.span);
  },
  present({ code, name, column }, p, context) {
    if (column && column.absent.length > 0) approximateAbsent('narrower', name, column, context);
    if (p.kind === 'exists') context.approximate('narrower', codes['lucene-null-not-indexed']());
    return exists(code, true, p.span);
  },
  timePart: (written, { part }, context) => leftOpen([written], `the ${part} of a date`, context),
  fieldRef: (written, { other }, context) =>
    leftOpen([written, other], 'a comparison of two fields', context),

  keyword(node, context) {
    const { keyword_field: chosen = '' } = context.options;
    const names = chosen === '' ? context.query.placement.keywords : [chosen];
    return names.length === 0 ? anywhere(node.search, context) : { fields: names };
  },
  readings: elasticReadings,
};

function ofValue(written: Field, p: FieldPredicate, context: PredicateContext): Piece | null {
  const { code, name, column } = written;
  if (!column) return untyped(written, p, context);
  if (column.absent.length === 0) return ofColumn(written, column, p, context, false);
  if (isAbsent(p, column)) {
    approximateAbsent('wider', name, column, context);
    return exists(code, false, p.span);
  }
  const matchesToo = matchesAbsent(p, column);
  const piece = ofColumn(written, column, p, context, matchesToo);
  if (!matchesToo || piece === null) return piece;
  context.approximate('wider', codes['lucene-absent-match']({ field: name }));
  return pieceFrame.or([piece, exists(code, false, p.span)]);
}

/** The pattern matches a value that the field does not keep, and others. */
function matchesAbsent(p: FieldPredicate, { absent }: ElasticColumn): boolean {
  if (p.kind !== 'string' || literalText(p.pattern) !== null || isPresence(p)) return false;
  return absent.some((text) => matchesPattern(p.pattern, text, p.cased));
}

function ofColumn(
  written: Field,
  column: ElasticColumn,
  p: FieldPredicate,
  context: PredicateContext,
  matchesToo: boolean,
): Piece | null {
  const { type } = column;
  switch (type) {
    case 'keyword':
    case 'wildcard':
    case 'constant_keyword':
      if (p.kind === 'cidr')
        return ofNetwork(written, p, context) ?? leftOfType(written, type, context);
      if (p.kind === 'compare') {
        return context.refuse(codes['lucene-compare-strings']({ field: written.name, type }));
      }
      return ofText(written, asString(p), context);
    case 'flattened':
      return flattened(written, p, context) ?? leftOfType(written, type, context);
    case 'text':
    case 'match_only_text':
      return ofWords(written, p, column.words, context) ?? leftOfType(written, type, context);
    case 'date':
      return context.refuse(codes['lucene-no-text']({ field: written.name, type }));
  }
  const queries =
    type === 'ip'
      ? addressQueries(p)
      : type === 'boolean'
        ? booleanQueries(p)
        : numberQueries(p, type);
  if (queries === null) {
    return context.refuse(codes['lucene-no-text']({ field: written.name, type }));
  }
  if (queries.length > 0) return ofField(written.code, queries, p.span);
  if (!matchesToo) {
    const expected =
      type === 'ip' ? 'an address' : type === 'boolean' ? 'true or false' : 'a number';
    context.note(codes['lucene-never']({ field: written.name, type, expected }));
  }
  return pieceFrame.constant(false, p.span);
}

function leftOfType(written: Field, type: string, context: PredicateContext): Piece {
  return leftOpen([written], `this condition on a field of type ${type}`, context);
}

function asString(p: FieldPredicate): FieldPredicate {
  if (p.kind !== 'boolean') return p;
  const { field: name, span } = p;
  return { kind: 'string', field: name, pattern: [String(p.value)], cased: false, span };
}

/** Of a field of which nothing is known. */
function untyped(written: Field, p: FieldPredicate, context: PredicateContext): Piece | null {
  const { code, name } = written;
  switch (p.kind) {
    case 'boolean': {
      const { case: option = '' } = context.options;
      if (option !== 'normalized' && option !== 'auto') {
        context.note(codes['lucene-boolean-field']({ field: name, value: String(p.value) }));
      }
      return ofField(code, [String(p.value)], p.span);
    }
    case 'cidr':
      if (networkType(name, context) === 'keyword') {
        return ofNetwork(written, p, context) ?? leftOpen([written], 'this network', context);
      }
      context.note(codes['lucene-ip-field']({ field: name }));
      return ofField(code, [`"${p.network.text}"`], p.span);
    case 'compare':
      context.note(codes['lucene-number-field']({ field: name }));
      return ofField(code, [range(p.operator, p.number.decimal)], p.span);
    case 'string':
      if (networkType(name, context) === 'ip') {
        return ofField(code, addressQueries(p) ?? [], p.span);
      }
      return ofText(written, p, context);
    default:
      return ofText(written, p, context);
  }
}

/** A network in a field of strings; null if it cannot be asked. */
const ofNetwork: Row<Piece, Field, Extract<FieldPredicate, { kind: 'cidr' }>> = (
  { code, name },
  { network, span },
  context,
) => {
  const regex = networkRegex(network);
  if (!regex) return null;
  if (regex.wider) context.approximate('wider', codes['lucene-network-text']({ field: name }));
  return ofField(code, [betweenSlashes(regex.source, context)], span);
};

function approximateAbsent(
  direction: 'wider' | 'narrower',
  name: string,
  { absent }: ElasticColumn,
  context: PredicateContext,
): void {
  const values = absent.map((text) => JSON.stringify(text)).join(' or ');
  context.approximate(direction, codes['lucene-absent']({ field: name, values }));
}

/** What query_string cannot express is left open, so that nothing is missed. */
function leftOpen(fields: readonly Field[], what: string, context: PredicateContext): Piece {
  const isPositive = context.polarity === 'positive';
  const finding = elasticCodes['elastic-left-open']({ target: 'query_string', what });
  context.approximate(isPositive ? 'wider' : 'narrower', finding);
  const kept = isPositive ? fields.filter((f) => !f.column?.absent.length) : [];
  if (kept.length === 0) return pieceFrame.constant(isPositive, context.span);
  return pieceFrame.and(kept.map((f) => exists(f.code, true, context.span)));
}
