import { mapFields, requiredPattern, shapeOf, textMatcher } from '../../src/backend/index.js';
import type { Expression, FieldPredicate, QueryContext } from '../../src/backend/index.js';

/**
 * Conditions on a field that is a column of the table, but for a word that this has in place of a
 * missing value: what that word does not satisfy is asked of the column as it is.
 */
export function ofColumns(
  conditions: readonly Expression[],
  { placement: { columns } }: QueryContext,
): readonly Expression[] {
  const isFilled = (field: string): boolean => columns.get(field)?.reading?.empty !== undefined;
  if (![...columns.keys()].some(isFilled)) return conditions;

  const asked = <P extends FieldPredicate>(p: P): P => {
    const reading = columns.get(p.field.text)?.reading;
    if (reading?.as !== 'column' || reading.empty === undefined) return p;
    if (reading.without !== undefined || reading.first !== undefined) return p;
    if (!needsMore(p, reading.empty)) return p;
    return { ...p, field: { text: reading.of, span: p.field.span, mapped: true } };
  };
  const ofColumn = (condition: Expression): Expression =>
    mapFields(condition, (node) => {
      if (node.kind !== 'one-of') return asked(node);
      const options = node.options.map(asked);
      const { field } = options[0]!;
      if (options.every((o) => o.field.text === field.text)) return { ...node, field, options };
      return { kind: 'or', operands: options, span: node.span };
    });
  return conditions.map(ofColumn);
}

/** Whether a value has to have what the word has not, and so does a missing one. */
function needsMore(p: FieldPredicate, word: string): boolean {
  switch (p.kind) {
    case 'string':
      return shapeOf(p.pattern).shape !== 'empty' && !textMatcher(p.pattern, p.cased)(word);
    case 'regex':
      return requiredPattern(p.regex.ast).some(
        (part) => typeof part === 'string' && !word.includes(part),
      );
    default:
      return false;
  }
}
