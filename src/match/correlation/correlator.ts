import type { Correlated } from '../../model/correlation/correlated.js';
import type { SigmaDocument } from '../../model/document.js';
import type { Library } from '../../model/linking/library.js';
import type { EventValue } from '../event-value.js';
import { broughtBy, numbersOf, tuplesOf } from './brought.js';
import { networkOf } from './network.js';
import type { Arrival, Came, Network, Node, Outlet, Part } from './network.js';
import { eventsIn } from './windows.js';
import type { Entry, Group } from './windows.js';

/** A correlation holds at an event, for the group that the event is of. */
export interface CorrelationMatch<Ref> {
  readonly document: SigmaDocument;
  readonly correlation: Correlated['correlation'];
  readonly time: number;
  /** The values of the fields that it groups by. */
  readonly group: Readonly<Record<string, EventValue>>;
  /** Those in the window, of at most 100; the last is the one at which it holds. */
  readonly events: readonly Ref[];
}

const NONE: readonly never[] = [];

/** The correlations of a library, as far as they are usable. */
export class Correlator<Ref> {
  private readonly network: Network<Ref>;
  /** What something came to, in the order in which it is worked on. */
  private queue: Node<Ref>[] = [];
  /** The groups that something of the time came to, of the correlation that is worked on. */
  private readonly open: Group<Ref>[] = [];
  private swept = 0;

  /** @param apart what a correlation asks of a rule's events may change how the rule is asked of them */
  constructor(library: Library, apart: boolean) {
    this.network = networkOf(library, apart);
  }

  /** The rules whose matches correlations take, as documents of their own where conditions differ. */
  get members(): readonly SigmaDocument[] {
    return [...this.network.outlets.keys()];
  }

  outletOf(document: SigmaDocument): Outlet<Ref> | undefined {
    return this.network.outlets.get(document);
  }

  /**
   * Works on everything of one time, which comes after all that came before.
   * @param time milliseconds since 1970
   * @param matches to which those that are told are added
   */
  at(time: number, arrivals: readonly Arrival<Ref>[], matches: CorrelationMatch<Ref>[]): void {
    const [first] = arrivals;
    const part = first?.parts[0];
    if (part?.outlet.isLast === true && arrivals.length === 1 && first!.parts.length === 1) {
      // Nothing has to wait for anything else of this time.
      for (const feed of part.outlet.feeds) {
        feed.windows.expire(time);
        this.enter(time, { arrival: first!, feed, part });
        this.close(feed.node, time, matches);
      }
    } else {
      for (const arrival of arrivals) {
        for (const p of arrival.parts) this.arrive(arrival, p);
      }
      // Grows while it is gone through.
      for (const node of this.queue) {
        node.windows.expire(time);
        this.enterAll(node, time);
        this.close(node, time, matches);
      }
      this.queue = [];
    }
    this.sweep(time);
  }

  private enter(time: number, came: Came<Ref>): void {
    const { feed, part } = came;
    const { keys, values } = tuplesOf(part.brought, feed.group);
    if (keys.length === 0) return;
    const entry = (part.entries[feed.entry] ??= entryOf(time, [came]));
    for (let k = 0; k < keys.length; k++) {
      this.opened(feed.windows.enter(keys[k]!, values[k]!, entry));
    }
  }

  private enterAll({ came, windows }: Node<Ref>, time: number): void {
    for (let i = 0; i < came.length;) {
      const from = i++;
      while (i < came.length && came[i]!.arrival === came[from]!.arrival) i++;
      if (i - from === 1) this.enter(time, came[from]!);
      else {
        for (const [key, { values, of }] of groupsOf(came.slice(from, i))) {
          this.opened(windows.enter(key, values, entryOf(time, of)));
        }
      }
    }
    came.length = 0;
  }

  private opened(group: Group<Ref>): void {
    if (group.now?.length === 1) this.open.push(group);
  }

  /** Tests the groups that something came to. */
  private close(node: Node<Ref>, time: number, matches: CorrelationMatch<Ref>[]): void {
    const { open } = this;
    for (const group of open) {
      const now = group.now!;
      group.now = null;
      if (!group.measure.holds(now)) continue;
      const { document, correlation } = node.correlated;
      for (let i = 0; i < now.length; i++) {
        const events = eventsIn(group, now[i]!, i === now.length - 1);
        const match = { document, correlation, time, group: group.named, events };
        if (node.isTold) matches.push(match);
        if (node.outlet.feeds.length > 0) this.pass(node, match);
      }
    }
    // It is filled again at once: `length = 0` would give its room back.
    while (open.length > 0) open.pop();
  }

  private arrive(arrival: Arrival<Ref>, part: Part<Ref>): void {
    const { queue } = this;
    for (const feed of part.outlet.feeds) {
      const { node } = feed;
      if (node.came.length === 0) {
        let at = queue.length;
        while (at > 0 && queue[at - 1]!.order > node.order) at--;
        if (at === queue.length) queue.push(node);
        else queue.splice(at, 0, node);
      }
      node.came.push({ arrival, feed, part });
    }
  }

  /** To those that a correlation is a rule of. */
  private pass({ outlet }: Node<Ref>, { group, events }: CorrelationMatch<Ref>): void {
    const held = outlet.fields.map(({ text }) =>
      Object.hasOwn(group, text) ? [group[text]!] : undefined,
    );
    const part = { outlet, brought: broughtBy(held), entries: [] };
    this.arrive({ events, parts: [part] }, part);
  }

  /** Lets events leave where no others come: of one correlation at a time, so all have their turn. */
  private sweep(time: number): void {
    const { nodes } = this.network;
    if (nodes.length === 0) return;
    this.swept = (this.swept + 1) % nodes.length;
    nodes[this.swept]!.windows.expire(time);
  }
}

/** What came through several rules, whose fields may differ, is one event of each of its groups. */
function groupsOf<Ref>(
  came: readonly Came<Ref>[],
): ReadonlyMap<string, { readonly values: readonly EventValue[]; readonly of: Came<Ref>[] }> {
  const groups = new Map<string, { values: readonly EventValue[]; of: Came<Ref>[] }>();
  for (const one of came) {
    const { keys, values } = tuplesOf(one.part.brought, one.feed.group);
    keys.forEach((key, k) => {
      const group = groups.get(key);
      if (group) group.of.push(one);
      else groups.set(key, { values: values[k]!, of: [one] });
    });
  }
  return groups;
}

/** What an arrival is for a correlation, through some of its rules. */
function entryOf<Ref>(time: number, came: readonly Came<Ref>[]): Entry<Ref> {
  const keys = came.map(({ feed: { values }, part: { brought } }) =>
    values === null ? NONE : tuplesOf(brought, values).keys,
  );
  const numbers = came.map(({ feed: { number }, part: { brought } }) =>
    number === null ? NONE : numbersOf(brought, number),
  );
  const isOne = came.length === 1;
  return {
    time,
    rules: isOne ? came[0]!.feed.rules : came.map((c) => c.feed.rules[0]),
    keys: isOne ? keys[0]! : [...new Set(keys.flat())],
    // Through the first rule that finds a number.
    numbers: numbers.find((n) => n.length > 0) ?? NONE,
    events: came[0]!.arrival.events,
  };
}
