import type { Format } from '../../backend/index.js';
import { oneFile } from '../output/output-tree.js';
import type { OutputPiece } from '../output/output-tree.js';
import { defused, writeOut } from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

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
  const [only] = formats;
  const whole = formats.filter(([, { files }]) => files).map(([, format]) => oneFile(format));
  if (whole.length > 0) {
    if (formats.length === 1) return collected(whole[0]!);
    throw new UsageError(
      `The format ${formats.find(([, { files }]) => files)![1].name} is a file of its own. Choose one target, or use -o FOLDER/.`,
    );
  }
  const bundle = formats.length === 1 && only![1].wrap ? only![1].bundle : undefined;
  return bundle
    ? collected((pieces) => (pieces.length > 1 ? bundle(pieces) : `${pieces[0]!.text.trimEnd()}\n`))
    : headed();
}

/** What is made of all pieces together, if there is any. */
function collected(textOf: (pieces: readonly OutputPiece[]) => string): StandardOutput {
  const pieces: OutputPiece[] = [];
  return {
    write: async (piece) => {
      pieces.push(piece);
    },
    finish: async () => {
      if (pieces.length > 0) await writeOut(textOf(pieces));
    },
  };
}

/** A query alone is printed as it is, so the first one waits for a second. */
function headed(): StandardOutput {
  let waiting: OutputPiece | null = null;
  let printed = 0;
  const print = ({ heading, kind, text }: OutputPiece): Promise<void> =>
    writeOut(`# ${defused(heading)} [${kind}]\n${text}\n\n`);
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
