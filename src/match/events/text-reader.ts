import { diagnostic } from '../../source/diagnostic.js';
import { MAX_EVENT_SIZE } from '../../source/limits.js';
import type { JsonObject } from '../../source/json.js';
import { codes } from '../codes.js';
import type { EventRecord } from '../event-record.js';
import { ACCESS_START, eventOfAccessLine } from './access-line.js';
import { AUDIT_LINE, eventOfAuditLine } from './audit-line.js';
import { LineReader } from './line-reader.js';
import { eventOfSyslogLine } from './syslog-line.js';

type ReadLine = (line: string) => JsonObject | null;

const FORMATS: readonly ReadLine[] = [eventOfAuditLine, eventOfAccessLine, eventOfSyslogLine];

/** What `ausearch --raw` and its like print between events. */
const BETWEEN = /^(?:-{4}|time->.*)?\s*$/;

/** Whether a file that begins so, and may be cut off there, has a line for each event. */
export function isLineFormat(text: string): boolean {
  const first = text.split(/\r?\n/, MAX_BETWEEN).find((line) => !BETWEEN.test(line));
  if (first === undefined) return false;
  return [AUDIT_LINE, ACCESS_START].some((r) => r.test(first)) || eventOfSyslogLine(first) !== null;
}

const MAX_BETWEEN = 4;
/** How much of a bad line is shown. */
const SHOWN = 200;

/** Reads lines of auditd, of web servers and of syslog; a line of no such form is an event with its text alone. */
export class TextReader extends LineReader {
  protected take(text: string): EventRecord | null {
    if (BETWEEN.test(text)) return null;
    const { line } = this;
    const index = this.index++;
    if (text.length > MAX_EVENT_SIZE) {
      const shown = text.slice(0, SHOWN);
      const file = { path: this.path, text: shown, firstLine: line };
      const finding = codes['event-too-large']({ max: MAX_EVENT_SIZE / 1024 / 1024 });
      const found = diagnostic(finding, { file, start: 0, end: shown.length });
      return { kind: 'unreadable', index, line, diagnostic: found };
    }
    for (const read of FORMATS) {
      const json = read(text);
      if (json) return { kind: 'event', index, line, json };
    }
    return { kind: 'event', index, line, json: { message: text } };
  }
}
