import type { Expression } from './predicate.js';
import { TooMuch } from './satisfiable/effort.js';
import { mayConflict } from './satisfiable/may-conflict.js';
import type { Choice, Conflict } from './satisfiable/facts.js';
import { Search } from './satisfiable/search.js';
import type { Demand } from './satisfiable/search.js';

export type { Conflict } from './satisfiable/facts.js';

export interface Satisfiability {
  /**
   * Why no event can match: two parts of the tree that exclude each other, or one that excludes
   * itself. Null if an event may match, also where the search was given up.
   */
  readonly conflict: Conflict | null;
  /** The tree without its dead alternatives; the tree itself where it has none, or cannot match. */
  readonly expression: Expression;
  readonly dead: readonly DeadAlternative[];
}

/** An operand of an OR, or an option of a list, that no matching event satisfies. */
export interface DeadAlternative {
  readonly node: Expression;
  readonly conflict: Conflict;
}

/**
 * Whether an event can match a tree. A conflict is certain; that there is none is not. What a
 * source's own conditions are is ANDed to the tree by whoever calls.
 *
 * @param singleValued whether a field never holds more than one value. A field that may hold
 * several can equal two values at once.
 */
export function satisfiability(
  expression: Expression,
  singleValued: (field: string) => boolean,
): Satisfiability {
  if (!mayConflict(expression, singleValued)) return { conflict: null, expression, dead: [] };
  const search = new Search(singleValued);
  const demand: Demand = { node: expression, holds: true };
  try {
    const conflict = search.attempt([demand]);
    if (conflict) return { conflict, expression, dead: [] };
    search.assume([demand]);
    const pruning = new Pruning(search);
    const pruned = pruning.prune(demand);
    return { conflict: null, expression: pruned, dead: pruning.dead };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { conflict: null, expression, dead: [] };
  }
}

/** As `satisfiability`, of which only the conflict is wanted. */
export function conflictIn(
  expression: Expression,
  singleValued: (field: string) => boolean,
): Conflict | null {
  if (!mayConflict(expression, singleValued)) return null;
  try {
    return new Search(singleValued).solve([{ node: expression, holds: true }]);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return null;
  }
}

/** Goes down a tree with the facts that hold at each place, which `search` has. */
class Pruning {
  readonly dead: DeadAlternative[] = [];

  constructor(private readonly search: Search) {}

  /** The node, with the same meaning wherever the facts hold. */
  prune({ node, holds }: Demand): Expression {
    switch (node.kind) {
      case 'not': {
        const operand = this.prune({ node: node.operand, holds: !holds });
        return operand === node.operand ? node : { ...node, operand };
      }
      case 'and':
      case 'or': {
        const choice = holds && node.kind === 'or' ? this.search.choiceOf(node) : null;
        if (choice) return this.withoutDead(choice.node, choice) ?? node;
        return withOperands(node, this.operands(node, holds));
      }
      case 'one-of': {
        const choice = holds ? this.search.choiceOf(node) : null;
        return (choice && this.withoutDead(node, choice)) ?? node;
      }
      default:
        return node;
    }
  }

  private operands(
    node: Extract<Expression, { kind: 'and' | 'or' }>,
    holds: boolean,
  ): readonly Expression[] {
    const all = node.operands.map((operand) => ({ node: operand, holds }));
    if ((node.kind === 'and') === holds) return all.map((demand) => this.prune(demand));
    return all.flatMap((demand) => {
      const mark = this.search.mark();
      const conflict = this.search.assume([demand]);
      const pruned = conflict ? [] : [this.prune(demand)];
      this.search.undo(mark);
      if (conflict) this.dead.push({ node: demand.node, conflict });
      return pruned;
    });
  }

  private withoutDead(node: Choice['node'], { dead }: Choice): Expression | null {
    if (dead.length === 0) return node;
    for (const { option, conflict } of dead) this.dead.push({ node: option, conflict });
    return without(node, new Set<Expression>(dead.map((d) => d.option)));
  }
}

/** Null if nothing is left. */
function without(node: Expression, dead: ReadonlySet<Expression>): Expression | null {
  if (dead.has(node)) return null;
  if (node.kind === 'one-of') {
    const options = node.options.filter((o) => !dead.has(o));
    if (options.length < 2) return options[0] ?? null;
    return options.length === node.options.length ? node : { ...node, options };
  }
  if (node.kind !== 'or') return node;
  return withOperands(
    node,
    node.operands.flatMap((o) => without(o, dead) ?? []),
  );
}

function withOperands(
  node: Extract<Expression, { kind: 'and' | 'or' }>,
  operands: readonly Expression[],
): Expression {
  const same = operands.length === node.operands.length;
  if (same && operands.every((o, i) => o === node.operands[i])) return node;
  if (operands.length < 2) return operands[0] ?? node;
  return { ...node, operands };
}
