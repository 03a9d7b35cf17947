import type { DetectionItem, DetectionNode, ItemValue } from '../../model/detection.js';
import { shapeOf } from '../../model/patterns/pattern.js';
import type { PatternShape } from '../../model/patterns/pattern.js';
import { partsOf } from '../../model/rewrite.js';
import type { StringValue } from '../../model/value.js';
import { itemOf, textValue } from './in-columns.js';
import type { InColumns } from './in-columns.js';

/** Longer lists are shorter where both columns are joined, once. */
const MOST_IN_BOTH = 12;

/** What the column of the query has where a request had none. */
const NO_QUERY = ['', '-'];

/**
 * What is asked of a URI, asked of the columns that hold its stem and its query: a string without the
 * question mark that joins them is within one of the two.
 */
export function uriInColumns(item: DetectionItem, stem: string, query: string): InColumns {
  const within: StringValue[] = [];
  const nodes: DetectionNode[] = [];
  const rest: ItemValue[] = [];
  for (const value of item.values) {
    const shape = value.kind === 'string' ? shapeWithin(value) : null;
    if (value.kind !== 'string' || shape === null) rest.push(value);
    else if (shape === 'contains') within.push(value);
    else nodes.push(...asked(item, value, shape, stem, query));
  }
  if (within.length > MOST_IN_BOTH) return { nodes, rest: [...rest, ...within], joined: [] };
  const groups = item.linking === 'all' ? within.map((value) => [value]) : [within];
  for (const group of groups.filter((g) => g.length > 0)) {
    const inEither = [stem, query].map((column) => itemOf(item, column, group, group[0]!.span));
    nodes.push(partsOf(item, 'any', inEither));
  }
  return { nodes, rest, joined: [] };
}

type TextShape = Extract<PatternShape, { readonly text: string }>['shape'];

/** Null for a pattern that both columns may hold a part of. */
function shapeWithin({ pattern }: StringValue): TextShape | null {
  const found = shapeOf(pattern);
  // A dash alone is what there is where there is no query.
  if (!('text' in found) || found.text === '-' || found.text.includes('?')) return null;
  return found.shape;
}

function asked(
  item: DetectionItem,
  value: StringValue,
  shape: Exclude<TextShape, 'contains'>,
  stem: string,
  query: string,
): readonly DetectionNode[] {
  const { span } = value;
  const inStem = itemOf(item, stem, [value], span);
  if (shape === 'startswith') return [inStem];
  const none = NO_QUERY.map((text) => textValue(text, span));
  const whole = partsOf(item, 'all', [inStem, itemOf(item, query, none, span)]);
  return [
    shape === 'equals' ? whole : partsOf(item, 'any', [whole, itemOf(item, query, [value], span)]),
  ];
}
