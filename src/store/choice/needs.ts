import { foldCondition } from '../../model/condition/fold.js';
import { resolveIdentifiers } from '../../model/condition/resolve.js';
import type { Detection, DetectionItem, SearchIdentifier } from '../../model/detection.js';
import { foldDetection, itemsOf } from '../../model/detection-fold.js';
import type { Rule } from '../../model/rule.js';
import { once } from '../../source/remembered.js';
import { textsOf } from '../literals.js';

/**
 * Whether every event that satisfies the rule has a value for the field that the rule specifies: each
 * alternative of its conditions tests it, and not under a negation.
 */
export function asksAlways(rule: Pick<Rule, 'detection'>, field: string): boolean {
  return collected(rule, field, () => []) !== null;
}

/**
 * The strings, folded, one of which is in a field of every event that satisfies the rule; null if it
 * may have others.
 */
export function alwaysAsked(
  rule: Pick<Rule, 'detection'>,
  field: string,
): readonly string[] | null {
  const texts = collected(rule, field, textsOf);
  return texts && [...new Set(texts)];
}

/** What the items of a field give that some event must satisfy; null if an event may satisfy none. */
type Collected<T> = readonly T[] | null;

function collected<T>(
  { detection }: Pick<Rule, 'detection'>,
  field: string,
  read: (item: DetectionItem) => Collected<T>,
): Collected<T> {
  const name = field.toLowerCase();
  if (!fieldsAsked(detection).has(name)) return null;
  const { identifiers, conditions } = detection;
  const ofIdentifier = ({ body }: SearchIdentifier): Collected<T> =>
    foldDetection<Collected<T>>(body, {
      item: (item) =>
        item.field?.text.toLowerCase() === name && !item.negated ? read(item) : null,
      group: (items, { linking }) => (linking === 'all' ? anyOf(items) : allOf(items)),
    });
  const ofConditions = conditions.map(({ expression }) =>
    foldCondition<Collected<T>>(expression, {
      and: anyOf,
      or: allOf,
      not: () => null,
      identifier: (node) => {
        const named = identifiers.find((i) => i.name.text === node.name);
        return named ? ofIdentifier(named) : null;
      },
      quantified: (node) => {
        const all = resolveIdentifiers(node, identifiers).map(ofIdentifier);
        const asking = all.filter((found) => found !== null);
        const needed = node.count === 'all' ? all.length : node.count;
        // More of them test it than may be left out.
        return asking.length > all.length - needed ? asking.flat() : null;
      },
    }),
  );
  return allOf(ofConditions);
}

/** Of alternatives, each must give something. */
function allOf<T>(found: readonly Collected<T>[]): Collected<T> {
  const given = found.filter((f) => f !== null);
  return given.length > 0 && given.length === found.length ? given.flat() : null;
}

function anyOf<T>(found: readonly Collected<T>[]): Collected<T> {
  return found.find((f) => f !== null) ?? null;
}

/** A rule is compared with the facts of several sources, for several targets. */
const askedIn = new WeakMap<Detection, ReadonlySet<string>>();

/** The fields that a rule tests, in lower case. */
export function fieldsAsked(detection: Detection): ReadonlySet<string> {
  return once(askedIn, detection, () => {
    const items = detection.identifiers.flatMap((i) => itemsOf(i.body));
    return new Set(items.flatMap((i) => i.field?.text.toLowerCase() ?? []));
  });
}
