import type { Comparison, CorrelationTest, RulesExpression } from './correlation/correlation.js';
import { compareDecimals, orderOf } from './decimal.js';

/** Whether a number, in plain decimal, satisfies all comparisons. */
export function holds(comparisons: readonly Comparison[], decimal: string): boolean {
  return comparisons.every(({ operator, number }) => {
    if (operator === 'eq') return orderOf(decimal, number.decimal) === 0;
    if (operator === 'neq') return orderOf(decimal, number.decimal) !== 0;
    return compareDecimals(decimal, operator, number.decimal);
  });
}

/** Whether some whole number from `least` to `most` satisfies all comparisons. */
export function mayHoldOfCount(
  comparisons: readonly Comparison[],
  least: number,
  most = Infinity,
): boolean {
  return countsToTry(comparisons, least, most).some((n) => holds(comparisons, String(n)));
}

/** Whether all whole numbers from `least` on satisfy all comparisons. */
function holdsOfCounts(comparisons: readonly Comparison[], least: number): boolean {
  return countsToTry(comparisons, least, Infinity).every((n) => holds(comparisons, String(n)));
}

/** What holds of some number, or does not, holds of one that is next to a bound, or does not. */
function countsToTry(
  comparisons: readonly Comparison[],
  least: number,
  most: number,
): readonly number[] {
  const bounds = comparisons.map((c) => Math.floor(Number(c.number.decimal)));
  const near = [...bounds, least].flatMap((n) => [-1, 0, 1, 2].map((step) => n + step));
  return near.filter((n) => n >= least && n <= most && Number.isSafeInteger(n));
}

type Bounds = readonly (readonly [Comparison['operator'], bound: number])[];

function boundsOf(comparisons: readonly Comparison[]): Bounds {
  return comparisons.map((c) => [c.operator, Number(c.number.decimal)]);
}

/** Whether some number satisfies all comparisons. */
function mayHold(bounds: Bounds): boolean {
  const numbers = bounds.map(([, bound]) => bound).sort((a, b) => a - b);
  const candidates = numbers.flatMap((n, i) => [n - 1, n, (n + (numbers[i + 1] ?? n + 2)) / 2]);
  return candidates.some((n) =>
    bounds.every(
      ([operator, bound]) =>
        ({
          gt: n > bound,
          gte: n >= bound,
          lt: n < bound,
          lte: n <= bound,
          eq: n === bound,
          neq: n !== bound,
        })[operator],
    ),
  );
}

/** Why a count or a value can satisfy no test; null if one can. */
export function neverHolds(test: CorrelationTest): string | null {
  switch (test.kind) {
    case 'event-count':
      if (mayHoldOfCount(test.comparisons, 1)) return null;
      // Such as 10 or more and fewer than 3.
      if (!mayHoldOfCount(test.comparisons, 0)) return 'no count satisfies it';
      return 'it is tested at an event, so the count is at least 1';
    case 'value-count':
      return mayHoldOfCount(test.comparisons, 0) ? null : 'no count of values satisfies it';
    case 'value-share':
      if (mayHold([...boundsOf(test.comparisons), ['gt', 0], ['lte', 100]])) return null;
      return 'it is tested at an event with the value, so the share is more than 0 and at most 100';
    case 'value':
      return mayHold(boundsOf(test.comparisons)) ? null : 'no number satisfies it';
    default:
      return null;
  }
}

/** Of more rules, not each choice is tried. */
const MOST_TRIED = 8;

/** Of the events that each rule has in a window. */
export type RulesTest = (counts: readonly number[]) => boolean;

/**
 * An expression over rules, made ready for windows. Reading bounds its depth.
 * @param ofCount a test of how many rules have an event
 */
export function rulesTest(
  node: RulesExpression,
  ofCount = (comparisons: readonly Comparison[]) => (count: number) =>
    holds(comparisons, String(count)),
): RulesTest {
  switch (node.kind) {
    case 'rule-seen':
      return (counts) => counts[node.rule]! > 0;
    case 'rules-and': {
      const operands = node.operands.map((o) => rulesTest(o, ofCount));
      return (counts) => operands.every((o) => o(counts));
    }
    case 'rules-or': {
      const operands = node.operands.map((o) => rulesTest(o, ofCount));
      return (counts) => operands.some((o) => o(counts));
    }
    case 'rules-not': {
      const operand = rulesTest(node.operand, ofCount);
      return (counts) => !operand(counts);
    }
    case 'rules-count': {
      const test = ofCount(node.comparisons);
      return (counts) => test(node.rules.filter((rule) => counts[rule]! > 0).length);
    }
  }
}

/** Why an expression holds for no choice of rules that have an event in the window; null if it may. */
export function neverHoldsOfRules(expression: RulesExpression, rules: number): string | null {
  const test = rulesTest(expression);
  const choices = choicesOf(rules, test);
  if (choices?.some((held) => held) ?? true) return null;
  return isHeldBy(test, rules, 0)
    ? 'it is tested at an event, so at least one of the rules has one'
    : 'no choice of rules satisfies it';
}

/** Whether every event of the rules satisfies a test, so that it relates none to another. */
export function alwaysHolds(test: CorrelationTest, rules: number): boolean {
  if (rules === 0) return false;
  switch (test.kind) {
    case 'event-count':
      return holdsOfCounts(test.comparisons, 1);
    case 'value-count':
      return holdsOfCounts(test.comparisons, 0);
    case 'temporal':
      return choicesOf(rules, rulesTest(test.expression))?.every((held) => held) ?? false;
    case 'temporal-ordered':
      return rules === 1;
    default:
      return false;
  }
}

/** Whether a test holds of each choice of rules that have an event; null if these are too many. */
function choicesOf(rules: number, test: RulesTest): readonly boolean[] | null {
  if (rules > MOST_TRIED) return null;
  return Array.from({ length: 2 ** rules - 1 }, (_, i) => isHeldBy(test, rules, i + 1));
}

/** @param seen the rules that have an event, each a bit */
function isHeldBy(test: RulesTest, rules: number, seen: number): boolean {
  return test(Array.from({ length: rules }, (_, rule) => (seen >> rule) & 1));
}
