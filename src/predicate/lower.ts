import type {
  Condition,
  ConditionExpression,
  ConditionQuantified,
} from '../model/condition/ast.js';
import { foldCondition } from '../model/condition/fold.js';
import { resolveIdentifiers } from '../model/condition/resolve.js';
import { foldDetection } from '../model/detection-fold.js';
import type { DetectionItem, SearchIdentifier } from '../model/detection.js';
import { givenValues } from '../model/given-values.js';
import type { Placeholders } from '../model/given-values.js';
import type { Name } from '../model/name.js';
import { hasPlaceholder } from '../model/patterns/pattern.js';
import { MAX_EXPANSION, placeholdersIn } from '../model/placeholders.js';
import type { Rule } from '../model/rule.js';
import { nearest } from '../model/suggest.js';
import type { StringValue, Value } from '../model/value.js';
import type { Finding } from '../source/codes.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import { codes } from './codes.js';
import { predicateOf, stringPredicate } from './from-value.js';
import type { Expression } from './predicate.js';

export interface Lowered {
  /** Null if `diagnostics` has an error. */
  readonly expression: Expression | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Turns one condition of a rule into a tree of predicates. */
export function lower(rule: Rule, condition: Condition, placeholders: Placeholders = {}): Lowered {
  const lowering = new Lowering(rule, placeholders);
  if (condition.aggregation) {
    const { kind, span } = condition.aggregation;
    const code = kind === 'near' ? 'near-not-converted' : 'aggregation-not-converted';
    lowering.fail(codes[code](), span);
  }
  const expression = lowering.condition(condition.expression);
  const failed = lowering.diagnostics.some((d) => d.severity === 'error');
  return { expression: failed ? null : expression, diagnostics: lowering.diagnostics };
}

class Lowering {
  readonly diagnostics: Diagnostic[] = [];
  private readonly identifiers: ReadonlyMap<string, SearchIdentifier>;
  private readonly done = new Map<SearchIdentifier, Expression>();

  constructor(
    private readonly rule: Rule,
    private readonly placeholders: Placeholders,
  ) {
    this.identifiers = new Map(rule.detection.identifiers.map((i) => [i.name.text, i]));
  }

  fail(finding: Finding<'error'>, span: Span): void {
    this.diagnostics.push(diagnostic(finding, span));
  }

  condition(root: ConditionExpression): Expression {
    return foldCondition<Expression>(root, {
      and: (operands, { span }) => link('and', operands, span),
      or: (operands, { span }) => link('or', operands, span),
      not: (operand, { span }) => ({ kind: 'not', operand, span }),
      identifier: ({ name, span }) => {
        const identifier = this.identifiers.get(name);
        // The reader has refused the rule already if the name is unknown.
        return identifier ? this.identifier(identifier) : never(span);
      },
      quantified: (node) => this.quantified(node),
    });
  }

  private quantified(node: ConditionQuantified): Expression {
    const { count, span } = node;
    const operands = resolveIdentifiers(node, this.rule.detection.identifiers).map((i) =>
      this.identifier(i),
    );
    if (count === 'all') return link('and', operands, span);
    if (count > 1 && combinations(operands.length, count) > MAX_EXPANSION) {
      this.fail(codes['quantifier-too-large']({ count, identifiers: operands.length }), span);
      return never(span);
    }
    return atLeast(count, operands, span);
  }

  private identifier(identifier: SearchIdentifier): Expression {
    let expression = this.done.get(identifier);
    if (!expression) {
      expression = foldDetection<Expression>(identifier.body, {
        group: (operands, { linking, span }) =>
          link(linking === 'all' ? 'and' : 'or', operands, span),
        item: (item) => this.item(item),
      });
      this.done.set(identifier, expression);
    }
    return expression;
  }

  private item(item: DetectionItem): Expression {
    const { field } = item;
    const operands = item.values.map((value) => {
      if (value.kind !== 'value-group') return this.value(field, value);
      const alternatives = value.values.map((v) => this.value(field, v));
      return link('or', alternatives, value.span);
    });
    const linked =
      operands.length === 0
        ? never(item.span)
        : link(item.linking === 'all' ? 'and' : 'or', operands, item.span);
    return item.negated ? { kind: 'not', operand: linked, span: item.span } : linked;
  }

  private value(field: Name | null, value: Value): Expression {
    if (value.kind === 'string') {
      const { pattern, cased, span } = value;
      if (value.becomes || hasPlaceholder(pattern)) return this.expanded(field, value);
      return stringPredicate(field, pattern, cased, span);
    }
    const predicate = predicateOf(field, value);
    if (predicate) return predicate;
    this.fail(codes['keyword-needs-text'](), value.span);
    return never(value.span);
  }

  /** Any of what results from giving the placeholders their values. */
  private expanded(field: Name | null, value: StringValue): Expression {
    const { pattern, span } = value;
    let refused = false;
    const values = givenValues(value, this.placeholders, (finding, at) => {
      refused = true;
      this.fail(finding, at);
    });
    if (!values) {
      const missing = placeholdersIn(pattern).find((n) => !Object.hasOwn(this.placeholders, n))!;
      const like = nearest(missing, Object.keys(this.placeholders));
      const hint =
        like === null ? '' : ` Values are given for %${like}%: correct one of the two names.`;
      this.fail(codes['placeholder-unresolved']({ name: missing, hint }), span);
    }
    if (refused || !values) return never(span);
    const alternatives = values.map((given) => this.value(field, given));
    return link('or', alternatives, span);
  }
}

function never(span: Span): Expression {
  return { kind: 'constant', value: false, span };
}

function link(kind: 'and' | 'or', operands: readonly Expression[], span: Span): Expression {
  if (operands.length === 1) return operands[0]!;
  if (operands.length === 0) return { kind: 'constant', value: kind === 'and', span };
  return { kind, operands, span };
}

/** How many ways there are to choose n of k, or Infinity beyond the limit. */
function combinations(k: number, n: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(n, k - n); i++) {
    ways = (ways * (k - Math.min(n, k - n) + i)) / i;
    if (ways * n > MAX_EXPANSION) return Infinity;
  }
  return ways * n;
}

/** At least n of the operands hold: an OR over the first operand that takes part. */
function atLeast(n: number, operands: readonly Expression[], span: Span): Expression {
  if (n <= 0) return { kind: 'constant', value: true, span };
  if (n > operands.length) return never(span);
  if (n === 1) return link('or', operands, span);
  if (n === operands.length) return link('and', operands, span);
  const ways: Expression[] = [];
  for (let i = 0; i + n <= operands.length; i++) {
    const rest = atLeast(n - 1, operands.slice(i + 1), span);
    ways.push({ kind: 'and', operands: [operands[i]!, rest], span });
  }
  return link('or', ways, span);
}
