import { namesProduct } from '../../model/log-source.js';
import type { Name } from '../../model/name.js';
import { either, nearest } from '../../model/suggest.js';
import type { LogSource } from '../../model/rule.js';
import { windowsChannelsOf } from '../../schemas/windows/windows.js';
import type { LogSourceEntry, LogSourceKey, Source } from '../source.js';

/** A name that no known log source has, and the one that may be meant. */
export interface UnknownName {
  readonly key: LogSourceKey;
  readonly name: Name;
  /** `the category process_creation` */
  readonly like: string;
}

/** What says which log source was meant, as one sentence with a space before it; empty if none is near. */
export function nearLogSource(logsource: LogSource, sources: readonly Source[]): string {
  const unknown = unknownName(logsource, sources);
  return unknown ? ` Did you mean ${unknown.like}?` : otherWay(logsource, sources);
}

/** The first name of a log source that is like a known one; null if each is known, or like none. */
export function unknownName(logsource: LogSource, sources: readonly Source[]): UnknownName | null {
  const entries = sources.flatMap((s) => s.logSources);
  const products = logsource.product.map((p) => p.text.toLowerCase());
  const ofProduct = entries.filter(({ keys }) => keys.product?.some((p) => products.includes(p)));
  // Those of another product are no misspelling of this one's.
  const ofAny = products.length === 0 ? entries : entries.filter(({ keys }) => !keys.product);
  const ofOwn = ofProduct.length > 0 ? ofProduct : ofAny;
  for (const key of KEYS) {
    const names = namesOf(key === 'product' ? entries : ofOwn, key);
    for (const name of logsource[key]) {
      const wanted = name.text.toLowerCase();
      if (names.includes(wanted) || (key === 'product' && OTHERS.has(wanted))) continue;
      const called = ofProduct.length > 0 ? calledIn(ofProduct, wanted, key) : null;
      if (called !== null) return { key, name, like: `the ${called}` };
      const begins = names.filter((n) => wanted.length > 2 && n.startsWith(wanted));
      const like = begins.length > 0 ? begins : [nearest(wanted, names, MOST_CHANGES) ?? []].flat();
      if (like.length > 0) return { key, name, like: `the ${key} ${either(like.slice(0, 3))}` };
    }
  }
  return null;
}

function namesOf(entries: readonly LogSourceEntry[], key: LogSourceKey): readonly string[] {
  return [...new Set(entries.flatMap(({ keys }) => keys[key] ?? []))]
    .filter((name) => name !== '')
    .sort();
}

/** What a name of a product's log source is called in the taxonomy; null if it is none of those known. */
function calledIn(
  entries: readonly LogSourceEntry[],
  wanted: string,
  key: LogSourceKey,
): string | null {
  const letters = lettersOf(wanted);
  const called = CALLED.get(letters);
  if (called) {
    const [of, name] = called.split(' ') as [LogSourceKey, string];
    if (namesOf(entries, of).includes(name)) return called;
  }
  if (key === 'product') return null;
  // A service may be written where the category belongs, and a category where the service does.
  for (const of of [key, key === 'service' ? 'category' : 'service'] as const) {
    const same = namesOf(entries, of).find((name) => lettersOf(name) === letters);
    if (same !== undefined) return `${of} ${same}`;
  }
  return null;
}

/** Without what separates words. */
function lettersOf(name: string): string {
  return name.replace(/[\s_-]+/g, '');
}

/** What a log source of known names lacks, or those of its product, as `nearLogSource` says it. */
export function otherWay(logsource: LogSource, sources: readonly Source[]): string {
  const isWindows = namesProduct(logsource, 'windows');
  const entries = sources.filter((s) => s.refusal === null).flatMap((s) => s.logSources);
  const incomplete = withoutName(logsource, entries);
  if (incomplete !== '') return incomplete;
  const { category, service } = logsource;
  const isChannel = isWindows && category.length === 0 && service.length > 0;
  // The channel of a service that has a name is known, and the pipeline has no source for it.
  const isNamed = service.some((s) => windowsChannelsOf(s.text.toLowerCase()).length > 0);
  if (isChannel && !isNamed) {
    return ' Instead of a service, a rule can test the `Channel` of its events.';
  }
  return ofItsProduct(logsource, entries);
}

/** Which log sources its product is known with; empty if it is not known, or with many. */
function ofItsProduct({ product }: LogSource, entries: readonly LogSourceEntry[]): string {
  for (const { text } of product) {
    const of = entries.filter(({ keys }) => keys.product?.includes(text.toLowerCase()));
    const known = (['category', 'service'] as const).map((key) => [key, namesOf(of, key)] as const);
    const count = known.reduce((sum, [, names]) => sum + names.length, 0);
    if (count === 0 || count > MOST_LISTED) continue;
    const listed = known
      .filter(([, names]) => names.length > 0)
      .map(([key, names]) => `${key} ${either(names.map((name) => `\`${name}\``))}`);
    return ` Known for product ${text}: ${listed.join('; ')}.`;
  }
  return '';
}

/** More of a product's log sources tell too little about which is meant. */
const MOST_LISTED = 6;

/** What a log source leaves out that known ones have beside all that it says. */
function withoutName(logsource: LogSource, entries: readonly LogSourceEntry[]): string {
  const said = KEYS.filter((key) => logsource[key].length > 0);
  // Of one that says nothing, every known name is one that it leaves out.
  if (said.length === 0) return '';
  const fitting = entries.filter(({ keys }) =>
    said.every((key) => logsource[key].some((n) => keys[key]?.includes(n.text.toLowerCase()))),
  );
  for (const key of LACKING.filter((k) => !said.includes(k))) {
    const names = new Set(fitting.flatMap(({ keys }) => keys[key] ?? []).filter((n) => n !== ''));
    if (names.size === 0) continue;
    const [first, ...more] = [...names].sort().map((name) => `\`${name}\``);
    const listed = more.length === 0 ? first! : `${[first, ...more.slice(0, 4)].join(', ')}`;
    const lead = more.length === 0 ? `name its ${key}` : `name its ${key}, such as`;
    return ` If these are meant, ${lead} ${listed}.`;
  }
  return '';
}

/** Products that no source is for: they are as like as GitHub, IIS and SQL Server, and no misspelling of them. */
const OTHERS: ReadonlySet<string> = new Set(['gitlab', 'ios', 'mysql']);

/** More letters are another name, as of `smbserver-security` beside `smbclient-security`. */
const MOST_CHANGES = 2;

const KEYS = ['service', 'category', 'product'] as const;

/** A category without its product is most likely of any service. */
const LACKING = ['product', 'service', 'category'] as const;

/** What log sources of Windows are called elsewhere than in the taxonomy, without what separates words. */
const CALLED: ReadonlyMap<string, `${LogSourceKey} ${string}`> = new Map(
  (
    [
      [
        'category file_event',
        'file filecreate filecreated filecreation filecreationevent filewrite',
      ],
      ['category file_delete', 'filedeleted filedeletion'],
      ['category image_load', 'dllload imageloaded libraryload moduleload'],
      ['category pipe_created', 'namedpipe namedpipes pipe pipecreation pipeevent'],
      [
        'category process_creation',
        'process processcreate processcreated processexecution processlaunch processstart processstarted',
      ],
      ['category ps_module', 'modulelogging powershellmodule'],
      [
        'category ps_script',
        'powershellscript powershellscriptblock scriptblock scriptblocklogging',
      ],
      ['category registry_event', 'registry registrychange'],
      ['category registry_set', 'registrymodification registrysetvalue registryvalueset'],
      ['category create_remote_thread', 'remotethread remotethreadcreation'],
      ['category dns_query', 'dns dnsqueries dnsrequest'],
      [
        'category network_connection',
        'connection network networkconnect networkevent outboundconnection',
      ],
      [
        'service security',
        'audit auditing authentication eventlog kerberos logon securityauditing',
      ],
      ['service taskscheduler', 'scheduledtask scheduledtasks task tasks taskschd'],
      ['service terminalservices-localsessionmanager', 'rdp remotedesktop rdpsession'],
      ['service windefend', 'defender defenderav microsoftdefender msdefender windowsdefender'],
    ] as const
  ).flatMap(([meant, names]) => names.split(' ').map((name) => [name, meant] as const)),
);
