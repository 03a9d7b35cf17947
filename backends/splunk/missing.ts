import {
  askedTogether,
  literalText,
  negate,
  shapeOf,
  simplify,
  textMatcher,
} from '../../src/backend/index.js';
import type {
  Expression,
  FieldPredicate,
  Polarity,
  QueryContext,
} from '../../src/backend/index.js';
import { codes } from './codes.js';

/**
 * Conditions on fields in which an add-on stores a word where an event has no value: a missing value is
 * that word, and no other test finds it.
 */
export function asStored(
  conditions: readonly Expression[],
  { placement: { columns }, report }: QueryContext,
): readonly Expression[] {
  const wordOf = (field: string): string | null => columns.get(field)?.missing ?? null;
  if (![...columns.values()].some((c) => c.missing !== null)) return conditions;

  const stored = (p: FieldPredicate, word: string, polarity: Polarity): Expression => {
    const { field, span } = p;
    const missing = { kind: 'string', field, pattern: [word], cased: false, span } as const;
    const present = { kind: 'not', operand: missing, span } as const;
    switch (p.kind) {
      case 'null':
        return missing;
      case 'exists':
        return present;
      case 'string':
        if (shapeOf(p.pattern).shape === 'any') return present;
        if (!textMatcher(p.pattern, p.cased)(word)) return p;
        if (literalText(p.pattern) === null) break;
        report.approximate(
          'wider',
          polarity,
          codes['splunk-word-for-missing']({ field: field.text, word }),
          span,
        );
        return p;
      case 'regex':
      case 'field-ref':
        break;
      default:
        return p;
    }
    return { kind: 'and', operands: [p, present], span };
  };

  const rewrite = (node: Expression, polarity: Polarity): Expression => {
    switch (node.kind) {
      case 'and':
      case 'or':
        return { ...node, operands: node.operands.map((o) => rewrite(o, polarity)) };
      case 'one-of': {
        const word = wordOf(node.field.text);
        if (word === null) return node;
        const operands = node.options.map((o) => stored(o, word, polarity));
        return { kind: 'or', operands, span: node.span };
      }
      case 'not':
        return { ...node, operand: rewrite(node.operand, negate(polarity)) };
      case 'constant':
      case 'keyword':
        return node;
      default: {
        const word = wordOf(node.field.text);
        return word === null ? node : stored(node, word, polarity);
      }
    }
  };

  const likeMissing = (field: string): readonly string[] => {
    const word = wordOf(field);
    return word === null ? [] : [word];
  };
  return askedTogether(conditions, likeMissing).flatMap((condition) => {
    const made = rewrite(condition, 'positive');
    if (made === condition) return [condition];
    const simple = simplify(made, { oneOf: true, pushNegation: false });
    return simple.kind === 'and' ? simple.operands : [simple];
  });
}
