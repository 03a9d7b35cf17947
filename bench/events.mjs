// Files of events for the benchmarks: the corpus lies beside the repository.
import { closeSync, existsSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { EventReader } from '../dist/index.js';

const folder = fileURLToPath(new URL('../../shared/corpus/events', import.meta.url));

/** The recorded events of the corpus, or a few of our own where it is not there. */
export function recordedEvents() {
  if (!existsSync(folder)) {
    const event = { EventID: 1, Image: 'C:\\Windows\\System32\\whoami.exe', CommandLine: 'whoami' };
    return [event, { ...event, Image: 'C:\\Windows\\System32\\svchost.exe' }];
  }
  return readdirSync(folder)
    .sort()
    .flatMap((f) => {
      const reader = new EventReader(f);
      return [...reader.push(readFileSync(join(folder, f))), ...reader.end()].map((r) => r.json);
    });
}

/**
 * Files of one event and of many, one a line: the recorded ones again and again, no two the same; and
 * of as many in which hardly any string comes twice.
 */
export function writeEvents(temp, count) {
  const events = recordedEvents();
  const write = (name, n, change = renewed) => {
    const path = join(temp, name);
    const file = openSync(path, 'w');
    for (let at = 0; at < n; at += events.length) {
      const lines = events.slice(0, n - at).map((e, i) => JSON.stringify(change(e, at + i)));
      writeSync(file, `${lines.join('\n')}\n`);
    }
    closeSync(file);
    return path;
  };
  return {
    small: write('one-event.jsonl', 1),
    large: write('many-events.jsonl', count),
    unique: write('unique-events.jsonl', count, unlike),
  };
}

/** The event with a number of its own in the middle of each string, but for what says where it is from. */
function unlike(value, n, name = '') {
  if (Array.isArray(value)) return value.map((v) => unlike(v, n, name));
  if (value !== null && typeof value === 'object') {
    const changed = ([k, v]) => [k, k === 'System' ? v : unlike(v, n, k)];
    return Object.fromEntries(Object.entries(value).map(changed));
  }
  if (typeof value !== 'string' || ORIGIN.test(name)) return value;
  const middle = value.length >> 1;
  return `${value.slice(0, middle)}${n}${value.slice(middle)}`;
}

const ORIGIN = /^(?:Channel|Provider.*|EventID|EventType)$/;

/** The event with strings that differ from those of the others where events of a log do. */
function renewed(value, n, name = '') {
  if (Array.isArray(value)) return value.map((v) => renewed(v, n, name));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, renewed(v, n, k)]));
  }
  if (VARYING.test(name)) return typeof value === 'string' ? `${value} ${n}` : value;
  return value;
}

const VARYING =
  /^(?:CommandLine|ParentCommandLine|Process(?:Guid)?|UtcTime|SystemTime|ScriptBlockText)$/;
