import {
  ANY,
  askedTogether,
  concat,
  dividedPattern,
  isAny,
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
  StringPattern,
  StringPredicate,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import type { Column } from './columns.js';
import { OR, testCall } from './written.js';
import type { Written } from './written.js';

/**
 * Conditions on a field that is a column of the table, but for a word that this has in place of a
 * missing value, or for what it has before some values: where that makes no difference, or another value
 * to be asked for, the column is asked as it is.
 */
export function ofColumns(
  conditions: readonly Expression[],
  { placement: { columns } }: QueryContext,
): readonly Expression[] {
  if (![...columns.values()].some(({ reading }) => reading?.as === 'column')) return conditions;

  const asked = (p: FieldPredicate): readonly FieldPredicate[] => {
    const reading = columns.get(p.field.text)?.reading;
    if (reading?.as !== 'column' || reading.first !== undefined) return [p];
    if (reading.empty !== undefined && !needsMore(p, reading.empty)) return [p];
    const field = { text: reading.of, span: p.field.span, mapped: true } as const;
    if (reading.without === undefined) return [{ ...p, field }];
    const patterns = p.kind === 'string' ? withStart(p, reading.without) : null;
    return patterns?.map((pattern) => ({ ...p, field, pattern }) as StringPredicate) ?? [p];
  };
  const ofColumn = (condition: Expression): Expression =>
    mapFields(condition, (node) => {
      const { kind, span } = node;
      const options = (kind === 'one-of' ? node.options : [node]).flatMap(asked);
      const { field } = options[0]!;
      if (options.length === 1) return options[0]!;
      if (options.every((o) => o.field.text === field.text)) {
        return { kind: 'one-of', field, options, span };
      }
      // Where it has to be read out for one of them, it is there for all.
      const isStart = columns.get(node.field.text)?.reading?.without !== undefined;
      return isStart ? node : { kind: 'or', operands: options, span };
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

/**
 * The patterns for a value that may have something before it, which no pattern can be part of; null where
 * one might.
 */
function withStart({ pattern, cased }: StringPredicate, start: string): StringPattern[] | null {
  const [first] = pattern;
  const shape = shapeOf(pattern);
  if (!('text' in shape) || !dividedPattern([start, ANY, shape.text])) return null;
  if (isAny(first)) return [pattern];
  return cased ? null : [pattern, [`${start}${shape.text}`, ...pattern.slice(1)]];
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
