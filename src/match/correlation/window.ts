import type {
  Comparison,
  CorrelationTest,
  RulesExpression,
  Statistic,
} from '../../model/correlation.js';
import { numberTest, shareTest, wholeTest } from './bounds.js';
import type { Countable } from './decimals.js';
import { orderOfCountable } from './decimals.js';
import { summing } from './sum.js';
import type { Measure, WindowEntry } from './measure.js';

/** Makes measures of one test, one for each group. */
export function measuring(test: CorrelationTest, rules: number): () => Measure {
  switch (test.kind) {
    case 'event-count':
      return counting(test.comparisons);
    case 'value-count':
      return countingValues(test.comparisons);
    case 'value-share':
      return sharing(test.comparisons);
    case 'value': {
      const { statistic, comparisons } = test;
      return statistic.kind === 'sum' || statistic.kind === 'average'
        ? summing(statistic.kind, comparisons)
        : ranking(statistic, comparisons);
    }
    case 'temporal':
      return seeing(test.expression, rules);
    case 'temporal-ordered':
      return () => ordered(rules);
  }
}

function counting(comparisons: readonly Comparison[]): () => Measure {
  const test = wholeTest(comparisons);
  return () => {
    let events = 0;
    return {
      add: () => void events++,
      remove: () => void events--,
      holds: () => test(events),
    };
  };
}

function countingValues(comparisons: readonly Comparison[]): () => Measure {
  const test = wholeTest(comparisons);
  return () => {
    const counts: Counts = new Map();
    return {
      add: ({ keys }) => count(counts, keys),
      remove: ({ keys }) => discount(counts, keys),
      holds: () => test(counts.size),
    };
  };
}

/** Of events without a value there is no share. */
function sharing(comparisons: readonly Comparison[]): () => Measure {
  const test = shareTest(comparisons);
  return () => {
    const counts: Counts = new Map();
    let all = 0;
    return {
      add({ keys }) {
        count(counts, keys);
        if (keys.length > 0) all++;
      },
      remove({ keys }) {
        discount(counts, keys);
        if (keys.length > 0) all--;
      },
      holds: (entries, now) => {
        for (let i = now; i < entries.length; i++) {
          if (entries[i]!.keys.some((key) => test(counts.get(key)!.events, all))) return true;
        }
        return false;
      },
    };
  };
}

/** How many events have each value that some have. */
type Counts = Map<string, { events: number }>;

function count(counts: Counts, keys: readonly string[]): void {
  for (const key of keys) {
    const known = counts.get(key);
    if (known) known.events++;
    else counts.set(key, { events: 1 });
  }
}

function discount(counts: Counts, keys: readonly string[]): void {
  for (const key of keys) {
    const known = counts.get(key)!;
    known.events--;
    if (known.events === 0) counts.delete(key);
  }
}

function ranking(statistic: Statistic, comparisons: readonly Comparison[]): () => Measure {
  const test = numberTest(comparisons);
  return () => {
    const sorted: Countable[] = [];
    return {
      add({ numbers }) {
        for (const number of numbers) sorted.splice(positionIn(sorted, number), 0, number);
      },
      remove({ numbers }) {
        for (const number of numbers) sorted.splice(positionIn(sorted, number), 1);
      },
      holds: () => sorted.length > 0 && test(sorted[rankOf(statistic, sorted.length)]!),
    };
  };
}

function positionIn(sorted: readonly Countable[], number: Countable): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orderOfCountable(sorted[middle]!, number) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rankOf(statistic: Statistic, length: number): number {
  if (statistic.kind === 'minimum') return 0;
  if (statistic.kind !== 'percentile') return length - 1;
  // The nearest rank; a percentage such as 99.9 is no binary fraction.
  return Math.max(0, Math.ceil((statistic.rank * length) / 100 - 1e-9) - 1);
}

/** Of how many events of each rule there are. */
type SeenTest = (counts: readonly number[]) => boolean;

function seeing(expression: RulesExpression, rules: number): () => Measure {
  const test = seenTest(expression);
  return () => {
    const counts = new Array<number>(rules).fill(0);
    return {
      add({ rules: of }) {
        for (const rule of of) counts[rule]!++;
      },
      remove({ rules: of }) {
        for (const rule of of) counts[rule]!--;
      },
      holds: () => test(counts),
    };
  };
}

/** Reading bounds the depth. */
function seenTest(node: RulesExpression): SeenTest {
  switch (node.kind) {
    case 'rule-seen':
      return (counts) => counts[node.rule]! > 0;
    case 'rules-and': {
      const operands = node.operands.map(seenTest);
      return (counts) => operands.every((o) => o(counts));
    }
    case 'rules-or': {
      const operands = node.operands.map(seenTest);
      return (counts) => operands.some((o) => o(counts));
    }
    case 'rules-not': {
      const operand = seenTest(node.operand);
      return (counts) => !operand(counts);
    }
    case 'rules-count': {
      const test = wholeTest(node.comparisons);
      return (counts) => test(node.rules.filter((rule) => counts[rule]! > 0).length);
    }
  }
}

/** Takes the earliest event of each rule that is not before the one taken of the rule before. */
function ordered(rules: number): Measure {
  const times = Array.from({ length: rules }, (): { list: number[]; from: number } => ({
    list: [],
    from: 0,
  }));
  return {
    add({ time, rules: of }: WindowEntry) {
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
