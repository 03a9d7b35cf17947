import type { Tables } from '../store/tables.js';

export type StoreName = 'elastic' | 'microsoft' | 'splunk';

/** Pipelines as JSON, by name; `loadShipped` reads them. */
export type ShippedPipelines = Readonly<Record<string, string>>;

/** A kind of product that keeps events, and what is known of where they are there. */
export interface Store {
  readonly pipelines: () => Promise<ShippedPipelines>;
  /** Which of `pipelines` apply where the user names none. */
  readonly defaultPipelines: readonly string[];
  /** The tables that are known, with their columns; undefined where the store has no tables. */
  readonly tables: () => Promise<Tables | undefined>;
}

/** What a target says of its store: the name of one that is known here, or what it knows itself. */
export interface StoreUser {
  readonly store?: StoreName;
  readonly pipelines?: () => Promise<ShippedPipelines>;
  readonly defaultPipelines?: readonly string[];
  readonly tables?: () => Promise<Tables>;
}

const NO_STORE: Store = {
  pipelines: async () => ({}),
  defaultPipelines: [],
  tables: async () => undefined,
};

/** By name. What each of them knows is loaded when it is asked for. */
const STORES: ReadonlyMap<StoreName, Store> = new Map<StoreName, Store>([
  [
    'microsoft',
    {
      pipelines: async () => (await import('./microsoft/pipelines.generated.js')).default,
      defaultPipelines: ['microsoft'],
      tables: async () => (await import('./microsoft/tables.js')).tables,
    },
  ],
  [
    'splunk',
    {
      ...NO_STORE,
      pipelines: async () => (await import('./splunk/pipelines.generated.js')).default,
      defaultPipelines: ['splunk'],
    },
  ],
  [
    'elastic',
    {
      ...NO_STORE,
      pipelines: async () => (await import('./elastic/pipelines.generated.js')).default,
      defaultPipelines: ['ecs'],
    },
  ],
]);

export const storeNames: readonly StoreName[] = [...STORES.keys()];

/** The store of a target: what the target knows itself takes precedence, and adds pipelines. */
export function storeOf({ store, pipelines, defaultPipelines, tables }: StoreUser): Store {
  const known = (store !== undefined && STORES.get(store)) || NO_STORE;
  return {
    pipelines: pipelines
      ? async () => ({ ...(await known.pipelines()), ...(await pipelines()) })
      : known.pipelines,
    defaultPipelines: defaultPipelines ?? known.defaultPipelines,
    tables: tables ?? known.tables,
  };
}

/** Those that are for every target. */
export async function commonPipelines(): Promise<ShippedPipelines> {
  return (await import('./windows/pipelines.generated.js')).default;
}
