/**
 * Finds queries that no event of a source can match, from what readers make of their text. It knows
 * nothing of how queries are made, and little of logic: it asks of one field at a time which values
 * the whole query leaves to it.
 */
export type Clause =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Clause[] }
  | { readonly kind: 'not'; readonly operand: Clause }
  | { readonly kind: 'constant'; readonly value: boolean }
  | Leaf;

/** A comparison. Where its values are known, the field equals one of them, whatever their case. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly field: string | null;
  readonly values: readonly string[] | null;
  /** The same for comparisons that are the same. */
  readonly text: string;
}

/** Why a query can match no event. */
export interface Never {
  readonly kind: 'constant' | 'field' | 'itself';
  readonly what: string;
}

/** The fields that tell sources apart, and hold one value. */
const TELLING = new Set([
  ...['EventID', 'Channel', 'EventLog', 'Source', 'EventSourceName', 'ActionType', 'Provider'],
  ...['Category', 'OperationName', 'EventType'],
  ...['EventCode', 'source', 'sourcetype'],
  ...['event.code', 'event.dataset', 'event.module', 'event.provider', 'winlog.channel'],
  ...['winlog.event_id', 'winlog.provider_name', 'host.os.type'],
]);

export function never(query: Clause): Never | null {
  if (isNothing(leftOf(query, true, () => null))) return { kind: 'constant', what: 'the query' };
  const leaves = leavesIn(query);
  for (const field of new Set(leaves.map((l) => l.field))) {
    if (field === null || !TELLING.has(field)) continue;
    const left = leftOf(query, true, (leaf) => (leaf.field === field ? leaf.values : null));
    if (isNothing(left)) return { kind: 'field', what: field };
  }
  const times = new Map<string, number>();
  for (const { text } of leaves) times.set(text, (times.get(text) ?? 0) + 1);
  for (const [text, count] of times) {
    if (count < 2) continue;
    const left = leftOf(query, true, (leaf) => (leaf.text === text ? ['holds'] : null));
    if (isNothing(left)) return { kind: 'itself', what: text };
  }
  return null;
}

/** Values of one field: those that are named, or all but those. */
interface Values {
  readonly but: boolean;
  readonly named: ReadonlySet<string>;
}

const ALL: Values = { but: true, named: new Set() };
const NOTHING: Values = { but: false, named: new Set() };

function isNothing({ but, named }: Values): boolean {
  return !but && named.size === 0;
}

/** What a field may hold where the clause holds; `valuesOf` is null for what is about others. */
function leftOf(
  clause: Clause,
  holds: boolean,
  valuesOf: (leaf: Leaf) => readonly string[] | null,
): Values {
  switch (clause.kind) {
    case 'constant':
      return clause.value === holds ? ALL : NOTHING;
    case 'not':
      return leftOf(clause.operand, !holds, valuesOf);
    case 'leaf': {
      const values = valuesOf(clause);
      return values ? { but: !holds, named: new Set(values.map((v) => v.toLowerCase())) } : ALL;
    }
    default: {
      const all = clause.operands.map((o) => leftOf(o, holds, valuesOf));
      return (clause.kind === 'and') === holds
        ? all.reduce(both, ALL)
        : all.reduce(either, NOTHING);
    }
  }
}

function both(a: Values, b: Values): Values {
  if (a.but && b.but) return { but: true, named: new Set([...a.named, ...b.named]) };
  if (a.but) return both(b, a);
  return { but: false, named: new Set([...a.named].filter((v) => b.named.has(v) !== b.but)) };
}

function either(a: Values, b: Values): Values {
  const turned = both({ ...a, but: !a.but }, { ...b, but: !b.but });
  return { ...turned, but: !turned.but };
}

function leavesIn(clause: Clause): readonly Leaf[] {
  switch (clause.kind) {
    case 'leaf':
      return [clause];
    case 'constant':
      return [];
    case 'not':
      return leavesIn(clause.operand);
    default:
      return clause.operands.flatMap(leavesIn);
  }
}
