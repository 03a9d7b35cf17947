import type { EventValue } from '../event-value.js';
import { isJsonObject } from '../../source/json.js';

/** Where products keep an event's time, the most telling first: when it happened, then when it came in. */
const NAMES = [
  ...['@timestamp', 'Timestamp', 'TimeGenerated', '_time', 'TimeCreated', 'SystemTime', 'UtcTime'],
  ...['EventTime', 'eventTime', 'event_time', 'timestamp', 'CreationTime', 'createdDateTime'],
  ...['activityDateTime', 'published', 'time', 'ts', 'TimeCreated_SystemTime', 'id.time'],
  ...['System.TimeCreated.SystemTime', 'TimeGenerated [UTC]', 'requestReceivedTimestamp'],
  ...['stageTimestamp', 'eventTimestamp', '__REALTIME_TIMESTAMP', 'created_at', 'eventtime'],
  ...['timeUnixNano', 'time_iso8601', 'time_local', 'Date and Time'],
];

/** Milliseconds since 1970, with fractions; null if the event has no time that can be read. */
export function timeOf(
  field: (name: string) => readonly EventValue[] | undefined,
  name?: string,
): number | null {
  for (const candidate of name === undefined ? NAMES : [name]) {
    for (const value of field(candidate) ?? []) {
      const time = read(value);
      if (time !== null) return time;
    }
  }
  return name === undefined ? (ofDateAndTime(field) ?? ofAuditRecord(field)) : null;
}

/** As lines in W3C's format have it: `2026-11-28` and `13:02:03`, in UTC. */
function ofDateAndTime(field: (name: string) => readonly EventValue[] | undefined): number | null {
  const [date] = field('date') ?? [];
  const [time] = field('time') ?? [];
  if (typeof date !== 'string' || typeof time !== 'string') return null;
  return ofText(`${date.trim()} ${time.trim()}`);
}

/** As auditd has it in each of its records: `msg=audit(1796032800.123:45):`. */
function ofAuditRecord(field: (name: string) => readonly EventValue[] | undefined): number | null {
  const [message] = field('msg') ?? [];
  const seconds = typeof message === 'string' ? /^audit\((\d+\.\d+):\d+\)/.exec(message) : null;
  return seconds ? ofEpoch(Number(seconds[1])) : null;
}

function read(value: EventValue): number | null {
  if (typeof value === 'number' || typeof value === 'bigint') {
    const isUnmarked = value > 1.9e13 && value < 2.1e13;
    return (isUnmarked ? ofForm(UNMARKED, String(value)) : null) ?? ofEpoch(Number(value));
  }
  if (typeof value === 'string') return ofText(value.trim());
  return isJsonObject(value) ? ofElement(value) : null;
}

/** The element `TimeCreated` has its time in an attribute, which readers of XML mark in some way. */
function ofElement(element: Readonly<Record<string, unknown>>): number | null {
  for (const [key, inner] of Object.entries(element)) {
    if (typeof inner === 'string' && key.endsWith('SystemTime')) return ofText(inner.trim());
    if (isJsonObject(inner) && /attributes$/i.test(key)) return ofElement(inner);
  }
  return null;
}

/**
 * Seconds, milliseconds, microseconds or nanoseconds: by size, for times from 1973 to 5138. Seconds with
 * a fraction are taken to the microsecond, so that no end of a window is missed by rounding. What would be
 * nanoseconds of 1973 to 1975 is a FILETIME of Windows, in tenths of a microsecond since 1601.
 */
function ofEpoch(number: number): number | null {
  if (!Number.isFinite(number)) return null;
  const size = Math.abs(number);
  if (size < 1e11) return Math.round(number * 1e6) / 1e3;
  if (size < 1e14) return number;
  if (number >= 1.2e17 && number < 1.6e17) return number / 1e4 - SINCE_1601;
  return size < 1e17 ? number / 1e3 : number / 1e6;
}

const SINCE_1601 = 11_644_473_600_000;

/** As JavaScript reads it by itself, which is fast; of later days it does not know which months have them. */
const USUAL = /^\d{4}-\d\d-(?:[01]\d|2[0-8])T\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
const EPOCH = /^-?\d{1,20}(?:\.\d{1,9})?$/;
const DATE_CALL = /^\/Date\((-?\d{1,17})\)\/$/;
const FORMS = [
  /^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})(?:[T ]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i,
  // As Microsoft's portals export: `11/28/2026, 1:02:03.456 PM`.
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}),?\s+(?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?\s*(?<half>AM|PM)?$/i,
  // As tables of Defender's portal show it: `Nov 28, 2026 1:02:03 PM`.
  /^(?<month>[A-Z][a-z]{2}) (?<day>\d{1,2}), (?<year>\d{4}),? (?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))? (?<half>AM|PM)$/i,
  // As `date` and ctime(3) print it: `Sat Nov 28 13:02:03 UTC 2026`.
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) +(?<day>\d{1,2}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2}) (?:(?:UTC|GMT) )?(?<year>\d{4})$/,
  // As Kibana exports: `Nov 28, 2026 @ 13:02:03.456`.
  /^(?<month>[A-Z][a-z]{2}) (?<day>\d{1,2}), (?<year>\d{4}) @ (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})\.(?<fraction>\d{1,9})$/,
  // As web servers log: `28/Nov/2026:13:02:03 +0000`.
  /^\[?(?<day>\d{2})\/(?<month>[A-Z][a-z]{2})\/(?<year>\d{4}):(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2}) (?<zone>[+-]\d{4})\]?$/,
  // As mail and HTTP have it: `Sat, 28 Nov 2026 13:02:03 GMT`.
  /^(?:[A-Z][a-z]{2}, )?(?<day>\d{1,2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2}) (?<zone>GMT|UTC|Z|[+-]\d{4})$/,
];
/** As directories and WMI have it, without marks: `20261128130203`; as milliseconds that would be after 2500. */
const UNMARKED =
  /^(?<year>(?:19|20)\d{2})(?<month>[01]\d)(?<day>[0-3]\d)T?(?<hour>[0-2]\d)(?<minute>[0-5]\d)(?<second>[0-5]\d)(?:\.(?<fraction>\d{1,9}))?(?<zone>Z|[+-]\d{2}:?\d{2})?$/;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A time without a zone is UTC. */
function ofText(text: string): number | null {
  if (USUAL.test(text)) {
    const time = Date.parse(text);
    if (!Number.isNaN(time)) return time;
  }
  const unmarked = ofForm(UNMARKED, text);
  if (unmarked !== null) return unmarked;
  if (EPOCH.test(text)) return ofEpoch(Number(text));
  for (const form of FORMS) {
    const time = ofForm(form, text);
    if (time !== null) return time;
  }
  const call = DATE_CALL.exec(text);
  return call ? Number(call[1]) : null;
}

function ofForm(form: RegExp, text: string): number | null {
  const groups = form.exec(text)?.groups;
  if (!groups) return null;
  const { year, month, day, hour = 0, minute = 0, second = 0, fraction, half, zone } = groups;
  const named = MONTHS.indexOf(month!) + 1;
  const noon = half?.toLowerCase() === 'pm' ? 12 : 0;
  const hours = half ? (Number(hour) % 12) + noon : Number(hour);
  const date = dateOf(+year!, named || Number(month), +day!, hours, +minute, +second);
  return date === null ? null : date + milliseconds(fraction) - offsetOf(zone);
}

/** Null for what no calendar or clock has; a leap second is the one after it. */
function dateOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  const date = Date.UTC(year, month - 1, day);
  const isDay = new Date(date).getUTCMonth() === month - 1 && day > 0;
  // The end of a day may be written as its hour 24.
  const isTime =
    minute < 60 && second < 61 && (hour < 24 || (hour === 24 && minute + second === 0));
  return isDay && isTime ? date + ((hour * 60 + minute) * 60 + second) * 1000 : null;
}

function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(`0.${fraction}`) * 1e3;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const [sign, digits] = [zone.startsWith('-') ? -1 : 1, zone.slice(1).replace(':', '')];
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}
