import type { Expression, OneOf, Or, Predicate } from '../predicate.js';
import { excludes, implies, onlyText } from './relate.js';
import type { Effort } from './effort.js';

/**
 * Why no event can match:
 * - `exclusive`: the field holds one value, which cannot satisfy both;
 * - `denied`: whatever satisfies the first satisfies the second, which must not hold;
 * - `neither`: one of the two always holds, and neither may;
 * - `never`: the first can never hold by itself, and there is no second.
 */
export interface Conflict {
  readonly kind: 'exclusive' | 'denied' | 'neither' | 'never';
  readonly first: Expression;
  readonly second: Expression | null;
}

/** What must hold of one field: one predicate, or any of some. */
export interface Choice {
  readonly node: Predicate | OneOf | Or;
  /** What is left of them. */
  readonly options: readonly Predicate[];
  readonly dead: readonly DeadOption[];
}

interface DeadOption {
  readonly option: Predicate;
  readonly conflict: Conflict;
}

/** All that is known of a field at one place of a tree. */
export interface Facts {
  readonly choices: readonly Choice[];
  /** What must not hold. */
  readonly denied: readonly Predicate[];
}

export const NOTHING: Facts = { choices: [], denied: [] };

/**
 * What is known of a field and what is added: options that others rule out are dead. A conflict if no
 * option of some choice is left. Only of a field that holds one value do two choices rule each other
 * out.
 */
export function combined(
  known: Facts,
  added: Facts,
  single: boolean,
  effort: Effort,
): Facts | Conflict {
  const denied = [...known.denied, ...added.denied];
  const nowhere = bothDenied(denied);
  if (nowhere) return nowhere;
  // What is known has survived what was denied before.
  const choices = [
    ...surviving(known.choices, added.denied, effort),
    ...surviving(added.choices, denied, effort),
  ];
  const empty = choices.find((c) => c.options.length === 0);
  if (empty) return conflictOf(empty);
  if (!single || choices.length < 2) return { choices, denied };
  return narrowedByEachOther(choices, denied, effort);
}

function surviving(
  choices: readonly Choice[],
  denied: readonly Predicate[],
  effort: Effort,
): readonly Choice[] {
  if (choices.length === 0 || denied.length === 0) return choices;
  const killer = killerAmong(denied, effort);
  return choices.map((c) => without(c, 'denied', killer));
}

export function isConflict(found: Facts | Conflict): found is Conflict {
  return 'first' in found;
}

function narrowedByEachOther(
  choices: readonly Choice[],
  denied: readonly Predicate[],
  effort: Effort,
): Facts | Conflict {
  const left = [...choices];
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 0; i < left.length; i++) {
      for (let j = 0; j < left.length; j++) {
        if (i === j) continue;
        const before = left[i]!;
        const after = without(before, 'exclusive', strangerTo(left[j]!, effort));
        if (after === before) continue;
        if (after.options.length === 0) return conflictOf(after);
        left[i] = after;
        changed = true;
      }
    }
  }
  return { choices: left, denied };
}

/** The choice without the options that something rules out, which `killer` names. */
function without(
  choice: Choice,
  kind: Conflict['kind'],
  killer: (option: Predicate) => Expression | null,
): Choice {
  const dead: DeadOption[] = [];
  const options = choice.options.filter((option) => {
    const by = killer(option);
    if (by) dead.push({ option, conflict: { kind, first: option, second: by } });
    return !by;
  });
  return dead.length === 0 ? choice : { ...choice, options, dead: [...choice.dead, ...dead] };
}

/** What rules a choice out: named as a whole if one thing does it all. */
function conflictOf({ node, dead }: Choice): Conflict {
  const { conflict } = dead[0]!;
  const same = dead.every((d) => d.conflict.second === conflict.second);
  return same ? { ...conflict, first: node } : conflict;
}

/** What of some predicates that must not hold rules an option out; null if none does. */
export function killerAmong(
  denied: readonly Predicate[],
  effort: Effort,
): (option: Predicate) => Predicate | null {
  const byText = new Map<string, Predicate>();
  const others: Predicate[] = [];
  for (const predicate of denied) {
    const text = predicate.kind === 'string' && predicate.cased ? null : onlyText(predicate);
    if (text === null) others.push(predicate);
    else byText.set(text, predicate);
  }
  return (option) => {
    effort.spend(1 + others.length);
    const text = onlyText(option);
    const same = text === null ? undefined : byText.get(text);
    return same ?? others.find((p) => implies(option, p)) ?? null;
  };
}

/** Rules out what no option of a choice can hold beside, on a field that holds one value. */
function strangerTo(choice: Choice, effort: Effort): (option: Predicate) => Choice['node'] | null {
  const byText = new Map<string, Predicate[]>();
  const others: Predicate[] = [];
  for (const option of choice.options) {
    const text = onlyText(option);
    if (text === null) others.push(option);
    else {
      const known = byText.get(text);
      if (known) known.push(option);
      else byText.set(text, [option]);
    }
  }
  return (option) => {
    const text = onlyText(option);
    const candidates = text === null ? choice.options : [...others, ...(byText.get(text) ?? [])];
    effort.spend(1 + candidates.length);
    return candidates.every((c) => areStrangers(c, option)) ? choice.node : null;
  };
}

function areStrangers(a: Predicate, b: Predicate): boolean {
  return a.kind !== 'keyword' && b.kind !== 'keyword' && excludes(a, b);
}

/** A field is there or it is missing, which is null as well. */
function bothDenied(denied: readonly Predicate[]): Conflict | null {
  const missing = denied.find((p) => p.kind === 'null');
  const present = missing && denied.find((p) => p.kind === 'exists');
  return present ? { kind: 'neither', first: missing, second: present } : null;
}
