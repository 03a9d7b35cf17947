import { MatchEvent } from '../../../src/match/event.js';
import { Compiler } from '../../../src/match/test.js';
import { shapeOf } from '../../../src/model/patterns/pattern.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { predicatesOf } from '../predicates.js';
import type { Leaf } from '../predicates.js';
import { baseEvent } from './base-event.js';
import type { Fields } from './base-event.js';
import { changesOf } from './changes.js';

/** An event made for a predicate, with what was done to it. */
export interface Sample {
  readonly event: MatchEvent;
  /** `hit` is the event as it satisfies the predicate; all others change one thing. */
  readonly change: string;
  readonly kind: string;
}

/** How many samples there are, of predicates of each kind. */
export class Coverage {
  private readonly kinds = new Map<
    string,
    { predicates: number; turning: number; samples: number }
  >();
  private readonly byChange = new Map<string, number>();

  predicate(kind: string, samples: readonly Sample[], turning: boolean): void {
    let counts = this.kinds.get(kind);
    if (!counts) this.kinds.set(kind, (counts = { predicates: 0, turning: 0, samples: 0 }));
    counts.predicates++;
    counts.samples += samples.length;
    if (turning) counts.turning++;
    for (const { change } of samples) {
      this.byChange.set(change, (this.byChange.get(change) ?? 0) + 1);
    }
  }

  /** `turning`: some sample of the predicate makes the rule match, and another keeps it from it. */
  table(): Record<string, { predicates: number; turning: number; samples: number }> {
    return Object.fromEntries([...this.kinds].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  changes(): Record<string, number> {
    return Object.fromEntries([...this.byChange].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Predicates of one kind on one field whose samples have every change; of others, one hit and one miss. */
const THOROUGH = 2;
/** Of one rule. */
const MAX_PREDICATES = 400;

/**
 * For each predicate of a rule an event that satisfies the rule by it, and events that differ from
 * that one in one thing. Deterministic. The generator does not have to be right: whether an event
 * satisfies the rule is for the matcher to say, and `coverage` counts how often it came out as meant.
 */
export function samplesOf(expression: Expression, coverage: Coverage): Sample[] {
  const compiler = new Compiler();
  const leaves = [...new Set(predicatesOf(expression))];
  const thorough = new Map<string, number>();
  const samples: Sample[] = [];
  const step = Math.max(1, Math.ceil(leaves.length / MAX_PREDICATES));
  leaves.forEach((leaf, index) => {
    const kind = kindOf(leaf);
    const key = `${kind} ${leaf.kind === 'keyword' ? '' : leaf.field.text}`;
    // What a target may not be able to say is looked at each time.
    const doubtful = kind.includes('regex') || hasControl(leaf);
    const before = doubtful ? 0 : (thorough.get(key) ?? 0);
    thorough.set(key, before + 1);
    if (before >= THOROUGH && index % step !== 0) return;
    const own = samplesFor(expression, leaf, kind, compiler, before < THOROUGH ? null : index);
    const test = compiler.compile(expression);
    const results = new Set(own.map((s) => test(s.event)));
    coverage.predicate(kind, own, results.size === 2);
    samples.push(...own);
  });
  if (samples.length === 0) {
    samples.push({ event: new MatchEvent({}), change: 'missing', kind: 'constant' });
  }
  return samples;
}

function hasControl(leaf: Leaf): boolean {
  return (
    leaf.kind === 'string' &&
    leaf.pattern.some((p) => typeof p === 'string' && /[\u0000-\u001f]/.test(p))
  );
}

function samplesFor(
  expression: Expression,
  leaf: Leaf,
  kind: string,
  compiler: Compiler,
  only: number | null,
): Sample[] {
  const base = baseEvent(expression, leaf, compiler);
  const sample = (fields: Fields, change: string): Sample => ({
    event: new MatchEvent(fields),
    change,
    kind,
  });
  const hit = sample(base, 'hit');
  const changed = changesOf(leaf, base).map(([change, fields]) => sample(fields, change));
  if (only === null) return [hit, ...changed];
  // The first that turns the rule, looked for from another one each time.
  const turn = (i: number): Sample => changed[(i + only) % changed.length]!;
  const test = compiler.compile(expression);
  const before = test(hit.event);
  for (let i = 0; i < changed.length; i++) {
    if (test(turn(i).event) !== before) return [hit, turn(i)];
  }
  return changed.length === 0 ? [hit] : [hit, turn(0)];
}

export function kindOf(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'string':
      return `string ${shapeOf(leaf.pattern).shape}${leaf.cased ? ' cased' : ''}`;
    case 'keyword':
      return leaf.search.kind === 'regex'
        ? 'keyword regex'
        : `keyword${leaf.search.cased ? ' cased' : ''}`;
    case 'compare':
      return `compare ${leaf.operator}`;
    case 'time-part':
      return `time ${leaf.part}`;
    case 'field-ref':
      return `field-ref ${leaf.match}${leaf.cased ? ' cased' : ''}`;
    case 'cidr':
      return `cidr v${leaf.network.version}`;
    default:
      return leaf.kind;
  }
}

/** So many of a list, from all over it. */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, i) => all[Math.floor(i * step)]!);
}
