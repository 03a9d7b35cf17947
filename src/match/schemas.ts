import { loadShipped } from '../pipeline/load.js';
import { storeOf } from '../schemas/stores.js';
import type { StoreName } from '../schemas/stores.js';
import type { Source } from '../store/source.js';

/** What is known of how stores keep events: where each log source is, and what its fields are called. */
export interface Schemas {
  readonly stores: ReadonlyMap<StoreName, StoreSchema>;
}

export interface StoreSchema {
  /** Read when they are first asked for, since most runs have events of one store, or of none. */
  readonly sources: readonly Source[];
}

/** The shipped pipelines whose sources are looked at, those of most rules first. */
const PIPELINES: Readonly<Record<StoreName, readonly string[]>> = {
  elastic: ['ecs', 'elastic-defend'],
  splunk: ['splunk'],
  microsoft: ['microsoft'],
};

/** Loads what the shipped pipelines know. */
export async function loadSchemas(): Promise<Schemas> {
  const stores = new Map<StoreName, StoreSchema>();
  for (const [store, names] of Object.entries(PIPELINES) as [StoreName, readonly string[]][]) {
    const shipped = await storeOf({ store }).pipelines();
    let read: readonly Source[] | null = null;
    stores.set(store, {
      get sources() {
        return (read ??= names.flatMap(
          (name) => loadShipped(shipped[name]!, name).pipeline?.sources ?? [],
        ));
      },
    });
  }
  return { stores };
}
