import { isFound } from './evaluate.js';
import type { EqlDocument } from './evaluate.js';
import type { EqlSequence, EqlStep } from './reader.js';

export interface TimedEvent {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly document: EqlDocument;
}

export interface FoundSequence {
  readonly events: readonly TimedEvent[];
  readonly keys: readonly string[];
}

/**
 * The sequences that a state machine for each group finds, as Elastic's pages describe it: a state for
 * each step, one pending sequence in each, and the most recent one overwrites an older one. `with runs`
 * is the same as its step so many times.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-how-sequence-queries-handle-matches
 * @param events in order of time
 */
export function sequencesIn(
  { by, maxspan, steps: given }: EqlSequence,
  events: readonly TimedEvent[],
): readonly FoundSequence[] {
  const steps = given.flatMap((step) => Array.from({ length: step.runs }, () => step));
  const machines = new Map<string, (readonly TimedEvent[] | undefined)[]>();
  const found: FoundSequence[] = [];
  for (const event of events) {
    // From the last state on, so that no event is taken by two steps of one sequence.
    for (let at = steps.length - 1; at >= 0; at--) {
      const keys = keysOf(steps[at]!, by, event);
      if (keys === null) continue;
      const group = JSON.stringify(keys);
      const states = machines.get(group) ?? [];
      machines.set(group, states);
      const before = at === 0 ? [] : states[at - 1];
      if (!before) continue;
      if (at > 0) states[at - 1] = undefined;
      const isLate = maxspan !== null && before[0] && event.time - before[0].time > maxspan;
      if (isLate) continue;
      const reached = [...before, event];
      if (at === steps.length - 1) found.push({ events: reached, keys });
      else states[at] = reached;
    }
  }
  return found;
}

/** What the event is grouped by; null if it is none of the step, or has no such field. */
function keysOf(step: EqlStep, by: readonly string[], event: TimedEvent): readonly string[] | null {
  if (!isFound(step, event.document, true)) return null;
  const keys = [...by, ...step.by].map((field) => event.document.values(field)[0]);
  return keys.includes(undefined) ? null : (keys as string[]);
}
