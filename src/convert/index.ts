import type { Collection } from '../model/collection.js';
import { processed } from './branches.js';
import { convertCondition } from './condition.js';
import { refusedQuery } from './query.js';
import type { Query } from './query.js';
import { resolveSettings } from './settings.js';
import type { ConvertOptions } from './settings.js';

export { resolveOptions } from './settings.js';
export type { ConvertOptions } from './settings.js';
export type { Fidelity, Query } from './query.js';

/**
 * Converts every rule of a collection, one query for each of its conditions, in order. A rule that
 * could not be read gives one refused query. Bad rules never throw; a format or option that the
 * backend does not have throws a `RangeError`.
 */
export function convert(collection: Collection, options: ConvertOptions): Query[] {
  const settings = resolveSettings(options);
  const queries: Query[] = [];
  for (const item of collection.items) {
    if (item.content?.kind === 'filter') continue;
    if (item.content?.kind !== 'rule') {
      queries.push(refusedQuery(item, settings, []));
      continue;
    }
    const variants = processed(item.content, settings);
    item.content.detection.conditions.forEach((_, index) => {
      queries.push(convertCondition(item, variants, index, settings));
    });
  }
  return queries;
}
