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
  /** Of the rule's file, from 1. */
  readonly line: number;
}

/** The predicates that make a tree true for an event, in the order of the rule. */
export function because(expression: Expression, event: MatchEvent, compiler: Compiler): Because[] {
  const reasons: Because[] = [];
  collect(expression, true);
  return reasons;

  /** Called only where the node's truth is `wanted`. */
  function collect(node: Expression, wanted: boolean): void {
    switch (node.kind) {
      case 'constant':
        return;
      case 'not':
        return collect(node.operand, !wanted);
      case 'and':
      case 'or':
      case 'one-of': {
        const operands = node.kind === 'one-of' ? node.options : node.operands;
        for (const operand of operands) {
          if (compiler.compile(operand)(event) === wanted) collect(operand, wanted);
          // Of an exclusion list, all of it did not hold: its head stands for it.
          if (!wanted && node.kind === 'one-of') return;
        }
        return;
      }
      default:
        reasons.push(describe(node, wanted));
    }
  }
}

function describe(node: Predicate, wanted: boolean): Because {
  const { kind, value } = kindOf(node);
  return {
    field: node.kind === 'keyword' ? null : node.field.text,
    predicate: wanted ? kind : `not ${kind}`,
    value: value ?? '',
    line: positionAt(node.span.file, node.span.start).line,
  };
}
