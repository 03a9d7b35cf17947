import type { DetectionItem, DetectionNode, ItemValue } from '../../model/detection.js';
import { shapeOf } from '../../model/patterns/pattern.js';
import type { PatternShape } from '../../model/patterns/pattern.js';
import { partsOf } from '../../model/rewrite.js';
import { contains, membersOf } from '../../model/regex/code-points.js';
import type { RegexNode } from '../../model/regex/ast.js';
import { isTextStart } from '../../model/regex/plain.js';
import type { StringValue, Value } from '../../model/value.js';
import type { Span } from '../../source/span.js';
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
  return divided(item, stem, query, () => null);
}

/**
 * The same of a field that rules take for the URI, and for its query alone: no URI begins as a query
 * does, and each has a stem, so what begins otherwise, or is missing, is the query.
 */
export function queryInColumns(item: DetectionItem, stem: string, query: string): InColumns {
  return divided(item, stem, query, (value) => {
    const { kind, span } = value;
    if (isNothing(value)) {
      const none = itemOf(item, query, withoutQuery(span), span);
      const isPresence = kind === 'exists' && value.expected;
      return isPresence ? { ...none, negated: !none.negated } : none;
    }
    return isQuery(value) ? itemOf(item, query, [value], span) : null;
  });
}

function divided(
  item: DetectionItem,
  stem: string,
  query: string,
  ofQuery: (value: Value) => DetectionItem | null,
): InColumns {
  const within: StringValue[] = [];
  const nodes: DetectionNode[] = [];
  const rest: ItemValue[] = [];
  for (const value of item.values) {
    const inQuery = value.kind === 'value-group' ? null : ofQuery(value);
    if (inQuery) {
      nodes.push(inQuery);
      continue;
    }
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
  const whole = partsOf(item, 'all', [inStem, itemOf(item, query, withoutQuery(span), span)]);
  return [
    shape === 'equals' ? whole : partsOf(item, 'any', [whole, itemOf(item, query, [value], span)]),
  ];
}

function withoutQuery(span: Span): readonly Value[] {
  return NO_QUERY.map((text) => textValue(text, span));
}

/** Whether it asks that there is nothing, or something. */
export function isNothing(value: Value): boolean {
  if (value.kind === 'string') return value.pattern.length === 0;
  return value.kind === 'null' || value.kind === 'exists';
}

/** Whether it asks how the text begins, and for another character than the first of every stem. */
export function isQuery(value: Value): boolean {
  if (value.kind === 'number') return true;
  if (value.kind === 'string') {
    const [first] = value.pattern;
    return typeof first === 'string' && !first.startsWith('/');
  }
  if (value.kind !== 'regex') return false;
  const { ast, flags } = value.regex;
  const [start, next] = ast.kind === 'sequence' ? ast.items : [];
  return isTextStart(start, flags) && next !== undefined && beginsOtherwise(next);
}

/** Whether whatever satisfies it begins with another character than a slash. */
function beginsOtherwise(node: RegexNode): boolean {
  switch (node.kind) {
    case 'literal':
      return node.codePoint !== SLASH;
    case 'class': {
      const members = membersOf(node);
      return members !== null && !contains(members, SLASH);
    }
    case 'group':
      return beginsOtherwise(node.body);
    case 'repeat':
      return node.min > 0 && beginsOtherwise(node.body);
    case 'alternation':
      return node.options.every(beginsOtherwise);
    case 'sequence':
      return node.items[0] !== undefined && beginsOtherwise(node.items[0]);
    default:
      return false;
  }
}

const SLASH = '/'.charCodeAt(0);
