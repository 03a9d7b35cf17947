import { correlate, correlateCondition, fieldIn } from '../../model/correlated.js';
import type { Correlated, Member } from '../../model/correlated.js';
import { valueFields } from '../../model/correlation.js';
import { numberSpelledBy } from '../../model/decimal.js';
import { usableRule } from '../../model/document.js';
import type { SigmaDocument } from '../../model/document.js';
import type { Library } from '../../model/library.js';
import type { Name } from '../../model/name.js';
import { textOf } from '../event-value.js';
import type { EventValue } from '../event-value.js';
import { measureFor } from './window.js';
import type { Measure, WindowEntry } from './window.js';

/** Something that has a time, and that a correlation may be of: an event, or another's match. */
export interface Occurrence<Ref> {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Every value of a field, as the rule calls it that brings it there; undefined without it. */
  readonly field: (name: string, from: Inlet<Ref>) => readonly EventValue[] | undefined;
  /** The events that it consists of, the last at the end. */
  readonly events: readonly Ref[];
}

/** A correlation holds at an event, for the group that the event is of. */
export interface CorrelationMatch<Ref> {
  readonly document: SigmaDocument;
  readonly correlation: Correlated['correlation'];
  readonly time: number;
  /** The values of the fields that it groups by. */
  readonly group: Readonly<Record<string, EventValue>>;
  /** Those in the window, of at most `MAX_EVENTS`; the last is the one at which it holds. */
  readonly events: readonly Ref[];
}

/** Events that are listed for a match, and kept for a correlation of correlations. */
const MAX_EVENTS = 100;
/** Groups that one event may be of, where its fields hold several values. */
const MAX_GROUPS = 64;

interface Entry<Ref> extends WindowEntry {
  readonly events: readonly Ref[];
}

interface Group<Ref> {
  readonly key: string;
  readonly values: readonly EventValue[];
  readonly measure: Measure;
  /** In order of time; those before `from` have left the window. */
  entries: Entry<Ref>[];
  from: number;
}

/** One correlation, and whose matches it takes. */
interface Node<Ref> {
  readonly correlated: Correlated;
  /** Whether its matches are told, and not only taken by other correlations. */
  readonly isTold: boolean;
  /** Where the matches of each of its rules come from. */
  readonly from: readonly Inlet<Ref>[];
  readonly parents: (readonly [Node<Ref>, number])[];
  readonly groups: Map<string, Group<Ref>>;
  /** Groups in the order in which their entries leave the window. */
  leaving: Group<Ref>[];
  left: number;
  /** What came in with the time that is being worked on. */
  arrivals: Map<Occurrence<Ref>, number[]>;
}

/** Where the matches of a rule go, and the fields that are asked for there. */
export interface Inlet<Ref> {
  readonly to: readonly (readonly [Node<Ref>, number])[];
  readonly fields: ReadonlyMap<string, Name>;
}

interface OpenInlet<Ref> extends Inlet<Ref> {
  readonly to: (readonly [Node<Ref>, number])[];
  readonly fields: Map<string, Name>;
}

function fieldsAsked({ correlation }: Correlated): readonly Name[] {
  const { groupBy, test } = correlation;
  return [...groupBy, ...valueFields(test)];
}

/** The correlations of a library, as far as they are usable. */
export class Correlator<Ref> {
  /** A correlation comes after those that it is of. */
  private readonly nodes: Node<Ref>[] = [];
  private readonly inlets = new Map<SigmaDocument, OpenInlet<Ref>>();
  private readonly known = new Map<SigmaDocument, Node<Ref>>();

  /** @param apart what a correlation asks of a rule's events may change how the rule is asked of them */
  constructor(
    library: Library,
    private readonly apart: boolean,
  ) {
    for (const document of library.documents) {
      const isTold = !library.serving.has(document);
      const correlated = correlate(library, document);
      if (correlated) this.add(correlated, isTold);
      const rule = usableRule(document);
      if (!rule || !isTold) continue;
      for (const condition of rule.detection.conditions) {
        const old = correlateCondition(document, rule, condition);
        if (old) this.add(old, true);
      }
    }
  }

  get isEmpty(): boolean {
    return this.nodes.length === 0;
  }

  /** The rules whose matches correlations take, as documents of their own where conditions differ. */
  get members(): readonly SigmaDocument[] {
    return [...this.inlets.keys()];
  }

  inletOf(document: SigmaDocument): Inlet<Ref> | undefined {
    return this.inlets.get(document);
  }

  /**
   * Works on everything of one time, which comes after all that came before.
   * @param arrivals what there is of it, and where that goes
   */
  at(
    time: number,
    arrivals: Iterable<readonly [Occurrence<Ref>, readonly Inlet<Ref>[]]>,
  ): CorrelationMatch<Ref>[] {
    for (const [occurrence, inlets] of arrivals) {
      for (const { to } of inlets) {
        for (const [node, rule] of to) arrive(node, occurrence, rule);
      }
    }
    const matches: CorrelationMatch<Ref>[] = [];
    for (const node of this.nodes) {
      expire(node, time - node.correlated.correlation.timespan.milliseconds);
      if (node.arrivals.size === 0) continue;
      const { arrivals: now } = node;
      node.arrivals = new Map();
      for (const match of this.work(node, time, now)) {
        if (node.isTold) matches.push(match);
        const names = node.correlated.correlation.groupBy.map((n) => n.text);
        for (const [parent, rule] of node.parents) {
          const field = (name: string): readonly EventValue[] | undefined =>
            names.includes(name) ? [match.group[name]!] : undefined;
          arrive(parent, { time, field, events: match.events }, rule);
        }
      }
    }
    return matches;
  }

  private add(correlated: Correlated, isTold: boolean): Node<Ref> {
    const { document, correlation, members } = correlated;
    const isWritten = correlation === document.content;
    const known = isWritten ? this.known.get(document) : undefined;
    if (known) {
      if (!isTold || known.isTold) return known;
      return Object.assign(known, { isTold });
    }
    const asked = fieldsAsked(correlated);
    const apart = this.apart && asked.length > 0;
    const children = members.map((member) => this.child(member, apart));
    const node: Node<Ref> = {
      correlated,
      isTold,
      from: children,
      parents: [],
      groups: new Map(),
      leaving: [],
      left: 0,
      arrivals: new Map(),
    };
    for (const [rule, { to, fields }] of children.entries()) {
      to.push([node, rule]);
      for (const name of asked) {
        const field = fieldIn(correlated, rule, name);
        if (!fields.has(field.text)) fields.set(field.text, field);
      }
    }
    if (isWritten) this.known.set(document, node);
    this.nodes.push(node);
    return node;
  }

  /** Where a member's matches go; whoever takes them is added there. */
  private child(member: Member, apart: boolean): OpenInlet<Ref> {
    // What correlations find has the fields that they group by, and no event to take others from.
    if (member.kind === 'correlated')
      return { to: this.add(member, false).parents, fields: new Map() };
    const { document, rule } = member;
    const isSame = !apart && usableRule(document) === rule;
    const own = isSame ? document : { ...document, content: rule };
    let inlet = this.inlets.get(own);
    if (!inlet) this.inlets.set(own, (inlet = { to: [], fields: new Map() }));
    return inlet;
  }

  private work(
    node: Node<Ref>,
    time: number,
    arrivals: ReadonlyMap<Occurrence<Ref>, readonly number[]>,
  ): CorrelationMatch<Ref>[] {
    const touched = new Map<Group<Ref>, Entry<Ref>[]>();
    for (const [occurrence, rules] of arrivals) {
      for (const [key, { values, of }] of groupsOf(node, occurrence, rules)) {
        const group = groupAt(node, key, values);
        const counted = valuesOf(node, occurrence, of);
        const entry = { time, rules: of, values: counted, events: occurrence.events };
        group.entries.push(entry);
        group.measure.add(entry);
        node.leaving.push(group);
        const here = touched.get(group);
        if (here) here.push(entry);
        else touched.set(group, [entry]);
      }
    }
    const { document, correlation } = node.correlated;
    const matches: CorrelationMatch<Ref>[] = [];
    for (const [group, entries] of touched) {
      if (!group.measure.holds(entries)) continue;
      const names = correlation.groupBy.map((n) => n.text);
      const values = Object.fromEntries(names.map((n, i) => [n, group.values[i]!]));
      for (const entry of entries) {
        const events = eventsIn(group, entry);
        matches.push({ document, correlation, time, group: values, events });
      }
    }
    return matches;
  }
}

function arrive<Ref>(node: Node<Ref>, occurrence: Occurrence<Ref>, rule: number): void {
  const rules = node.arrivals.get(occurrence);
  if (!rules) node.arrivals.set(occurrence, [rule]);
  else if (!rules.includes(rule)) rules.push(rule);
}

/** Lets what is before a time leave the windows; a group without events is forgotten. */
function expire<Ref>(node: Node<Ref>, before: number): void {
  for (; node.left < node.leaving.length; node.left++) {
    const group = node.leaving[node.left]!;
    const entry = group.entries[group.from]!;
    if (entry.time >= before) break;
    group.measure.remove(entry);
    group.from++;
    if (group.from === group.entries.length) {
      group.entries = [];
      group.from = 0;
      node.groups.delete(group.key);
    } else if (group.from >= 64 && group.from * 2 >= group.entries.length) {
      group.entries = group.entries.slice(group.from);
      group.from = 0;
    }
  }
  if (node.left >= 1_024 && node.left * 2 >= node.leaving.length) {
    node.leaving = node.leaving.slice(node.left);
    node.left = 0;
  }
}

function groupAt<Ref>(node: Node<Ref>, key: string, values: readonly EventValue[]): Group<Ref> {
  let group = node.groups.get(key);
  if (!group) {
    const { correlation, members } = node.correlated;
    const measure = measureFor(correlation.test, members.length);
    group = { key, values, measure, entries: [], from: 0 };
    node.groups.set(key, group);
  }
  return group;
}

/** The groups that an occurrence is of, and through which of its rules, whose fields may differ. */
function groupsOf<Ref>(
  node: Node<Ref>,
  occurrence: Occurrence<Ref>,
  rules: readonly number[],
): ReadonlyMap<string, { readonly values: readonly EventValue[]; readonly of: number[] }> {
  const groups = new Map<string, { values: readonly EventValue[]; of: number[] }>();
  for (const rule of rules) {
    const names = node.correlated.correlation.groupBy;
    for (const values of tuples(node, occurrence, rule, names)) {
      const key = keyOf(values);
      const group = groups.get(key);
      if (!group) groups.set(key, { values, of: [rule] });
      else if (!group.of.includes(rule)) group.of.push(rule);
    }
  }
  return groups;
}

/** What an occurrence brings to a count of values, or to a computation with them. */
function valuesOf<Ref>(
  node: Node<Ref>,
  occurrence: Occurrence<Ref>,
  rules: readonly number[],
): readonly string[] {
  const { test } = node.correlated.correlation;
  if (test.kind === 'value-count' || test.kind === 'value-share') {
    const all = rules.flatMap((rule) => tuples(node, occurrence, rule, test.fields));
    return [...new Set(all.map(keyOf))];
  }
  if (test.kind !== 'value') return [];
  // An event that several rules match counts once, through the first that finds a number.
  for (const rule of rules) {
    const values = heldBy(node, occurrence, rule, test.field);
    const numbers = values.flatMap((value) => numberSpelledBy(value) ?? []);
    if (numbers.length > 0) return numbers;
  }
  return [];
}

/** Every way to take one value of each field; none if a field is missing. */
function tuples<Ref>(
  node: Node<Ref>,
  occurrence: Occurrence<Ref>,
  rule: number,
  names: readonly Name[],
): readonly (readonly EventValue[])[] {
  let all: (readonly EventValue[])[] = [[]];
  for (const name of names) {
    const held = heldBy(node, occurrence, rule, name);
    const values = held.filter((v) => v !== null && typeof v !== 'object');
    all = all.flatMap((head) => values.map((value) => [...head, value])).slice(0, MAX_GROUPS);
  }
  return all;
}

function heldBy<Ref>(
  { correlated, from }: Node<Ref>,
  occurrence: Occurrence<Ref>,
  rule: number,
  name: Name,
): readonly EventValue[] {
  return occurrence.field(fieldIn(correlated, rule, name).text, from[rule]!) ?? [];
}

/** Equal for values that are stored alike: a number is what it prints as. */
function keyOf(values: readonly EventValue[]): string {
  return values.length === 1 ? String(textOf(values[0]!)) : JSON.stringify(values.map(textOf));
}

/** The latest before an entry, and its own. */
function eventsIn<Ref>({ entries, from }: Group<Ref>, last: Entry<Ref>): readonly Ref[] {
  const own = new Set(last.events);
  const before = new Set<Ref>();
  const most = MAX_EVENTS - last.events.length;
  for (let i = entries.length - 1; i >= from && before.size < most; i--) {
    const { events } = entries[i]!;
    for (let k = events.length - 1; k >= 0 && before.size < most; k--) {
      if (!own.has(events[k]!)) before.add(events[k]!);
    }
  }
  return [...[...before].reverse(), ...last.events];
}
