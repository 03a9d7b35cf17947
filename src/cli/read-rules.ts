import type { SigmaDocument } from '../model/document.js';
import { parse } from '../model/parse.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { findInputs } from './inputs.js';
import { readInput } from './read-file.js';
import { tuneForOneRun } from './one-shot.js';
import type { Diagnostics } from './terminal.js';

/** For a command that ends with its run: reads the rules that the user named, and reports those it cannot read. */
export async function readDocuments(
  names: readonly string[],
  said: Diagnostics,
): Promise<readonly SigmaDocument[]> {
  const inputs = await findInputs(names);
  said.addAll(inputs.diagnostics);
  tuneForOneRun(inputs.files.length);
  return inputs.files.flatMap(({ path }) => {
    const read = readFile(path);
    if (!('code' in read)) return read;
    said.addPlain(read);
    return [];
  });
}

/** The documents of a file, or why it cannot be read. */
export function readFile(path: string): readonly SigmaDocument[] | Diagnostic {
  const input = readInput(path);
  return input instanceof Uint8Array ? parse(input, { path: shownPath(path) }).documents : input;
}

/** What a file is called; `-` is standard input. */
export function shownPath(path: string): string {
  return path === '-' ? '<stdin>' : path;
}
