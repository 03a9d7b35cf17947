import { correlate, correlateCondition, fieldIn } from '../../model/correlation/correlated.js';
import type { Correlated, Member } from '../../model/correlation/correlated.js';
import { valueFields } from '../../model/correlation/correlation.js';
import { usableRule } from '../../model/document.js';
import type { SigmaDocument } from '../../model/document.js';
import type { Library } from '../../model/linking/library.js';
import type { Name } from '../../model/name.js';
import type { Brought, TupleOf } from './brought.js';
import { measuring } from './window.js';
import { Windows } from './windows.js';
import type { Entry } from './windows.js';

/** What correlations may be of: an event, or a match of a correlation. */
export interface Arrival<Ref> {
  /** What it consists of, the last at the end. */
  readonly events: readonly Ref[];
  readonly parts: readonly Part<Ref>[];
}

/** A match of one rule, and where it goes. */
export interface Part<Ref> {
  readonly outlet: Outlet<Ref>;
  readonly brought: Brought;
  /** What it is for correlations that count the same of it, as feeds say. */
  readonly entries: (Entry<Ref> | undefined)[];
}

/** Where the matches of a rule or a correlation go, and what is asked of them there. */
export interface Outlet<Ref> {
  readonly feeds: readonly Feed<Ref>[];
  /** As the rule calls them; what is brought holds them in this order. */
  readonly fields: readonly Name[];
  /** Whether no other correlation is of those that it feeds. */
  readonly isLast: boolean;
}

/** Takes the matches of a rule to a correlation that is of it. */
export interface Feed<Ref> {
  readonly node: Node<Ref>;
  /** The node's. */
  readonly windows: Windows<Ref>;
  /** The rule's position in the correlation, as a list. */
  readonly rules: readonly [number];
  readonly group: TupleOf;
  /** What is counted, or computed with, besides events. */
  readonly values: TupleOf | null;
  readonly number: number | null;
  /** Where parts have their entries for feeds of the same position that count the same. */
  readonly entry: number;
}

/** One correlation. */
export interface Node<Ref> {
  readonly correlated: Correlated;
  /** Whether its matches are told, and not only taken by other correlations. */
  readonly isTold: boolean;
  /** Comes after those that it is of. */
  readonly order: number;
  readonly outlet: Outlet<Ref>;
  readonly windows: Windows<Ref>;
  /** What there is of the time that is being worked on; parts of one arrival are next to each other. */
  readonly came: Came<Ref>[];
}

export interface Came<Ref> {
  readonly arrival: Arrival<Ref>;
  readonly feed: Feed<Ref>;
  readonly part: Part<Ref>;
}

export interface Network<Ref> {
  readonly nodes: readonly Node<Ref>[];
  /** Of rules, as documents of their own where conditions differ. */
  readonly outlets: ReadonlyMap<SigmaDocument, Outlet<Ref>>;
}

/**
 * The correlations of a library, as far as they are usable.
 * @param apart what a correlation asks of a rule's events may change how the rule is asked of them
 */
export function networkOf<Ref>(library: Library, apart: boolean): Network<Ref> {
  const builder = new Builder<Ref>(apart);
  for (const document of library.documents) {
    const isTold = !library.serving.has(document);
    const correlated = correlate(library, document);
    if (correlated) builder.add(correlated, isTold);
    const rule = usableRule(document);
    if (!rule || !isTold) continue;
    for (const condition of rule.detection.conditions) {
      const old = correlateCondition(document, rule, condition);
      if (old) builder.add(old, true);
    }
  }
  for (const outlet of builder.outlets.values()) {
    outlet.isLast = outlet.feeds.every((f) => f.node.outlet.feeds.length === 0);
  }
  return builder;
}

interface OpenOutlet<Ref> extends Outlet<Ref> {
  readonly feeds: Feed<Ref>[];
  readonly fields: Name[];
  isLast: boolean;
  /** Many correlations ask for the same. */
  readonly tuples: Map<string, number>;
  readonly entries: Map<string, number>;
}

class Builder<Ref> implements Network<Ref> {
  readonly nodes: Node<Ref>[] = [];
  readonly outlets = new Map<SigmaDocument, OpenOutlet<Ref>>();
  private readonly known = new Map<SigmaDocument, Node<Ref>>();

  constructor(private readonly apart: boolean) {}

  add(correlated: Correlated, isTold: boolean): Node<Ref> {
    const { document, correlation, members } = correlated;
    const isWritten = correlation === document.content;
    const known = isWritten ? this.known.get(document) : undefined;
    if (known) return isTold && !known.isTold ? Object.assign(known, { isTold }) : known;
    const { groupBy, test, timespan } = correlation;
    const values = valueFields(test);
    const apart = this.apart && groupBy.length + values.length > 0;
    const outlets = members.map((member) => this.outletOf(member, apart));
    const names = groupBy.map((n) => n.text);
    const measure = measuring(test, members.length);
    const isOfEvents = members.every((m) => m.kind === 'rule-member');
    const node: Node<Ref> = {
      correlated,
      isTold,
      order: this.nodes.length,
      outlet: openOutlet(),
      windows: new Windows(names, timespan.milliseconds, measure, isOfEvents),
      came: [],
    };
    for (const [rule, outlet] of outlets.entries()) {
      const tupleOf = (of: readonly Name[]): TupleOf =>
        asked(
          outlet,
          of.map((name) => fieldIn(correlated, rule, name)),
        );
      const group = tupleOf(groupBy);
      const counted = values.length > 0 ? tupleOf(values) : null;
      const isNumber = test.kind === 'value';
      const number = isNumber ? counted!.fields[0]! : null;
      const keys = isNumber ? null : counted;
      const entry = placeOf(outlet.entries, [rule, keys?.at, number].join());
      outlet.feeds.push({
        node,
        windows: node.windows,
        rules: [rule],
        group,
        values: keys,
        number,
        entry,
      });
    }
    if (isWritten) this.known.set(document, node);
    this.nodes.push(node);
    return node;
  }

  private outletOf(member: Member, apart: boolean): OpenOutlet<Ref> {
    // What correlations find has the fields that they group by, and no event to take others from.
    if (member.kind === 'correlated') return this.add(member, false).outlet as OpenOutlet<Ref>;
    const { document, rule } = member;
    const isSame = !apart && usableRule(document) === rule;
    const own = isSame ? document : { ...document, content: rule };
    let outlet = this.outlets.get(own);
    if (!outlet) this.outlets.set(own, (outlet = openOutlet()));
    return outlet;
  }
}

function openOutlet<Ref>(): OpenOutlet<Ref> {
  return { feeds: [], fields: [], isLast: false, tuples: new Map(), entries: new Map() };
}

function asked<Ref>({ fields, tuples }: OpenOutlet<Ref>, names: readonly Name[]): TupleOf {
  const places = names.map((name) => {
    const known = fields.findIndex((f) => f.text === name.text);
    return known >= 0 ? known : fields.push(name) - 1;
  });
  return { at: placeOf(tuples, places.join()), fields: places };
}

/** Equal for what is the same. */
function placeOf(known: Map<string, number>, key: string): number {
  const place = known.get(key) ?? known.size;
  known.set(key, place);
  return place;
}
