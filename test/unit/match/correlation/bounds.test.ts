import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  numberTest,
  quotientTest,
  shareTest,
  wholeTest,
} from '../../../../src/match/correlation/bounds.js';
import { countable, plus, scaled } from '../../../../src/match/correlation/decimals.js';
import { summing } from '../../../../src/match/correlation/sum.js';
import { holds } from '../../../../src/model/comparisons.js';
import { COMPARISON_OPERATORS } from '../../../../src/model/correlation/correlation.js';
import type { Comparison } from '../../../../src/model/correlation/correlation.js';
import { numberLiteral } from '../../../../src/model/modifiers/number.js';

const span = { file: { path: 'c.yml', text: '' }, start: 0, end: 0 };
const comparison = (operator: Comparison['operator'], text: string): Comparison => ({
  operator,
  number: numberLiteral(text)!,
  span,
});

/** Near each other, so that bounds are met, and some that no double holds. */
const decimal = fc.oneof(
  fc.integer({ min: -4, max: 4 }).map(String),
  fc.integer({ min: -40, max: 40 }).map((n) => String(n / 10)),
  fc.constantFrom(
    '0.1',
    '0.3',
    '33.4',
    '9007199254740993',
    '-9007199254740993',
    '1e30',
    '0.0000001',
  ),
);
const comparisons = fc.array(
  fc.tuple(fc.constantFrom(...COMPARISON_OPERATORS), decimal).map(([o, d]) => comparison(o, d)),
  { minLength: 1, maxLength: 3 },
);

test('comparisons that were made ready say what they say as they are', () => {
  fc.assert(
    fc.property(comparisons, fc.integer({ min: -6, max: 6 }), decimal, (all, n, d) => {
      expect(wholeTest(all)(n)).toBe(holds(all, String(n)));
      const { decimal: plain } = numberLiteral(d)!;
      expect(numberTest(all)(countable(plain))).toBe(holds(all, plain));
    }),
    { numRuns: 2_000 },
  );
});

test('no quotient is rounded', () => {
  const third = [comparison('gte', '33.33333333333333333333')];
  expect(shareTest(third)(1, 3)).toBe(true);
  expect(shareTest([comparison('gt', '33.33333333333333333334')])(1, 3)).toBe(false);
  expect(shareTest([comparison('eq', '12.5')])(1, 8)).toBe(true);
  expect(shareTest([comparison('lte', '1')])(1, 99)).toBe(false);
  expect(quotientTest([comparison('eq', '0.1')])(scaled('0.3'), 3)).toBe(true);
  expect(quotientTest([comparison('lt', '9007199254740993')])(9007199254740991, 1)).toBe(true);
});

test('a sum is what is in the window, whatever came and went', () => {
  const count = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(fc.array(decimal, { minLength: 1, maxLength: 30 }), count, (all, kept) => {
      const plain = all.map((d) => numberLiteral(d)!.decimal);
      const left = plain.slice(-kept);
      const total = left.map(scaled).reduce(plus);
      const text = (bound: number): string => {
        const { digits, scale } = plus(total, { digits: BigInt(bound), scale: 0 });
        return `${digits}e-${scale}`;
      };
      for (const [bound, operator] of [
        [0, 'eq'],
        [1, 'lt'],
        [-1, 'gt'],
      ] as const) {
        const sum = summing('sum', [comparison(operator, text(bound))])();
        const entry = (d: string) => ({ time: 0, rules: [0], keys: [], numbers: [countable(d)] });
        for (const d of plain) sum.add(entry(d));
        for (const d of plain.slice(0, -kept)) sum.remove(entry(d));
        expect(sum.holds([])).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
