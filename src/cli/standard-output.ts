import type { Format } from '../backend/index.js';
import type { OutputPiece } from './output-tree.js';
import { writeOut } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Where queries go that are not written into files. */
export interface StandardOutput {
  write(piece: OutputPiece): Promise<void>;
  finish(): Promise<void>;
}

/**
 * Documents of one format are bundled as in a file; queries, and what is of several targets, each get a
 * heading. Throws `UsageError` for a format of several files.
 */
export function standardOutput(
  formats: readonly (readonly [target: string, format: Format])[],
): StandardOutput {
  for (const [, { name, files }] of formats) {
    if (files)
      throw new UsageError(`The format ${name} consists of several files. Use -o FOLDER/.`);
  }
  const [only] = formats;
  const bundle = formats.length === 1 && only![1].wrap ? only![1].bundle : undefined;
  return bundle ? bundled(bundle) : headed();
}

function bundled(bundle: NonNullable<Format['bundle']>): StandardOutput {
  const pieces: OutputPiece[] = [];
  return {
    write: async (piece) => {
      pieces.push(piece);
    },
    finish: async () => {
      if (pieces.length === 1) await writeOut(`${pieces[0]!.text.trimEnd()}\n`);
      else if (pieces.length > 1) await writeOut(bundle(pieces));
    },
  };
}

/** A query alone is printed as it is, so the first one waits for a second. */
function headed(): StandardOutput {
  let waiting: OutputPiece | null = null;
  let printed = 0;
  const print = ({ heading, kind, text }: OutputPiece): Promise<void> =>
    writeOut(`# ${heading} [${kind}]\n${text}\n\n`);
  return {
    async write(piece) {
      if (printed++ === 0) {
        waiting = piece;
        return;
      }
      if (waiting) await print(waiting);
      waiting = null;
      await print(piece);
    },
    async finish() {
      if (waiting) await writeOut(`${waiting.text}\n`);
    },
  };
}
