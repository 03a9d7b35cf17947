import { createRequire } from 'node:module';
import { join } from 'node:path';
import { kustoParser } from '../languages/kusto/syntax.js';
import type { KustoGlobals, KustoParser } from '../languages/kusto/syntax.js';

/**
 * Loads Microsoft's parser of Kusto, which the build puts beside the command. It takes a quarter of a
 * second and leaves globals, so call it only where there is a Kusto query to read.
 */
export function loadKusto(): KustoParser {
  const require = createRequire(join(import.meta.dirname, 'kusto.cjs'));
  for (const name of ['bridge.min', 'Kusto.Language.Bridge.min']) {
    require(`../kusto/${name}.cjs`);
  }
  return kustoParser(globalThis as unknown as KustoGlobals);
}
