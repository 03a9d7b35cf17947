import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EventReader } from '../../match/event-reader.js';
import { EventSplitter } from '../../match/event-splitter.js';
import type { EventPart } from '../../match/event-splitter.js';
import { codes } from '../codes.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import type { FileKind } from '../input/inputs.js';
import type { MatchJob } from './job.js';
import type { PlacedPart } from './part.js';
import { isOfGzip, unpacked } from './gzip.js';
import { unreadable } from '../input/read-file.js';
import { shownPath } from '../input/rule-files.js';

/** Of a folder, the files that may hold events, by name. */
export const EVENTS: FileKind = {
  names: /\.(?:(?:json|jsonl|ndjson|log|csv|xml)(?:\.gz)?|evtx)$/i,
  called: '.json, .jsonl, .ndjson, .log, .csv or .xml files, which may end with .gz',
};

/** In bytes: what is read of a file at once. */
const PIECE = 1 << 18;
/** In bytes of events: with less, reading the rules on each thread takes longer than it saves. */
const MIN_FOR_THREADS = 128_000_000;
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

/** Each is overwritten by the next: memory of its own for each would pile up until it is collected. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  if (path === '-') {
    for await (const piece of process.stdin) yield piece as Uint8Array;
    return;
  }
  const file = await open(path);
  try {
    const piece = new Uint8Array(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE, null);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/**
 * The events of files, in parts. What comes out of a stream is not kept until there is more of it.
 *
 * @param spare where parts are to be read elsewhere: the memory of those that are done with, for others
 */
export async function* partsOf(
  paths: readonly string[],
  spare: ArrayBuffer[] | null,
): AsyncGenerator<PlacedPart> {
  for (const [file, path] of paths.entries()) {
    const shown = shownPath(path);
    const placed = (part: EventPart): PlacedPart => ({ file, path: shown, part });
    const isFile = sizeOf(path) > 0;
    const splitter = spare
      ? new EventSplitter(shown, isFile ? PIECE : 1, spare)
      : readRecords(shown);
    try {
      for await (const piece of unpacked(piecesOf(path))) {
        const part = splitter.push(piece);
        if (part) yield placed(part);
      }
    } catch (error) {
      const diagnostic = isOfGzip(error)
        ? fileDiagnostic(codes['event-file-gzip'](), path)
        : unreadable(path, error);
      const record = { kind: 'unreadable', index: 0, line: 1, diagnostic } as const;
      yield placed({ kind: 'records', records: [record] });
      if (!isOfGzip(error)) continue;
    }
    const last = splitter.end();
    if (last) yield placed(last);
  }
}
