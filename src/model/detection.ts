import type { Span } from '../source/span.js';
import type { Value } from './value.js';
import type { Condition } from './condition/ast.js';
import type { Name } from './name.js';

export interface Detection {
  readonly kind: 'detection';
  /** In source order, without `condition` and `timeframe`. */
  readonly identifiers: readonly SearchIdentifier[];
  /** One query each. */
  readonly conditions: readonly Condition[];
  readonly timeframe: Name | null;
  readonly span: Span;
}

export interface SearchIdentifier {
  readonly kind: 'search-identifier';
  readonly name: Name;
  readonly body: DetectionNode;
  /** It was added to what the rule says, so no pattern of the rule covers it. */
  readonly added?: true;
  readonly span: Span;
}

export type DetectionNode = DetectionGroup | DetectionItem;

/** A map is linked by `all`, a list of maps by `any`. */
export interface DetectionGroup {
  readonly kind: 'detection-group';
  readonly linking: 'all' | 'any';
  readonly items: readonly DetectionNode[];
  readonly span: Span;
}

/** One `field|modifiers: values`; without a field, keywords. Modifiers were applied. */
export interface DetectionItem {
  readonly kind: 'detection-item';
  readonly field: Name | null;
  /** As written, for printing and checks; their effect is in the rest. */
  readonly modifiers: readonly Name[];
  readonly linking: 'all' | 'any';
  /** From `neq`. */
  readonly negated: boolean;
  /**
   * May be empty: an empty list matches nothing. A modifier that turns one written value into
   * several (`windash`, `base64offset`) puts them in a `ValueGroup` under `all`, since any of them
   * will do.
   */
  readonly values: readonly ItemValue[];
  /** The field itself is asked for, with all that its values are made of. */
  readonly whole?: true;
  readonly span: Span;
}

export type ItemValue = Value | ValueGroup;

/** Alternatives for one written value: any of them will do. */
export interface ValueGroup {
  readonly kind: 'value-group';
  readonly values: readonly Value[];
  readonly span: Span;
}
