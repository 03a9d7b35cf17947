import {
  concat,
  group,
  indent,
  line,
  literalText,
  text,
  writeConditions,
} from '../../src/backend/index.js';
import { somethingOf, withinClauses } from '../../src/backend/elastic/index.js';
import type { Doc, Expression, QueryContext, Search, Span } from '../../src/backend/index.js';
import { dialect } from './dialect.js';
import { clausesOf, comparison, emitted, pieceFrame } from './pieces.js';
import type { Piece } from './pieces.js';

/** Events of one category, or of any, that satisfy a condition. */
export interface EventFilter {
  readonly category: Category | null;
  readonly condition: Piece;
}

interface Category {
  readonly name: string;
  readonly span: Span;
}

/** https://www.elastic.co/docs/reference/ecs/ecs-event#field-event-category */
const CATEGORY_FIELD = 'event.category';

export function filterOf({ conditions }: Search, context: QueryContext): EventFilter {
  const all = conditions.flatMap((c) => (c.kind === 'and' ? c.operands : [c]));
  const found = all.findIndex((c) => categoryOf(c) !== null);
  const category = found < 0 ? null : categoryOf(all[found]!);
  const others = all.filter((_, i) => i !== found);
  // A step of a sequence is a search of its own.
  const asked = { ...context, conditions: all };
  const condition = somethingOf(asked, 'for `dsl` or `esql`', (watched) =>
    others.length === 0
      ? pieceFrame.constant(true, category!.span)
      : writeConditions(dialect, others, watched),
  );
  withinClauses(clausesOf(condition), context);
  return { category, condition };
}

/** What is in front of `where` is compared as it is; a keyword there would be one. */
function categoryOf(node: Expression): Category | null {
  if (node.kind !== 'string' || node.field.text !== CATEGORY_FIELD || !node.cased) return null;
  const name = literalText(node.pattern);
  return name !== null && /^[a-z]\w*$/.test(name) && !KEYWORDS.has(name)
    ? { name, span: node.span }
    : null;
}

const KEYWORDS: ReadonlySet<string> = new Set(['any', 'join', 'sample', 'sequence']);

/** What any of these finds, as one search of events. */
export function anyOf(filters: readonly EventFilter[]): EventFilter {
  const [first] = filters;
  const category = first!.category;
  const isShared = filters.every((f) => f.category?.name === category?.name);
  if (isShared) return { category, condition: pieceFrame.or(filters.map((f) => f.condition)) };
  return { category: null, condition: pieceFrame.or(filters.map(withCategory)) };
}

function withCategory({ category, condition }: EventFilter): Piece {
  if (!category) return condition;
  const { name, span } = category;
  const field = { code: CATEGORY_FIELD, isOptional: false };
  const asked = comparison(field, '==', [`"${name}"`], { span, isNegated: false });
  return pieceFrame.and([asked, condition]);
}

/** https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-basic-syntax */
export function filterDoc({ category, condition }: EventFilter): Doc {
  const source = category ? text(category.name, category.span) : 'any';
  return group(concat(source, ' where'), indent(line, emitted(condition).doc));
}
