import { EventReader } from '../../src/match/event-reader.js';

/** The events of a file that comes in pieces, by line; and the codes of what cannot be read. */
export function readEvents(path: string, text: string, piece = text.length): readonly unknown[] {
  const reader = new EventReader(path);
  const bytes = new TextEncoder().encode(text);
  const records = [];
  for (let i = 0; i < bytes.length; i += piece)
    records.push(...reader.push(bytes.subarray(i, i + piece)));
  records.push(...reader.end());
  return records.map((r) => (r.kind === 'event' ? [r.line, r.json] : r.diagnostic.code));
}
