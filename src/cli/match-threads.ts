import { createReadStream, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EventReader } from '../match/event-reader.js';
import { EventSplitter } from '../match/event-splitter.js';
import type { EventPart } from '../match/event-splitter.js';
import type { FileKind } from './inputs.js';
import type { MatchJob } from './match-job.js';
import type { PlacedPart } from './match-part.js';
import { unreadable } from './read-file.js';
import { shownPath } from './rule-files.js';

/** Of a folder, the files that may hold events, by name. */
export const EVENTS: FileKind = {
  names: /\.(?:json|jsonl|ndjson|log|csv|evtx)$/i,
  called: '.json, .jsonl, .ndjson, .log or .csv files',
};

/** In bytes: what is read of a file at once. */
const PIECE = 1 << 18;
/** In bytes of events: with less, reading the rules on each thread takes longer than it saves. */
const MIN_FOR_THREADS = 64_000_000;
const MAX_THREADS = 4;

/** How many threads the events of files are worth. */
export function worthwhileThreads(paths: readonly string[]): number {
  const bytes = paths.map(sizeOf).reduce((sum, size) => sum + size, 0);
  return bytes < MIN_FOR_THREADS ? 1 : Math.min(availableParallelism(), MAX_THREADS);
}

/** Of a regular file; 0 of a stream, of which nobody knows how long it will be. */
function sizeOf(path: string): number {
  const stat = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.size : 0;
}

/** Reads a file as a whole. */
function readRecords(path: string): Pick<EventSplitter, 'push' | 'end'> {
  const reader = new EventReader(path);
  return {
    push: (bytes) => ({ kind: 'in-turn', read: (onRecord) => reader.read(bytes, onRecord) }),
    end: () => ({ kind: 'in-turn', read: (onRecord) => reader.readEnd(onRecord) }),
  };
}

export function startThreads(count: number, job: MatchJob): readonly Worker[] {
  return Array.from(
    { length: count },
    () => new Worker(join(import.meta.dirname, 'match-worker.cjs'), { workerData: job }),
  );
}

/**
 * The events of files, in parts. What comes out of a stream is not kept until there is more of it.
 *
 * @param splits whether parts are to be read elsewhere
 */
export async function* partsOf(
  paths: readonly string[],
  splits: boolean,
): AsyncGenerator<PlacedPart> {
  for (const [file, path] of paths.entries()) {
    const shown = shownPath(path);
    const placed = (part: EventPart): PlacedPart => ({ file, path: shown, part });
    const isFile = sizeOf(path) > 0;
    const splitter = splits ? new EventSplitter(shown, isFile ? PIECE : 1) : readRecords(shown);
    const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: PIECE });
    try {
      for await (const piece of stream) {
        const part = splitter.push(piece as Uint8Array);
        if (part) yield placed(part);
      }
    } catch (error) {
      const diagnostic = unreadable(path, error);
      const record = { kind: 'unreadable', index: 0, line: 1, diagnostic } as const;
      yield placed({ kind: 'records', records: [record] });
      continue;
    }
    const last = splitter.end();
    if (last) yield placed(last);
  }
}
