import { isPredicate, operandsOf } from '../predicate/fold.js';
import { kindOf } from '../predicate/kind.js';
import type { Expression, Predicate } from '../predicate/predicate.js';
import { positionAt } from '../source/span.js';
import type { MatchEvent } from './event.js';
import type { Compiler } from './test.js';

/** A predicate that had its part in a match. */
export interface Because {
  /** Null for a keyword. */
  readonly field: string | null;
  /** Its `PredicateKind`; `not …` where the rule excludes it. */
  readonly predicate: string;
  readonly value: string;
  /** The file of the rule, or of the filter that the predicate is from. */
  readonly path: string;
  /** Of that file, from 1. */
  readonly line: number;
}

/**
 * The predicates that make a tree true for an event, or false, in the order of the rule.
 *
 * @param truth what the tree is for the event
 */
export function because(
  expression: Expression,
  event: MatchEvent,
  compiler: Compiler,
  truth = true,
): Because[] {
  const reasons: Because[] = [];
  collect(expression, truth);
  return reasons;

  /** Called only where the node's truth value is `holds`. */
  function collect(node: Expression, holds: boolean): void {
    if (node.kind === 'not') return collect(node.operand, !holds);
    if (isPredicate(node)) {
      // What the rule does not say has no place in it.
      if (node.span.end > node.span.start) reasons.push(describe(node, holds));
      return;
    }
    for (const operand of operandsOf(node)) {
      if (compiler.compile(operand)(event) === holds) collect(operand, holds);
      // Of an exclusion list, all of it did not hold: its first value represents it.
      if (!holds && node.kind === 'one-of') return;
    }
  }
}

/** The same predicates have their part in match after match. */
const holding = new WeakMap<Predicate, Because>();
const excluded = new WeakMap<Predicate, Because>();

function describe(node: Predicate, holds: boolean): Because {
  const described = holds ? holding : excluded;
  let known = described.get(node);
  if (!known) {
    const { kind, value } = kindOf(node);
    known = {
      field: node.kind === 'keyword' ? null : node.field.text,
      predicate: holds ? kind : `not ${kind}`,
      value: value ?? '',
      path: node.span.file.path,
      line: positionAt(node.span.file, node.span.start).line,
    };
    described.set(node, known);
  }
  return known;
}
