import fc from 'fast-check';
import { expect } from 'vitest';
import { compile } from '../../src/match/compile.js';
import { EventReader } from '../../src/match/event-reader.js';
import type { EventRecord } from '../../src/match/event-reader.js';
import { EventSplitter, readPart } from '../../src/match/event-splitter.js';
import { link } from '../../src/model/linking/library.js';
import { parse } from '../../src/model/parse.js';
import { filesBelow, hostile } from './hostile-text.js';
import { property } from './property.js';
import { expectWhole, quick } from './quick.js';

const matcher = compile(
  link(filesBelow('rules').flatMap((text, i) => parse(text, { path: `${i}.yml` }).documents)),
);

const name = fc.oneof(
  fc.constantFrom('EventID', 'Image', 'CommandLine', 'EventData', 'Event', 'winlog', 'process'),
  fc.constantFrom('__proto__', 'constructor', 'a.b', 'Hashes', 'Data', '#text', '@Name'),
  hostile,
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    hostile,
    fc.constantFrom<unknown>(null, true, 1, 4688, 1e400, '', 'C:\\Windows\\System32\\cmd.exe'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}));
const event = fc.dictionary(name, value, { maxKeys: 6 });
const piece = fc.oneof(
  { weight: 4, arbitrary: event.map((e) => JSON.stringify(e)) },
  { weight: 1, arbitrary: event.map((e) => JSON.stringify(e, null, 2)) },
  { weight: 2, arbitrary: hostile },
  { weight: 2, arbitrary: fc.constantFrom('\n', '[', ']', ',', '{', '}', '"', '[[[[', '{"a":') },
);

/** All events of a stream that comes in chunks, and what is wrong with it. */
function read(bytes: Uint8Array, size: number): unknown[] {
  const reader = new EventReader('e.json');
  const records = [];
  for (let at = 0; at < bytes.length; at += size) {
    records.push(...reader.push(bytes.subarray(at, at + size)));
  }
  records.push(...reader.end());
  expectWhole(records.flatMap((r) => (r.kind === 'unreadable' ? [r.diagnostic] : [])));
  return records.map((r) => (r.kind === 'event' ? r.json : r.kind));
}

property(
  'a stream of events and of what is none',
  2_000,
  fc.tuple(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.integer({ min: 1, max: 64 }),
  ),
  ([text, size]) => {
    quick(() => {
      const bytes = new TextEncoder().encode(text);
      const records = read(bytes, size);
      // Where a chunk ends is no matter.
      expect(records).toEqual(read(bytes, bytes.length || 1));
    });
  },
);

/** All events of a stream and what is wrong with it, with their places. */
function placed(records: readonly EventRecord[]): unknown[] {
  return records.map((r) => {
    if (r.kind === 'event') return [r.index, r.line, r.json];
    const { code, span } = r.diagnostic;
    return [r.index, r.line, code, span?.start, span?.end, span?.file.text];
  });
}

function readInParts(bytes: Uint8Array, size: number, ofPart: number): EventRecord[] {
  const splitter = new EventSplitter('e.json', ofPart);
  const records: EventRecord[] = [];
  let before = 0;
  const add = (part: ReturnType<EventSplitter['end']>): void => {
    if (!part) return;
    const start = before;
    before += readPart('e.json', part, (r) => records.push({ ...r, index: start + r.index }));
  };
  for (let at = 0; at < bytes.length; at += size) {
    add(splitter.push(bytes.subarray(at, at + size)));
  }
  add(splitter.end());
  return records;
}

property(
  'a stream that is cut into parts',
  2_000,
  fc.tuple(
    fc.array(fc.oneof(piece, fc.constantFrom('[{"a":1},\n', 'a;b\n1;2\n')), { maxLength: 8 }),
    fc.integer({ min: 1, max: 64 }),
    fc.integer({ min: 1, max: 64 }),
  ),
  ([pieces, size, ofPart]) => {
    const bytes = new TextEncoder().encode(pieces.join(''));
    const reader = new EventReader('e.json');
    const whole = [...reader.push(bytes), ...reader.end()];
    expect(placed(readInParts(bytes, size, ofPart))).toEqual(placed(whole));
  },
);

property('any event is matched against all rules', 2_000, event, (json) => {
  quick(() => {
    for (const match of matcher.match(json)) match.because();
  });
  expectWhole(matcher.diagnostics);
});
