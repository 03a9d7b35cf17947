import { expectArgument } from '../source/arguments.js';
import { inOrder } from './apply.js';
import type { Pipeline } from './pipeline.js';

/** One text of all queries, by the pipelines' finalizers; null if they have none. */
export function finalize(
  queries: readonly string[],
  pipelines: readonly Pipeline[],
): string | null {
  const wrong: unknown = (queries as readonly unknown[]).find((q) => typeof q !== 'string');
  expectArgument(wrong === undefined, 'finalize takes the texts of queries', wrong);
  const ordered = inOrder(pipelines);
  if (!ordered.some((p) => p.finalizers.length > 0)) return null;
  let made: readonly string[] | string = queries;
  for (const { finalizers, variables } of ordered) {
    for (const finalizer of finalizers) made = finalizer.apply(made, variables);
  }
  return made as string;
}
