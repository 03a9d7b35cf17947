import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/yaml/node.js';
import { spanWithin } from '../../source/offset-map.js';
import type { Aggregation, Condition, ConditionExpression, Near } from './ast.js';
import { checkParentheses, explainSyntax } from './explain.js';
import type { Problem } from './explain.js';
import { parse as parseGrammar, SyntaxError } from './parser.generated.js';
import { reworded } from './readable.js';

export interface ParsedCondition {
  /** Null if `diagnostics` has an error. */
  readonly condition: Condition | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Characters of a condition whose wording is looked at, if the grammar refuses it. */
const LONGEST = 2_000;

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
  const read = (written: string, toOriginal: (offset: number) => number): ParsedCondition => {
    const parsed = parseGrammar(written, {
      span: (start: number, end: number) => spanWithin(scalar, toOriginal(start), toOriginal(end)),
    }) as { expression: ConditionExpression; aggregation: Aggregation | Near | null };
    const condition: Condition = {
      kind: 'condition',
      text: written,
      ...parsed,
      span: scalar.span,
    };
    return { condition, diagnostics: [] };
  };
  try {
    return read(text, (offset) => offset);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const words = text.length > LONGEST ? null : reworded(scalar);
    try {
      if (words) return { ...read(words.text, words.toOriginal), diagnostics: words.diagnostics };
    } catch (other) {
      if (!(other instanceof SyntaxError)) throw other;
    }
    return refuse(explainSyntax(text, error.location.start.offset));
  }
}
