import { codes } from './codes.js';
import { hasPlaceholder, parsePattern } from './patterns/pattern.js';
import { expandPlaceholders, MAX_EXPANSION, placeholdersIn } from './placeholders.js';
import { mapRuleItems, mapValues } from './rewrite.js';
import type { Rule } from './rule.js';
import { settle } from './settle.js';
import type { Refuse } from './settle.js';
import type { StringValue, Value } from './value.js';

/** Values for `%name%` placeholders, written as Sigma strings: wildcards and escapes count. */
export type Placeholders = Readonly<Record<string, readonly string[]>>;

/** What a string with placeholders stands for: any of these. Null where one of them has no value. */
export function givenValues(
  value: StringValue,
  placeholders: Placeholders,
  refuse: Refuse,
): readonly Value[] | null {
  const { pattern: parts, becomes, span } = value;
  if (!placeholdersIn(parts).every((name) => Object.hasOwn(placeholders, name))) return null;
  const patterns = expandPlaceholders(parts, (name) =>
    placeholders[name]!.map((v) => (becomes ? [v] : parsePattern(v))),
  );
  if (patterns) return patterns.map((pattern) => settle({ ...value, pattern }, refuse));
  refuse(codes['placeholder-too-large']({ max: MAX_EXPANSION }), span);
  return [];
}

/**
 * The rule with the values of its placeholders. One without a value stays, and so does what the
 * values make invalid: `lower` reports both.
 */
export function withGivenValues(rule: Rule, placeholders: Placeholders | undefined): Rule {
  if (!placeholders || Object.keys(placeholders).length === 0) return rule;
  const valued = (value: Value): Value | readonly Value[] => {
    if (value.kind !== 'string' || !hasPlaceholder(value.pattern)) return value;
    let refused = false;
    const values = givenValues(value, placeholders, () => (refused = true));
    return refused || !values ? value : values;
  };
  return mapRuleItems(rule, (item) => mapValues(item, valued));
}
