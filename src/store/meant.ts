import { LOG_SOURCE_KEYS } from '../model/rule.js';
import type { LogSource } from '../model/rule.js';
import { isOfChannels, windowsChannelsOf } from '../schemas/windows/windows.js';
import { isOf, servicesIn } from './candidates.js';
import type { Choosing } from './choosing.js';
import { codes } from './codes.js';
import { report } from './explain.js';
import type { Source } from './source.js';

/**
 * The log source that a rule means: a category that is written as a service is read as one, and a
 * name that differs from a known one in what separates its words is read as that.
 */
export function meantLogSource(
  logsource: LogSource,
  sources: readonly Source[],
  run: Choosing,
): LogSource {
  const spelled = respelled(logsource, sources, run);
  const [service] = spelled.service;
  if (!service || spelled.category.length > 0) return spelled;
  const text = service.text.toLowerCase();
  if (servicesIn(sources).has(text)) return spelled;
  const entries = sources.flatMap((s) => s.logSources);
  const asCategory = { ...spelled, category: [service], service: [] };
  const isKnown = entries.some(
    (e) => e.keys.category?.includes(text) && e.keys.product && isOf(asCategory, e),
  );
  if (!isKnown) return spelled;
  report(run, codes['category-as-service']({ name: service.text }), service.span);
  return asCategory;
}

/** Known names, by the same without what separates words; null where several come to the same. */
type Spellings = ReadonlyMap<string, string | null>;

interface Known {
  readonly names: ReadonlySet<string>;
  readonly spellings: Spellings;
}

const knownIn = new WeakMap<readonly Source[], Readonly<Record<string, Known>>>();

function known(sources: readonly Source[]): Readonly<Record<string, Known>> {
  let found = knownIn.get(sources);
  if (!found) {
    const entries = sources.flatMap((s) => s.logSources);
    found = Object.fromEntries(
      LOG_SOURCE_KEYS.map((key) => {
        const names = new Set(entries.flatMap(({ keys }) => keys[key] ?? []));
        const spellings = new Map<string, string | null>();
        for (const name of names) {
          const joined = withoutSeparators(name);
          spellings.set(joined, spellings.has(joined) ? null : name);
        }
        return [key, { names, spellings }];
      }),
    );
    knownIn.set(sources, found);
  }
  return found;
}

function withoutSeparators(name: string): string {
  return name.replace(/[\s_-]+/g, '');
}

function respelled(logsource: LogSource, sources: readonly Source[], run: Choosing): LogSource {
  let made = logsource;
  for (const key of LOG_SOURCE_KEYS) {
    const { names, spellings } = known(sources)[key]!;
    if (logsource[key].every((n) => names.has(n.text.toLowerCase()))) continue;
    const read = logsource[key].map((name) => {
      const text = name.text.toLowerCase();
      const meant = names.has(text) ? null : spellings.get(withoutSeparators(text));
      if (meant === null || meant === undefined) return name;
      report(run, codes['source-name-spelling']({ name: name.text, meant }), name.span);
      return { ...name, text: meant };
    });
    made = { ...made, [key]: read };
  }
  return made;
}

/** Whether events of the category are never in the channels of the service. */
export function isOfNoChannel({ category, service, product }: LogSource): boolean {
  if (!product.some((p) => p.text.toLowerCase() === 'windows')) return false;
  const channels = service.flatMap((s) => windowsChannelsOf(s.text.toLowerCase()));
  if (channels.length === 0 || category.length === 0) return false;
  return category.every((c) => isOfChannels(c.text.toLowerCase(), channels) === false);
}
