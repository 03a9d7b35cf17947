import type { Backend } from '../../src/backend/index.js';
import { convert } from '../../src/convert/index.js';
import type { ConvertOptions, Query } from '../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../src/pipeline/shipped.js';
import { readLibrary } from './read-library.js';

/** How each target converts where the user chooses nothing, by its name; queries are on one line. */
export async function defaultsOf(
  backends: readonly Backend[],
): Promise<ReadonlyMap<string, ConvertOptions>> {
  const settings = await Promise.all(
    backends.map(async (backend) => {
      const pipelines = await shippedPipelines(backend);
      const tables = await publishedTables(backend);
      return [backend.name, { backend, pipelines, tables, compact: true }] as const;
    }),
  );
  return new Map(settings);
}

/** The first query of a rule that is given without its title. */
export function firstQuery(rule: object, options: ConvertOptions): Query {
  const text = JSON.stringify({ title: 't', ...rule });
  return convert(readLibrary(text, { path: 'r.yml' }), options)[0]!;
}
