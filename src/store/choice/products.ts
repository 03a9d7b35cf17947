import type { LogSource } from '../../model/rule.js';
import { isAnywhere, isOf } from './candidates.js';
import type { Source } from '../source.js';

/** Those whose events are of the same categories. */
const SYSTEMS = ['windows', 'linux', 'macos'] as const;

/**
 * The operating systems whose events a log source means that names no product: those that sources have
 * its category of. Empty if it names one, or a source is for any of them.
 */
export function systemsMeant(logsource: LogSource, sources: readonly Source[]): readonly string[] {
  const { category, product, service } = logsource;
  if (product.length + service.length > 0 || category.length !== 1) return [];
  const name = category[0]!.text.toLowerCase();
  const isForAny = sources.some((source) =>
    source.logSources.some((entry) => isOf(logsource, entry) && !isAnywhere({ source, entry })),
  );
  if (isForAny) return [];
  const entries = sources.flatMap((s) => (s.refusal === null ? s.logSources : []));
  return SYSTEMS.filter((system) =>
    entries.some(({ keys }) => keys.category?.includes(name) && keys.product?.includes(system)),
  );
}
