import type { AttackData } from '../../model/attack/attack.js';
import { attackOf } from '../../model/attack/tags.js';
import type {
  Comparison,
  ComparisonOperator,
  Correlation,
  CorrelationTest,
  RulesExpression,
} from '../../model/correlation/correlation.js';
import { meantBy } from '../../model/linking/library.js';
import type { Library } from '../../model/linking/library.js';
import { positionAt } from '../../source/span.js';
import type { Span } from '../../source/span.js';
import { linkTo } from './links.js';
import type { DocumentLink } from './links.js';
import type { InspectionRecord } from './record.js';

/** The form in which `inspect --json` prints a correlation; lines are counted from 1. */
export interface CorrelationRecord extends CorrelationParts {
  readonly path: string;
  readonly kind: 'correlation';
  readonly rule: InspectionRecord['rule'];
  /** The correlations that refer to it. */
  readonly correlations: readonly DocumentLink[];
  readonly attack: InspectionRecord['attack'];
}

/** What a correlation says of its events; plain data. */
export interface CorrelationParts {
  readonly type: string;
  /** In the order of the correlation. */
  readonly rules: readonly CorrelatedRule[];
  readonly groupBy: readonly string[];
  /** As it is written. */
  readonly timespan: string;
  readonly condition: CorrelationCondition;
  readonly aliases: readonly {
    readonly name: string;
    readonly fields: readonly { readonly rule: string; readonly field: string }[];
  }[];
  /** Whether the rules give queries of their own as well. */
  readonly generate: boolean;
}

export interface CorrelatedRule {
  /** The id or name by which the correlation refers to it. */
  readonly reference: string;
  /** Where it refers to it. */
  readonly line: number;
  /** Null where there is no such document, or more than one. */
  readonly document: DocumentLink | null;
  /** Whether several have that name. */
  readonly isAmbiguous: boolean;
}

export interface CorrelationCondition {
  /** Whose values count. */
  readonly fields: readonly string[];
  /** More than 0, at most 100; null for other types, and where comparisons are with a value's share. */
  readonly percentile: number | null;
  /** All must hold; of a temporal condition they are in `expression`. */
  readonly comparisons: readonly {
    readonly operator: ComparisonOperator;
    readonly number: string;
  }[];
  /** Of the rules that must have an event; null for other types, and where their order decides. */
  readonly expression: string | null;
}

export function correlationRecord(
  correlation: Correlation,
  library: Library,
  about: { readonly attack: AttackData; readonly correlations: readonly DocumentLink[] },
): CorrelationRecord {
  const { id, title, level, status, span, tags } = correlation;
  return {
    path: span.file.path,
    kind: 'correlation',
    rule: { id, title, level, status },
    ...correlationParts(correlation, library),
    correlations: about.correlations,
    attack: attackOf(tags, about.attack).map(({ span: at, ...tag }) => ({
      ...tag,
      line: lineOf(at),
    })),
  };
}

export function correlationParts(
  { type, rules, groupBy, timespan, test, aliases, generate }: Correlation,
  library: Library,
): CorrelationParts {
  return {
    type,
    rules: rules.map((name) => {
      const { text, span } = name;
      const [found, ...others] = meantBy(library, name);
      const isAmbiguous = others.length > 0;
      const document = found && !isAmbiguous ? linkTo(found) : null;
      return { reference: text, line: lineOf(span), document, isAmbiguous };
    }),
    groupBy: groupBy.map((g) => g.text),
    timespan: timespan.text,
    condition: conditionOf(
      test,
      rules.map((r) => r.text),
    ),
    aliases: aliases.map(({ name, fields }) => ({
      name: name.text,
      fields: fields.map(({ rule, field }) => ({ rule: rule.text, field: field.text })),
    })),
    generate,
  };
}

/** A condition in words: `TargetUserName gte 15`; of order, that every rule is needed in it. */
export function conditionText({ condition, type }: CorrelationParts): string {
  const { fields, percentile, comparisons, expression } = condition;
  if (expression !== null) return expression;
  if (type === 'temporal_ordered') return 'every rule, in this order';
  const isShare = type === 'value_percentile' && percentile === null;
  const of = [
    isShare ? `share of ${fields.join(', ')} in percent` : fields.join(', '),
    percentile === null ? '' : `percentile ${percentile}`,
  ];
  const asked = comparisons.map(({ operator, number }) => `${operator} ${number}`).join(', ');
  return [...of, asked].filter((text) => text !== '').join(' ');
}

function conditionOf(test: CorrelationTest, rules: readonly string[]): CorrelationCondition {
  const none = { fields: [], percentile: null, comparisons: [], expression: null };
  switch (test.kind) {
    case 'event-count':
      return { ...none, comparisons: compared(test.comparisons) };
    case 'value-count':
    case 'value-share': {
      const fields = test.fields.map((f) => f.text);
      return { ...none, fields, comparisons: compared(test.comparisons) };
    }
    case 'value': {
      const { statistic, field, comparisons } = test;
      const percentile = statistic.kind === 'percentile' ? statistic.rank : null;
      return { ...none, fields: [field.text], percentile, comparisons: compared(comparisons) };
    }
    case 'temporal':
      return { ...none, expression: printed(test.expression, rules) };
    case 'temporal-ordered':
      return none;
  }
}

function compared(comparisons: readonly Comparison[]): CorrelationCondition['comparisons'] {
  return comparisons.map(({ operator, number }) => ({ operator, number: number.decimal }));
}

/** Reading bounds the depth. */
function printed(node: RulesExpression, rules: readonly string[], isOperand = false): string {
  switch (node.kind) {
    case 'rule-seen':
      return rules[node.rule]!;
    case 'rules-not':
      return `not ${printed(node.operand, rules, true)}`;
    case 'rules-and':
    case 'rules-or': {
      const word = node.kind === 'rules-and' ? ' and ' : ' or ';
      const text = node.operands.map((o) => printed(o, rules, true)).join(word);
      return isOperand ? `(${text})` : text;
    }
    case 'rules-count': {
      const asked = compared(node.comparisons).map((c) => `${c.operator} ${c.number}`);
      const named = node.rules.map((r) => rules[r]!).join(', ');
      return `${asked.join(' and ')} of (${named})`;
    }
  }
}

function lineOf({ file, start }: Span): number {
  return positionAt(file, start).line;
}
