import type { YamlMap, YamlScalar } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { mayHoldOfCount, neverHolds, neverHoldsOfRules } from '../comparisons.js';
import { codes } from './correlation-codes.js';
import { COMPARISON_OPERATORS } from './correlation.js';
import type {
  Comparison,
  CorrelationTest,
  CorrelationType,
  RulesExpression,
} from './correlation.js';
import { numberLiteral } from '../modifiers/number.js';
import type { Name } from '../name.js';
import { KINDS } from '../reading/read-metadata.js';
import type { ReportTo } from '../reading/read-metadata.js';
import { readRulesCondition } from './rules-condition.js';
import { Section } from '../reading/section.js';

export interface ReadTest {
  readonly test: CorrelationTest;
  /** Those of the correlation, or of its condition where it lists none. */
  readonly rules: readonly Name[];
  /** Whose values count. */
  readonly fields: readonly Name[];
}

interface ReadCondition {
  readonly comparisons: readonly Comparison[];
  readonly fields: readonly Name[];
  /** Of a percentile; null without one. */
  readonly rank: number | null;
}

/** Reads the condition of a correlation, for its type. */
export class CorrelationTests {
  constructor(
    private readonly section: Section,
    private readonly head: Span,
    private readonly report: ReportTo,
  ) {}

  /** Null if an error was reported. */
  read(type: CorrelationType, listed: readonly Name[]): ReadTest | null {
    switch (type) {
      case 'temporal':
      case 'temporal_ordered':
        return this.temporal(type, listed);
      case 'event_count':
        return this.measured(type, listed, ({ comparisons }, span) => ({
          kind: 'event-count',
          comparisons,
          span,
        }));
      case 'value_count':
        return this.measured(type, listed, ({ comparisons, fields }, span) => ({
          kind: 'value-count',
          fields,
          comparisons,
          span,
        }));
      case 'value_percentile':
      case 'value_median':
        return this.measured(type, listed, ({ comparisons, fields, rank }, span) => {
          if (rank === null) return { kind: 'value-share', fields, comparisons, span };
          const [field] = fields as readonly [Name];
          return {
            kind: 'value',
            statistic: { kind: 'percentile', rank },
            field,
            comparisons,
            span,
          };
        });
      default:
        return this.measured(type, listed, ({ comparisons, fields }, span) => ({
          kind: 'value',
          statistic: { kind: STATISTICS[type] },
          field: fields[0]!,
          comparisons,
          span,
        }));
    }
  }

  /** Reports what is wrong whatever the type is, since that is unknown. */
  readUntyped(listed: readonly Name[]): null {
    const value = this.section.get('condition')?.value;
    if (value?.kind === 'map') {
      const condition = this.conditionSection(value);
      this.comparisons(condition);
      this.percentile(condition);
    } else if (value) {
      // Only these types take an expression.
      this.temporal('temporal', listed);
    }
    return null;
  }

  private never(why: string, span: Span): null {
    this.report(codes['correlation-never']({ why }), span);
    return null;
  }

  private measured(
    type: Exclude<CorrelationType, 'temporal' | 'temporal_ordered'>,
    rules: readonly Name[],
    make: (read: ReadCondition, span: Span) => CorrelationTest,
  ): ReadTest | null {
    const condition = this.conditionMap(type);
    if (!condition) return null;
    const comparisons = this.comparisons(condition);
    const rank = type === 'value_percentile' ? this.percentile(condition) : 50;
    const isOfTuples = type === 'value_count' || rank === null;
    const fields = this.fields(type, condition, isOfTuples);
    if (!comparisons || !fields || rank === undefined) return null;
    const { span } = condition.map;
    const test = make({ comparisons, fields, rank }, span);
    const why = neverHolds(test);
    if (why) return this.never(why, span);
    if (rank === null) {
      const named = fields.map((f) => `\`${f.text}\``).join(' and ');
      this.report(codes['percentile-as-share']({ fields: named }), span);
    }
    return { test, rules, fields };
  }

  private conditionMap(type: CorrelationType): Section | null {
    const found = this.section.get('condition');
    const example = type === 'event_count' ? '{ gte: 10 }' : '{ field: User, gte: 10 }';
    if (!found) {
      if (this.section.lacks('condition'))
        this.report(codes['correlation-condition-missing']({ example }), this.head);
      return null;
    }
    const { key, value } = found;
    if (value.kind === 'map') return this.conditionSection(value);
    const slots = { key: 'condition', expected: `a map such as \`${example}\`` };
    const isEmpty = value.kind === 'scalar' && value.value === null;
    const actual = isEmpty ? 'empty' : KINDS[value.kind];
    this.report(codes['correlation-value']({ ...slots, actual }), key.span);
    return null;
  }

  private conditionSection(map: YamlMap): Section {
    return new Section(
      'the condition of a correlation',
      map,
      CONDITION_KEYS,
      OPERATORS,
      this.report,
    );
  }

  private comparisons({ map }: Section): readonly Comparison[] | null {
    const found: Comparison[] = [];
    let failed = false;
    for (const { key, value } of map.entries) {
      const operator = COMPARISON_OPERATORS.find((o) => o === key.text.toLowerCase());
      if (!operator) continue;
      const number = value.kind === 'scalar' ? numberLiteral(value.text.trim()) : null;
      if (number) {
        const span = { file: key.span.file, start: key.span.start, end: value.span.end };
        found.push({ operator, number, span });
        continue;
      }
      failed = true;
      const actual = value.kind === 'scalar' ? `'${value.text}'` : KINDS[value.kind];
      this.report(codes['correlation-number']({ operator, actual }), key.span);
    }
    if (failed) return null;
    if (found.length > 0) return found;
    const known = COMPARISON_OPERATORS.join(', ');
    this.report(codes['correlation-condition-empty']({ known }), map.span);
    return null;
  }

  /** A key of the condition, or beside it, which is reported. */
  private holder(key: string, condition: Section): Section | null {
    if (condition.has(key)) return condition;
    const outside = this.section.get(key);
    if (!outside) return null;
    this.report(codes['correlation-field-outside']({ key }), outside.key.span);
    return this.section;
  }

  private fields(
    type: CorrelationType,
    condition: Section,
    isOfTuples: boolean,
  ): readonly Name[] | null {
    const holder = this.holder('field', condition);
    if (type !== 'value_percentile') this.unused('percentile', type, condition);
    if (type === 'event_count') {
      return this.unused('field', type, condition) ? null : [];
    }
    const fields = holder?.fields('field', 'the name of a field') ?? [];
    if (fields.length === 0) {
      const given = holder?.get('field');
      const isEmptyList = given?.value.kind === 'list' && given.value.items.length === 0;
      if (!given || isEmptyList) {
        this.report(
          codes['correlation-field-missing']({ type }),
          given?.key.span ?? condition.map.span,
        );
      }
      return null;
    }
    if (fields.length > 1 && !isOfTuples) {
      this.report(codes['correlation-several-fields']({ type }), fields[1]!.span);
      return null;
    }
    return fields;
  }

  private unused(key: string, type: CorrelationType, condition: Section | null): boolean {
    const found = condition?.get(key) ?? this.section.get(key);
    const others =
      key === 'percentile' ? '`type: value_percentile`' : 'a type that starts with `value_`';
    if (found)
      this.report(codes['correlation-field-unused']({ type, key, others }), found.key.span);
    return found !== undefined;
  }

  /** Null if there is none; undefined if an error was reported. */
  private percentile(condition: Section): number | null | undefined {
    const holder = this.holder('percentile', condition);
    if (!holder) return null;
    const found = holder.scalar('percentile', 'a number');
    const number = found && numberLiteral(found.text.trim());
    const rank = number ? Number(number.decimal) : NaN;
    if (rank > 0 && rank <= 100) return rank;
    if (found) this.report(codes['bad-percentile'](), found.span);
    return undefined;
  }

  private temporal(
    type: 'temporal' | 'temporal_ordered',
    listed: readonly Name[],
  ): ReadTest | null {
    const found = this.section.get('condition');
    const condition = found?.value.kind === 'map' ? this.conditionSection(found.value) : null;
    const isUnused = ['field', 'percentile'].map((key) => this.unused(key, type, condition));
    if (isUnused.includes(true)) return null;
    if (!found) return this.every(type, listed, this.head);
    const { key, value } = found;
    if (condition) return this.counted(type, listed, condition);
    if (value.kind === 'scalar' && value.value !== null) {
      return this.expressed(type, listed, value);
    }
    const expected = 'a map such as `{ gte: 2 }`, or an expression such as `one and not other`';
    const actual = value.kind === 'scalar' ? 'empty' : KINDS[value.kind];
    this.report(codes['correlation-value']({ key: 'condition', expected, actual }), key.span);
    return null;
  }

  private every(
    type: 'temporal' | 'temporal_ordered',
    rules: readonly Name[],
    span: Span,
  ): ReadTest {
    if (type === 'temporal_ordered') {
      return { test: { kind: 'temporal-ordered', span }, rules, fields: [] };
    }
    const seen = rules.map((r, rule): RulesExpression => ({
      kind: 'rule-seen',
      rule,
      span: r.span,
    }));
    const expression: RulesExpression =
      seen.length === 1 ? seen[0]! : { kind: 'rules-and', operands: seen, span };
    return { test: { kind: 'temporal', expression, span }, rules, fields: [] };
  }

  /** How many of the rules there must be. */
  private counted(
    type: 'temporal' | 'temporal_ordered',
    rules: readonly Name[],
    condition: Section,
  ): ReadTest | null {
    const comparisons = this.comparisons(condition);
    if (!comparisons || rules.length === 0) return null;
    const { span } = condition.map;
    const { length } = rules;
    if (!mayHoldOfCount(comparisons, 1, length)) {
      return this.never(`the count of rules is between 1 and ${length}`, span);
    }
    if (!mayHoldOfCount(comparisons, 1, length - 1)) return this.every(type, rules, span);
    if (type === 'temporal_ordered') {
      this.report(codes['ordered-condition'](), span);
      return null;
    }
    const all = rules.map((_, rule) => rule);
    const expression: RulesExpression = { kind: 'rules-count', rules: all, comparisons, span };
    return { test: { kind: 'temporal', expression, span }, rules, fields: [] };
  }

  private expressed(
    type: 'temporal' | 'temporal_ordered',
    listed: readonly Name[],
    scalar: YamlScalar,
  ): ReadTest | null {
    const read = readRulesCondition(scalar, listed, this.report);
    if (!read) return null;
    const { expression, rules } = read;
    const why = neverHoldsOfRules(expression, rules.length);
    if (why !== null) return this.never(why, scalar.span);
    if (type === 'temporal') {
      return { test: { kind: 'temporal', expression, span: scalar.span }, rules, fields: [] };
    }
    const isEvery =
      expression.kind === 'rule-seen' ||
      (expression.kind === 'rules-and' && expression.operands.every((o) => o.kind === 'rule-seen'));
    if (isEvery) return this.every(type, rules, scalar.span);
    this.report(codes['ordered-condition'](), scalar.span);
    return null;
  }
}

const STATISTICS = {
  value_sum: 'sum',
  value_avg: 'average',
  value_min: 'minimum',
  value_max: 'maximum',
} as const;

const CONDITION_KEYS = [...COMPARISON_OPERATORS, 'field', 'percentile'];
/** What others compare with. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['>', 'gt'],
  ['>=', 'gte'],
  ['<', 'lt'],
  ['<=', 'lte'],
  ['=', 'eq'],
  ['==', 'eq'],
  ['!=', 'neq'],
  ['ge', 'gte'],
  ['le', 'lte'],
  ['ne', 'neq'],
]);
