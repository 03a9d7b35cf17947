import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { fileTooLarge } from '../../source/decode.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { MAX_FILE_SIZE } from '../../source/limits.js';
import { codes } from '../codes.js';
import { tuneForFile } from '../one-shot.js';

/**
 * What a file holds, or why it cannot be had. `-` is standard input. A pipe is read to its end, so
 * it must have been named by the user: `findInputs` never lists one that lies in a folder.
 */
export function readInput(path: string): Uint8Array | Diagnostic {
  let file: number | null = null;
  try {
    if (path === '-') return readOnce(0, path);
    const known = streams.get(path);
    if (known) return known;
    const named = statSync(path);
    if (!isReadable(named)) return notAFile(named, path);
    // Whatever has taken the place of a regular file since then, opening it does not wait.
    file = openSync(path, constants.O_RDONLY | (named.isFile() ? (constants.O_NONBLOCK ?? 0) : 0));
    if (!named.isFile()) return readOnce(file, path);
    const stat = fstatSync(file);
    if (!stat.isFile()) return notAFile(stat, path);
    const { size } = stat;
    if (size > MAX_FILE_SIZE) return fileTooLarge(size, path);
    tuneForFile(size);
    // One more than its size, to see that it ends there.
    const bytes = Buffer.allocUnsafe(size + 1);
    const read = readSync(file, bytes, 0, size + 1, null);
    const start = bytes.subarray(0, read);
    return read === size && size > 0 ? start : readStream(file, path, start);
  } catch (error) {
    return unreadable(path, error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Regular files, and the streams that a shell hands over: pipes and terminals. */
export function isReadable(stat: Stats): boolean {
  return stat.isFile() || stat.isFIFO() || stat.isCharacterDevice();
}

export function notAFile(stat: Stats, path: string): Diagnostic {
  const kind = stat.isDirectory()
    ? 'a folder'
    : stat.isFIFO()
      ? 'a named pipe'
      : stat.isSocket()
        ? 'a socket'
        : 'a device';
  return fileDiagnostic(codes['not-a-file']({ kind }), path);
}

export function unreadable(path: string, error: unknown): Diagnostic {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return fileDiagnostic(
    reason === 'EACCES' ? codes['not-permitted']() : codes['unreadable']({ reason }),
    path,
  );
}

/** What came of streams, which can be read only once. */
const streams = new Map<string, Uint8Array | Diagnostic>();

function readOnce(file: number, path: string): Uint8Array | Diagnostic {
  let read = streams.get(path);
  if (!read) streams.set(path, (read = readStream(file, path)));
  return read;
}

/** To its end, and no more than a file may have. */
function readStream(file: number, path: string, start?: Uint8Array): Uint8Array | Diagnostic {
  const pieces: Uint8Array[] = start ? [start] : [];
  let size = start?.length ?? 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(1 << 16);
    const read = readPiece(file, piece);
    if (read === 0) return Buffer.concat(pieces);
    size += read;
    if (size > MAX_FILE_SIZE) return fileTooLarge(size, path);
    pieces.push(piece.subarray(0, read));
  }
}

const NOBODY = new Int32Array(new SharedArrayBuffer(4));

/** Standard input may be set not to wait by whoever else has it. */
function readPiece(file: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(file, piece, 0, piece.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(NOBODY, 0, 0, 10);
    }
  }
}
