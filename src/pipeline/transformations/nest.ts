import type { ProcessingItem, Transformation } from '../pipeline.js';
import { runItem } from '../run.js';

/** Steps that apply together, where the step that holds them does. */
export function nestReader(items: readonly ProcessingItem[]): Transformation['apply'] {
  return (rule, step) => items.reduce((r, item) => runItem(item, r, step), rule);
}
