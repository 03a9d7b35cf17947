import { expectArgument, isObject } from '../source/arguments.js';
import { commonPipelines, storeOf } from '../schemas/stores.js';
import type { StoreUser } from '../schemas/stores.js';
import type { Tables } from '../store/tables.js';
import type { Pipeline } from './pipeline.js';
import { loadShipped } from './load.js';

/**
 * Loads pipelines that ship for a target's store, or for every target: those named, or the store's
 * default. Throws a `RangeError` for a name that there is none of.
 */
export async function shippedPipelines(
  target: StoreUser,
  names?: readonly string[],
): Promise<readonly Pipeline[]> {
  expectTarget('shippedPipelines', target);
  const store = storeOf(target);
  const wanted = names ?? store.defaultPipelines;
  expectArgument(Array.isArray(wanted), 'shippedPipelines takes an array of names', wanted);
  if (wanted.length === 0) return [];
  const known = new Map(
    Object.entries({ ...(await commonPipelines()), ...(await store.pipelines()) }),
  );
  return wanted.map((name) => {
    const json = known.get(name);
    const read = json === undefined ? null : loadShipped(json, name);
    if (read?.pipeline) return read.pipeline;
    const there = [...known.keys()].join(', ');
    throw new RangeError(
      read ? read.diagnostics[0]!.message : `There is no pipeline '${name}'. There are: ${there}.`,
    );
  });
}

/** The tables that are known of a target's store; undefined where it has none. */
export async function publishedTables(target: StoreUser): Promise<Tables | undefined> {
  expectTarget('publishedTables', target);
  return storeOf(target).tables();
}

/** Of a name there would be nothing, and queries would keep the names of Sigma. */
function expectTarget(name: string, given: unknown): void {
  expectArgument(
    isObject(given),
    `${name} takes a target, such as \`kql\` of 'sigmaql/kql'`,
    given,
  );
}
