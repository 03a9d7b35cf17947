import type { DetectionNode } from '../../model/detection.js';
import type { LogSource } from '../../model/rule.js';
import { isAnywhere, isOf } from '../../store/choice/candidates.js';
import { factsOf as heldBy } from '../../store/choice/facts.js';
import { textsOf } from '../../store/literals.js';
import type { LogSourceEntry, Source } from '../../store/source.js';
import { factText } from '../event.js';
import type { MatchEvent } from '../event.js';
import { TABLE_COLUMNS } from '../events/microsoft-row.js';
import type { StoreName } from '../../schemas/stores.js';

/** What an event says of its place in a store: its strings, folded, by the name of the fact. */
export type StoreFacts = ReadonlyMap<string, readonly string[]>;

const TABLE = 'table';
const ACTION = 'ActionType';
const MODULE = 'event.module';
const DATASET = 'event.dataset';

/** The fields of each store that say what an event is. */
const TELLING: Readonly<Record<StoreName, readonly string[]>> = {
  elastic: [
    ...['event.dataset', 'event.module', 'event.category', 'event.type', 'event.action'],
    ...['host.os.type', 'process.name'],
  ],
  splunk: ['sourcetype', 'source', 'category', 'process'],
  microsoft: [...TABLE_COLUMNS, ACTION, 'ProcessName'],
};

export function storeFacts(event: MatchEvent): StoreFacts | null {
  const { store } = event.view;
  if (!store) return null;
  const facts = new Map<string, readonly string[]>();
  for (const name of TELLING[store]) {
    const texts = (event.kept.field(name) ?? []).flatMap((v) => factText(v) ?? []);
    if (texts.length > 0) facts.set(TABLE_COLUMNS.includes(name) ? TABLE : name, texts);
  }
  return facts.size > 0 ? facts : null;
}

/** A log source as a store has it, or one of the alternatives by which its events are told. */
export interface Place {
  readonly source: Source;
  readonly entry: LogSourceEntry;
  /** The only strings that its events have of each fact. */
  readonly facts: StoreFacts;
}

/** What a store says of log sources. */
export class StoreJudge {
  private readonly places: readonly Place[];
  /** What the store is known to have of each fact. */
  private readonly names = new Map<string, Set<string>>();
  /** The tables that have rows of each action. */
  private readonly tablesOf = new Map<string, Set<string>>();

  constructor(sources: readonly Source[], store: StoreName) {
    this.places = placesOf(sources, store);
    // A source that may be told in another way, too, such as by a tag, still has what it names to itself.
    for (const { where } of sources) if (where) namedIn(where, store, this.known);
    for (const { facts } of this.places) {
      for (const [name, texts] of facts) this.known(name, texts);
      for (const action of facts.get(ACTION) ?? []) {
        const tables = this.tablesOf.get(action) ?? new Set<string>();
        facts.get(TABLE)?.forEach((t) => tables.add(t));
        this.tablesOf.set(action, tables);
      }
    }
  }

  private readonly known = (name: string, texts: readonly string[]): void => {
    const known = this.names.get(name) ?? new Set<string>();
    texts.forEach((t) => known.add(t));
    this.names.set(name, known);
  };

  /** Products of log sources that are in datasets of their own. */
  products(): readonly string[] {
    const apart = this.places.filter((p) => p.facts.size > 0);
    return apart.flatMap((p) => p.entry.keys.product ?? []);
  }

  /**
   * Whether an event cannot be of a log source, as the store keeps it.
   *
   * @param facts of an event that names no channel of Windows, as `judged` leaves them
   */
  contradicts(facts: StoreFacts, logsource: LogSource): boolean {
    if (contradictsSystem(facts, logsource)) return true;
    const all = this.places.filter((p) => isOf(logsource, p.entry) && !isAnywhere(p));
    // What agents make of the event log has its channel, and nothing else tells it.
    const elsewhere = all.filter((p) => p.facts.size > 0 || !heldBy(p.entry).has('channel'));
    const own = elsewhere.length > 0 ? elsewhere : all;
    if (own.length > 0 && own.every((p) => refutes(facts, p.facts))) return true;
    // The event may be known to be another product's.
    const { product } = logsource;
    const confirmed = this.places.filter((p) => confirms(facts, p.facts));
    return (
      product.length > 0 &&
      confirmed.length > 0 &&
      confirmed.every(({ entry }) => {
        const of = entry.keys.product;
        return of && !product.some((n) => of.includes(n.text.toLowerCase()));
      })
    );
  }

  /**
   * Without datasets, source types and tables of the user's own, which say nothing. Texts of other
   * facts, such as names of processes, are all the same where no log source is told by them.
   */
  judged(said: StoreFacts): StoreFacts {
    const facts = new Map<string, readonly string[]>();
    for (const [name, texts] of said) {
      const known = this.names.get(name);
      const kept = known ? texts.filter((t) => known.has(t)) : [];
      if (kept.length > 0) facts.set(name, kept);
      else if (known && !IDENTIFYING.includes(name)) facts.set(name, OTHER);
    }
    // What advanced hunting exports does not name its table.
    const tables = (said.get(ACTION) ?? []).flatMap((a) => [...(this.tablesOf.get(a) ?? [])]);
    if (tables.length > 0 && !facts.has(TABLE)) facts.set(TABLE, tables);
    return facts;
  }
}

const OTHER = [''];
const NOTHING: StoreFacts = new Map();

export function placesOf(sources: readonly Source[], store: StoreName): readonly Place[] {
  return sources.flatMap((source) => {
    if (source.refusal !== null) return [];
    const facts = factsOf(source, store);
    return source.logSources.flatMap((entry) => {
      const own = entry.where
        ? tellingOf(entry.where, (name) => storedIn(source, name), store)
        : [];
      const each = joined(facts, own);
      return (each.length > 0 ? each : [NOTHING]).map((of) => ({ source, entry, facts: of }));
    });
  });
}

/** Whether an event says that it is of a place. */
export function isOfPlace(said: StoreFacts, { facts }: Place): boolean {
  return [...facts.keys()].some((name) => said.has(name)) && !refutes(said, facts);
}

const SYSTEMS = ['windows', 'linux', 'macos'];

function contradictsSystem(facts: StoreFacts, { product }: LogSource): boolean {
  const system = facts.get('host.os.type');
  const [name] = product;
  if (!system || !name || product.length > 1) return false;
  const wanted = name.text.toLowerCase();
  return SYSTEMS.includes(wanted) && system.every((s) => s !== wanted && SYSTEMS.includes(s));
}

function refutes(said: StoreFacts, held: StoreFacts): boolean {
  for (const [name, texts] of held) {
    const own = said.get(name);
    if (own && !own.some((t) => texts.includes(t))) return true;
  }
  return false;
}

/** Whether all that the place is told by is said, and a dataset, table or the like is among it. */
function confirms(said: StoreFacts, held: StoreFacts): boolean {
  if (!IDENTIFYING.some((name) => held.has(name) && said.has(name))) return false;
  return !refutes(said, held);
}

const IDENTIFYING = [DATASET, MODULE, 'sourcetype', TABLE, ACTION];

/** What the events of a source have of each fact: one map for each alternative. */
function factsOf(source: Source, store: StoreName): readonly StoreFacts[] {
  const tables = source.tables.map((t) => t.replace(/\(\)$/, '').toLowerCase());
  const inTables: StoreFacts[] =
    store === 'microsoft' && tables.length > 0 ? [new Map([[TABLE, tables]])] : [];
  const where = source.where ? tellingOf(source.where, (name) => name, store) : [];
  return joined(inTables, where).map((facts) => {
    const datasets = facts.get(DATASET);
    if (!datasets) return facts;
    return new Map([...facts, [MODULE, [...new Set(datasets.map((d) => d.replace(/\..*$/, '')))]]]);
  });
}

/** Conditions with more alternatives say nothing. */
const MAX_ALTERNATIVES = 32;

/** What conditions say of the facts that tell events apart; nothing where there is no alternative. */
function tellingOf(
  node: DetectionNode,
  stored: (name: string) => string | null,
  store: StoreName,
): readonly StoreFacts[] {
  if (node.kind === 'detection-group') {
    const each = node.items.map((item) => tellingOf(item, stored, store));
    if (node.linking === 'all' || each.length === 1) return each.reduce(joined, []);
    return each.every((e) => e.length > 0) ? each.flat() : [];
  }
  const texts = textsOf(node);
  const name = node.field && stored(node.field.text);
  if (!name || node.negated || !texts || !TELLING[store].includes(name)) return [];
  return [new Map([[name, texts]])];
}

/** What conditions name of the facts that tell events apart, whatever they are among. */
function namedIn(
  node: DetectionNode,
  store: StoreName,
  found: (name: string, texts: readonly string[]) => void,
): void {
  if (node.kind === 'detection-group') return node.items.forEach((n) => namedIn(n, store, found));
  const texts = textsOf(node);
  const name = node.field?.text;
  if (name !== undefined && texts && !node.negated && TELLING[store].includes(name)) {
    found(name, texts);
  }
}

/** Alternatives of which both hold. */
function joined(a: readonly StoreFacts[], b: readonly StoreFacts[]): readonly StoreFacts[] {
  if (a.length === 0 || a.length * b.length > MAX_ALTERNATIVES) return b;
  if (b.length === 0) return a;
  return a.flatMap((one) => b.map((other) => new Map([...one, ...other])));
}

/** What a source calls a field of Sigma's that it only renames. */
function storedIn({ fields }: Source, name: string): string | null {
  const rule = fields.get(name);
  if (rule?.kind !== 'renamed' || rule.values || rule.affixes.length > 0) return null;
  return rule.to.length === 1 ? rule.to[0]! : null;
}
