import { either } from '../../model/suggest.js';
import { logSourceKey } from '../../model/log-source.js';
import type { LogSource } from '../../model/log-source.js';
import { isOf, MAX_REMEMBERED } from './candidates.js';
import type { Candidate } from './candidates.js';
import type { Choosing } from './choosing.js';
import { factsOf } from './facts.js';
import { fieldNames } from '../field-names.js';
import { HASH_LISTS, isDigestField } from '../forms/hashes.js';
import type { Source } from '../source.js';
import type { Tables } from '../tables.js';
import { once, remembered } from '../../source/remembered.js';

/** Events that have a field, of a rule's log source or of another one. */
export interface Holder extends Candidate {
  readonly isOfRule: boolean;
}

/**
 * The events that are known to have a field, under the rule's own product: those of its log source
 * first. None for a name that is misspelt.
 */
export function holdersOf(
  field: string,
  logsource: LogSource,
  sources: readonly Source[],
  { tables }: Choosing,
): readonly Holder[] {
  let known = holdersIn.get(sources);
  if (!known || known.tables !== tables)
    holdersIn.set(sources, (known = { tables, byKey: new Map() }));
  return remembered(known.byKey, logSourceKey(logsource, [field]), MAX_REMEMBERED, () =>
    findHolders(field, logsource, sources, tables),
  );
}

interface Known {
  readonly tables: Tables | undefined;
  readonly byKey: Map<string, readonly Holder[]>;
}

/** A filter of any rule is tried with thousands of them. */
const holdersIn = new WeakMap<readonly Source[], Known>();

function findHolders(
  field: string,
  logsource: LogSource,
  sources: readonly Source[],
  tables: Tables | undefined,
): readonly Holder[] {
  const products = logsource.product.map((p) => p.text.toLowerCase());
  const found = sources.flatMap((source) => {
    if (source.refusal !== null) return [];
    return source.logSources.flatMap((entry): readonly Holder[] => {
      const isOfRule = isOf(logsource, entry);
      // Which of these events have it is told by their categories.
      if (isOfRule && entry.byEvent) return [];
      if (!isOfRule && !entry.keys.product?.some((p) => products.includes(p))) return [];
      const names = fieldNames(source, entry, tables);
      const isKnown = (name: string): boolean => {
        if (names.alias(name)) return true;
        const { rule, assumed } = names.ruleFor(name);
        return rule !== null && assumed === null;
      };
      const isHeld = isKnown(field) || (isDigestField(field) && HASH_LISTS.some(isKnown));
      return isHeld ? [{ source, entry, isOfRule }] : [];
    });
  });
  return [...found.filter((h) => h.isOfRule), ...found.filter((h) => !h.isOfRule)];
}

/** What holds a candidate's events, as part of a sentence. */
export function eventsOf({ source, entry }: Candidate): string {
  const facts = factsOf(entry);
  const told = (['eventid', 'channel'] as const).find((name) => facts.has(name));
  if (told === undefined) return source.name;
  const texts = [...facts.get(told)!.values()];
  if (texts.length > MANY) return source.name;
  const name = told === 'eventid' ? 'EventID' : 'Channel';
  return `events with ${name} ${either(texts)} in ${source.name}`;
}

const MANY = 3;

/** Categories that are named alone where they hold a field, since most rules for it are theirs. */
const FIRST: readonly string[] = [
  'process_creation',
  'network_connection',
  'image_load',
  'file_event',
  'registry_set',
  'dns_query',
];

const namesOf = new WeakMap<readonly Holder[], string>();

/** What holds a field, as part of a sentence: events of the rule's own log source, if any do. */
export function holdersNamed(holders: readonly Holder[]): string {
  return once(namesOf, holders, nameHolders);
}

function nameHolders(holders: readonly Holder[]): string {
  const own = holders.find((h) => h.isOfRule);
  if (own) return eventsOf(own);
  for (const key of ['category', 'service', 'product'] as const) {
    const all = new Set(holders.flatMap(({ entry }) => entry.keys[key] ?? []));
    all.delete('');
    if (all.size === 0) continue;
    const first = FIRST.filter((name) => all.has(name));
    const names = first.length > 0 ? first : [...all];
    return `events of ${key} ${either(names.slice(0, MANY))}`;
  }
  return '';
}
