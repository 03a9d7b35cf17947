import { CORPUS_LANGUAGES } from '../corpus/entry.js';
import { buildCorpusIndex } from '../corpus/corpus-index.js';
import type { CorpusIndex, SharedIndicator } from '../corpus/corpus-index.js';
import type { AttackData } from '../../model/attack/attack.js';
import { isEventSelector } from '../inspect/selectors.js';
import { hashOf } from '../../source/hash.js';
import type { Manifest } from './changes.js';
import type { CatalogFilter, CatalogRule, OtherFile, SigmaDetails } from './entry.js';
import { FACETS, LANGUAGE_LABELS, LEVELS, STATUSES, valuesOf } from './facets.js';
import type { Facet } from './facets.js';
import type { SiteOptions } from './layout.js';
import { once } from '../../source/remembered.js';
import { fileNames } from './slug.js';

export type Shared = SharedIndicator<CatalogRule>;

type CoveredEvent = SigmaDetails['events'][number];

/** What a catalogue is made from. */
export interface CatalogInput {
  readonly rules: readonly CatalogRule[];
  readonly filters: readonly CatalogFilter[];
  /** Files without a rule. */
  readonly others: readonly OtherFile[];
  readonly attack: AttackData;
  /** Of the build before, if there was one. */
  readonly previous: Manifest | null;
  readonly options: SiteOptions;
}

/** Rules that have something in common, and the page that lists them. */
export interface Listed {
  readonly label: string;
  /** Below the root of the site. */
  readonly path: string;
  readonly rules: readonly CatalogRule[];
}

export interface FacetValue extends Listed {
  readonly value: string;
}

export interface ListedEvent extends Listed {
  readonly event: CoveredEvent;
}

/** Where a page shows an indicator. */
export interface IndicatorPlace {
  readonly page: string;
  /** The id of its part of the page. */
  readonly anchor: string;
}

/** All rules, looked at from every side, and where the page of each thing is. */
export interface Catalog extends Omit<CatalogInput, 'rules'> {
  /** By title. */
  readonly rules: readonly CatalogRule[];
  readonly index: CorpusIndex<CatalogRule>;
  readonly byId: ReadonlyMap<string, CatalogRule>;
  /** By the place where it begins, as `placeKey` writes it; of those that were read. */
  readonly byPlace: ReadonlyMap<string, CatalogRule>;
  readonly pageOf: ReadonlyMap<CatalogRule, string>;
  readonly filterPages: ReadonlyMap<CatalogFilter, string>;
  /** By filter, the rules that it applies to. */
  readonly filtered: ReadonlyMap<CatalogFilter, readonly CatalogRule[]>;
  /** Of indicators that two rules or more look for. */
  readonly indicatorPages: ReadonlyMap<Shared, IndicatorPlace>;
  /** In the order in which they are shown. */
  readonly facets: ReadonlyMap<Facet, readonly FacetValue[]>;
  /** By the id of an object of ATT&CK, rules that are tagged with it itself. */
  readonly attackPages: ReadonlyMap<string, Listed>;
  /** By `eventKey`. */
  readonly eventPages: ReadonlyMap<string, ListedEvent>;
}

export function catalogOf(input: CatalogInput): Catalog {
  const index = buildCorpusIndex(input.rules);
  const titles = new Map(index.rules.map((rule) => [rule, plainTitle(rule)]));
  const rules = [...index.rules].sort((a, b) => compare(titles.get(a)!, titles.get(b)!));
  const pageOf = rulePages(rules);
  return {
    ...input,
    rules,
    index,
    byId: new Map(index.rules.flatMap((rule) => (rule.id === null ? [] : [[rule.id, rule]]))),
    byPlace: new Map(
      rules.flatMap((rule) =>
        rule.sigma ? [[placeKey({ path: rule.path, line: rule.sigma.line }), rule]] : [],
      ),
    ),
    pageOf,
    filterPages: filterPages(input.filters),
    filtered: filteredBy(input.filters, rules),
    indicatorPages: indicatorPages(index),
    facets: facetsOf(rules, input.attack, pageOf),
    attackPages: attackPages(rules, input.attack),
    eventPages: eventPages(rules, pageOf),
  };
}

/** A catalogue that is made again as rules change has most of its rules from before. */
const plainTitles = new WeakMap<CatalogRule, string>();

/** Letters and digits alone count, in whatever case. */
function plainTitle(rule: CatalogRule): string {
  return once(plainTitles, rule, ({ title }) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A rule keeps its page while it keeps its id, wherever its file is moved. */
function rulePages(rules: readonly CatalogRule[]): ReadonlyMap<CatalogRule, string> {
  const ids = rules.flatMap(({ id }) => (id !== null && UUID.test(id) ? [id.toLowerCase()] : []));
  const users = grouped(ids, (id) => [headOf(id)]);
  const named = rules.map((rule) => {
    const id = rule.id?.toLowerCase() ?? '';
    // The first of its groups of digits tells it from thousands of others.
    const short = users.get(headOf(id))?.length === 1 ? headOf(id) : id;
    const wish = UUID.test(id) ? short : stemOf(rule.path);
    return { item: rule, wish, identity: `${rule.path} ${rule.position}` };
  });
  return inFolder('rules', fileNames(named));
}

function filterPages(filters: readonly CatalogFilter[]): ReadonlyMap<CatalogFilter, string> {
  const named = filters.map((filter) => ({
    item: filter,
    // `index` is the page that lists them.
    wish: `filter-${filter.title}`,
    identity: `${filter.path} ${filter.line}`,
  }));
  return inFolder('filters', fileNames(named));
}

function filteredBy(
  filters: readonly CatalogFilter[],
  rules: readonly CatalogRule[],
): ReadonlyMap<CatalogFilter, readonly CatalogRule[]> {
  if (filters.length === 0) return new Map();
  const byPlace = grouped(rules, (rule) => (rule.sigma?.filters ?? []).map(placeKey));
  return new Map(filters.map((filter) => [filter, byPlace.get(placeKey(filter)) ?? []]));
}

export function placeKey({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${line} ${path}`;
}

function headOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}

function stemOf(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/(.)\.[^.]*$/, '$1');
}

function inFolder<T>(folder: string, names: ReadonlyMap<T, string>): ReadonlyMap<T, string> {
  return new Map([...names].map(([item, name]) => [item, `${folder}/${name}.html`]));
}

/** A page for each field and kind; a part of it for each value. */
function indicatorPages(index: CorpusIndex<CatalogRule>): ReadonlyMap<Shared, IndicatorPlace> {
  const shared = index.indicators(2).filter(({ indicator: { field } }) => {
    return field === null || !isEventSelector(field);
  });
  const groups = new Map<string, { readonly parts: readonly string[]; readonly own: Shared[] }>();
  for (const item of shared) {
    const { field, kind, negated } = item.indicator;
    const parts = [...(negated ? ['not'] : []), field ?? 'text', kind];
    const key = JSON.stringify([negated, field, kind]);
    const known = groups.get(key);
    if (known) known.own.push(item);
    else groups.set(key, { parts, own: [item] });
  }
  const named = [...groups].map(([identity, { parts, own }]) => {
    return { item: own, wish: parts.join('-'), identity };
  });
  return new Map(
    [...inFolder('indicators', fileNames(named))].flatMap(([own, page]) => {
      const parts = own.map((item) => {
        const { value } = item.indicator;
        return { item, wish: `v${hashOf(value).slice(0, 6)}`, identity: value };
      });
      return [...fileNames(parts)].map(([item, anchor]) => [item, { page, anchor }] as const);
    }),
  );
}

/** The page that lists every rule. */
export const ALL_RULES = 'by/all.html';

function facetsOf(
  rules: readonly CatalogRule[],
  attack: AttackData,
  pageOf: ReadonlyMap<CatalogRule, string>,
): ReadonlyMap<Facet, readonly FacetValue[]> {
  /** What holds for every rule, or for one alone, needs no list of its own. */
  const listOf = (own: readonly CatalogRule[]): string | undefined => {
    if (own.length === rules.length) return ALL_RULES;
    return own.length === 1 ? pageOf.get(own[0]!) : undefined;
  };
  return new Map(
    FACETS.map((facet) => {
      const byValue = grouped(rules, (rule) => valuesOf(rule, facet, attack));
      const named = [...byValue.keys()].map((value) => ({
        item: value,
        wish: `${facet}-${value}`,
        identity: value,
      }));
      const paths = inFolder('by', fileNames(named));
      const values = [...byValue].map(([value, own]) => ({
        value,
        label: labelOf(facet, value, attack),
        path: listOf(own) ?? paths.get(value)!,
        rules: own,
      }));
      return [facet, values.sort(orderOf(facet, attack))];
    }),
  );
}

function labelOf(facet: Facet, value: string, { tactics }: AttackData): string {
  if (facet === 'tactic') return tactics.find((t) => t.tactics[0] === value)?.name ?? value;
  if (facet === 'language') return LANGUAGE_LABELS[value as keyof typeof LANGUAGE_LABELS];
  return value;
}

/** Those with an order of their own in it, what does not belong to it last; the others by number. */
function orderOf(facet: Facet, { tactics }: AttackData) {
  const orders: Partial<Record<Facet, readonly string[]>> = {
    level: LEVELS,
    status: STATUSES,
    language: CORPUS_LANGUAGES,
    tactic: tactics.map((t) => t.tactics[0]!),
  };
  const order = orders[facet];
  const place = (value: string): number => {
    const at = order?.indexOf(value) ?? 0;
    return at < 0 ? Infinity : at;
  };
  return (a: FacetValue, b: FacetValue): number => {
    const [x, y] = [place(a.value), place(b.value)];
    if (x !== y) return x - y;
    return b.rules.length - a.rules.length || (a.value < b.value ? -1 : 1);
  };
}

function attackPages(
  rules: readonly CatalogRule[],
  { objects }: AttackData,
): ReadonlyMap<string, Listed> {
  const byId = grouped(rules, ({ sigma }) =>
    (sigma?.attack ?? []).flatMap((t) => (t.kind === 'tactic' || t.id === null ? [] : [t.id])),
  );
  // A technique of which only sub-techniques are used also has a page, which lists them.
  for (const id of [...byId.keys()]) {
    const parent = objects.get(id)?.parent ?? null;
    if (parent !== null && !byId.has(parent)) byId.set(parent, []);
  }
  const named = [...byId.keys()].map((id) => ({ item: id, wish: id, identity: id }));
  const paths = inFolder('attack', fileNames(named));
  return new Map(
    [...byId].map(([id, own]) => {
      const name = objects.get(id)?.name;
      return [id, { label: name ? `${id} ${name}` : id, path: paths.get(id)!, rules: own }];
    }),
  );
}

export function eventKey({ channel, provider, id }: CoveredEvent): string {
  return JSON.stringify([channel, provider, id]);
}

/** What one rule alone selects needs no list of its own. */
function eventPages(
  rules: readonly CatalogRule[],
  pageOf: ReadonlyMap<CatalogRule, string>,
): ReadonlyMap<string, ListedEvent> {
  const events = new Map<string, CoveredEvent>();
  const byKey = grouped(rules, ({ sigma }) =>
    (sigma?.events ?? []).map((event) => {
      const key = eventKey(event);
      if (!events.has(key)) events.set(key, event);
      return key;
    }),
  );
  const named = [...byKey.keys()].map((key) => {
    const { channel, provider, id } = events.get(key)!;
    return { item: key, wish: `${channel ?? provider ?? 'any'}-${id ?? 'any'}`, identity: key };
  });
  const paths = inFolder('events', fileNames(named));
  return new Map(
    [...byKey].map(([key, own]) => {
      const event = events.get(key)!;
      const path = own.length === 1 ? pageOf.get(own[0]!)! : paths.get(key)!;
      return [key, { label: eventLabel(event), path, rules: own, event }];
    }),
  );
}

function eventLabel({ channel, provider, id, meaning }: CoveredEvent): string {
  const place = [channel, id === null ? 'any event' : id].filter((p) => p !== null).join(' ');
  return meaning ?? (channel === null && provider !== null ? `${provider}: ${place}` : place);
}

/** By each of its keys, the items that have it, each once. */
function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const keys = keysOf(item);
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** The page that shows a line of a filter's file, with the line; null if there is none. */
export function filterPlace(
  { filters, filterPages }: Catalog,
  path: string,
  line: number,
): string | null {
  const found = filters.find((filter) => {
    const last = filter.firstLine + filter.text.split(/\r\n|\r|\n/).length - 1;
    return filter.path === path && filter.firstLine <= line && line <= last;
  });
  return found ? `${filterPages.get(found)!}#L${line}` : null;
}
