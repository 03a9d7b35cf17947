import { printPattern } from '../model/patterns/pattern.js';
import { plainText } from '../model/patterns/plain-text.js';
import type { Value } from '../model/value.js';
import { valueOf } from '../model/modifiers/draft.js';
import type { YamlScalar } from '../source/yaml/node.js';
import type { Json } from '../source/json.js';
import type { Span } from '../source/span.js';

/** What a scalar of a pipeline asks for, as it would in a rule without modifiers, but at a place of the rule. */
export function writtenValue(scalar: YamlScalar, span: Span): Value {
  return { ...valueOf(scalar, false), span };
}

/** Whether a value is what a pipeline wrote; strings as the rule would write them, in their own case. */
export function isValue(value: Value, wanted: Json): boolean {
  switch (value.kind) {
    case 'string':
      return (
        typeof wanted === 'string' &&
        [plainText(value.pattern), printPattern(value.pattern)].includes(wanted)
      );
    case 'number':
      return typeof wanted === 'number' && Number(value.number.decimal) === wanted;
    case 'boolean':
      return value.value === wanted;
    case 'null':
      return wanted === null;
    default:
      return false;
  }
}
