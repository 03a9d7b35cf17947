import { foldExpression, isPredicate } from '../predicate/fold.js';
import { kindOf } from '../predicate/kind.js';
import type { PredicateKind } from '../predicate/kind.js';
import type { Expression, Predicate } from '../predicate/predicate.js';
import { positionAt } from '../source/span.js';
import { remembered } from '../source/remembered.js';
import type { MatchEvent } from './event.js';
import type { Compiler, Test } from './test.js';

/** A predicate that had its part in a match. */
export interface Because {
  /** Null for a keyword. */
  readonly field: string | null;
  /** With `not` where the rule excludes it. */
  readonly predicate: PredicateKind | `not ${PredicateKind}`;
  readonly value: string;
  /** The file of the rule, or of the filter that the predicate is from. */
  readonly path: string;
  /** Of that file, from 1. */
  readonly line: number;
}

/** A node of a tree. */
interface Step {
  readonly test: Test;
  readonly operands: readonly Step[];
  readonly kind: 'not' | 'one-of' | 'several' | 'predicate';
  /** Null where the rule does not say it. */
  readonly said: Said | null;
}

/** What is said of a predicate that holds, and of one that does not, once it is asked. */
interface Said {
  readonly predicate: Predicate;
  holding: Because | null;
  excluded: Because | null;
}

/** Lists of reasons that are remembered of one tree: most events that match have one of a few. */
const MAX_KNOWN = 32;
/** Reasons of one tree that have a number. */
const MAX_NUMBER = 0xffff;
/** Used again and again, since most lists are known. */
const scratch: Because[] = [];
const copyOfScratch = (): readonly Because[] => scratch.slice();

/** Tells why a tree is true for an event, or false. */
export class Explanation {
  private root: Step | null = null;
  /** The same reasons are one list, by the text of their numbers. */
  private readonly known = new Map<string, readonly Because[]>();
  private readonly numbers = new Map<Because, string>();

  constructor(
    private readonly expression: Expression,
    private readonly compiler: Compiler,
  ) {}

  /**
   * The predicates that make the tree so, in the order of the rule. Events that have the same reasons
   * mostly get the same list.
   *
   * @param truth what the tree is for the event
   */
  because(event: MatchEvent, truth = true): readonly Because[] {
    this.root ??= stepsOf(this.expression, this.compiler);
    scratch.length = 0;
    collect(this.root, event, truth, scratch);
    let key = '';
    for (const reason of scratch) {
      let number = this.numbers.get(reason);
      if (number === undefined) {
        if (this.numbers.size === MAX_NUMBER) return copyOfScratch();
        number = String.fromCharCode(this.numbers.size);
        this.numbers.set(reason, number);
      }
      key += number;
    }
    return remembered(this.known, key, MAX_KNOWN, copyOfScratch);
  }
}

/** Called only where the node's truth value is `holds`. */
function collect(step: Step, event: MatchEvent, holds: boolean, reasons: Because[]): void {
  const { kind, operands } = step;
  if (kind === 'not') return collect(operands[0]!, event, !holds, reasons);
  if (kind === 'predicate') {
    if (step.said) reasons.push(reasonOf(step.said, holds));
    return;
  }
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i]!;
    if (operand.test(event) === holds) collect(operand, event, holds, reasons);
    // Of an exclusion list, all of it did not hold: its first value represents it.
    if (!holds && kind === 'one-of') return;
  }
}

function stepsOf(root: Expression, compiler: Compiler): Step {
  const step = (node: Expression, operands: readonly Step[]): Step => {
    const { kind } = node;
    const test = compiler.compile(node);
    if (isPredicate(node)) {
      const isSaid = node.span.end > node.span.start;
      const said = isSaid ? { predicate: node, holding: null, excluded: null } : null;
      return { test, operands, kind: 'predicate', said };
    }
    const isPlain = kind !== 'not' && kind !== 'one-of';
    return { test, operands, kind: isPlain ? 'several' : kind, said: null };
  };
  return foldExpression<Step>(root, {
    and: (operands, node) => step(node, operands),
    or: (operands, node) => step(node, operands),
    not: (operand, node) => step(node, [operand]),
    constant: (node) => step(node, []),
    predicate: (node) => step(node, []),
  });
}

function reasonOf(said: Said, holds: boolean): Because {
  if (holds) return (said.holding ??= describe(said.predicate, true));
  return (said.excluded ??= describe(said.predicate, false));
}

function describe(node: Predicate, holds: boolean): Because {
  const { kind, value } = kindOf(node);
  return {
    field: node.kind === 'keyword' ? null : node.field.text,
    predicate: holds ? kind : `not ${kind}`,
    value: value ?? '',
    path: node.span.file.path,
    line: positionAt(node.span.file, node.span.start).line,
  };
}
