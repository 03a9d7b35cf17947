import { describe, expect, test } from 'vitest';
import { simplify } from '../../../../src/predicate/simplify/simplify.js';
import type { Expression, FieldPredicate } from '../../../../src/predicate/predicate.js';
import { and, constant, is, name, not, or, show, span } from '../build.js';

const plain = { oneOf: false, pushNegation: false };
const lists = { oneOf: true, pushNegation: false };
const pushed = { oneOf: false, pushNegation: true };

const a = is('a', 'x');
const b = is('b', 'y');
const c = is('c', 'z');

describe('simplify', () => {
  test('flattens nested operators of one kind', () => {
    expect(show(simplify(and(a, and(b, and(c))), plain))).toBe('(a=x and b=y and c=z)');
  });

  test('cancels double negations', () => {
    expect(show(simplify(not(not(a)), plain))).toBe('a=x');
    expect(show(simplify(not(not(not(a))), plain))).toBe('not a=x');
  });

  test('drops a list beside a part of it', () => {
    const list = or(a, is('a', 'w'), is('a', 'v'));
    expect(show(simplify(and(list, or(a, is('a', 'V'))), lists))).toBe('a in [a=x, a=V]');
    expect(show(simplify(and(list, or(a, is('a', 'u'))), lists))).toBe(
      '(a in [a=x, a=w, a=v] and a in [a=x, a=u])',
    );
    const cased = or(is('a', 'X', true), is('a', 'W', true));
    expect(show(simplify(and(cased, is('a', 'W', true)), lists))).toBe('a=W');
    expect(show(simplify(and(cased, is('a', 'w', true)), lists))).toBe('(a in [a=X, a=W] and a=w)');
  });

  test('drops alternatives beside what one of them asks', () => {
    expect(show(simplify(and(a, or(a, b)), lists))).toBe('a=x');
    expect(show(simplify(and(or(b, c), a, or(c, is('a', 'v'), b)), lists))).toBe(
      '((b=y or c=z) and a=x)',
    );
    expect(show(simplify(and(and(a, b), or(c, and(b, a))), lists))).toBe('(a=x and b=y)');
    const part = is('a', '*x*');
    expect(show(simplify(and(part, or(part, is('a', '*y*'))), lists))).toBe(show(part));
    const exact = is('a', 'X', true);
    expect(show(simplify(and(exact, or(a, b)), lists))).toBe('a=X');
    expect(show(simplify(and(a, b, or(c, and(b, exact))), lists))).toBe(
      '(a=x and b=y and (c=z or a=X))',
    );
  });

  test('drops of an alternative what the others answer', () => {
    const simple = (tree: Expression): string => show(simplify(tree, lists));
    const list = or(a, is('a', 'w'));
    expect(simple(or(list, and(b, list)))).toBe('a in [a=x, a=w]');
    expect(simple(or(and(b, list), c, list))).toBe('(c=z or a in [a=x, a=w])');
    expect(simple(or(and(b, list), a))).toBe('((b=y and a in [a=x, a=w]) or a=x)');
    expect(simple(or(a, and(not(a), b)))).toBe('(a=x or b=y)');
    expect(simple(or(not(a), and(a, b)))).toBe('(not a=x or b=y)');
    expect(simple(or(and(a, b), and(not(and(a, b)), c)))).toBe('((a=x and b=y) or c=z)');
    expect(simple(or(not(or(a, b)), b))).toBe('(not a=x or b=y)');
    expect(simple(or(list, and(not(list), b)))).toBe('(a in [a=x, a=w] or b=y)');
    expect(simple(or(a, not(a)))).toBe('(a=x or not a=x)');
    const traced = { ...lists, everyOperand: true };
    expect(show(simplify(or(a, and(not(a), b)), traced))).toBe('(a=x or (not a=x and b=y))');
  });

  test('drops parts of a conjunct that the others ask or exclude', () => {
    const simple = (tree: Expression): string => show(simplify(tree, lists));
    expect(simple(and(a, not(and(a, b))))).toBe('(a=x and not b=y)');
    expect(simple(and(a, not(or(and(a, b), and(b, c)))))).toBe('(a=x and not b=y)');
    expect(simple(and(a, not(or(and(a, b), c))))).toBe('(a=x and not (b=y or c=z))');
    expect(simple(and(a, or(c, and(b, a))))).toBe('(a=x and (c=z or b=y))');
    expect(simple(and(not(a), or(a, b)))).toBe('(not a=x and b=y)');
    expect(simple(and(not(a), or(and(a, b), and(not(a), c))))).toBe('(not a=x and c=z)');
    expect(simple(and(a, or(b, and(c, not(and(a, b))))))).toBe('(a=x and (b=y or c=z))');
    expect(show(simplify(and(a, or(not(a), b)), pushed))).toBe('(a=x and b=y)');
    // What can never hold is for others to tell.
    expect(simple(and(a, b, not(and(a, b))))).toBe('(a=x and b=y and not (a=x and b=y))');
    expect(show(simplify(and(a, not(and(a, b))), { ...lists, everyOperand: true }))).toBe(
      '(a=x and not (a=x and b=y))',
    );
  });

  test('drops a keyword beside a part of it', () => {
    const word = (text: string, cased = false): Expression => ({
      kind: 'keyword',
      search: { kind: 'pattern', pattern: [text], cased },
      span,
    });
    const left = (...words: Expression[]): number => {
      const simple = simplify(or(...words), lists);
      return simple.kind === 'or' ? simple.operands.length : 1;
    };
    expect(left(word('kettle'), word('Kettles'), word('pot'))).toBe(2);
    expect(left(word('kettle', true), word('Kettles'))).toBe(2);
    expect(left(word('kettle'), word('Kettles', true))).toBe(1);
  });

  test('drops a string that spells a number beside the number', () => {
    const number = { source: '1e1', decimal: '10' };
    const ten: FieldPredicate = { kind: 'number', field: name('a'), number, span };
    expect(show(simplify(or(is('a', '10'), ten, is('a', '1E1'), is('a', '1*')), lists))).toBe(
      'a in [number, a=1any]',
    );
    expect(show(simplify(or(ten, is('b', '10')), lists))).toBe('(number or b=10)');
  });

  test('takes what is asked for out of what is excluded', () => {
    expect(show(simplify(not(or(not(a), b, c)), plain))).toBe('(a=x and not (b=y or c=z))');
    expect(show(simplify(not(and(not(a), b)), plain))).toBe('not (not a=x and b=y)');
  });

  test('folds constants', () => {
    expect(show(simplify(and(a, constant(true)), plain))).toBe('a=x');
    expect(show(simplify(and(a, constant(false)), plain))).toBe('false');
    expect(show(simplify(or(a, constant(true)), plain))).toBe('true');
    expect(show(simplify(not(or(constant(false))), plain))).toBe('true');
  });

  test('drops equal operands, also where only the case of an uncased value differs', () => {
    expect(show(simplify(or(a, b, is('a', 'X')), plain))).toBe('(a=x or b=y)');
    expect(show(simplify(or(is('a', 'x', true), is('a', 'X', true)), plain))).toBe('(a=x or a=X)');
    const group = and(a, b);
    expect(show(simplify(or(group, group), plain))).toBe('(a=x and b=y)');
  });

  test('drops a value in any letter case beside the same in its own', () => {
    const exact = is('a', 'X', true);
    expect(show(simplify(and(exact, a, b), lists))).toBe('(a=X and b=y)');
    expect(show(simplify(and(or(a, is('a', 'w')), exact), lists))).toBe('a=X');
    expect(show(simplify(and(or(exact, is('a', 'W', true)), a), lists))).toBe(
      '(a in [a=X, a=W] and a=x)',
    );
    expect(show(simplify(and(exact, not(a)), lists))).toBe('(a=X and not a=x)');
    expect(show(simplify(and(exact, is('c', 'x')), lists))).toBe('(a=X and c=x)');
  });

  test('joins an OR over one field into a list, where the field first stood', () => {
    expect(show(simplify(or(a, b, is('a', 'w')), lists))).toBe('(a in [a=x, a=w] or b=y)');
    expect(show(simplify(or(a, or(is('a', 'v'), is('a', 'w'))), lists))).toBe(
      'a in [a=x, a=v, a=w]',
    );
  });

  test('never joins an AND over one field', () => {
    expect(show(simplify(and(a, is('a', 'w')), lists))).toBe('(a=x and a=w)');
  });

  test('pushes negations down to the predicates', () => {
    expect(show(simplify(not(and(a, or(b, not(c)))), pushed))).toBe(
      '(not a=x or (not b=y and c=z))',
    );
  });

  test('does a tree a thousand deep', () => {
    let tree = a;
    let deep = and(tree, b);
    for (let i = 0; i < 1000; i++)
      deep = i % 2 ? and(deep, is('f', String(i))) : or(not(deep), is('g', String(i)));
    tree = a;
    expect(simplify(deep, lists).kind).toBe('and');
  });
});
