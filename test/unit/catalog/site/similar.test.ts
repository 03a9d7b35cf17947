import { describe, expect, test } from 'vitest';
import { buildCorpusIndex } from '../../../../src/catalog/corpus/corpus-index.js';
import type { CatalogRule } from '../../../../src/catalog/site/entry.js';
import { duplicates, nearDuplicates, similarTo } from '../../../../src/catalog/site/similar.js';
import { ruleOf } from './build.js';
import { cpuTime } from '../../../support/cpu.js';

let n = 0;
function rule(detection: string, logsource?: string): CatalogRule {
  n++;
  const title = `rule ${n}`;
  return ruleOf({ title, detection, path: `${n}.yml`, ...(logsource ? { logsource } : {}) });
}

const titles = (rules: readonly CatalogRule[]): string[] => rules.map((r) => r.title);

const list = (field: string, values: readonly string[]): string =>
  `s:\n  ${field}:\n${values.map((v) => `    - '${v}'`).join('\n')}\ncondition: s`;

describe('duplicates', () => {
  const same = [
    's:\n  a: [x, y]\n  b: z\ncondition: s',
    's:\n  b: Z\n  a: [y, X]\ncondition: s',
    't:\n  a: x\nu:\n  a: Y\nw:\n  b: z\ncondition: w and (t or u)',
    't:\n  a: [x, y]\nw:\n  b: z\ncondition: not (not w or not t)',
  ];

  test('ask the same however they put it', () => {
    const rules = same.map((d) => rule(d));
    expect(duplicates(rules)).toEqual([rules]);
  });

  test.each([
    's:\n  a: [x, y]\n  b: z1\ncondition: s',
    's:\n  a: [x, y]\n  b|contains: z\ncondition: s',
    's:\n  a: [x, y]\n  b|cased: z\ncondition: s',
    's:\n  a: [x, y]\n  c: z\ncondition: s',
    's:\n  a: [x, y]\n  b: z\ncondition: not s',
    's:\n  a|all: [x, y]\n  b: z\ncondition: s',
    's:\n  a: x\nt:\n  a: y\n  b: z\ncondition: s or t',
  ])('%j asks for something else', (detection) => {
    expect(duplicates([rule(same[0]!), rule(detection)])).toEqual([]);
  });

  test('are of one log source', () => {
    const windows = rule(same[0]!, '{ product: windows, service: [security, system] }');
    const turned = rule(same[0]!, '{ service: [system, Security], product: windows }');
    const linux = rule(same[0]!, '{ product: linux }');
    expect(duplicates([windows, linux, turned])).toEqual([[windows, turned]]);
  });
});

describe('near-duplicates', () => {
  const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

  test('have four fifths of either in common', () => {
    const all = rule(list('f', values));
    const less = rule(list('f', values.slice(1)));
    const half = rule(list('f', values.slice(4)));
    const index = buildCorpusIndex([all, less, half]);
    const groups = nearDuplicates(index);
    expect(groups.map((g) => g.rules)).toEqual([[all, less]]);
    expect(groups[0]!.common.map((c) => c.indicator.value)).toEqual(values.slice(1));
  });

  test('have log sources that overlap', () => {
    const near = (logsource: string): number => {
      const rules = [rule(list('f', values), '{ product: windows, category: x }')];
      rules.push(rule(list('f', values.slice(1)), logsource));
      return nearDuplicates(buildCorpusIndex(rules)).length;
    };
    expect(near('{ product: windows }')).toBe(1);
    expect(near('{ category: [y, x] }')).toBe(1);
    expect(near('{ product: linux, category: x }')).toBe(0);
    expect(near('{ product: windows, category: y }')).toBe(0);
  });

  test('do not share exclusions alone', () => {
    const filter = list('g', values).replace('s:', 'f:').replace('condition: s', '');
    const with_ = (value: string) => rule(`s:\n  f: ${value}\n${filter}condition: s and not f`);
    expect(nearDuplicates(buildCorpusIndex([with_('x'), with_('y')]))).toEqual([]);
    expect(nearDuplicates(buildCorpusIndex([with_('x'), rule(list('f', ['x']))]))).toEqual([]);
  });

  test('of duplicates one stands for all', () => {
    const all = rule(list('f', values));
    const again = rule(list('f', [...values].reverse()));
    const less = rule(list('f', values.slice(1)));
    const groups = nearDuplicates(buildCorpusIndex([all, again, less]));
    expect(groups.map((g) => titles(g.rules))).toEqual([titles([all, less])]);
  });

  test('are found in a catalogue of nothing else, and soon', () => {
    const many = Array.from({ length: 2_000 }, (_, i) => ({
      ...rule(list('f', values)),
      path: `${i}.yml`,
      predicates: [...values, `own ${i}`].map((value) => ({
        ...{ field: 'f', context: null, kind: 'eq' as const, negated: false, line: 1 },
        value,
      })),
      sigma: null,
    }));
    let groups: ReturnType<typeof nearDuplicates> = [];
    const time = cpuTime(() => (groups = nearDuplicates(buildCorpusIndex(many))));
    expect(time).toBeLessThan(3_000);
    expect(groups.map((g) => g.rules.length)).toEqual([2_000]);
  });
});

describe('similar rules', () => {
  test('what few rules look for weighs more than what many do', () => {
    const own = rule(list('f', ['rare', 'common']));
    const rare = rule(list('f', ['rare', 'x']));
    const others = Array.from({ length: 6 }, (_, i) => rule(list('f', ['common', `y${i}`])));
    const index = buildCorpusIndex([own, rare, ...others]);
    const found = similarTo(own, index, 3);
    expect(found[0]).toEqual({ rule: rare, same: false, shared: 1, either: 3 });
    expect(found).toHaveLength(3);
  });

  test('those that ask the same come first', () => {
    const own = rule(list('f', ['a', 'b']));
    const alike = rule(list('f', ['a', 'b', 'c']));
    const same = rule(list('f', ['B', 'A']));
    const index = buildCorpusIndex([own, alike, same]);
    expect(similarTo(own, index, 9).map((s) => [s.rule, s.same])).toEqual([
      [same, true],
      [alike, false],
    ]);
  });

  test('event ids alone make none', () => {
    const [a, b] = [rule(list('EventID', ['1'])), rule(list('EventID', ['1', '2']))];
    expect(similarTo(a!, buildCorpusIndex([a!, b!]), 9)).toEqual([]);
  });
});
