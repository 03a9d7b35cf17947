import type { Name } from '../model/name.js';
import { isAny } from '../model/patterns/pattern.js';
import type { StringPattern } from '../model/patterns/pattern.js';
import type { Value } from '../model/value.js';
import type { Span } from '../source/span.js';
import type { Constant, ExistsPredicate, Not, Predicate } from './predicate.js';

/** A keyword of only wildcards matches everything: the constant `true`. */
export type ValueExpression = Predicate | (Not & { readonly operand: ExistsPredicate }) | Constant;

/**
 * What a value asks of a field or, without one, of the text of the whole event. Null for what no
 * text can be asked, such as `null` among keywords.
 */
export function predicateOf(field: Name | null, value: Value): ValueExpression | null {
  if (value.kind === 'string') {
    return stringPredicate(field, value.pattern, value.cased, value.span);
  }
  if (field === null) return keyword(value);
  const { span } = value;
  switch (value.kind) {
    case 'number':
      return { kind: 'number', field, number: value.number, span };
    case 'boolean':
      return { kind: 'boolean', field, value: value.value, span };
    case 'null':
      return { kind: 'null', field, span };
    case 'exists': {
      const exists: ExistsPredicate = { kind: 'exists', field, span };
      return value.expected ? exists : { kind: 'not', operand: exists, span };
    }
    case 'regex':
      return { kind: 'regex', field, regex: value.regex, span };
    case 'cidr':
      return { kind: 'cidr', field, network: value.network, span };
    case 'compare':
      return { kind: 'compare', field, operator: value.operator, number: value.number, span };
    case 'time-part': {
      const { part, operator, number } = value;
      return { kind: 'time-part', field, part, operator, number, span };
    }
    case 'field-ref': {
      const other: Name = { text: value.field, span };
      return { kind: 'field-ref', field, other, match: value.match, cased: value.cased, span };
    }
  }
}

function keyword(value: Exclude<Value, { kind: 'string' }>): ValueExpression | null {
  const { span } = value;
  switch (value.kind) {
    case 'number':
      return stringPredicate(null, [value.number.source], false, span);
    case 'boolean':
      return stringPredicate(null, [String(value.value)], false, span);
    case 'regex':
      return { kind: 'keyword', search: { kind: 'regex', regex: value.regex }, span };
    default:
      return null;
  }
}

export function stringPredicate(
  field: Name | null,
  parts: StringPattern,
  cased: boolean,
  span: Span,
): Predicate | Constant {
  if (field) return { kind: 'string', field, pattern: parts, cased, span };
  // A keyword is found anywhere, so wildcards at its ends have no effect.
  let start = 0;
  let end = parts.length;
  while (start < end && isAny(parts[start])) start++;
  while (end > start && isAny(parts[end - 1])) end--;
  if (start === end) return { kind: 'constant', value: true, span };
  const search = { kind: 'pattern', pattern: parts.slice(start, end), cased } as const;
  return { kind: 'keyword', search, span };
}
