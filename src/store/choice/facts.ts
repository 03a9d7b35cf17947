import type { DetectionNode } from '../../model/detection.js';
import { valuesOf } from '../../model/rewrite.js';
import { soleProviderOf, windowsChannelOf } from '../../schemas/windows/windows.js';
import { once } from '../../source/remembered.js';
import { literalOf, textsOf, writtenOf } from '../literals.js';
import type { LogSourceEntry } from '../source.js';

/** Strings as they are written, by what they are folded. */
export type Texts = ReadonlyMap<string, string>;

/** The only values that some fields have in the events of a source, by lower-cased name. */
export type Facts = ReadonlyMap<string, Texts>;

const known = new WeakMap<LogSourceEntry, Facts>();

/** What the conditions of an entry, and what it says that all its events hold, say of single fields. */
export function factsOf(entry: LogSourceEntry): Facts {
  return once(known, entry, readFacts);
}

function readFacts({ where, holds }: LogSourceEntry): Facts {
  const facts = new Map<string, Texts>();
  const add = (node: DetectionNode): void => {
    if (node.kind === 'detection-group') {
      if (node.linking === 'all' || node.items.length === 1) node.items.forEach(add);
      return;
    }
    if (!node.field || !textsOf(node)) return;
    const texts = valuesOf(node).map((v) => [literalOf(v)!, writtenOf(v)!] as const);
    facts.set(node.field.text.toLowerCase(), new Map(texts));
  };
  if (where) add(where);
  if (holds) add(holds);
  return facts;
}

const PROVIDER = 'provider_name';

/** The fields that facts may decide, in lower case. */
export function decidedBy(facts: Facts): readonly string[] {
  return facts.has('channel') ? [...facts.keys(), PROVIDER] : [...facts.keys()];
}

export function isProvider(field: string): boolean {
  return field === PROVIDER;
}

/** Whether a provider, folded, writes to no channel in which the events are. */
export function isOfOtherChannel(provider: string | null, facts: Facts): boolean {
  const held = facts.get('channel');
  if (provider === null || !held) return false;
  const channel = windowsChannelOf(provider);
  if (channel !== undefined) return !held.has(channel);
  // Other products call themselves providers, too, and write wherever they do.
  if (!provider.startsWith('microsoft-windows-')) return false;
  return held.size > 0 && [...held.keys()].every((c) => soleProviderOf(c) !== undefined);
}
