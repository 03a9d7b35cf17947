import type { Expression, FieldPredicate } from '../../../src/predicate/predicate.js';
import { parsePattern } from '../../../src/model/patterns/pattern.js';
import type { Span } from '../../../src/source/span.js';

/** Small trees for tests. */
export const span: Span = { file: { path: 'test.yml', text: 'test' }, start: 0, end: 4 };

export const name = (text: string) => ({ text, span });

export function is(field: string, value: string, cased = false): FieldPredicate {
  return { kind: 'string', field: name(field), pattern: parsePattern(value), cased, span };
}

export const and = (...operands: Expression[]): Expression => ({ kind: 'and', operands, span });
export const or = (...operands: Expression[]): Expression => ({ kind: 'or', operands, span });
export const not = (operand: Expression): Expression => ({ kind: 'not', operand, span });
export const constant = (value: boolean): Expression => ({ kind: 'constant', value, span });

export const none = (field: string): FieldPredicate => ({ kind: 'null', field: name(field), span });
export const oneOf = (...options: FieldPredicate[]): Expression => ({
  kind: 'one-of',
  field: options[0]!.field,
  options,
  span,
});

/** One line: `(a=x and not b=y)`. */
export function show(e: Expression): string {
  switch (e.kind) {
    case 'and':
    case 'or':
      return `(${e.operands.map(show).join(` ${e.kind} `)})`;
    case 'not':
      return `not ${show(e.operand)}`;
    case 'constant':
      return String(e.value);
    case 'one-of':
      return `${e.field.text} in [${e.options.map(show).join(', ')}]`;
    case 'string':
      return `${e.field.text}=${e.pattern.map((p) => (typeof p === 'string' ? p : p.kind)).join('')}`;
    default:
      return e.kind;
  }
}

/** Every `field=value` pair is an independent variable; `holds` says which are true. */
export function evaluate(e: Expression, holds: (key: string) => boolean): boolean {
  switch (e.kind) {
    case 'and':
      return e.operands.every((o) => evaluate(o, holds));
    case 'or':
      return e.operands.some((o) => evaluate(o, holds));
    case 'not':
      return !evaluate(e.operand, holds);
    case 'constant':
      return e.value;
    case 'one-of':
      return e.options.some((o) => evaluate(o, holds));
    default:
      return holds(show(e));
  }
}
