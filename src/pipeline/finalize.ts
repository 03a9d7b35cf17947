import { inOrder } from './apply.js';
import type { Pipeline } from './pipeline.js';

/** One text of all queries, by the pipelines' finalizers; null if they have none. */
export function finalize(
  queries: readonly string[],
  pipelines: readonly Pipeline[],
): string | null {
  const ordered = inOrder(pipelines);
  if (!ordered.some((p) => p.finalizers.length > 0)) return null;
  let texts = queries;
  for (const { finalizers, variables } of ordered) {
    for (const finalizer of finalizers) texts = [finalizer.apply(texts, variables)];
  }
  return texts[0] ?? '';
}
