import type {
  Comparison,
  CorrelationTest,
  Statistic,
} from '../../model/correlation/correlation.js';
import { rulesTest } from '../../model/comparisons.js';
import type { RulesTest } from '../../model/comparisons.js';
import { numberTest, shareTest, wholeTest } from './bounds.js';
import type { Countable } from './decimals.js';
import { orderOfCountable } from './decimals.js';
import { summing } from './sum.js';
import type { Measure, WindowEntry } from './measure.js';

/** Makes measures of one test, one for each group. */
export function measuring(test: CorrelationTest, rules: number): () => Measure {
  switch (test.kind) {
    case 'event-count': {
      const ofCount = wholeTest(test.comparisons);
      return () => new EventCount(ofCount);
    }
    case 'value-count': {
      const ofCount = wholeTest(test.comparisons);
      return () => new ValueCount(ofCount);
    }
    case 'value-share': {
      const ofShare = shareTest(test.comparisons);
      return () => new ValueShare(ofShare);
    }
    case 'value': {
      const { statistic, comparisons } = test;
      return statistic.kind === 'sum' || statistic.kind === 'average'
        ? summing(statistic.kind, comparisons)
        : ranking(statistic, comparisons);
    }
    case 'temporal': {
      const ofCounts = rulesTest(test.expression, wholeTest);
      return () => new Seen(rules, ofCounts);
    }
    case 'temporal-ordered':
      return () => new Ordered(rules);
  }
}

class EventCount implements Measure {
  private events = 0;

  constructor(private readonly test: (count: number) => boolean) {}

  add(): void {
    this.events++;
  }

  remove(): void {
    this.events--;
  }

  holds(): boolean {
    return this.test(this.events);
  }
}

class ValueCount implements Measure {
  private readonly counts: Counts = new Map();

  constructor(private readonly test: (count: number) => boolean) {}

  add({ keys }: WindowEntry): void {
    count(this.counts, keys);
  }

  remove({ keys }: WindowEntry): void {
    discount(this.counts, keys);
  }

  holds(): boolean {
    return this.test(this.counts.size);
  }
}

/** Of events without a value there is no share. */
class ValueShare implements Measure {
  private readonly counts: Counts = new Map();
  private all = 0;

  constructor(private readonly test: (count: number, all: number) => boolean) {}

  add({ keys }: WindowEntry): void {
    count(this.counts, keys);
    if (keys.length > 0) this.all++;
  }

  remove({ keys }: WindowEntry): void {
    discount(this.counts, keys);
    if (keys.length > 0) this.all--;
  }

  holds(now: readonly WindowEntry[]): boolean {
    return now.some(({ keys }) =>
      keys.some((key) => this.test(this.counts.get(key)!.events, this.all)),
    );
  }
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
  // The nearest rank; 99.9 and the like are not binary fractions.
  return Math.max(0, Math.ceil((statistic.rank * length) / 100 - 1e-9) - 1);
}

/** Of how many events of each rule there are. */
class Seen implements Measure {
  private readonly counts: number[];

  constructor(
    rules: number,
    private readonly test: RulesTest,
  ) {
    this.counts = new Array<number>(rules).fill(0);
  }

  add({ rules }: WindowEntry): void {
    for (const rule of rules) this.counts[rule]!++;
  }

  remove({ rules }: WindowEntry): void {
    for (const rule of rules) this.counts[rule]!--;
  }

  holds(): boolean {
    return this.test(this.counts);
  }
}

/** Takes the earliest event of each rule that is not before the one taken of the rule before. */
class Ordered implements Measure {
  /** Of each rule; those before `from` have left. */
  private readonly times: { list: number[]; from: number }[];

  constructor(rules: number) {
    this.times = Array.from({ length: rules }, () => ({ list: [], from: 0 }));
  }

  add({ time, rules }: WindowEntry): void {
    for (const rule of rules) this.times[rule]!.list.push(time);
  }

  remove({ rules }: WindowEntry): void {
    for (const rule of rules) {
      const queue = this.times[rule]!;
      queue.from++;
      if (queue.from * 2 < queue.list.length || queue.from < 64) continue;
      queue.list = queue.list.slice(queue.from);
      queue.from = 0;
    }
  }

  holds(): boolean {
    let after = -Infinity;
    for (const { list, from } of this.times) {
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
  }
}
