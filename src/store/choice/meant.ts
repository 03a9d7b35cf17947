import { namesProduct } from '../../model/log-source.js';
import { LOG_SOURCE_KEYS } from '../../model/rule.js';
import type { Name } from '../../model/name.js';
import type { LogSource, Rule } from '../../model/rule.js';
import { once } from '../../source/remembered.js';
import { isOfChannels, windowsChannelsOf } from '../../schemas/windows/windows.js';
import { isOf } from './candidates.js';
import type { Choosing } from './choosing.js';
import { codes } from '../codes.js';
import { report } from './explain.js';
import { asksAlways } from './needs.js';
import type { Source } from '../source.js';

/**
 * The log source that a rule means: a category that is written as a service, or the other way round, is
 * read as what it is, and a name that differs from a known one in what separates its words is read as
 * that. Of names that nothing knows, a Windows channel that the rule selects says more.
 */
export function meantLogSource(
  { logsource, detection }: Pick<Rule, 'logsource' | 'detection'>,
  sources: readonly Source[],
  run: Choosing,
): LogSource {
  const spelled = respelled(ofProduct(logsource, sources, run), sources, run);
  const placed = asWhatItIs(spelled, sources, run);
  return placed === spelled
    ? ofItsChannel({ logsource: spelled, detection }, sources, run)
    : placed;
}

const OTHER = { category: 'service', service: 'category' } as const;

/** With a lone category or service under the key that it is a name of. */
function asWhatItIs(logsource: LogSource, sources: readonly Source[], run: Choosing): LogSource {
  const key = logsource.category.length > 0 ? 'category' : 'service';
  const other = OTHER[key];
  const [name, ...others] = logsource[key];
  if (!name || others.length > 0 || logsource[other].length > 0) return logsource;
  const text = name.text.toLowerCase();
  const { [key]: here, [other]: there } = once(knownIn, sources, knownNames);
  if (here!.names.has(text) || !there!.names.has(text)) return logsource;
  const moved = { ...logsource, [key]: [], [other]: [name] };
  const isKnown = sources.some((s) =>
    s.logSources.some((e) => e.keys[other]?.includes(text) && isOf(moved, e)),
  );
  if (!isKnown) return logsource;
  const code = key === 'service' ? 'category-as-service' : 'service-as-category';
  report(run, codes[code]({ name: name.text }), name.span);
  return moved;
}

/** Without a category and service that nothing knows, where the rule itself selects a channel. */
function ofItsChannel(
  { logsource, detection }: Pick<Rule, 'logsource' | 'detection'>,
  sources: readonly Source[],
  run: Choosing,
): LogSource {
  const { category, service } = logsource;
  const [first] = [...category, ...service];
  if (!first || !namesProduct(logsource, 'windows')) return logsource;
  const isUnknown = (key: 'category' | 'service'): boolean =>
    logsource[key].every(
      (n) => !once(knownIn, sources, knownNames)[key]!.names.has(n.text.toLowerCase()),
    );
  if (!isUnknown('category') || !isUnknown('service')) return logsource;
  if (service.some((s) => windowsChannelsOf(s.text.toLowerCase()).length > 0)) return logsource;
  if (!asksAlways({ detection }, 'Channel')) return logsource;
  const name = [...category, ...service].map((n) => n.text).join(', ');
  report(run, codes['source-name-unknown']({ name }), first.span);
  return { ...logsource, category: [], service: [] };
}

/** Known names, by the same without what separates words; null where several come to the same. */
type Spellings = ReadonlyMap<string, string | null>;

interface Known {
  readonly names: ReadonlySet<string>;
  readonly spellings: Spellings;
}

const knownIn = new WeakMap<readonly Source[], Readonly<Record<string, Known>>>();

function knownNames(sources: readonly Source[]): Readonly<Record<string, Known>> {
  const entries = sources.flatMap((s) => s.logSources);
  return Object.fromEntries(
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
}

function withoutSeparators(name: string): string {
  return name.replace(/[\s_-]+/g, '');
}

function respelled(logsource: LogSource, sources: readonly Source[], run: Choosing): LogSource {
  let made = logsource;
  for (const key of LOG_SOURCE_KEYS) {
    const { names, spellings } = once(knownIn, sources, knownNames)[key]!;
    if (logsource[key].every((n) => names.has(n.text.toLowerCase()))) continue;
    const read = logsource[key].map((name) => {
      const text = name.text.toLowerCase();
      const meant = names.has(text) ? null : spellings.get(withoutSeparators(text));
      if (meant === null || meant === undefined) return name;
      return renamed(name, meant, run);
    });
    made = { ...made, [key]: read };
  }
  return made;
}

/**
 * With the service as its product has it, which catalogues write with the product's name before it, or
 * without: `azure.auditlogs`, and `audit` of gcp. A product that begins the service of another is that.
 */
function ofProduct(logsource: LogSource, sources: readonly Source[], run: Choosing): LogSource {
  const [product, ...products] = logsource.product;
  const [service, ...services] = logsource.service;
  if (!product || !service || products.length + services.length > 0) return logsource;
  const ofAll = once(servicesOf, sources, servicesByProduct);
  const [start, text] = [product.text.toLowerCase(), service.text.toLowerCase()];
  const own = ofAll.get(start);
  if (!own) {
    const whole = text.startsWith(`${start}.`) ? text : `${start}.${text}`;
    const owners = [...ofAll].filter(([, names]) => names.has(whole)).map(([name]) => name);
    if (owners.length !== 1) return logsource;
    const named = whole === text ? service : renamed(service, whole, run);
    return { ...logsource, product: [renamed(product, owners[0]!, run)], service: [named] };
  }
  if (own.has(text)) return logsource;
  const rest = text.startsWith(start) ? text.slice(start.length).replace(/^[\s._-]+/, '') : '';
  const meant = [rest, `${start}.${text}`].find((name) => own.has(name));
  return meant === undefined
    ? logsource
    : { ...logsource, service: [renamed(service, meant, run)] };
}

function renamed(name: Name, meant: string, run: Choosing): Name {
  report(run, codes['source-name-spelling']({ name: name.text, meant }), name.span);
  return { ...name, text: meant };
}

type ServicesByProduct = ReadonlyMap<string, ReadonlySet<string>>;

const servicesOf = new WeakMap<readonly Source[], ServicesByProduct>();

function servicesByProduct(sources: readonly Source[]): ServicesByProduct {
  const found = new Map<string, Set<string>>();
  for (const { keys } of sources.flatMap((s) => s.logSources)) {
    for (const product of keys.product ?? []) {
      const services = found.get(product) ?? new Set<string>();
      for (const service of keys.service ?? []) if (service !== '') services.add(service);
      found.set(product, services);
    }
  }
  return found;
}

/** Whether events of the category are never in the channels of the service. */
export function isOfNoChannel(logsource: LogSource): boolean {
  if (!namesProduct(logsource, 'windows')) return false;
  const { category, service } = logsource;
  const channels = service.flatMap((s) => windowsChannelsOf(s.text.toLowerCase()));
  if (channels.length === 0 || category.length === 0) return false;
  return category.every((c) => isOfChannels(c.text.toLowerCase(), channels) === false);
}
