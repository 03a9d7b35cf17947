import type { DetectionNode } from '../../model/detection.js';
import type { LogSource } from '../../model/rule.js';
import { isAnywhere, isOf } from '../../store/candidates.js';
import { textsOf } from '../../store/literals.js';
import type { LogSourceEntry, Source } from '../../store/source.js';
import { factText } from '../event.js';
import type { MatchEvent } from '../event.js';
import { TABLE_COLUMNS } from '../events/shapes.js';
import type { StoreName } from '../events/shapes.js';

/** What an event says of its place in a store: its texts, folded, by the name of the fact. */
export type StoreFacts = ReadonlyMap<string, readonly string[]>;

/** The fields of each store that say what an event is. */
const TELLING: Readonly<Record<StoreName, readonly string[]>> = {
  elastic: ['event.dataset', 'event.module', 'event.category', 'host.os.type'],
  splunk: ['sourcetype', 'source'],
  microsoft: [...TABLE_COLUMNS, 'ActionType'],
};

const TABLE = 'table';
const MODULE = 'event.module';
const DATASET = 'event.dataset';

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

/** A log source as a store has it. */
export interface Place {
  readonly source: Source;
  readonly entry: LogSourceEntry;
  /** The only texts that its events have of each fact. */
  readonly facts: StoreFacts;
}

/** What a store says of log sources. */
export class StoreJudge {
  private readonly places: readonly Place[];
  /** What the store is known to have of each identifying fact. */
  private readonly names: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(sources: readonly Source[], store: StoreName) {
    this.places = placesOf(sources, store);
    this.names = new Map(
      IDENTIFYING.map((name) => [
        name,
        new Set(this.places.flatMap((p) => p.facts.get(name) ?? [])),
      ]),
    );
  }

  /** Products of log sources that are in datasets of their own. */
  products(): readonly string[] {
    const apart = this.places.filter((p) => p.facts.size > 0);
    return apart.flatMap((p) => p.entry.keys.product ?? []);
  }

  /** Whether an event cannot be of a log source, as the store keeps it. */
  contradicts(said: StoreFacts, logsource: LogSource): boolean {
    const facts = this.judged(said);
    if (contradictsSystem(facts, logsource)) return true;
    const own = this.places.filter((p) => isOf(logsource, p.entry) && !isAnywhere(p));
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

  /** Without datasets, source types and tables of the user's own, which say nothing. */
  private judged(said: StoreFacts): StoreFacts {
    return new Map(
      [...said].filter(
        ([name, texts]) =>
          !IDENTIFYING.includes(name) || texts.some((t) => this.names.get(name)?.has(t)),
      ),
    );
  }
}

export function placesOf(sources: readonly Source[], store: StoreName): readonly Place[] {
  return sources.flatMap((source) => {
    if (source.refusal !== null) return [];
    const facts = factsOf(source, store);
    return source.logSources.map((entry) => ({ source, entry, facts }));
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

const IDENTIFYING = [DATASET, MODULE, 'sourcetype', TABLE, 'ActionType'];

function factsOf(source: Source, store: StoreName): StoreFacts {
  const facts = new Map<string, readonly string[]>();
  if (store === 'microsoft') {
    const names = source.tables.map((t) => t.replace(/\(\)$/, '').toLowerCase());
    if (names.length > 0) facts.set(TABLE, names);
  }
  const add = (node: DetectionNode): void => {
    if (node.kind === 'detection-group') {
      if (node.linking === 'all' || node.items.length === 1) node.items.forEach(add);
      return;
    }
    const texts = textsOf(node);
    if (!node.field || node.negated || !texts || !TELLING[store].includes(node.field.text)) return;
    facts.set(node.field.text, texts);
  };
  if (source.where) add(source.where);
  const datasets = facts.get(DATASET);
  if (datasets) facts.set(MODULE, [...new Set(datasets.map((d) => d.replace(/\..*$/, '')))]);
  return facts;
}
