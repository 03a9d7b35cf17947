import type { StringPattern } from '../model/pattern.js';
import type { Value } from '../model/value.js';
import type { YamlScalar } from '../source/node.js';
import type { Span } from '../source/span.js';
import type { Json } from './pipeline.js';
/** A pattern as pipelines see it: wildcards as `*` and `?`, nothing escaped. */
export declare function plainText(pattern: StringPattern): string;
/** What a scalar of a pipeline asks for, as it would in a rule without modifiers, but at a place of the rule. */
export declare function writtenValue(scalar: YamlScalar, span: Span): Value;
/** A value as text, for conditions and conversions; null if it has none. */
export declare function textOf(value: Value): string | null;
/** Whether a value is what a pipeline wrote; texts as the rule would write them, in their own case. */
export declare function isValue(value: Value, wanted: Json): boolean;
