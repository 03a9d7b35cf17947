import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { windowsEvents } from '../../src/schemas/windows/windows.js';
import { linesOf } from './vendors.js';

type Json = Readonly<Record<string, unknown>>;

/** An event as a vendor recorded it, or one that is made up after its shape. */
export interface Recording {
  /** What the vendor calls the source of data. */
  readonly name: string;
  /** As rules name it. */
  readonly logsource: Readonly<Record<string, string>>;
  /** As its product writes it, which is what rules are written for. */
  readonly raw: Json;
  /** What tells it from other events of the log source, in the rule's names. */
  readonly telling: Json;
  /** What else it says, in the rule's names. */
  readonly fields: Json;
  /** As Splunk has it, once the add-on took its fields out. */
  readonly inSplunk: Json;
}

/** An event and the document that an integration of Elastic's makes of it. */
export interface ElasticRecording {
  readonly name: string;
  readonly page: string;
  readonly logsource: Readonly<Record<string, string>>;
  readonly telling: Json;
  readonly raw: Json;
  readonly stored: Json;
}

/** Made up after the sample events of the integrations. */
export function elasticEvents(): readonly (ElasticRecording & { readonly fields: Json })[] {
  const lines = readFileSync(join(FOLDER, 'elastic-events.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const event = JSON.parse(line) as ElasticRecording;
    const data = (event.raw['Event'] as { readonly EventData?: Json } | undefined)?.EventData;
    const paths = new Map<string, unknown[]>();
    collect(data ?? event.raw, '', '', paths, new Map());
    const fields = Object.fromEntries([...paths].map(([path, values]) => [path, values[0]]));
    return { ...event, fields };
  });
}

interface Line {
  readonly name: string;
  readonly source: string;
  readonly sourcetype: string;
  readonly raw: string;
}

const FOLDER = join(import.meta.dirname, 'data');
const VENDORS = join(import.meta.dirname, '../../../shared/facts/splunk-data-sources.jsonl');

/** One for each source of data that is read here. */
export function madeUpEvents(): readonly Recording[] {
  return linesIn(join(FOLDER, 'events.jsonl')).flatMap((line) => recordingOf(line) ?? []);
}

/** The vendor's own; none where they are not beside the project. */
export function vendorEvents(): readonly Recording[] {
  if (!existsSync(VENDORS)) return [];
  return linesIn(VENDORS).flatMap((line) => {
    const { example_log: log } = line as Line & { readonly example_log?: unknown };
    if (log === undefined || log === null) return [];
    const raw = typeof log === 'string' ? log : JSON.stringify(log);
    return recordingOf({ ...line, raw: raw.trim() }) ?? [];
  });
}

function linesIn(path: string): readonly Line[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

/** What the vendor says that Splunk takes out of each. */
const taken = new Map(
  linesOf('splunk.jsonl').map(({ name, fields }) => [name, new Set(fields['string']!.split(' '))]),
);

function recordingOf(line: Line): Recording | null {
  if (line.raw.startsWith('<Event')) return ofXml(line);
  if (line.raw.startsWith('{')) return ofJson(line);
  return line.raw.startsWith('type=') ? ofAudit(line) : null;
}

const SYSMON_ON_LINUX: Readonly<Record<string, string>> = {
  '1': 'process_creation',
  '3': 'network_connection',
  '5': 'process_termination',
  '11': 'file_event',
  '23': 'file_delete',
};

/** What add-ons take out of XML stays as it is written there; attributes keep their quotation marks. */
function ofXml({ name, source, sourcetype, raw }: Line): Recording | null {
  const element = (tag: string): string | undefined =>
    new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`).exec(raw)?.[1];
  const [channel, id, computer] = [element('Channel'), element('EventID'), element('Computer')];
  const provider = /<Provider Name=['"]([^'"]*)['"]/.exec(raw)?.[1];
  if (channel === undefined || id === undefined || provider === undefined) return null;
  const isLinux = sourcetype === 'sysmon:linux';
  // One of the recordings is of another log than its source of data.
  if (!isLinux && !source.endsWith(`:${channel}`)) return null;
  const logsource = isLinux ? linuxLogsource(id) : windowsLogsource(channel, id);
  if (!logsource) return null;
  const written = [...raw.matchAll(/<Data Name=['"]([^'"]*)['"]>([^<]*)<\/Data>/g)].map(
    ([, field = '', value = '']): readonly [string, string] => [field, value],
  );
  const user = /<UserData>\s*(<(\w+)[^>]*>.*?<\/\2>)\s*<\/UserData>/s.exec(raw);
  const userFields = [...(user?.[1] ?? '').matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(
    ([, field = '', value = '']): readonly [string, string] => [field, value],
  );
  const fields = Object.fromEntries(
    [...written, ...userFields].map(([field, value]) => [field.replaceAll(' ', ''), plain(value)]),
  );
  const System = {
    Provider: { '#attributes': { Name: provider } },
    EventID: Number(id),
    Channel: channel,
    Computer: computer,
  };
  return {
    name,
    logsource,
    raw: { Event: { System, EventData: fields } },
    telling: isLinux ? {} : { EventID: Number(id) },
    fields: { ...fields, ...(computer === undefined ? {} : { Computer: computer }) },
    inSplunk: {
      ...Object.fromEntries(written.map(([f, value]) => [f.replaceAll(' ', '_'), value])),
      ...Object.fromEntries(userFields.filter(([f]) => taken.get(name)?.has(f))),
      ...(user ? { UserData_Xml: user[1] } : {}),
      source,
      sourcetype,
      EventCode: id,
      Channel: channel,
      Computer: computer,
      Name: [`'${provider}'`, ...written.flatMap(([f, value]) => (f === 'Name' ? [value] : []))],
      _raw: raw,
    },
  };
}

function plain(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function linuxLogsource(id: string): Readonly<Record<string, string>> | null {
  const category = SYSMON_ON_LINUX[id];
  return category === undefined ? null : { product: 'linux', category };
}

/** A category where one names these events, or else the service of the channel. */
function windowsLogsource(channel: string, id: string): Readonly<Record<string, string>> | null {
  const own = windowsEvents.filter(({ where }) => where['Channel']?.includes(channel));
  const category = own.find(({ category: c, where }) => {
    // Of those that ask for more than the id, an event may be one or not.
    const more = Object.keys(where).some((name) => name !== 'Channel' && name !== 'EventID');
    if (c === undefined || more) return false;
    return where['EventID']?.includes(Number(id));
  });
  if (category?.category !== undefined) return { product: 'windows', category: category.category };
  const service = own.find((e) => e.service !== undefined)?.service;
  return service === undefined ? null : { product: 'windows', service };
}

/** Log sources of JSON, by the source type and what the event says. */
function jsonLogsource(sourcetype: string, raw: Json): Readonly<Record<string, string>> | null {
  switch (sourcetype) {
    case 'aws:cloudtrail':
      return { product: 'aws', service: 'cloudtrail' };
    case 'azure:monitor:aad':
      if (raw['category'] === 'AuditLogs') return { product: 'azure', service: 'auditlogs' };
      if (raw['category'] === 'SignInLogs') return { product: 'azure', service: 'signinlogs' };
      return null;
    case 'mscs:azure:audit':
      return { product: 'azure', service: 'activitylogs' };
    case 'o365:management:activity':
      return { product: 'm365', service: 'audit' };
    case 'gws:reports:admin':
      return { product: 'gcp', service: `google_workspace.${applicationOf(raw)}` };
    default:
      return null;
  }
}

/** Which of Google's applications a report is of. */
function applicationOf({ id }: Readonly<Record<string, unknown>>): string {
  return String((id as { readonly applicationName?: string }).applicationName);
}

function ofJson({ name, source, sourcetype, raw: text }: Line): Recording | null {
  let raw: Json;
  try {
    raw = JSON.parse(text) as Json;
  } catch {
    return null;
  }
  const logsource = jsonLogsource(sourcetype, raw);
  if (!logsource) return null;
  const paths = new Map<string, unknown[]>();
  const stored = new Map<string, unknown[]>();
  collect(raw, '', '', paths, stored);
  // Which of the logs of Entra ID it is, is the log source's to say.
  if (sourcetype === 'azure:monitor:aad') paths.delete('category');
  const one = ([path, values]: [string, unknown[]]): [string, unknown] => [
    path,
    values.length === 1 ? values[0] : values,
  ];
  return {
    name,
    logsource,
    raw,
    telling: {},
    fields: Object.fromEntries([...paths].map(one)),
    inSplunk: { ...Object.fromEntries([...stored].map(one)), source, sourcetype, _raw: text },
  };
}

/** Leaves by their path; Splunk writes `{}` where the path goes through an array. */
function collect(
  value: unknown,
  path: string,
  inSplunk: string,
  paths: Map<string, unknown[]>,
  stored: Map<string, unknown[]>,
): void {
  if (Array.isArray(value)) {
    for (const inner of value) collect(inner, path, `${inSplunk}{}`, paths, stored);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      const dot = path === '' ? '' : '.';
      collect(inner, `${path}${dot}${key}`, `${inSplunk}${dot}${key}`, paths, stored);
    }
  } else if (value !== null) {
    paths.set(path, [...(paths.get(path) ?? []), value]);
    stored.set(inSplunk, [...(stored.get(inSplunk) ?? []), String(value)]);
  }
}

function ofAudit({ name, source, sourcetype, raw: text }: Line): Recording | null {
  const fields: Record<string, string> = {};
  for (const [, field = '', quoted, bare] of text.matchAll(/(\w+)=(?:"([^"]*)"|([^\s'"]+))/g)) {
    if (field !== 'msg' && field !== 'type') fields[field] ??= quoted ?? bare ?? '';
  }
  const type = /^type=(\w+)/.exec(text)![1]!;
  return {
    name,
    logsource: { product: 'linux', service: 'auditd' },
    raw: { type, ...fields },
    telling: { type },
    fields,
    inSplunk: { type, ...fields, source, sourcetype, _raw: text },
  };
}
