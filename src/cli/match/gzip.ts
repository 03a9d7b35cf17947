import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What pieces of a file hold, if they are gzip's; others as they are. */
export async function* unpacked(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { done, value: first } = await pieces.next();
  if (done) return;
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield first;
    yield* pieces;
    return;
  }
  const gunzip = createGunzip();
  // What goes wrong is thrown where its output is read.
  pipeline(Readable.from(copies(first, pieces)), gunzip, () => {});
  for await (const piece of gunzip) yield piece as Uint8Array;
}

/** A piece may be overwritten by the next before it is unpacked. */
async function* copies(
  first: Uint8Array,
  pieces: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first.slice();
  for await (const piece of pieces) yield piece.slice();
}

/** Whether it says that what was to be unpacked is damaged or cut off. */
export function isOfGzip(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && /^Z_/.test(code);
}
