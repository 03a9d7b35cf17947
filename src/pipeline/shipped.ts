import type { Pipeline } from './pipeline.js';
import { loadShipped } from './load.js';

/** What has pipelines that ship: a target. */
interface Shipping {
  readonly pipelines?: () => Promise<Readonly<Record<string, string>>>;
  readonly defaultPipelines?: readonly string[];
}

/**
 * Loads pipelines that ship with a target, or with none: those named, or the target's own choice.
 * Throws a `RangeError` for a name that there is none of.
 */
export async function shippedPipelines(
  target: Shipping,
  names: readonly string[] = target.defaultPipelines ?? [],
): Promise<readonly Pipeline[]> {
  if (names.length === 0) return [];
  const own = (await target.pipelines?.()) ?? {};
  const { default: builtin } = await import('./pipelines.generated.js');
  return names.map((name) => {
    const json = Object.hasOwn(own, name)
      ? own[name]
      : Object.hasOwn(builtin, name)
        ? builtin[name]
        : undefined;
    const read = json === undefined ? null : loadShipped(json, name);
    if (read?.pipeline) return read.pipeline;
    const there = [...Object.keys(own), ...Object.keys(builtin)].join(', ');
    throw new RangeError(
      read ? read.diagnostics[0]!.message : `There is no pipeline '${name}'. There are: ${there}.`,
    );
  });
}
