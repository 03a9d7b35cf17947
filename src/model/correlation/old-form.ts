import type { Span } from '../../source/span.js';
import type { Aggregation, Condition, ConditionExpression, Near } from '../condition/ast.js';
import { foldCondition } from '../condition/fold.js';
import { printCondition } from '../condition/print.js';
import type {
  Comparison,
  Correlation,
  CorrelationTest,
  CorrelationType,
  RulesExpression,
  Timespan,
} from './correlation.js';
import { metadataOf } from '../metadata.js';
import { numberLiteral } from '../modifiers/number.js';
import type { Name } from '../name.js';
import type { Rule } from '../rule.js';
import { timespanOf } from './timespan.js';

/** A condition with an aggregation as a correlation over rules of one condition each. */
export interface OldForm {
  readonly correlation: Correlation;
  /** What its `rules` name, in order. */
  readonly rules: readonly Rule[];
}

/**
 * Reads `| count(field) by group > N` and `| near a and b`, the forms before there were
 * correlations; null for a condition without one.
 * https://github.com/SigmaHQ/sigma-specification/blob/version_1/Sigma_specification.md
 */
export function oldForm(rule: Rule, condition: Condition): OldForm | null {
  const { aggregation } = condition;
  const timespan = rule.detection.timeframe && timespanOf(rule.detection.timeframe);
  if (!aggregation || !timespan) return null;
  return aggregation.kind === 'near'
    ? nearForm(rule, condition, aggregation, timespan)
    : countForm(rule, condition, aggregation, timespan);
}

function countForm(
  rule: Rule,
  condition: Condition,
  aggregation: Aggregation,
  timespan: Timespan,
): OldForm {
  const { groupBy, span } = aggregation;
  const about = {
    type: typeOf(aggregation),
    groupBy: groupBy ? namesIn(groupBy) : [],
    test: testOf(aggregation),
  };
  const one = withCondition(rule, condition.expression);
  return correlating(rule, [one], timespan, about, span);
}

/** What an aggregation asks for. */
export function testOf(aggregation: Aggregation): CorrelationTest {
  const { field, operator, threshold, span } = aggregation;
  // One of thousands of digits, which nothing reaches, is not brought into the common form.
  const number = numberLiteral(threshold) ?? { source: threshold, decimal: threshold };
  const comparisons: readonly Comparison[] = [{ operator, number, span }];
  if (aggregation.function !== 'count') {
    const kind = STATISTICS[aggregation.function];
    // The grammar asks for a field only in parentheses, so there may be none.
    const of = field ?? { text: '', span };
    return { kind: 'value', statistic: { kind }, field: of, comparisons, span };
  }
  if (!field) return { kind: 'event-count', comparisons, span };
  return { kind: 'value-count', fields: [field], comparisons, span };
}

function typeOf(aggregation: Aggregation): CorrelationType {
  if (aggregation.function !== 'count') return `value_${aggregation.function}`;
  return aggregation.field ? 'value_count' : 'event_count';
}

const STATISTICS = { sum: 'sum', avg: 'average', min: 'minimum', max: 'maximum' } as const;

/** The events of the condition, and those that `near` names, within the timeframe. */
function nearForm(rule: Rule, condition: Condition, near: Near, timespan: Timespan): OldForm {
  const rules: ConditionExpression[] = [condition.expression];
  const positions = new Map<string, number>();
  const seen = (node: ConditionExpression): RulesExpression => {
    const text = printCondition(node);
    let position = positions.get(text);
    if (position === undefined) {
      positions.set(text, (position = rules.length));
      const { span } = node;
      const filters = condition.added ?? [];
      rules.push(
        filters.length === 0 ? node : { kind: 'condition-and', operands: [node, ...filters], span },
      );
    }
    return { kind: 'rule-seen', rule: position, span: node.span };
  };
  const others = foldCondition<RulesExpression>(near.expression, {
    and: (operands, { span }) => ({ kind: 'rules-and', operands, span }),
    or: (operands, { span }) => ({ kind: 'rules-or', operands, span }),
    not: (operand, { span }) => ({ kind: 'rules-not', operand, span }),
    identifier: seen,
    quantified: seen,
  });
  const { span } = near;
  const first: RulesExpression = { kind: 'rule-seen', rule: 0, span: condition.expression.span };
  const operands = [first, ...(others.kind === 'rules-and' ? others.operands : [others])];
  const test: CorrelationTest = {
    kind: 'temporal',
    expression: { kind: 'rules-and', operands, span },
    span,
  };
  const made = rules.map((r) => withCondition(rule, r));
  return correlating(rule, made, timespan, { type: 'temporal', groupBy: [], test }, span);
}

function correlating(
  rule: Rule,
  rules: readonly Rule[],
  timespan: Timespan,
  about: Pick<Correlation, 'type' | 'groupBy' | 'test'>,
  span: Span,
): OldForm {
  const names = rules.map(({ detection }): Name => {
    const [{ text, span: at }] = detection.conditions as [Condition];
    return { text, span: at };
  });
  const correlation: Correlation = {
    ...metadataOf(rule),
    kind: 'correlation',
    rules: names,
    aliases: [],
    timespan,
    generate: false,
    ...about,
    document: rule.document,
    span,
  };
  return { correlation, rules };
}

function withCondition(rule: Rule, expression: ConditionExpression): Rule {
  const { span } = expression;
  const text = printCondition(expression);
  const condition: Condition = { kind: 'condition', text, expression, aggregation: null, span };
  return { ...rule, detection: { ...rule.detection, conditions: [condition], timeframe: null } };
}

/** `by a, b` names two fields. */
function namesIn({ text, span }: Name): readonly Name[] {
  const isVerbatim = span.end - span.start === text.length;
  return [...text.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
    const start = span.start + index;
    const own = isVerbatim ? { file: span.file, start, end: start + name.length } : span;
    return { text: name, span: own };
  });
}
