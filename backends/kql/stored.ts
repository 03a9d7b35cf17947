import {
  askedTogether,
  concat,
  literalText,
  mapFields,
  requiredPattern,
  shapeOf,
  textMatcher,
} from '../../src/backend/index.js';
import type {
  Expression,
  FieldPredicate,
  PredicateContext,
  QueryContext,
  Row,
  StringPredicate,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import type { Column } from './columns.js';
import { OR, testCall } from './written.js';
import type { Written } from './written.js';

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
  const wordOf = (field: string): readonly string[] =>
    columns.get(field)?.reading?.empty === undefined ? [] : [columns.get(field)!.reading!.empty!];
  return askedTogether(conditions, wordOf).map(ofColumn);
}

/** A row for columns that may have a word for a missing value: what the word satisfies may be missing. */
export function orMissing<P extends StringPredicate>(
  row: Row<string | Written, Column, P>,
): Row<string | Written, Column, P> {
  return (field, p, context) => {
    if (asksWord(field, p, context)) return missing(field, context);
    const { word } = field;
    const written = row(field, p, context);
    if (written === null || word === undefined) return written;
    if (!textMatcher(p.pattern, p.cased)(word)) return written;
    context.approximate('wider', codes['kql-word-match']({ field: field.field, word }));
    const doc = typeof written === 'string' ? written : written.doc;
    return { doc: concat(doc, ' or ', missing(field, context).doc), binding: OR };
  };
}

/** Whether it asks for the word itself, which is said to count as missing. */
export function asksWord(
  { field, word }: Column,
  p: FieldPredicate,
  context: PredicateContext,
): boolean {
  if (word === undefined || p.kind !== 'string' || literalText(p.pattern) !== word) return false;
  const options = { at: p.span, once: true };
  context.approximate('wider', codes['kql-word-is-missing']({ field, word }), options);
  return true;
}

function missing({ code }: Column, { span }: PredicateContext): Written {
  return testCall('isempty', 'isnotempty', code, span);
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
