import type { DetectionItem, DetectionNode, ItemValue } from '../../model/detection.js';
import { partsOf } from '../../model/rewrite.js';
import { isNothing, isQuery } from './uri.js';

/**
 * What is asked of a URI or of its query, each read by itself: whatever says how the text begins, of
 * both; whether there is any, of the query alone; and all else of the URI, which has the query in it.
 */
export function inWholeOrPart(
  item: DetectionItem,
  read: (item: DetectionItem, isPart: boolean) => DetectionNode,
): DetectionNode {
  const asked = (value: ItemValue): readonly boolean[] => {
    if (value.kind === 'value-group') return [false];
    if (isNothing(value)) return [true];
    return isQuery(value) ? [false, true] : [false];
  };
  const [alone, either, rest] = [[true], [false, true], [false]].map((places) =>
    item.values.filter((value) => asked(value).join() === places.join()),
  ) as [ItemValue[], ItemValue[], ItemValue[]];
  const parts = either.map((value) => {
    const one = { ...item, values: [value] };
    return partsOf(item, 'any', [read(one, false), read(one, true)]);
  });
  if (alone.length > 0) parts.push(read({ ...item, values: alone }, true));
  if (rest.length > 0) parts.push(read({ ...item, values: rest }, false));
  return partsOf(item, item.linking, parts);
}
