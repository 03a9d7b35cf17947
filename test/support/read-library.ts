import { link } from '../../src/model/linking/library.js';
import type { Library } from '../../src/model/linking/library.js';
import { parse } from '../../src/model/parse.js';
import type { ParseOptions } from '../../src/model/parse.js';

/** The documents of a string, linked. */
export function readLibrary(text: string | Uint8Array, options?: ParseOptions): Library {
  return link(parse(text, options).documents);
}
