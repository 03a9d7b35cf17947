import type { Expression, Predicate } from '../predicate.js';
import { Effort, TooMuch } from './effort.js';
import { killerAmong } from './facts.js';
import type { Choice } from './facts.js';
import { EVENT, optionsOf, subjectOf } from './subject.js';
import type { Subject } from './subject.js';

/** More parts than this are left to the search, which knows how to give up. */
const MAX_STEPS = 20_000;

/** What a tree asks of one field, wherever it does. */
interface Asked {
  /** What the wanted options are the alternatives of. */
  choice: Choice['node'] | null;
  readonly wanted: Predicate[];
  readonly denied: Predicate[];
}

/**
 * Whether parts of a tree can contradict each other at all, which in most rules they cannot: what
 * must hold implies something that must not, or a field that holds one value is asked for twice.
 */
export function mayConflict(
  expression: Expression,
  singleValued: (field: string) => boolean,
): boolean {
  const effort = new Effort(MAX_STEPS);
  const bySubject = new Map<Subject, Asked>();
  try {
    return meets(expression, true) || someDenied();
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return true;
  }

  /** Gathers what is asked; true as soon as that is enough to tell. */
  function meets(node: Expression, holds: boolean): boolean {
    effort.spend(1);
    switch (node.kind) {
      case 'constant':
        return true;
      case 'not':
        return meets(node.operand, !holds);
      case 'or': {
        const options = holds ? optionsOf(node) : null;
        return options ? wants(node, options) : someMeets(node.operands, holds);
      }
      case 'and':
        return someMeets(node.operands, holds);
      case 'one-of':
        return holds ? wants(node, node.options) : denies(node.options);
      default:
        return holds ? wants(node, [node]) : denies([node]);
    }
  }

  function someMeets(operands: readonly Expression[], holds: boolean): boolean {
    return operands.length === 0 || operands.some((o) => meets(o, holds));
  }

  function wants(choice: Choice['node'], options: readonly Predicate[]): boolean {
    effort.spend(options.length);
    const subject = subjectOf(options[0]!);
    const asked = askedOf(subject);
    if (asked.choice === choice) return false;
    if (asked.choice && subject !== EVENT && singleValued(subject)) return true;
    asked.choice = choice;
    asked.wanted.push(...options);
    return false;
  }

  function denies(predicates: readonly Predicate[]): boolean {
    effort.spend(predicates.length);
    askedOf(subjectOf(predicates[0]!)).denied.push(...predicates);
    // A value's absence contradicts another one's presence, even where neither must hold.
    return predicates.some((p) => p.kind === 'null' || p.kind === 'exists');
  }

  function askedOf(subject: Subject): Asked {
    let asked = bySubject.get(subject);
    if (!asked) bySubject.set(subject, (asked = { choice: null, wanted: [], denied: [] }));
    return asked;
  }

  function someDenied(): boolean {
    for (const { wanted, denied } of bySubject.values()) {
      if (wanted.length === 0 || denied.length === 0) continue;
      const killer = killerAmong(denied, effort);
      if (wanted.some((option) => killer(option) !== null)) return true;
    }
    return false;
  }
}
