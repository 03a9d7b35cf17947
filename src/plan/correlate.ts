import type {
  Comparison,
  Correlation,
  RulesExpression,
  Statistic,
  Timespan,
  ValueTest,
} from '../model/correlation/correlation.js';
import { canonicalDecimal } from '../model/modifiers/number.js';
import type { Name } from '../model/name.js';
import type { Span } from '../source/span.js';
import type { Amount, Having, HavingTest, Measure, Plan } from './plan.js';

/** What the columns of a correlation's events are called. */
export interface ColumnNames {
  /** Of the fields that it groups by, in their order, and where it names them. */
  readonly group: readonly Name[];
  /** Of the fields whose values count. */
  readonly values: readonly string[];
  /** Whether an event is of a rule, by the position of the rule; null where nothing asks. */
  readonly flags: readonly string[] | null;
}

/** The matches of a correlation among its events: a row for each group and time. */
export function correlationPlan(
  correlation: Correlation,
  input: Plan,
  { group, values, flags }: ColumnNames,
): Having {
  const { test, timespan } = correlation;
  const { span } = test;
  const aggregate = (measures: readonly Measure[], held: HavingTest): Having => ({
    kind: 'having',
    input: { kind: 'aggregate', input, group, timespan, measures, span },
    test: held,
    span,
  });
  switch (test.kind) {
    case 'event-count': {
      const measure: Measure = { name: 'event_count', kind: 'count' };
      return aggregate([measure], compared(measure.name, test.comparisons));
    }
    case 'value-count': {
      const measure: Measure = { name: 'value_count', kind: 'distinct', columns: values };
      return aggregate([measure], compared(measure.name, test.comparisons));
    }
    case 'value-share': {
      const [name, of] = ['value_events', 'all_events'];
      const measure: Measure = { name, kind: 'share', of, values: 'values', columns: values };
      const tests = test.comparisons.map(({ operator, number, span: at }): HavingTest => {
        const [times, part] = partOf(number.decimal);
        const [left, right] = [column(name, times), column(of, part === '1' ? undefined : part)];
        return { kind: 'compare', left, operator, right, span: at };
      });
      return aggregate([measure], every(tests));
    }
    case 'value': {
      const { measures, test: held } = ofValues(test, values[0]!);
      return aggregate(measures, held);
    }
    default: {
      const steps = (flags ?? []).map((flag) => ({ flag, name: `last_${flag}` }));
      const ordered = test.kind === 'temporal-ordered';
      const recent = (rule: number): HavingTest => {
        const column = steps[rule]!.name;
        const at = correlation.rules[rule]?.span ?? span;
        return { kind: 'recent', column, timespan, negated: false, span: at };
      };
      const held = ordered
        ? recent(steps.length - 1)
        : ofRules(test.expression, { steps: steps.map((s) => s.name), timespan });
      return {
        kind: 'having',
        input: { kind: 'sequence', input, group, timespan, ordered, steps, span },
        test: held,
        span,
      };
    }
  }
}

function column(name: string, times?: string): Amount {
  return { kind: 'column', column: name, ...(times === undefined ? {} : { times }) };
}

function compared(name: string, comparisons: readonly Comparison[]): HavingTest {
  return every(comparisons.map((comparison) => against(column(name), comparison)));
}

function against(left: Amount, { operator, number: { decimal }, span }: Comparison): HavingTest {
  return { kind: 'compare', left, operator, right: { kind: 'number', decimal }, span };
}

function atLeastOne(of: string, span: Span, negated = false): HavingTest {
  const right: Amount = { kind: 'number', decimal: '1' };
  return { kind: 'compare', left: column(of), operator: negated ? 'lt' : 'gte', right, span };
}

function every(operands: readonly HavingTest[]): HavingTest {
  return operands.length === 1 ? operands[0]! : { kind: 'all', operands };
}

/** Of a window without numbers no comparison holds. */
function ofValues(
  { statistic, comparisons, field }: ValueTest,
  of: string,
): { readonly measures: readonly Measure[]; readonly test: HavingTest } {
  const numbers: Measure = { name: 'numbers', kind: 'numbers', column: of };
  const some = atLeastOne('numbers', field.span);
  if (statistic.kind === 'sum' || statistic.kind === 'average') {
    const sum: Measure = { name: 'value_sum', kind: 'sum', column: of };
    const amount: Amount =
      statistic.kind === 'sum'
        ? column('value_sum')
        : { kind: 'quotient', column: 'value_sum', by: 'numbers' };
    const tests = comparisons.map((c) => against(amount, c));
    return { measures: [numbers, sum], test: every([some, ...tests]) };
  }
  const measures = new Map<string, Measure>([['numbers', numbers]]);
  const below = (kind: 'less' | 'at-most', bound: string): string => {
    const name = `${kind === 'less' ? 'below' : 'up_to'}_${bound.replace(/[^0-9]/g, '_')}`;
    measures.set(name, { name, kind, column: of, bound });
    return name;
  };
  const tests = comparisons.map((c) =>
    ranked(statistic, c, (kind) => below(kind, c.number.decimal)),
  );
  return { measures: [...measures.values()], test: every([some, ...tests]) };
}

/**
 * The value of a rank is less than a bound if at least as many numbers are: of the minimum, the
 * first of them, and of a percentile, its share of all. So nothing has to be sorted or interpolated.
 */
function ranked(
  statistic: Statistic,
  { operator, span }: Comparison,
  below: (kind: 'less' | 'at-most') => string,
): HavingTest {
  const [times, of] = shareOf(statistic);
  const reaches = (kind: 'less' | 'at-most', holds: boolean): HavingTest => {
    if (statistic.kind === 'minimum') return atLeastOne(below(kind), span, !holds);
    const left = column(below(kind), times);
    const right = column('numbers', of);
    return { kind: 'compare', left, operator: holds ? 'gte' : 'lt', right, span };
  };
  switch (operator) {
    case 'lt':
      return reaches('less', true);
    case 'lte':
      return reaches('at-most', true);
    case 'gt':
      return reaches('at-most', false);
    case 'gte':
      return reaches('less', false);
    case 'eq':
      return { kind: 'all', operands: [reaches('less', false), reaches('at-most', true)] };
    case 'neq':
      return { kind: 'any', operands: [reaches('less', true), reaches('at-most', false)] };
  }
}

/** Two whole numbers, the second of the first; none for all. 99.9 and the like are not binary fractions. */
function shareOf(statistic: Statistic): readonly [string, string] | readonly [] {
  if (statistic.kind !== 'percentile' || statistic.rank === 100) return [];
  return partOf(canonicalDecimal(String(statistic.rank))!);
}

/** Of a percentage, a hundred and that in whole numbers, so that neither is rounded. */
function partOf(percentage: string): readonly [string, string] {
  const [whole, fraction = ''] = percentage.split('.') as [string, string?];
  return [`100${'0'.repeat(fraction.length)}`, String(BigInt(whole + fraction))];
}

interface Steps {
  readonly steps: readonly string[];
  readonly timespan: Timespan;
}

/** Negations end at the rules. */
function ofRules(node: RulesExpression, { steps, timespan }: Steps, negated = false): HavingTest {
  const inner = (operand: RulesExpression, flip = negated): HavingTest =>
    ofRules(operand, { steps, timespan }, flip);
  switch (node.kind) {
    case 'rule-seen':
      return { kind: 'recent', column: steps[node.rule]!, timespan, negated, span: node.span };
    case 'rules-not':
      return inner(node.operand, !negated);
    case 'rules-and':
    case 'rules-or': {
      const isAll = (node.kind === 'rules-and') !== negated;
      return { kind: isAll ? 'all' : 'any', operands: node.operands.map((o) => inner(o)) };
    }
    case 'rules-count': {
      const columns = node.rules.map((rule) => steps[rule]!);
      const left: Amount = { kind: 'recent-count', columns, timespan };
      const tests = node.comparisons.map((c) =>
        against(left, negated ? { ...c, operator: OPPOSITE[c.operator] } : c),
      );
      if (tests.length === 1) return tests[0]!;
      return { kind: negated ? 'any' : 'all', operands: tests };
    }
  }
}

const OPPOSITE = { lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt', eq: 'neq', neq: 'eq' } as const;
