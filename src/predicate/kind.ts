import { hasPlaceholder, pattern, printPattern, shapeOf } from '../model/patterns/pattern.js';
import type { StringPattern } from '../model/patterns/pattern.js';
import type { Regex } from '../model/regex/ast.js';
import type { CompareOperator, TimePart } from '../model/value.js';
import type { Predicate } from './predicate.js';

/** The names by which predicates go in what `match` and `inspect` print. */
export type PredicateKind =
  | 'eq'
  | 'ne'
  | 'match'
  | 'starts_with'
  | 'ends_with'
  | 'wildcard'
  | 'regex'
  | 'cidr'
  | CompareOperator
  | `${TimePart} ${CompareOperator | 'eq'}`
  | 'exists'
  | 'null'
  | 'fieldref'
  | 'fieldref match'
  | 'fieldref starts_with'
  | 'fieldref ends_with'
  | 'keyword';

export interface KindAndValue {
  readonly kind: PredicateKind;
  /** As text: of `wildcard` and `keyword` with Sigma's escapes. Null where nothing is compared. */
  readonly value: string | null;
}

/** The kind of a string with wildcards, by its shape. */
const SHAPE_KINDS = {
  empty: 'eq',
  any: 'exists',
  equals: 'eq',
  startswith: 'starts_with',
  endswith: 'ends_with',
  contains: 'match',
  other: 'wildcard',
} as const;

const FIELD_REFS = {
  equals: 'fieldref',
  contains: 'fieldref match',
  startswith: 'fieldref starts_with',
  endswith: 'fieldref ends_with',
} as const;

/** The kind of a predicate and its value. `ne` is for callers that know the rule's `neq`. */
export function kindOf(node: Predicate): KindAndValue {
  switch (node.kind) {
    case 'string':
      return ofPattern(node.pattern);
    case 'keyword': {
      const { search } = node;
      const text = search.kind === 'regex' ? regexText(search.regex) : printPattern(search.pattern);
      return { kind: 'keyword', value: text };
    }
    case 'number':
      return { kind: 'eq', value: node.number.source };
    case 'boolean':
      return { kind: 'eq', value: String(node.value) };
    case 'null':
      return { kind: 'null', value: null };
    case 'exists':
      return { kind: 'exists', value: null };
    case 'regex':
      return { kind: 'regex', value: regexText(node.regex) };
    case 'cidr':
      return { kind: 'cidr', value: node.network.text };
    case 'compare':
      return { kind: node.operator, value: node.number.source };
    case 'time-part':
      return { kind: `${node.part} ${node.operator}`, value: node.number.source };
    case 'field-ref':
      return { kind: FIELD_REFS[node.match], value: node.other.text };
  }
}

function ofPattern(parts: StringPattern): KindAndValue {
  // A placeholder without values is written as a string.
  const plain = hasPlaceholder(parts)
    ? pattern(parts.map((p) => (typeof p === 'object' && 'name' in p ? `%${p.name}%` : p)))
    : parts;
  const shape = shapeOf(plain);
  const kind = SHAPE_KINDS[shape.shape];
  switch (shape.shape) {
    case 'empty':
      return { kind, value: '' };
    case 'any':
      return { kind, value: null };
    case 'other':
      return { kind, value: printPattern(parts) };
    default:
      return { kind, value: shape.text };
  }
}

/** With its flags in PCRE's own notation, without which it would match something else. */
function regexText({ source, flags }: Regex): string {
  const letters = `${flags.ignoreCase ? 'i' : ''}${flags.multiLine ? 'm' : ''}${flags.dotAll ? 's' : ''}`;
  return letters === '' ? source : `(?${letters})${source}`;
}
