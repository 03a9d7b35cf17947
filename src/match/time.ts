import type { TimePart } from '../model/value.js';

/** `2025-10-25T13:44:33.440907Z`, `2025-10-25 13:44:33`, `2025-10-25`. Time zones are not converted. */
const DATE = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{1,2})(?::\d{1,2})?)?/;

/** The number that a time modifier takes from a date as it is written; null if it is none. */
export function timePart(text: string, part: TimePart): number | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const [year, month, day, hour, minute] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  switch (part) {
    case 'year':
      return year;
    case 'month':
      return month;
    case 'day':
      return day;
    case 'hour':
      return Number.isNaN(hour) ? 0 : hour;
    case 'minute':
      return Number.isNaN(minute) ? 0 : minute;
    case 'week':
      return isoWeek(year, month, day);
  }
}

/** ISO 8601: the week that holds the year's first Thursday is week 1. */
function isoWeek(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  const weekday = date.getUTCDay() || 7;
  const thursday = Date.UTC(year, month - 1, day + 4 - weekday);
  const firstDay = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - firstDay) / (7 * 86_400_000)) + 1;
}
