import { concat, enclose, join, line, literalText, text } from '../../src/backend/index.js';
import type {
  FieldPredicate,
  Name,
  NumberLiteral,
  NumberPredicate,
  Polarity,
  Span,
} from '../../src/backend/index.js';
import { isInteger, isNumeric, isText, textOf } from './columns.js';
import type { Column } from './columns.js';
import type { Context } from './context.js';
import { LIST_OPERATORS, operation, operationOf } from './dialect.js';
import type { Written } from './dialect.js';
import { isLong, isPlainNumber, numberLiteral, stringLiteral } from './literals.js';
import { needsRegex, warnOfText } from './text.js';

/** A comparison with one value, in the spellings that it may have. */
export interface Equality {
  readonly code: string;
  readonly operator: keyof typeof LIST_OPERATORS;
  /** One or more, as literals. */
  readonly spellings: readonly string[];
  /** Whether it can go into a list with others of its code and operator. */
  readonly listable: boolean;
  readonly span: Span;
}

/** What the predicate comes to if it asks for one value; null if it asks for something else. */
export function equalityOf(
  predicate: FieldPredicate,
  context: Context,
  polarity: Polarity,
): Equality | null {
  const { span } = predicate;
  const column = context.column(predicate.field.text);
  switch (predicate.kind) {
    case 'string': {
      const value = literalText(predicate.pattern);
      if (value === null || value === '') return null;
      if (isWhole(column) && isInteger(value) && isLong({ source: value, decimal: value })) {
        return { code: column.code, operator: '==', spellings: [value], listable: true, span };
      }
      if (needsRegex(value, predicate.cased)) return null;
      warnOfText(column, context, polarity, span);
      const operator = predicate.cased ? '==' : '=~';
      const spellings = [stringLiteral(value)];
      return { code: textOf(column), operator, spellings, listable: true, span };
    }
    case 'number':
      return numberEquality(predicate, column, context, polarity);
    case 'boolean': {
      if (column.type === 'bool') {
        const spellings = [String(predicate.value)];
        return { code: column.code, operator: '==', spellings, listable: true, span };
      }
      if (column.type === 'dynamic') warnOfText(column, context, polarity, span);
      // Without a known type: `tostring` makes it right for a boolean column and a string column.
      const code = column.type === 'string' ? column.code : `tostring(${column.code})`;
      const spellings = [stringLiteral(String(predicate.value))];
      return { code, operator: '=~', spellings, listable: true, span };
    }
    default:
      return null;
  }
}

function numberEquality(
  { number, span }: NumberPredicate,
  column: Column,
  context: Context,
  polarity: Polarity,
): Equality {
  // Beyond the longest whole number a column that was only assumed to be one may hold text.
  const tooLong = column.origin === 'assumed' && !isPlainNumber(number);
  if (isNumeric(column) && !tooLong) {
    context.assumeNumber(column, span);
    const spellings = [numberLiteral(number)];
    return { code: column.code, operator: '==', spellings, listable: isPlainNumber(number), span };
  }
  if (column.type === 'dynamic') warnOfText(column, context, polarity, span);
  const code = isText(column) ? column.code : `tostring(${column.code})`;
  return { code, operator: '=~', spellings: spell(number), listable: true, span };
}

/** As written in the rule, and in plain decimal. */
function spell({ source, decimal }: NumberLiteral): string[] {
  return source === decimal
    ? [stringLiteral(decimal)]
    : [stringLiteral(source), stringLiteral(decimal)];
}

/** Equalities of one code and operator: `F =~ "a"`, `F in~ ("a", "b")`. */
export function writeEqualities(equalities: readonly Equality[], field: Name): Written {
  const [first] = equalities;
  const { code, operator } = first!;
  if (equalities.length === 1 && first!.spellings.length === 1) {
    return operation(code, operator, first!.spellings[0]!, first!.span);
  }
  const values = equalities.flatMap((e) => e.spellings.map((s) => text(s, e.span)));
  return operationOf(LIST_OPERATORS[operator], (o) =>
    concat(text(`${code} ${o} `, field.span), enclose('(', join(concat(',', line), values), ')')),
  );
}

function isWhole(column: Column): boolean {
  return column.type === 'int' || column.type === 'long';
}
