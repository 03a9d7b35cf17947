import { closed, withinLength, withinStates } from '../limits.js';
import { hasLetters, hasLettersApart, lowerCased } from '../letters.js';
import { elasticColumn } from '../fields.js';
import { elasticCodes } from '../codes.js';
import { hasInvisible, replaceInvisible } from '../../../source/visible.js';
import { patternToRegex } from '../../../model/regex/from-pattern.js';
import { patternInClasses, toLuceneRegex } from '../../../model/regex/dialects/lucene.js';
import { ANY, isOne, literalText, ONE, pattern, shapeOf } from '../../../model/patterns/pattern.js';
import type { ElasticColumn } from '../fields.js';
import type { PredicateContext } from '../../dialect/context.js';
import type { FieldPredicate, KeywordPredicate } from '../../../predicate/predicate.js';
import type { NumberLiteral } from '../../../model/value.js';
import type { IndexedCase } from '../../../model/regex/dialects/lucene-characters.js';
import type { Regex } from '../../../model/regex/ast.js';
import type { PatternPart, StringPattern } from '../../../model/patterns/pattern.js';
import { queryStringCodes } from './codes.js';
import type { Alternative } from './alternatives.js';
import type { Field } from './field.js';
import { phrase, wholeTerm, wildcardTerm } from './literals.js';
import { ofField } from './pieces.js';
import type { Piece } from './pieces.js';

/**
 * How a field's strings meet the case of the rule's: what the option `case` chooses, and `lower` for
 * one that is known to hold lower case only.
 */
type CaseMode = 'normalized' | 'caseless' | 'regex' | 'lower';

/** A query for one field's strings, and whether it goes to the field's `.caseless` subfield. */
interface TextQuery {
  readonly query: string;
  readonly caseless: boolean;
  /** The query, where others may be written together with it. */
  readonly alternative?: Alternative;
}

/** Of a field that holds each string as a whole, or of one of which nothing is known. */
export function ofText(
  { code, column }: Field,
  p: FieldPredicate,
  context: PredicateContext,
): Piece | null {
  const mode = modeOf(column, context);
  let found: TextQuery | null;
  switch (p.kind) {
    case 'string':
      if (!column && hasLetters(p.pattern)) relyOnLowerCase(context);
      found = wholeQuery(p.pattern, p.cased, mode, context, column ? wholeTerm : phrase);
      break;
    case 'regex':
      if (!column) relyOnLowerCase(context);
      found = searchQuery(p.regex, mode, context);
      break;
    case 'number': {
      const queries = numberTexts(p.number, mode, context);
      return queries && ofField(code, queries, p.span);
    }
    default:
      return null;
  }
  if (!found) return null;
  const asked = found.alternative ? { ...found.alternative, span: p.span } : found.query;
  return ofField(found.caseless ? `${code}.caseless` : code, [asked], p.span);
}

/** Whole values and their beginnings, as they are. */
export function flattened(
  { code, name }: Field,
  p: FieldPredicate,
  context: PredicateContext,
): Piece | null {
  switch (p.kind) {
    case 'number': {
      const queries = numberTexts(p.number, 'normalized', context);
      return queries && ofField(code, queries, p.span);
    }
    case 'boolean':
      return ofField(code, [String(p.value)], p.span);
    case 'string': {
      const literal = literalText(p.pattern);
      const begins = shapeOf(p.pattern).shape === 'startswith';
      const query = literal === null ? (begins ? wildcardTerm(p.pattern) : null) : phrase(literal);
      if (query === null) return null;
      if (!p.cased && hasLetters(p.pattern)) {
        context.approximate('narrower', elasticCodes['elastic-flattened-case']({ field: name }));
      }
      return ofField(code, [query], p.span);
    }
    default:
      return null;
  }
}

/** A keyword in any field. */
export function anywhere(
  search: KeywordPredicate['search'],
  context: PredicateContext,
): Piece | null {
  const { case: option = 'auto' } = context.options;
  const isTyped = [...context.query.placement.columns.values()].some(
    (column) => !column.reading && elasticColumn(column),
  );
  if (!isTyped && (search.kind === 'regex' || hasLetters(search.pattern))) relyOnLowerCase(context);
  // No subfield can be named where all fields are searched.
  const own = isTyped || option === 'caseless' ? 'regex' : modeOf(null, context);
  const mode = option === 'normalized' ? 'normalized' : own;
  const found =
    search.kind === 'regex'
      ? searchQuery(search.regex, mode, context)
      : wholeQuery(pattern([ANY, ...search.pattern, ANY]), search.cased, mode, context);
  const doc = found && ({ kind: 'text', text: found.query, span: context.span } as const);
  return doc && { kind: 'whole', emitted: { doc, binding: 100 } };
}

function modeOf(column: ElasticColumn | null, { options }: PredicateContext): CaseMode {
  if (options['case'] !== 'auto') return options['case'] as CaseMode;
  if (!column) return 'normalized';
  return column.lower ? 'lower' : column.caseless ? 'caseless' : 'regex';
}

function relyOnLowerCase(context: PredicateContext): void {
  if (context.options['case'] !== 'auto') return;
  const at = context.query.rule.logsource.span;
  context.note(queryStringCodes['lucene-normalized'](), { at, once: true });
}

/** A pattern for the whole string; never for a lone `*`. */
function wholeQuery(
  given: StringPattern,
  cased: boolean,
  mode: CaseMode,
  context: PredicateContext,
  quoted = phrase,
): TextQuery | null {
  if (given.some(isOne)) {
    withinStates(patternToRegex(given, cased), context);
  }
  const letters = hasLetters(given);
  const asked = mode === 'lower' ? lowerCased(given) : given;
  if (mode === 'regex' && !cased && letters) {
    const classes = patternInClasses(asked);
    if (classes !== null) {
      const query = betweenSlashes(classes, context);
      const alternative = alternativeOf(asked, context);
      return { query, caseless: false, ...(alternative && { alternative }) };
    }
    return regexQuery(patternToRegex(asked, false), 'kept', false, context);
  }
  const lowered = mode === 'normalized' || mode === 'lower';
  if (lowered && cased && letters) {
    const code =
      mode === 'lower' ? elasticCodes['elastic-cased'] : elasticCodes['elastic-cased-assumed'];
    context.approximate('wider', code());
  }
  const caseless = mode === 'caseless' && !cased;
  if ((caseless || lowered) && hasLettersApart(given))
    return regexQuery(patternToRegex(given, false), 'lowered', caseless, context);
  const literal = literalText(asked);
  const printable = literal === null ? withoutInvisible(asked, context) : asked;
  const query = literal === null ? wildcardTerm(printable) : quoted(literal);
  if (query !== null) return { query, caseless };
  const indexed = caseless || lowered ? 'lowered' : 'kept';
  const regex = patternToRegex(printable, cased && indexed === 'kept');
  return regexQuery(regex, indexed, caseless, context);
}

/** Null for a pattern with a wildcard that is not at an end. */
function alternativeOf(asked: StringPattern, { span }: PredicateContext): Alternative | null {
  const shape = shapeOf(asked);
  if (!('text' in shape)) return null;
  const body = patternInClasses([shape.text])!;
  const before = shape.shape === 'contains' || shape.shape === 'endswith' ? '.*' : '';
  const after = shape.shape === 'contains' || shape.shape === 'startswith' ? '.*' : '';
  return { kind: 'alternative', before, after, body, span };
}

/** A regular expression searched for in the string. */
function searchQuery(regex: Regex, mode: CaseMode, context: PredicateContext): TextQuery | null {
  withinStates(regex, context);
  const caseless = mode === 'caseless' && regex.flags.ignoreCase;
  const lowered = mode === 'normalized' || mode === 'lower' || caseless;
  return regexQuery(regex, lowered ? 'lowered' : 'kept', caseless, context);
}

function regexQuery(
  regex: Regex,
  indexed: IndexedCase,
  caseless: boolean,
  context: PredicateContext,
): TextQuery | null {
  const translated = context.pattern(
    toLuceneRegex(regex, indexed, context.options['within'] === 'string'),
  );
  return translated === null ? null : { query: betweenSlashes(translated, context), caseless };
}

function numberTexts(
  { source, decimal }: NumberLiteral,
  mode: CaseMode,
  context: PredicateContext,
): readonly string[] | null {
  const plain = /^\d+$/.test(decimal) ? decimal : phrase(decimal);
  if (source === decimal) return [plain];
  const asWritten = wholeQuery([source], false, mode, context);
  return asWritten && [plain, asWritten.query];
}

/** A regular expression in Lucene's own dialect, as a query. */
export function betweenSlashes(regex: string, context: PredicateContext): string {
  withinLength(regex, context);
  return closed(regex);
}

/** Outside of quotes, what a reader would not see has no escape: each such character becomes `?`. */
function withoutInvisible(asked: StringPattern, context: PredicateContext): StringPattern {
  if (!asked.some((p) => typeof p === 'string' && hasInvisible(p))) return asked;
  const seen = asked.map((p) => (typeof p === 'string' ? replaceInvisible(p, () => '') : ''));
  const misleads = asked.some((p) => typeof p === 'string' && MISLEADING.test(p));
  const isControl = asked.some((p) => typeof p === 'string' && UNPRINTABLE.test(p));
  if (!isControl && (!misleads || seen.every((p) => p === ''))) {
    // Any character in its place would match values that have nothing to do with the rule's.
    context.note(queryStringCodes['lucene-invisible']());
    return asked;
  }
  context.approximate('wider', queryStringCodes['lucene-control-character']());
  const isReplaced = (c: string): boolean => UNPRINTABLE.test(c) || MISLEADING.test(c);
  return pattern(
    asked.flatMap((part): readonly PatternPart[] =>
      typeof part === 'string' ? [...part].map((c) => (isReplaced(c) ? ONE : c)) : [part],
    ),
  );
}

/** Lost or changed where a query is pasted. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

/** They change the order in which characters are shown. */
const MISLEADING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
