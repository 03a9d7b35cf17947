import type { Backend } from './contract.js';

export * from './boolean.js';
export * from './contract.js';
export * from './doc.js';
export * from './dialect/frame.js';
export * from './dialect/readings.js';
export * from './dialect/table.js';
export * from './dialect/write.js';
export type * from './dialect/context.js';
export * from './options.js';
export * from './target.js';
export * from './yaml.js';
export * from '../plan/plan.js';
export { splitConditions } from '../plan/stages.js';
export * from '../predicate/predicate.js';
export { fieldPredicatesOf, fieldsOf } from '../predicate/fields.js';
export { dropImpliedPresence } from '../predicate/presence.js';
export { usesOf } from '../predicate/uses.js';
export type { FieldUse } from '../predicate/uses.js';
export { isPlainInteger } from '../model/decimal.js';
export { predicatesOf } from '../predicate/fold.js';
export { simplify } from '../predicate/simplify.js';
export * from '../model/pattern.js';
export { coversMappedIPv4, formatAddress, parseAddress } from '../model/modifiers/ip.js';
export type * from '../model/value.js';
export type * from '../model/regex/ast.js';
export * from '../model/regex/code-points.js';
export { regexCodes } from '../model/regex/codes.js';
export { matchesEmpty } from '../model/regex/matches-empty.js';
export { foldRegex } from '../model/regex/fold.js';
export { requiredPattern } from '../model/regex/required-pattern.js';
export { patternToRegex } from '../model/regex/from-pattern.js';
export { patternInClasses, toLuceneRegex } from '../model/regex/dialects/lucene.js';
export type { IndexedCase } from '../model/regex/dialects/lucene-characters.js';
export { toPcre } from '../model/regex/dialects/pcre.js';
export { toRe2 } from '../model/regex/dialects/re2.js';
export type { RegexApproximation, Translated } from '../model/regex/translate.js';
export type { Rule, LogSource } from '../model/rule.js';
export type { Name } from '../model/name.js';
export { nearest } from '../model/suggest.js';
export { columnsOfAll } from '../store/tables.js';
export type { Tables } from '../store/tables.js';
export { UNMAPPED } from '../store/placement.js';
export type * from '../store/placement.js';
export { defineCodes } from '../source/codes.js';
export type { Finding } from '../source/codes.js';
export * from '../source/mapped-text.js';
export type { Span, SourceFile } from '../source/span.js';

/** What a package of backends exports by default. */
export interface BackendPlugin {
  readonly apiVersion: 1;
  readonly backends: readonly Backend[];
}
