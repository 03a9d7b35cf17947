import type { EventValue } from '../event-value.js';
import type { Measure, WindowEntry } from './measure.js';

/** What is in a window, and what it consists of. */
export interface Entry<Ref> extends WindowEntry {
  /** The last at the end. */
  readonly events: readonly Ref[];
}

/** The window of one group. */
export interface Group<Ref> {
  readonly key: string;
  /** The values of the fields that it is grouped by. */
  readonly named: Readonly<Record<string, EventValue>>;
  readonly measure: Measure;
  /** The event of each entry, in order of time; none where an entry may consist of several. */
  events: Ref[];
  /** The events of each entry, where they may be several. */
  lists: (readonly Ref[])[];
  /** Of these, those before it have left the window. */
  from: number;
  /** The entries of the time that is being worked on; null if there are none. */
  now: Entry<Ref>[] | null;
}

/*
 * Between two events that a correlation is of, a matcher reads much else, so what counts is how many places
 * in memory are read for an event: hence few objects for each group, and lists in place of lists of pairs.
 */

/** The windows of one correlation, in which events come in the order of their times. */
export class Windows<Ref> {
  private readonly groups = new Map<string, Group<Ref>>();
  /** Each entry, followed by its group, in the order in which they leave. */
  private leaving: (Entry<Ref> | Group<Ref>)[] = [];
  private left = 0;
  /** The time of the first of them; `Infinity` without one. */
  private first = Infinity;

  /**
   * @param names what it is grouped by
   * @param timespan in milliseconds
   * @param isOfEvents whether every entry consists of one event
   */
  constructor(
    private readonly names: readonly string[],
    private readonly timespan: number,
    private readonly measure: () => Measure,
    private readonly isOfEvents: boolean,
  ) {}

  /** The group that the entry is of, once it is. */
  enter(key: string, values: readonly EventValue[], entry: Entry<Ref>): Group<Ref> {
    let group = this.groups.get(key);
    if (!group) {
      const named = Object.fromEntries(this.names.map((n, i) => [n, values[i]!]));
      group = { key, named, measure: this.measure(), events: [], lists: [], from: 0, now: null };
      this.groups.set(key, group);
    }
    if (group.now) group.now.push(entry);
    else group.now = [entry];
    group.measure.add(entry);
    if (this.isOfEvents) group.events.push(entry.events[0]!);
    else group.lists.push(entry.events);
    if (this.first === Infinity) this.first = entry.time;
    this.leaving.push(entry, group);
    return group;
  }

  /** Lets what is no longer in a window that ends with a time leave; a group without events is forgotten. */
  expire(time: number): void {
    const before = time - this.timespan;
    while (this.first < before) {
      const { leaving } = this;
      const group = leaving[this.left + 1] as Group<Ref>;
      group.measure.remove(leaving[this.left] as Entry<Ref>);
      this.leave(group);
      this.left += 2;
      const next = leaving[this.left] as Entry<Ref> | undefined;
      this.first = next ? next.time : Infinity;
      if (this.left < 1_024 || this.left * 2 < leaving.length) continue;
      this.leaving = leaving.slice(this.left);
      this.left = 0;
    }
  }

  private leave(group: Group<Ref>): void {
    const { length } = this.isOfEvents ? group.events : group.lists;
    group.from++;
    if (group.from === length) this.groups.delete(group.key);
    else if (group.from >= 64 && group.from * 2 >= length) {
      group.events = group.events.slice(group.from);
      group.lists = group.lists.slice(group.from);
      group.from = 0;
    }
  }
}

/** Events that are listed for a match, and kept for a correlation of correlations. */
const MAX_EVENTS = 100;

/** Of the window that an entry is at the end of, the latest before it, and its own. */
export function eventsIn<Ref>(
  { events, lists, from }: Group<Ref>,
  entry: Entry<Ref>,
  isLast: boolean,
): readonly Ref[] {
  const isOfEvents = events.length > 0;
  if (isOfEvents && isLast) {
    return events.slice(Math.max(from, events.length - MAX_EVENTS));
  }
  const own = new Set(entry.events);
  const before = new Set<Ref>();
  const most = MAX_EVENTS - entry.events.length;
  for (let i = (isOfEvents ? events : lists).length - 1; i >= from && before.size < most; i--) {
    const of = isOfEvents ? [events[i]!] : lists[i]!;
    for (let k = of.length - 1; k >= 0 && before.size < most; k--) {
      if (!own.has(of[k]!)) before.add(of[k]!);
    }
  }
  return [...[...before].reverse(), ...entry.events];
}
