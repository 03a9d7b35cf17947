import type { Collection } from '../model/collection.js';
import { parse } from '../model/parse.js';
import { findInputs, readInput } from './inputs.js';
import type { Diagnostics } from './terminal.js';

/** Reads the rules that the user named, a file at a time; what there is to say of them is told. */
export async function* readRules(
  names: readonly string[],
  said: Diagnostics,
): AsyncGenerator<Collection> {
  const inputs = await findInputs(names);
  said.addAll(inputs.diagnostics);
  for (const { path } of inputs.files) {
    const input = readInput(path);
    if (!(input instanceof Uint8Array)) {
      said.addPlain(input);
      continue;
    }
    const { collection, diagnostics } = parse(input, { path: path === '-' ? '<stdin>' : path });
    said.addAll(diagnostics);
    yield collection;
  }
}
