/** A condition whose leaves are for its reader to say. */
export type Clause<Leaf> = Linked<Leaf> | Negated<Leaf> | Leaf;

interface Linked<Leaf> {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Clause<Leaf>[];
}

interface Negated<Leaf> {
  readonly kind: 'not';
  readonly operand: Clause<Leaf>;
}

/**
 * Calls `each` for the leaves in order, with whether a negation stands over them. A tree nests no
 * deeper than the brackets of its query may.
 */
export function eachLeaf<Leaf extends { readonly kind: string }>(
  clause: Clause<Leaf>,
  negated: boolean,
  each: (leaf: Leaf, negated: boolean) => void,
): void {
  if (isLinked(clause)) for (const o of clause.operands) eachLeaf(o, negated, each);
  else if (isNegated(clause)) eachLeaf(clause.operand, !negated, each);
  else each(clause, negated);
}

export function mapLeaves<Leaf extends { readonly kind: string }>(
  clause: Clause<Leaf>,
  change: (leaf: Leaf) => Leaf,
): Clause<Leaf> {
  if (isLinked(clause)) {
    return { kind: clause.kind, operands: clause.operands.map((o) => mapLeaves(o, change)) };
  }
  if (isNegated(clause)) return { kind: 'not', operand: mapLeaves(clause.operand, change) };
  return change(clause);
}

/** @param clause one in which every operator has operands */
export function firstLeaf<Leaf extends { readonly kind: string }>(clause: Clause<Leaf>): Leaf {
  let node = clause;
  for (;;) {
    if (isLinked(node)) node = node.operands[0]!;
    else if (isNegated(node)) node = node.operand;
    else return node;
  }
}

function isLinked<Leaf extends { readonly kind: string }>(
  clause: Clause<Leaf>,
): clause is Linked<Leaf> {
  return clause.kind === 'and' || clause.kind === 'or';
}

function isNegated<Leaf extends { readonly kind: string }>(
  clause: Clause<Leaf>,
): clause is Negated<Leaf> {
  return clause.kind === 'not';
}
