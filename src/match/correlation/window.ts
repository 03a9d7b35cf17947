import { holds } from '../../model/comparisons.js';
import type {
  Comparison,
  CorrelationTest,
  RulesExpression,
  Statistic,
} from '../../model/correlation.js';
import { orderOf } from '../../model/decimal.js';
import { countTest, shareTest } from './bounds.js';
import { minus, plus, printScaled, scaled, times, ZERO } from './decimals.js';
import type { Scaled } from './decimals.js';

/** An event in a window. */
export interface WindowEntry {
  readonly time: number;
  /** Which of the correlation's rules it is of, by position. */
  readonly rules: readonly number[];
  /** What the test counts or computes with: keys of values, or numbers in plain decimal. */
  readonly values: readonly string[];
}

/** What is known of the events in a window that slides. Entries come and go in the order of time. */
export interface Measure {
  add(entry: WindowEntry): void;
  remove(entry: WindowEntry): void;
  /**
   * Whether the test holds.
   * @param now the entries of the time that the window ends with; at least one
   */
  holds(now: readonly WindowEntry[]): boolean;
}

export function measureFor(test: CorrelationTest, rules: number): Measure {
  switch (test.kind) {
    case 'event-count':
      return countOf(test.comparisons);
    case 'value-count':
      return valueCountOf(test.comparisons);
    case 'value-share':
      return shareOf(test.comparisons);
    case 'value':
      return valueOf(test.statistic, test.comparisons);
    case 'temporal':
      return temporal(test.expression, rules);
    case 'temporal-ordered':
      return ordered(rules);
  }
}

function countOf(comparisons: readonly Comparison[]): Measure {
  const test = countTest(comparisons);
  let count = 0;
  return {
    add: () => void count++,
    remove: () => void count--,
    holds: () => test(count),
  };
}

function valueCountOf(comparisons: readonly Comparison[]): Measure {
  const test = countTest(comparisons);
  const counts = new Map<string, number>();
  return {
    add: ({ values }) => void values.forEach((v) => count(counts, v, 1)),
    remove: ({ values }) => void values.forEach((v) => count(counts, v, -1)),
    holds: () => test(counts.size),
  };
}

/** Of events without a value there is no share. */
function shareOf(comparisons: readonly Comparison[]): Measure {
  const test = shareTest(comparisons);
  const counts = new Map<string, number>();
  let all = 0;
  return {
    add({ values }) {
      for (const value of values) count(counts, value, 1);
      if (values.length > 0) all++;
    },
    remove({ values }) {
      for (const value of values) count(counts, value, -1);
      if (values.length > 0) all--;
    },
    holds: (now) => now.some(({ values }) => values.some((v) => test(counts.get(v)!, all))),
  };
}

function count(counts: Map<string, number>, value: string, step: 1 | -1): void {
  const left = (counts.get(value) ?? 0) + step;
  if (left === 0) counts.delete(value);
  else counts.set(value, left);
}

function valueOf(statistic: Statistic, comparisons: readonly Comparison[]): Measure {
  return statistic.kind === 'sum' || statistic.kind === 'average'
    ? sumOf(statistic.kind, comparisons)
    : rankOf(statistic, comparisons);
}

/** Exact however long it runs: numbers that leave the window take away just what they brought. */
function sumOf(kind: 'sum' | 'average', comparisons: readonly Comparison[]): Measure {
  let sum: Scaled = ZERO;
  let count = 0;
  return {
    add({ values }) {
      for (const value of values) sum = plus(sum, scaled(value));
      count += values.length;
    },
    remove({ values }) {
      for (const value of values) sum = minus(sum, scaled(value));
      count -= values.length;
      if (count === 0) sum = ZERO;
    },
    holds() {
      if (count === 0) return false;
      if (kind === 'sum') return holds(comparisons, printScaled(sum));
      // An average against a bound is the sum against as many bounds.
      return comparisons.every((c) => {
        const decimal = printScaled(times(scaled(c.number.decimal), count));
        return holds([{ ...c, number: { ...c.number, decimal } }], printScaled(sum));
      });
    },
  };
}

function rankOf(statistic: Statistic, comparisons: readonly Comparison[]): Measure {
  const sorted: string[] = [];
  const positionOf = (value: string): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (orderOf(sorted[middle]!, value) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const position = (): number => {
    if (statistic.kind === 'minimum') return 0;
    if (statistic.kind === 'percentile') {
      // The nearest rank; a percentage such as 99.9 is no binary fraction.
      return Math.max(0, Math.ceil((statistic.rank * sorted.length) / 100 - 1e-9) - 1);
    }
    return sorted.length - 1;
  };
  return {
    add({ values }) {
      for (const value of values) sorted.splice(positionOf(value), 0, value);
    },
    remove({ values }) {
      for (const value of values) sorted.splice(positionOf(value), 1);
    },
    holds: () => sorted.length > 0 && holds(comparisons, sorted[position()]!),
  };
}

function temporal(expression: RulesExpression, rules: number): Measure {
  const counts = new Array<number>(rules).fill(0);
  const seen = (rule: number): boolean => counts[rule]! > 0;
  const evaluate = (node: RulesExpression): boolean => {
    switch (node.kind) {
      case 'rule-seen':
        return seen(node.rule);
      case 'rules-and':
        return node.operands.every(evaluate);
      case 'rules-or':
        return node.operands.some(evaluate);
      case 'rules-not':
        return !evaluate(node.operand);
      case 'rules-count':
        return holds(node.comparisons, String(node.rules.filter(seen).length));
    }
  };
  return {
    add({ rules: of }) {
      for (const rule of of) counts[rule]!++;
    },
    remove({ rules: of }) {
      for (const rule of of) counts[rule]!--;
    },
    holds: () => evaluate(expression),
  };
}

/** Takes the earliest event of each rule that is not before the one taken of the rule before. */
function ordered(rules: number): Measure {
  const times = Array.from({ length: rules }, (): { list: number[]; from: number } => ({
    list: [],
    from: 0,
  }));
  return {
    add({ time, rules: of }) {
      for (const rule of of) times[rule]!.list.push(time);
    },
    remove({ rules: of }) {
      for (const rule of of) {
        const queue = times[rule]!;
        queue.from++;
        if (queue.from * 2 < queue.list.length || queue.from < 64) continue;
        queue.list = queue.list.slice(queue.from);
        queue.from = 0;
      }
    },
    holds() {
      let after = -Infinity;
      for (const { list, from } of times) {
        let [low, high] = [from, list.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (list[middle]! < after) low = middle + 1;
          else high = middle;
        }
        if (low === list.length) return false;
        after = list[low]!;
      }
      return true;
    },
  };
}
