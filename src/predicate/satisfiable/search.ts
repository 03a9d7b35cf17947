import { isPredicate, operandsOf } from '../fold.js';
import type { Expression, Or, Predicate } from '../predicate.js';
import { Effort } from './effort.js';
import { combined, isConflict, NOTHING } from './facts.js';
import type { Choice, Conflict, Facts } from './facts.js';
import { EVENT, optionsOf, subjectOf } from './subject.js';
import type { Subject } from './subject.js';

/** A part of a tree that must hold, or must not. */
interface Demand {
  readonly node: Expression;
  readonly holds: boolean;
}

/** Demands of which one must be met. */
type Clause = readonly Demand[];

/** Steps of comparing two predicates; a rule of the usual size takes less than a hundred. */
const MAX_STEPS = 200_000;

/**
 * Looks for an event that meets all demands, or for two that no event can meet: what must hold is
 * gathered by field; alternatives that contradict it fall away, and a last one must hold as well;
 * what is left is tried in turn.
 */
export class Search {
  private readonly facts = new Map<Subject, Facts>();
  private readonly trail: [Subject, Facts | undefined][] = [];
  private readonly subjects = new Map<Expression, ReadonlySet<Subject>>();
  private readonly effort = new Effort(MAX_STEPS);

  constructor(private readonly singleValued: (field: string) => boolean) {}

  /** Null if the demands may be met together, beside what was assumed. */
  solve(demands: readonly Demand[], clauses: readonly Clause[] = []): Conflict | null {
    const open = [...clauses];
    return this.assume(demands, open) ?? this.split(open);
  }

  /** What `solve` says, and all is as it was before. */
  private attempt(demands: readonly Demand[], clauses: readonly Clause[] = []): Conflict | null {
    const mark = this.trail.length;
    const conflict = this.solve(demands, clauses);
    this.undo(mark);
    return conflict;
  }

  private undo(mark: number): void {
    while (this.trail.length > mark) {
      const [subject, facts] = this.trail.pop()!;
      if (facts) this.facts.set(subject, facts);
      else this.facts.delete(subject);
    }
  }

  /** Adds the demands to the facts, and all that follows; leaves in `open` what stays to be chosen. */
  private assume(demands: readonly Demand[], open: Clause[] = []): Conflict | null {
    const conflict = this.add(demands, open);
    if (conflict) return conflict;
    for (let changed = true; changed;) {
      changed = false;
      for (const clause of open.splice(0)) {
        let first: Conflict | null = null;
        const alive = clause.filter((demand) => {
          const found = this.attempt([demand]);
          first ??= found;
          return !found;
        });
        if (first && alive.length === 0) return first;
        if (alive.length > 1) open.push(alive);
        else {
          const found = this.add(alive, open);
          if (found) return found;
          changed = true;
        }
      }
    }
    return null;
  }

  private add(demands: readonly Demand[], open: Clause[]): Conflict | null {
    const found = new Gathered();
    for (const demand of demands) {
      const conflict = found.gather(demand);
      if (conflict) return conflict;
    }
    this.effort.spend(found.size);
    open.push(...found.clauses);
    for (const [subject, { choices, denied }] of found.bySubject) {
      const known = this.facts.get(subject) ?? NOTHING;
      const fresh = choices.filter((c) => !known.choices.some((k) => k.node === c.node));
      const facts = combined(
        known,
        { choices: fresh, denied },
        subject !== EVENT && this.singleValued(subject),
        this.effort,
      );
      if (isConflict(facts)) return facts;
      this.trail.push([subject, this.facts.get(subject)]);
      this.facts.set(subject, facts);
    }
    return null;
  }

  /** Each alternative of the clauses goes with the facts; whether they go with each other is tried. */
  private split(clauses: readonly Clause[]): Conflict | null {
    const [clause, ...others] = this.entangled(clauses);
    if (!clause) return null;
    let first: Conflict | null = null;
    for (const demand of clause) {
      const conflict = this.attempt([demand], others);
      if (!conflict) return null;
      first ??= conflict;
    }
    return first;
  }

  /** Those that test a field that another one tests. */
  private entangled(clauses: readonly Clause[]): readonly Clause[] {
    if (clauses.length < 2) return [];
    const times = new Map<Subject, number>();
    const subjects = clauses.map((clause) => {
      const all = new Set(clause.flatMap((d) => [...this.subjectsOf(d.node)]));
      for (const subject of all) times.set(subject, (times.get(subject) ?? 0) + 1);
      return all;
    });
    return clauses.filter((_, i) => [...subjects[i]!].some((s) => times.get(s)! > 1));
  }

  private subjectsOf(node: Expression): ReadonlySet<Subject> {
    let known = this.subjects.get(node);
    if (known) return known;
    known =
      node.kind === 'one-of' || isPredicate(node)
        ? new Set([subjectOf(node)])
        : new Set(operandsOf(node).flatMap((operand) => [...this.subjectsOf(operand)]));
    this.subjects.set(node, known);
    this.effort.spend(1);
    return known;
  }
}

/** Of a demand, what must hold and must not of each field, and what is to be chosen among. */
class Gathered {
  readonly bySubject = new Map<Subject, { choices: Choice[]; denied: Predicate[] }>();
  readonly clauses: Clause[] = [];
  size = 0;

  gather({ node, holds }: Demand): Conflict | null {
    this.size++;
    switch (node.kind) {
      case 'constant':
        return node.value === holds ? null : { kind: 'never', first: node, second: null };
      case 'not':
        return this.gather({ node: node.operand, holds: !holds });
      case 'and':
      case 'or': {
        if ((node.kind === 'and') === holds) {
          for (const operand of node.operands) {
            const conflict = this.gather({ node: operand, holds });
            if (conflict) return conflict;
          }
          return null;
        }
        if (node.operands.length === 0) return { kind: 'never', first: node, second: null };
        const options = holds ? optionsOf(node as Or) : null;
        if (options) this.choose(node as Or, options);
        else this.clauses.push(node.operands.map((operand) => ({ node: operand, holds })));
        return null;
      }
      case 'one-of':
        if (holds) this.choose(node, node.options);
        else this.deny(node.options);
        return null;
      default:
        if (holds) this.choose(node, [node]);
        else this.deny([node]);
        return null;
    }
  }

  private choose(node: Choice['node'], options: readonly Predicate[]): void {
    this.size += options.length;
    this.of(options[0]!).choices.push({ node, options, dead: [] });
  }

  private deny(predicates: readonly Predicate[]): void {
    this.size += predicates.length;
    const { denied } = this.of(predicates[0]!);
    for (const predicate of predicates) denied.push(predicate);
  }

  private of(predicate: Predicate): { choices: Choice[]; denied: Predicate[] } {
    const subject = subjectOf(predicate);
    let known = this.bySubject.get(subject);
    if (!known) this.bySubject.set(subject, (known = { choices: [], denied: [] }));
    return known;
  }
}
