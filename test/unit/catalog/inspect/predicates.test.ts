import { describe, expect, test } from 'vitest';
import { inspected } from '../build.js';

/** `stage field kind values` of each, with `not`, `all` and `cased`. */
function predicates(detection: string): string[] {
  return inspected({ detection }).predicates.map((p) =>
    [
      p.stage,
      p.negated ? 'not' : '',
      p.field ?? '-',
      p.kind,
      p.all ? 'all' : '',
      p.cased ? 'cased' : '',
      p.values.join(','),
    ]
      .filter((w) => w !== '')
      .join(' '),
  );
}

describe('the predicates of a rule', () => {
  test('values of one item and kind go together', () => {
    expect(predicates("s:\n  a: ['x', '*y', 'z', '*w', '']\ncondition: s")).toEqual([
      's a eq x,z,',
      's a ends_with y,w',
    ]);
  });

  test('keep the order of the rule within the order of use', () => {
    expect(predicates('t:\n  b: 1\n  a: 2\ns:\n  - c: 1\n  - d: 1\ncondition: s and t')).toEqual([
      's c eq 1',
      's d eq 1',
      't b eq 1',
      't a eq 2',
    ]);
  });

  test('say whether all values are asked for, and whether letter case counts', () => {
    expect(
      predicates('s:\n  a|contains|all: [x, y]\n  b|all|contains: [x]\n  c|cased: X\ncondition: s'),
    ).toEqual(['s a match all x,y', 's b match x', 's c eq cased X']);
  });

  test.each([
    ['not s', true],
    ['not (not s)', false],
    ['not 1 of s*', true],
    ['t and not (t or not s)', false],
    ['s or not s', false],
    ['not s or s', false],
  ])('under %s', (condition, negated) => {
    const { predicates: all } = inspected({
      detection: `s:\n  a: x\nt:\n  a: x\ncondition: ${condition}`,
    });
    expect(all.find((p) => p.stage === 's')?.negated).toBe(negated);
  });

  test('an identifier that one of several conditions uses positively is not negated', () => {
    expect(predicates('s:\n  a: x\nt:\n  a: y\ncondition:\n  - t and not s\n  - s')).toEqual([
      't a eq y',
      's a eq x',
    ]);
  });

  test('neq is a kind of its own for whole values, and a NOT for others', () => {
    const detection = "s:\n  a|neq: [x, '*y']\n  b|contains|neq: z\n  c|exists: no\n";
    expect(predicates(`${detection}condition: s`)).toEqual([
      's a ne x',
      's not a ends_with y',
      's not b match z',
      's not c exists',
    ]);
    expect(predicates(`${detection}condition: not s`)).toEqual([
      's not a ne x',
      's a ends_with y',
      's b match z',
      's c exists',
    ]);
  });

  test('keywords have no field', () => {
    expect(predicates("s:\n  - 'x*'\n  - 12\nt:\n  '|re': a.b\ncondition: s or t")).toEqual([
      's - keyword x,12',
      't - keyword a.b',
    ]);
  });

  test('what compares nothing has no values', () => {
    expect(predicates("s:\n  a: null\n  b|exists: yes\n  c: '*'\n  d: []\ncondition: s")).toEqual([
      's a null',
      's b exists',
      's c exists',
      's d eq',
    ]);
  });

  test('placeholders stand as they are', () => {
    expect(predicates("s:\n  a|expand: '%users%'\ncondition: s")).toEqual(['s a eq %users%']);
  });

  test('stand where their field is written', () => {
    const [p] = inspected({ detection: 's:\n  a|contains:\n    - x\ncondition: s' }).predicates;
    expect(p!.span.file.text.slice(p!.span.start).split('\n')[0]).toBe('a|contains:');
  });
});
