import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/node.js';
import { spanWithin } from '../../source/offset-map.js';
import type { Aggregation, Condition, ConditionExpression, Near } from './ast.js';
import { checkParentheses, explainSyntax } from './explain.js';
import type { Problem } from './explain.js';
import { parse as parseGrammar, SyntaxError } from './parser.generated.js';

export interface ParsedCondition {
  /** Null if `diagnostics` has an error. */
  readonly condition: Condition | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Half of all conditions name one search identifier: a grammar takes many times as long to say so. */
const NAME_ALONE = /^(?!(?:and|or|not)$)[a-z_]\w*$/i;

/** Reads one condition of a rule. */
export function parseCondition(scalar: YamlScalar): ParsedCondition {
  const { text } = scalar;
  if (NAME_ALONE.test(text)) {
    const span = spanWithin(scalar, 0, text.length);
    const expression: ConditionExpression = { kind: 'condition-identifier', name: text, span };
    const condition = { text, expression, aggregation: null, span: scalar.span };
    return { condition: { kind: 'condition', ...condition }, diagnostics: [] };
  }
  const refuse = ({ finding, start, end }: Problem): ParsedCondition => ({
    condition: null,
    diagnostics: [diagnostic(finding, spanWithin(scalar, start, end))],
  });
  const problem = checkParentheses(text);
  if (problem) return refuse(problem);
  try {
    const parsed = parseGrammar(text, {
      span: (start: number, end: number) => spanWithin(scalar, start, end),
    }) as { expression: ConditionExpression; aggregation: Aggregation | Near | null };
    const condition: Condition = { kind: 'condition', text, ...parsed, span: scalar.span };
    return { condition, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(explainSyntax(text, error.location.start.offset));
  }
}
