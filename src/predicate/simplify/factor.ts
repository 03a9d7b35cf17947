import type { Span } from '../../source/span.js';
import { hintOf, operandKey } from '../keys.js';
import type { Expression } from '../predicate.js';

/**
 * Alternatives with what several of them ask asked once: `(a and b) or (a and c)` is `a and (b or c)`,
 * and `a or (a and b)` is `a`. Each goes with those that share what most of all ask. Null if nothing is
 * asked twice, so that the result is always shorter.
 */
export function factored(operands: readonly Expression[], span: Span): Expression | null {
  if (!operands.some((o) => o.kind === 'and')) return null;
  const parts = operands.map(conjuncts);
  if (!mayShare(parts)) return null;
  const keyed = parts.map((p) => p.map((part): Keyed => ({ part, key: operandKey(part) })));
  const groups = groupsOf(keyed);
  if (groups.size === 0) return null;
  const joined = operands.flatMap((operand, i): readonly Expression[] => {
    const group = groups.get(keyed[i]!);
    if (!group) return [operand];
    return group[0] === keyed[i] ? [joinedOf(group, span)] : [];
  });
  return joined.length === 1 ? joined[0]! : { kind: 'or', operands: joined, span };
}

function joinedOf(group: readonly Part[], span: Span): Expression {
  const common = commonTo(group);
  const keys = new Set(common.map((c) => c.key));
  const rests = group.map((p) => p.filter(({ key }) => !keys.has(key)).map((k) => k.part));
  const asked = common.map((c) => c.part);
  if (rests.some((r) => r.length === 0)) return allOf(asked, span);
  const either: Expression = { kind: 'or', operands: rests.map((r) => allOf(r, span)), span };
  return allOf([...asked, either], span);
}

type Part = readonly Keyed[];

interface Keyed {
  readonly part: Expression;
  readonly key: Expression | string;
}

/** Whether two alternatives may have a part in common, by what costs little to compare. */
function mayShare(parts: readonly (readonly Expression[])[]): boolean {
  const seen = new Set<string>();
  for (const part of parts) {
    const own = new Set(part.map(hintOf));
    for (const hint of own) if (seen.has(hint)) return true;
    for (const hint of own) seen.add(hint);
  }
  return false;
}

/** Alternatives by those that they are written with, themselves included; none for one that is alone. */
function groupsOf(parts: readonly Part[]): ReadonlyMap<Part, readonly Part[]> {
  const counts = new Map<Expression | string, number>();
  for (const part of parts) {
    for (const key of new Set(part.map((p) => p.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const byKey = new Map<Expression | string, Part[]>();
  for (const part of parts) {
    let most = part[0]!.key;
    for (const { key } of part) if (counts.get(key)! > counts.get(most)!) most = key;
    const known = byKey.get(most);
    if (known) known.push(part);
    else byKey.set(most, [part]);
  }
  const groups = new Map<Part, readonly Part[]>();
  for (const group of byKey.values()) {
    if (group.length > 1) for (const part of group) groups.set(part, group);
  }
  return groups;
}

function commonTo(parts: readonly Part[]): Part {
  const sets = parts.map((p) => new Set(p.map((k) => k.key)));
  return parts[0]!.filter(({ key }) => sets.every((s) => s.has(key)));
}

function conjuncts(node: Expression): readonly Expression[] {
  return node.kind === 'and' ? node.operands : [node];
}

function allOf(operands: readonly Expression[], span: Span): Expression {
  return operands.length === 1 ? operands[0]! : { kind: 'and', operands, span };
}
