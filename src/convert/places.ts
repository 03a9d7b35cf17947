import type { Name } from '../model/name.js';
import type { Processed } from '../pipeline/apply.js';
import type { Twin } from '../plan/plan.js';
import { fieldsOf } from '../predicate/fields.js';
import { anyOf } from '../predicate/meaning.js';
import type { Expression } from '../predicate/predicate.js';
import { conflictIn } from '../predicate/satisfiable.js';
import { simplify } from '../predicate/simplify/simplify.js';
import type { SimplifyOptions } from '../predicate/simplify/simplify.js';
import type { Span } from '../source/span.js';
import type { Placement } from '../store/placement.js';

/** What one rule asks of one place. */
export interface Asked {
  readonly member: number;
  /** Where the correlation names the rule. */
  readonly rule: Span;
  readonly tree: Expression;
  readonly placement: Placement;
  readonly state: Processed['state'];
  /** What the fields of the correlation are called, in the order of its columns. */
  readonly fields: readonly (readonly [Name, ...Name[]])[];
  /** Whether each has its values in the case that events have them in. */
  readonly keepsCase: readonly boolean[];
}

/** What one search can be of, each a list of at least one. */
export function placesOf(all: readonly Asked[]): readonly (readonly Asked[])[] {
  const places: Asked[][] = [];
  for (const one of all) {
    const place = places.find(([first]) => isSamePlace(first!, one));
    if (place) place.push(one);
    else places.push([one]);
  }
  return places;
}

/** Whether an event may be found by both. */
export function mayShare(a: readonly Asked[], b: readonly Asked[]): boolean {
  const [left, right] = [a, b].map(([first]) => first!.placement.tables);
  const apart = left!.length > 0 && right!.length > 0 && !left!.some((t) => right!.includes(t));
  if (apart) return false;
  const operands = [a, b].map((place) => anyOf(place.map((p) => p.tree)));
  const both: Expression = { kind: 'and', operands, span: operands[0]!.span };
  const several = new Set(operands.flatMap(severalIn));
  return conflictIn(both, (field) => !several.has(field)) === null;
}

/** Fields of which one place asks for two values at once, such as Splunk's `tag`: an event has several. */
function severalIn(tree: Expression): readonly string[] {
  const several = new Set<string>();
  for (;;) {
    const conflict = conflictIn(tree, (field) => !several.has(field));
    const [field] = conflict ? fieldsOf(conflict.first).keys() : [];
    if (field === undefined || several.has(field)) return [...several];
    several.add(field);
  }
}

/**
 * What tells that another place has an event, too: what that place asks, and the names that it has for
 * columns. Null where the event's numbers may be others there, or what is asked may mean something else.
 */
export function twinOf(
  place: readonly Asked[],
  other: readonly Asked[],
  {
    columns,
    grouped,
    ignoresCase,
  }: {
    readonly columns: readonly string[];
    readonly grouped: number;
    readonly ignoresCase: readonly boolean[];
  },
  simple: SimplifyOptions,
): Twin | null {
  const [own] = place as [Asked, ...Asked[]];
  const [before] = other as [Asked, ...Asked[]];
  if (!place.every((a) => other.every((b) => isSameSource(a, b)))) return null;
  const differing = columns.flatMap((name, i): Twin['columns'] => {
    const [fields, others] = [own.fields[i]!, before.fields[i]!];
    const isSame = JSON.stringify(textsOf(fields)) === JSON.stringify(textsOf(others));
    return isSame ? [] : [{ name, ignoresCase: ignoresCase[i]!, fields: others }];
  });
  const numbers = columns.slice(grouped);
  if (differing.some((d) => numbers.includes(d.name) || d.fields.length > 1)) return null;
  return { holds: simplify(anyOf(other.map((p) => p.tree)), simple), columns: differing };
}

function textsOf(names: readonly Name[]): readonly string[] {
  return names.map((n) => n.text);
}

/** Whether one search can be of both. */
function isSamePlace(a: Asked, b: Asked): boolean {
  const [fields, others] = [a, b].map((p) => JSON.stringify(p.fields.map(textsOf)));
  return fields === others && isSameSource(a, b);
}

/** Whether both read the same events, and no column of them means two things. */
function isSameSource(a: Asked, b: Asked): boolean {
  const key = ({ placement: { tables, keywords, model }, state }: Asked): string =>
    JSON.stringify([tables, keywords, model, [...state]]);
  if (key(a) !== key(b)) return false;
  return [...a.placement.columns].every(([name, column]) => {
    const other = b.placement.columns.get(name);
    return !other || JSON.stringify(other) === JSON.stringify(column);
  });
}
