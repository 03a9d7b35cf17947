import type { EventValue } from '../../../src/match/event-value.js';
import { MatchEvent } from '../../../src/match/event.js';
import { textOf } from '../../../src/match/event-value.js';
import { sqlAudit } from '../pipelines/sql-audit.js';
import { sudoLine } from '../pipelines/sudo.js';
import type { StoredEvent } from '../pipelines/renamed.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * An event as Splunk has it once add-ons took its fields out; null where it cannot be: no field is
 * without a value, and what stands within XML or JSON can only be what may stand there.
 */
export function indexed({ values, packed, texts }: StoredEvent): MatchEvent | null {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!isEmptyList(name, value)) fields[name] = normalised(name, value);
  }
  if ([...Object.values(fields), ...packed.map((p) => p.value)].includes(null)) return null;
  texts.forEach((text, i) => (fields[`text ${i}`] = text));
  for (const of of new Set(packed.map((p) => p.of))) {
    const document = documentOf(packed.filter((p) => p.of === of));
    if (document === null) return null;
    fields[of] = document;
  }
  return new MatchEvent(fields);
}

/**
 * The add-on for Sysmon takes the number out of what Sysmon says of a value of the registry. Sysmon
 * writes it in one way and no other.
 */
function normalised(name: string, value: EventValue): EventValue {
  if (name !== 'Registry.registry_value_data' || typeof value !== 'string') return value;
  if (!/DWORD \(/i.test(value)) return value;
  return /^DWORD \((0x[\da-f]{8})\)$/i.exec(value)?.[1] ?? null;
}

type Part = StoredEvent['packed'][number];

function documentOf(parts: readonly Part[]): string | null {
  if (parts[0]!.as === 'json') {
    const json = parts.reduce<Json>((all, p) => ({ ...all, ...nested(p.name, p.value) }), {});
    return JSON.stringify(json, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
  }
  if (parts[0]!.as === 'sudo-field') return sudoLine(parts);
  if (parts.some((p) => p.as === 'sql-audit-field')) return sqlAudit(parts);
  const elements = parts.map(({ as, name, value }) => {
    const text = textOf(value) ?? '';
    if (as === 'xml-line') return `<Data>\n\t${name}=${escaped(text)}\n</Data>`;
    if (as === 'xml-data') return `<Data Name='${name}'>${escaped(text)}</Data>`;
    return as === 'xml-text'
      ? `<Data>${escaped(text)}</Data>`
      : `<${name}>${escaped(text)}</${name}>`;
  });
  return `<Data></Data>${elements.join('')}<Other a='b'>c</Other>`;
}

/** Of an empty list there is no element that a field could be of. */
function isEmptyList(path: string, value: EventValue): boolean {
  return path.endsWith('{}') && value === '[]';
}

/** At the place that a path such as `a{}.b` names, in the first element of an array. */
function nested(path: string, value: EventValue): Json {
  const [step = '', ...rest] = path.split('.');
  const name = step.replace(/\{\}$/, '');
  if (rest.length === 0 && isEmptyList(path, value)) return { [name]: [] };
  const inner = rest.length === 0 ? value : nested(rest.join('.'), value);
  return { [name]: name === step ? inner : [inner] };
}

/** The event with its texts cut out of XML as they stand there. */
export function inXml({ values, packed, texts }: StoredEvent): StoredEvent {
  const entries = Object.entries(values).map(([name, value]): [string, EventValue] => [
    name,
    typeof value === 'string' ? escaped(value) : value,
  ]);
  return { values: Object.fromEntries(entries), packed, texts: texts.map(escaped) };
}

/** Characters of XML as the event log writes them. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
