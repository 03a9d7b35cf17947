import type {
  Comparison,
  ComparisonOperator,
  CorrelationTest,
  RulesExpression,
} from '../model/correlation/correlation.js';
import type { Direction } from '../source/direction.js';

/** A correlation that another is in. */
export interface Around {
  readonly test: CorrelationTest;
  /** The position of the inner one among its rules. */
  readonly member: number;
}

/** How what a correlation is about may differ from what it should be. */
interface Differing {
  /** There may be matches too many, or too few. */
  readonly more: boolean;
  readonly fewer: boolean;
  /** A match may stand for more events than it should, or for fewer. */
  readonly heavier: boolean;
  readonly lighter: boolean;
}

const TWICE: Differing = { more: false, fewer: false, heavier: true, lighter: false };

/**
 * Where a correlation errs if an event is there more than once: it finds more, misses some, or both, as
 * those ask that it is in.
 *
 * @param around the outermost first
 */
export function directionsOfMore(
  test: CorrelationTest,
  around: readonly Around[],
): readonly Direction[] {
  // An event of the innermost one is of several rules, whose flags it has either way.
  return outermost(passed(test, null, TWICE), around);
}

/**
 * Where a correlation errs if groups are one that should be several, or several that should be one.
 *
 * @param around the outermost first
 */
export function directionsOfGroups(
  test: CorrelationTest,
  around: readonly Around[],
  groups: 'merged' | 'split',
): readonly Direction[] {
  const { forMore, forFewer } = asksOfAll(test);
  const [more, fewer] = groups === 'merged' ? [forMore, forFewer] : [forFewer, forMore];
  return outermost({ more, fewer, heavier: true, lighter: true }, around);
}

function outermost(own: Differing, around: readonly Around[]): readonly Direction[] {
  const { more, fewer } = around.reduceRight(
    (d, { test: of, member }) => passed(of, member, d),
    own,
  );
  return [...(more ? (['wider'] as const) : []), ...(fewer ? (['narrower'] as const) : [])];
}

/** What comes of a correlation whose rules differ so. A row too many is also one more to test at. */
function passed(test: CorrelationTest, member: number | null, of: Differing): Differing {
  const { more, fewer } = of;
  const heavier = of.heavier || more;
  const lighter = of.lighter || fewer;
  const tested = (up: boolean, down: boolean, asks: Asks): Differing => ({
    more: more || (up && asks.forMore) || (down && asks.forFewer),
    fewer: fewer || (up && asks.forFewer) || (down && asks.forMore),
    heavier,
    lighter,
  });
  switch (test.kind) {
    case 'event-count':
      return tested(heavier, lighter, asksOf(test.comparisons));
    case 'value-count':
      return tested(more, fewer, asksOf(test.comparisons));
    case 'value':
    case 'value-share':
      return tested(heavier, lighter, { forMore: true, forFewer: true });
    case 'temporal':
      return tested(more, fewer, asksOfRule(test.expression, member));
    case 'temporal-ordered':
      return { more, fewer, heavier, lighter };
  }
}

/** Whether a test may hold as there is more of something, or as there is less. */
interface Asks {
  readonly forMore: boolean;
  readonly forFewer: boolean;
}

/** What a test asks of all events of a group together. */
function asksOfAll(test: CorrelationTest): Asks {
  switch (test.kind) {
    case 'event-count':
    case 'value-count':
      return asksOf(test.comparisons);
    case 'value':
    case 'value-share':
      return { forMore: true, forFewer: true };
    case 'temporal':
      return asksOfRule(test.expression, 'any');
    case 'temporal-ordered':
      return { forMore: true, forFewer: false };
  }
}

function asksOf(comparisons: readonly Comparison[]): Asks {
  const operators = new Set(comparisons.map((c) => c.operator));
  const has = (...some: readonly ComparisonOperator[]): boolean =>
    some.some((o) => operators.has(o));
  return {
    forMore: has('gt', 'gte', 'eq', 'neq'),
    forFewer: has('lt', 'lte', 'eq', 'neq'),
  };
}

function asksOfRule(node: RulesExpression, member: number | 'any' | null): Asks {
  switch (node.kind) {
    case 'rule-seen':
      return { forMore: member === 'any' || node.rule === member, forFewer: false };
    case 'rules-count':
      return member !== null && (member === 'any' || node.rules.includes(member))
        ? asksOf(node.comparisons)
        : { forMore: false, forFewer: false };
    case 'rules-not': {
      const { forMore, forFewer } = asksOfRule(node.operand, member);
      return { forMore: forFewer, forFewer: forMore };
    }
    default: {
      const all = node.operands.map((o) => asksOfRule(o, member));
      return { forMore: all.some((a) => a.forMore), forFewer: all.some((a) => a.forFewer) };
    }
  }
}
