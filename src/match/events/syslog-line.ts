import { eventOfAuditLine } from './audit-line.js';
import { jsonIn, said } from './container.js';
import { EVENT_START, eventOfXml } from './windows-event.js';
import type { JsonObject } from '../../source/json.js';

/**
 * As BSD's syslog and rsyslog's files have it: `Nov 30 10:00:00 host sshd[12]: …`, or with a full time, as
 * journalctl prints it, too. Firewalls of Cisco name the year and no program.
 */
const BSD =
  /^(?:<\d{1,3}>)?(?:(?<short>[A-Z][a-z]{2} [ \d]\d (?<year>\d{4} )?\d\d:\d\d:\d\d)|(?<time>\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d))) (?<host>\S+) (?<program>[^\s:[\]]+)?(?:\[(?<pid>\d+)\])?(?: \([^)]{1,200}\))? ?: ?(?<message>.*)$/s;
/** https://www.rfc-editor.org/rfc/rfc5424 */
const IETF =
  /^<\d{1,3}>1 (?<time>\d{4}-\d\d-\d\dT\S+|-) (?<host>\S+) (?<program>\S+) (?<pid>\S+) \S+ (?:-|(?:\[[^\]]*\])+) ?(?:\ufeff)?(?<message>.*)$/s;

/** A line of syslog as an event; null if it is none. What its message holds of another form is the event. */
export function eventOfSyslogLine(line: string): JsonObject | null {
  const parts = (BSD.exec(line) ?? IETF.exec(line))?.groups as
    Readonly<Record<string, string | undefined>> | undefined;
  if (!parts) return null;
  const { short, year, time, host, program, pid, message } = parts;
  const timestamp =
    short === undefined ? time : withYear(short.replace(year ?? '', ''), new Date(), year);
  const carried = jsonIn(message!) ?? eventOfAuditLine(message!);
  if (carried) return { timestamp, ...carried };
  const event = EVENT_START.test(message!) ? eventOfXml(message!) : null;
  if (event) return { Event: event };
  return said({ timestamp, hostname: host, Computer: host, program, pid, message, line });
}

/** The time of the last such day, unless the line names the year. */
export function withYear(short: string, now: Date, named?: string): string {
  const of = (year: number): string =>
    `${short.slice(4, 6).trim()} ${short.slice(0, 3)} ${year} ${short.slice(7)} UTC`;
  if (named !== undefined) return of(Number(named));
  const year = now.getUTCFullYear();
  const time = Date.parse(of(year));
  return of(time > now.getTime() + DAY ? year - 1 : year);
}

/** Clocks differ, and zones do. */
const DAY = 86_400_000;
