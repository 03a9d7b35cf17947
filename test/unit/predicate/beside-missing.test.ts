import { describe, expect, test } from 'vitest';
import { besideMissing } from '../../../src/predicate/beside-missing.js';
import type { Expression, FieldPredicate } from '../../../src/predicate/predicate.js';
import { and, is, name, none, not, oneOf, or, show, span } from './build.js';

const some = (field: string): FieldPredicate => ({ kind: 'exists', field: name(field), span });
const same = (field: string, other: string): Expression => ({
  kind: 'field-ref',
  field: name(field),
  other: name(other),
  match: 'equals',
  cased: false,
  span,
});

/** The empty string is not stored in G. */
function asked(...conditions: readonly Expression[]): string {
  const left = besideMissing(conditions, (field) => (field === 'G' ? [''] : []));
  return left === conditions ? 'the same' : left.map(show).join('; ');
}

describe('beside a field that has to be missing', () => {
  test('nothing else is asked of the field', () => {
    expect(asked(none('F'), not(is('F', 'x')), is('H', 'y'))).toBe('null; H=y');
    expect(asked(or(is('F', 'x'), is('H', 'y')), none('F'))).toBe('H=y; null');
    expect(asked(not(some('F')), not(and(is('F', 'x'), is('H', 'y'))))).toBe('not exists');
    expect(asked(none('F'), or(same('F', 'H'), same('H', 'F'), is('H', 'y')))).toBe('null; H=y');
    expect(asked(none('F'), or(oneOf(is('F', 'x'), none('F')), is('H', 'y')))).toBe(
      'null; (null or H=y)',
    );
  });

  test('a value that is not stored is a missing one', () => {
    expect(asked(is('G', ''), not(is('G', 'x')))).toBe('G=');
    expect(asked(oneOf(is('G', ''), none('G')), or(is('G', 'x'), is('H', 'y')))).toBe(
      'G in [G=, null]; H=y',
    );
    expect(asked(is('F', ''), not(is('F', 'x')))).toBe('the same');
  });

  test('within alternatives, and only there', () => {
    const within = or(and(none('F'), not(is('F', 'x')), is('H', 'y')), is('F', 'z'));
    expect(asked(within)).toBe('((null and H=y) or F=z)');
    expect(asked(none('F'), or(and(is('F', 'x'), is('H', 'y')), is('I', 'z')))).toBe('null; I=z');
  });

  test('what always holds stays, so that something is asked', () => {
    expect(asked(or(not(and(none('F'), is('F', 'x'))), is('H', 'y')))).toBe('the same');
  });

  test('what can never hold stays, for what tells of it', () => {
    expect(asked(none('F'), is('F', 'x'))).toBe('the same');
    expect(asked(or(none('F'), is('H', 'y')), is('F', 'x'))).toBe('the same');
  });
});
