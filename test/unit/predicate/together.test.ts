import { describe, expect, test } from 'vitest';
import { askedTogether } from '../../../src/predicate/together.js';
import type { Expression, FieldPredicate } from '../../../src/predicate/predicate.js';
import { and, is, none, not, oneOf, or, show } from './build.js';

/** `-` and the empty string are not stored in F and G; `missing!` is what asks for all together. */
function asked(...conditions: readonly Expression[]): string {
  const made = askedTogether(conditions, (field) => (/[FG]/.test(field) ? ['', '-'] : []));
  const mark = (node: Expression): Expression =>
    node.kind === 'null' && node.together ? is(node.field.text, 'missing!') : node;
  const marked = (node: Expression): Expression => {
    switch (node.kind) {
      case 'and':
      case 'or':
        return { ...node, operands: node.operands.map(marked) };
      case 'not':
        return { ...node, operand: marked(node.operand) };
      case 'one-of':
        return { ...node, options: node.options.map((o) => mark(o) as FieldPredicate) };
      default:
        return mark(node);
    }
  };
  return made.map((c) => show(marked(c))).join('; ');
}

describe('what a store cannot tell from a missing value', () => {
  test('is one test among alternatives', () => {
    expect(asked(oneOf(none('F'), is('F', ''), is('F', '-')))).toBe('F=missing!');
    expect(asked(oneOf(is('F', '-'), none('F'), is('F', 'x'), is('F', '')))).toBe(
      'F in [F=missing!, F=x]',
    );
    const within = or(
      is('a', 'b'),
      and(is('c', 'd'), not(oneOf(none('G'), is('G', ''), is('G', '-')))),
    );
    expect(asked(within)).toBe('(a=b or (c=d and not G=missing!))');
  });

  test('is one test where each is excluded by itself', () => {
    expect(asked(is('a', 'b'), not(none('F')), not(oneOf(is('F', ''), is('F', '-'))))).toBe(
      'a=b; not F=missing!',
    );
    expect(asked(is('F', '*'), not(oneOf(is('F', ''), is('F', '-'), is('F', 'x'))))).toBe(
      'not F=missing!; not F=x',
    );
  });

  test('stays apart where not all of it is asked', () => {
    expect(asked(oneOf(none('F'), is('F', '-')))).toBe('F in [null, F=-]');
    expect(asked(not(none('F')), not(is('G', '')), not(is('G', '-')))).toBe(
      'not null; not G=; not G=-',
    );
    expect(asked(oneOf(none('H'), is('H', ''), is('H', '-')))).toBe('H in [null, H=, H=-]');
  });
});
