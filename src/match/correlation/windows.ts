import type { EventValue } from '../event-value.js';
import type { Measure, WindowEntry } from './measure.js';
import { empty, TimedQueue } from './timed-queue.js';

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
  /** In order of time; those before `from` have left the window. */
  entries: Entry<Ref>[];
  /** The event of each entry; empty where an entry may consist of several. */
  events: Ref[];
  from: number;
  /** Where those of the time that was worked on last begin. */
  now: number;
  /** Whether that time is being worked on. */
  isOpen: boolean;
  /** When the last entry was seen to have left. */
  idleSince: number;
}

/** The windows of one correlation, in which events come in the order of their times. */
export class Windows<Ref> {
  private readonly groups = new Map<string, Group<Ref>>();
  /** Each as often as it has entries, in the order in which those leave. */
  private readonly leaving = new TimedQueue<Group<Ref>>();
  /** Those that had no entries at a time. */
  private readonly idle = new TimedQueue<Group<Ref>>();
  /** The groups that something of the time came to that is being worked on. */
  private readonly open: Group<Ref>[] = [];

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

  enter(key: string, values: readonly EventValue[], entry: Entry<Ref>): void {
    let group = this.groups.get(key);
    if (!group) {
      group = {
        key,
        named: Object.fromEntries(this.names.map((n, i) => [n, values[i]!])),
        measure: this.measure(),
        entries: [],
        events: [],
        from: 0,
        now: 0,
        isOpen: false,
        idleSince: -Infinity,
      };
      this.groups.set(key, group);
    }
    if (!group.isOpen) {
      group.isOpen = true;
      group.now = group.entries.length;
      this.open.push(group);
    }
    group.entries.push(entry);
    if (this.isOfEvents) group.events.push(entry.events[0]!);
    group.measure.add(entry);
    this.leaving.push(entry.time, group);
  }

  /** Ends with a time: tells the groups for which the test holds then. */
  close(found: (group: Group<Ref>) => void): void {
    for (const group of this.open) {
      group.isOpen = false;
      if (group.measure.holds(group.entries, group.now)) found(group);
    }
    empty(this.open);
  }

  /**
   * Lets what is no longer in a window that ends with a time leave. A group that has had no event for a
   * timespan is forgotten; until then it is likely to have another.
   */
  expire(time: number): void {
    const before = time - this.timespan;
    const { leaving, idle } = this;
    while (leaving.time < before) {
      const group = leaving.shift();
      group.measure.remove(group.entries[group.from]!);
      group.from++;
      if (group.from === group.entries.length) {
        cut(group);
        group.idleSince = time;
        idle.push(time, group);
      } else if (group.from >= 64 && group.from * 2 >= group.entries.length) cut(group);
    }
    while (idle.time < before) {
      const since = idle.time;
      const group = idle.shift();
      const isForgotten = group.entries.length === 0 && group.idleSince === since;
      if (isForgotten) this.groups.delete(group.key);
    }
  }
}

function cut<Ref>(group: Group<Ref>): void {
  group.entries = group.entries.slice(group.from);
  group.events = group.events.slice(group.from);
  group.from = 0;
}

/** Events that are listed for a match, and kept for a correlation of correlations. */
const MAX_EVENTS = 100;

/** Of the window that an entry is at the end of, the latest before it, and its own. */
export function eventsIn<Ref>(group: Group<Ref>, place: number): readonly Ref[] {
  const { entries, events, from } = group;
  const isLast = place === entries.length - 1;
  if (isLast && events.length > 0) return events.slice(Math.max(from, events.length - MAX_EVENTS));
  const last = entries[place]!;
  const own = new Set(last.events);
  const before = new Set<Ref>();
  const most = MAX_EVENTS - last.events.length;
  for (let i = entries.length - 1; i >= from && before.size < most; i--) {
    const of = entries[i]!.events;
    for (let k = of.length - 1; k >= 0 && before.size < most; k--) {
      if (!own.has(of[k]!)) before.add(of[k]!);
    }
  }
  return [...[...before].reverse(), ...last.events];
}
