import { foldExpression, shapeOf } from '../../src/backend/index.js';
import type {
  Cost,
  CostModel,
  Expression,
  Predicate,
  QueryContext,
  StringPattern,
} from '../../src/backend/index.js';

/**
 * What a test of a row costs: an equality is looked up in the index of terms, a part of a string is
 * scanned for, and a regular expression or a conversion is run.
 * https://learn.microsoft.com/en-us/kusto/query/best-practices
 * https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators
 */
const COST = { indexed: 0, scanned: 1, excluded: 2, run: 3 } as const;

type CostClass = (typeof COST)[keyof typeof COST];

/**
 * Conjuncts with the cheapest first; of equal cost, as the rule has them.
 * @param isRead whether a field is read out of a column, as a path in a dynamic one is
 */
export function cheapestFirst(
  conditions: readonly Expression[],
  isRead: (field: string) => boolean,
): readonly Expression[] {
  const conjuncts = conditions.flatMap(conjunctsOf);
  const costs = new Map(conjuncts.map((c) => [c, costOf(c, isRead)]));
  return [...conjuncts].sort((a, b) => costs.get(a)! - costs.get(b)!);
}

function conjunctsOf(expression: Expression): readonly Expression[] {
  return expression.kind === 'and' ? expression.operands.flatMap(conjunctsOf) : [expression];
}

function costOf(
  expression: Expression,
  isRead: (field: string) => boolean = () => false,
): CostClass {
  return foldExpression<CostClass>(expression, {
    and: most,
    or: most,
    not: (cost) => (cost > COST.excluded ? cost : COST.excluded),
    constant: () => COST.indexed,
    predicate: (p) =>
      p.kind !== 'keyword' && isRead(p.field.text) ? COST.run : costOfPredicate(p),
  });
}

function most(costs: readonly CostClass[]): CostClass {
  return costs.reduce((a, b) => (a > b ? a : b), COST.indexed);
}

function costOfPredicate(predicate: Predicate): CostClass {
  switch (predicate.kind) {
    case 'string':
      switch (shapeOf(predicate.pattern).shape) {
        case 'equals':
        case 'empty':
          return COST.indexed;
        case 'other':
          return COST.run;
        default:
          return COST.scanned;
      }
    case 'number':
    case 'boolean':
    case 'null':
    case 'exists':
      return COST.indexed;
    case 'keyword':
      return COST.scanned;
    default:
      return COST.run;
  }
}

/** What `sigmaql explain` shows of each predicate. */
export function costModel({ rule, placement: { columns } }: QueryContext): CostModel {
  return (node) => {
    const { start, file } = rule.logsource.span;
    if (node.span.start === start && node.span.file === file) return SOURCE;
    if (node.kind !== 'keyword' && columns.get(node.field.text)?.reading) return COMPUTED;
    switch (costOfPredicate(node)) {
      case COST.indexed:
        return TERM;
      case COST.scanned:
        return SCAN;
      default:
        return PATTERN;
    }
  };
}

const SOURCE: Cost = { class: 'source', why: 'the table has it as a constant of its own' };
const TERM: Cost = { class: 'term', why: 'the whole value is looked up in the index of terms' };
const SCAN: Cost = { class: 'scan', why: 'each value is scanned for a part of it' };
const PATTERN: Cost = { class: 'pattern', why: 'it runs for each row that is left' };
const COMPUTED: Cost = {
  class: 'computed',
  why: 'its value is read out of another column of each row that is left',
};

/** Shorter terms are not in the index. */
const LEAST = 4;

/**
 * The conjunct that is worth looking up in the index before columns are scanned, and a term that every
 * value has for which it holds: where the rule itself tests no column for equality, the one with the
 * longest. Terms are runs of letters and digits, so what a string contains has whole ones only
 * between characters that are neither.
 */
export function indexedTerm(
  conjuncts: readonly Expression[],
  isOwn: (conjunct: Expression) => boolean,
  isIndexed: (field: string) => boolean,
): Indexed | null {
  let best: Indexed | null = null;
  for (const conjunct of conjuncts) {
    if (isOwn(conjunct)) continue;
    if (costOf(conjunct) === COST.indexed) return null;
    if (conjunct.kind !== 'string' || !isIndexed(conjunct.field.text)) continue;
    const shape = shapeOf(conjunct.pattern);
    const term = shape.shape === 'contains' ? termIn(shape.text) : '';
    if (term.length > (best?.term.length ?? 0)) best = { pattern: conjunct.pattern, term };
  }
  return best;
}

/** The pattern of a predicate, and what to look up for it. */
export interface Indexed {
  readonly pattern: StringPattern;
  readonly term: string;
}

const WHOLE = /(?<=[^\w\x80-\uffff])[a-z0-9]+(?:[.-][a-z0-9]+)*(?=[^\w\x80-\uffff])/gi;

/** The longest term, or terms that dots and dashes join, that is whole within a string. */
function termIn(text: string): string {
  let longest = '';
  for (const [found] of text.matchAll(WHOLE)) {
    if (found.length > longest.length && found.split(/[.-]/).some((t) => t.length >= LEAST)) {
      longest = found;
    }
  }
  return longest;
}
