import type { Name } from '../model/detection.js';
import type { StringPattern } from '../model/pattern.js';
import type { Value } from '../model/value.js';
import type { Span } from '../source/span.js';
import type { Constant, ExistsPredicate, Not, Predicate } from './predicate.js';
/** A keyword of nothing but wildcards asks for nothing: the constant `true`. */
export type Asked = Predicate | (Not & {
    readonly operand: ExistsPredicate;
}) | Constant;
/**
 * What a value asks of a field or, without one, of the text of the whole event. Null for what no
 * text can be asked, such as `null` among keywords.
 */
export declare function predicateOf(field: Name | null, value: Value): Asked | null;
export declare function stringPredicate(field: Name | null, parts: StringPattern, cased: boolean, span: Span): Predicate | Constant;
