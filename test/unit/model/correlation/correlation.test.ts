import { describe, expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { convert } from '../../../../src/convert/index.js';
import {
  correlate,
  correlateCondition,
  fieldIn,
} from '../../../../src/model/correlation/correlated.js';
import type { Correlation } from '../../../../src/model/correlation/correlation.js';
import { usableRule } from '../../../../src/model/document.js';
import { link } from '../../../../src/model/linking/library.js';
import { parse } from '../../../../src/model/parse.js';
import { applyEdits } from '../../../support/apply-edits.js';

const rule = (name: string, ...more: string[]): string =>
  `title: ${name}\nname: ${name}\nlogsource: { product: windows }\n` +
  `detection: { s: { Image: ${name}.exe }, condition: s }\n${more.join('\n')}`;

function correlation(section: string, head = 'title: C'): string {
  return `${head}\ncorrelation: ${section}\n`;
}

function libraryOf(...texts: string[]) {
  return link(parse(texts.join('\n---\n')).documents);
}

/** The correlation of the first document, whose rules are a and b. */
function read(section: string): Correlation {
  const library = libraryOf(correlation(section), rule('a'), rule('b'));
  const { content, diagnostics } = library.documents[0]!;
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return content as Correlation;
}

describe('a correlation', () => {
  test('has the metadata of a rule', () => {
    const text = correlation(
      '{ type: temporal, rules: [a, b], timespan: 5m }',
      'title: C\nid: 6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001\nlevel: High\ntags: [attack.t1110]\nfalsepositives: [tests]',
    );
    const { content } = libraryOf(text, rule('a'), rule('b')).documents[0]!;
    expect(content).toMatchObject({
      title: 'C',
      level: 'high',
      tags: [{ text: 'attack.t1110' }],
      falsepositives: [{ text: 'tests' }],
      generate: false,
    });
  });

  test.each(['[Computer, User]', 'Computer, User', "'Computer,User'"])(
    'groups by two fields: %s',
    (list) => {
      const text = `{ type: event_count, rules: a, group-by: ${list}, timespan: 5m, condition: { gte: 2 } }`;
      // In braces, a comma outside quotes ends the value.
      const block = text.slice(2, -2).replaceAll(/, (?=[a-z-]+:)/g, '\n  ');
      const { groupBy } = read(`\n  ${block}`);
      expect(groupBy.map((f) => f.text)).toEqual(['Computer', 'User']);
    },
  );

  test.each([
    ['30s', 30_000],
    ['15m', 900_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
    ['1w', 604_800_000],
    ['1M', 2_629_746_000],
    ['1y', 31_556_952_000],
  ])('of a timespan of %s', (text, milliseconds) => {
    const { timespan } = read(`{ type: temporal, rules: [a, b], timespan: ${text} }`);
    expect(timespan).toMatchObject({ text, milliseconds });
  });

  test.each([
    ['15 min', '15m'],
    ['1 hour', '1h'],
    ['30SEC', '30s'],
    ['2 Days', '2d'],
    ['1 month', '1M'],
  ])('of a timespan of %s, which can only be %s', (text, read) => {
    const section = `{ type: temporal, rules: [a, b], timespan: "${text}" }`;
    const { documents } = parse(`title: c\ncorrelation: ${section}\n`);
    expect(documents[0]!.content).toMatchObject({ timespan: { text: read } });
    const [found] = documents[0]!.diagnostics;
    expect(found).toMatchObject({ code: 'timespan-unit', fix: { edits: [{ text: read }] } });
  });

  test.each(['15', 'm', '15 M', '15 moons', '1h 30m', 'last 15m', '0m'])(
    'has no timespan of %s',
    (text) => {
      const section = `{ type: temporal, rules: [a, b], timespan: "${text}" }`;
      const { documents } = parse(`title: c\ncorrelation: ${section}\n`);
      expect(documents[0]!.diagnostics.map((d) => d.code)).toContain('bad-timespan');
    },
  );

  test.each([
    ['event_count', '{ gt: 2, lte: 5, neq: 4 }', { kind: 'event-count' }],
    ['value_count', '{ field: [User, Host], gte: 3 }', { kind: 'value-count' }],
    ['value_sum', '{ field: Bytes, gte: 1.5 }', { statistic: { kind: 'sum' } }],
    ['value_avg', '{ field: Bytes, gte: 1 }', { statistic: { kind: 'average' } }],
    [
      'value_percentile',
      '{ field: Bytes, percentile: 99.5, gte: 1 }',
      { statistic: { kind: 'percentile', rank: 99.5 } },
    ],
    [
      'value_percentile',
      '{ field: [Image, User], gt: 1, lte: 5 }',
      { kind: 'value-share', fields: [{ text: 'Image' }, { text: 'User' }] },
    ],
    ['value_median', '{ field: Bytes, gte: 1 }', { statistic: { kind: 'percentile', rank: 50 } }],
  ])('of type %s', (type, condition, made) => {
    const found = read(
      `{ type: ${type}, rules: [a, b], group-by: User, timespan: 5m, condition: ${condition} }`,
    );
    expect(found).toMatchObject({ type, groupBy: [{ text: 'User' }], test: made });
  });

  test.each([
    ['gt: 100', true],
    ['lte: 0', true],
    ['eq: 0', true],
    ['gt: 40, lt: 40.5', false],
    ['gte: 100', false],
    ['lt: 0.001', false],
    ['neq: 100', false],
  ])('with a share of `%s` is refused: %s', (comparison, refused) => {
    const section = `{ type: value_percentile, rules: a, timespan: 1h, condition: { field: n, ${comparison} } }`;
    const [document] = parse(`title: c\ncorrelation: ${section}\n`).documents;
    const code = refused ? 'correlation-never' : 'percentile-as-share';
    expect(document!.diagnostics.map((d) => d.code)).toContain(code);
  });

  test.each([
    ['type: event_count, rules: a, condition: { gte: 1 }', true],
    ['type: event_count, rules: a, condition: { gt: 0, lt: 1.5 }', false],
    ['type: event_count, rules: [a, b], condition: { neq: 0 }', true],
    ['type: event_count, rules: a, condition: { gt: 1 }', false],
    ['type: event_count, rules: a, condition: { lte: 1000000 }', false],
    ['type: value_count, rules: a, condition: { field: f, gte: 1 }', false],
    ['type: value_count, rules: a, condition: { field: f, gte: 0 }', true],
    ['type: temporal, rules: a', true],
    ['type: temporal, rules: [a, b]', false],
    ['type: temporal, rules: [a, b], condition: { gte: 1 }', true],
    ['type: temporal, rules: [a, b], condition: a or b', true],
    ['type: temporal, rules: [a, b], condition: a or not b', false],
    ['type: temporal_ordered, rules: [a]', true],
    ['type: value_sum, rules: a, condition: { field: f, gte: 0 }', false],
  ])('{ %s } is satisfied by every event: %s', (section, always) => {
    const [document] = parse(`title: c\ncorrelation: { ${section}, timespan: 1h }\n`).documents;
    const found = document!.diagnostics.map((d) => d.code);
    expect(found).toEqual(always ? ['correlation-always'] : []);
  });

  test.each([
    ['Event Count', 'event_count'],
    ['event-count', 'event_count'],
    ['temporal_extended', 'temporal'],
    ['temporal_ordered_extended', 'temporal_ordered'],
    ['event_count_extended', null],
  ])('of type %s is of type %s', (written, type) => {
    const rest = 'rules: [a, b], timespan: 5m, condition: { gte: 2 }';
    const [document] = parse(`title: c\ncorrelation: { type: ${written}, ${rest} }\n`).documents;
    const [code] = document!.diagnostics.map((d) => d.code);
    expect(code).toBe(type === null ? 'correlation-type-unknown' : 'correlation-type-case');
    expect(document!.content).toEqual(type === null ? null : expect.objectContaining({ type }));
  });

  test('of a range has each comparison', () => {
    const { test: made } = read(
      '{ type: event_count, rules: a, timespan: 5m, condition: { gt: 2, lte: 0x10 } }',
    );
    expect(made).toMatchObject({
      comparisons: [
        { operator: 'gt', number: { decimal: '2' } },
        { operator: 'lte', number: { decimal: '16' } },
      ],
    });
  });

  test.each([
    ['', { kind: 'rules-and', operands: [{ rule: 0 }, { rule: 1 }] }],
    ['condition: { gte: 2 }', { kind: 'rules-and' }],
    ['condition: { eq: 1 }', { kind: 'rules-count', rules: [0, 1] }],
    [
      'condition: a and not b',
      { kind: 'rules-and', operands: [{ rule: 0 }, { kind: 'rules-not', operand: { rule: 1 } }] },
    ],
    ['condition: 1 of them', { kind: 'rules-or' }],
    ['condition: all of them', { kind: 'rules-and' }],
  ])('that is temporal, with "%s"', (condition, expression) => {
    const { test: made } = read(`{ type: temporal, rules: [a, b], timespan: 5m, ${condition} }`);
    expect(made).toMatchObject({ kind: 'temporal', expression });
  });

  test('takes its rules from its condition', () => {
    const found = read('{ type: temporal_ordered, timespan: 5m, condition: b and a }');
    expect(found.rules.map((r) => r.text)).toEqual(['b', 'a']);
    expect(found.test.kind).toBe('temporal-ordered');
  });
});

describe('linked', () => {
  const chain = [
    correlation(
      '{ type: temporal_ordered, rules: [many, b], group-by: [who], timespan: 1h, aliases: { who: { many: User, b: Account } } }',
    ),
    correlation(
      '{ type: event_count, rules: a, group-by: [User], timespan: 5m, condition: { gte: 3 } }',
      'title: Many\nname: many',
    ),
    rule('a'),
    rule('b'),
  ];

  test('a chain is one tree, and its parts give no queries', () => {
    const library = libraryOf(...chain);
    const [first, many, a, b] = library.documents;
    const found = correlate(library, first!)!;
    expect(found.members).toMatchObject([
      { kind: 'correlated', members: [{ kind: 'rule-member', document: a }] },
      { kind: 'rule-member', document: b },
    ]);
    expect([...library.serving]).toEqual(expect.arrayContaining([many, a, b]));
    const who = found.correlation.groupBy[0]!;
    expect([0, 1].map((member) => fieldIn(found, member, who).text)).toEqual(['User', 'Account']);
  });

  test('rules give queries of their own where one correlation says so', () => {
    const [first, ...others] = chain;
    const library = libraryOf(first!.replace('rules:', 'generate: true, rules:'), ...others);
    const [, many, a, b] = library.documents;
    expect([many, a, b].map((d) => library.serving.has(d!))).toEqual([false, true, false]);
  });

  test('rules give none of their own either if the correlation has errors', () => {
    const broken = (...head: string[]): string =>
      correlation(
        '{ type: event_count, rules: [a, b], timespan: 5x, condition: { gte: 3 } }',
        ['title: Broken', ...head].join('\n'),
      );
    const served = (...texts: string[]): readonly boolean[] => {
      const library = libraryOf(...texts);
      return library.documents.slice(-2).map((d) => library.serving.has(d));
    };
    expect(served(broken(), rule('a'), rule('b'))).toEqual([true, true]);
    expect(served(broken('generate: true'), rule('a'), rule('b'))).toEqual([false, false]);
    const [first, ...others] = chain;
    expect(served(first!.replace('1h', '1x'), ...others)).toEqual([true, true]);
    // It may mean one or the other.
    const one = broken().replace('[a, b]', '[a]').replace('5x', '5m');
    expect(served(one, rule('a'), rule('a'))).toEqual([true, true]);
  });

  test('a correlation in a cycle is refused by itself', () => {
    const cycle = ['one', 'two'].map((name, i) =>
      correlation(
        `{ type: event_count, rules: ${['two', 'one'][i]}, timespan: 5m, condition: { gte: 1 } }`,
        `title: ${name}\nname: ${name}`,
      ),
    );
    const library = libraryOf(...cycle);
    expect(library.serving.size).toBe(0);
    expect(convert(library, { backend: kql }).map((q) => q.fidelity)).toEqual([
      'refused',
      'refused',
    ]);
  });

  test('what is too deep is refused', () => {
    const deep = Array.from({ length: 30 }, (_, i) =>
      correlation(
        `{ type: event_count, rules: c${i + 1}, timespan: 5m, condition: { gte: 1 } }`,
        `title: C\nname: c${i}`,
      ),
    );
    const { diagnostics } = libraryOf(...deep, rule('c30'));
    expect(diagnostics.map((d) => d.code)).toContain('correlation-too-large');
  });
});

describe('an old aggregation', () => {
  test('that every event satisfies is told', () => {
    const detection = 'detection: { a: { b: c }, timeframe: 5m, condition: a | count() > 0 }';
    const [document] = parse(`title: t\nlogsource: { category: x }\n${detection}\n`).documents;
    expect(document!.diagnostics.map((d) => d.code)).toContain('correlation-always');
  });

  const old = (condition: string, timeframe = '10m'): string => `title: Old
name: old
logsource: { product: windows }
detection:
  one: { Image: a.exe }
  two: { Image: b.exe }
  timeframe: ${timeframe}
  condition: ${condition}
`;

  function formOf(text: string) {
    const [document] = libraryOf(text).documents;
    const found = usableRule(document!)!;
    return correlateCondition(document!, found, found.detection.conditions[0]!);
  }

  test.each([
    ['1 of them | count() by User, Host > 5', 'event_count', ['User', 'Host']],
    ['1 of them | count(Image) by User > 5', 'value_count', ['User']],
    ['1 of them | sum(Size) >= 5', 'value_sum', []],
    ['1 of them | avg(Size) by User < 5', 'value_avg', ['User']],
    ['1 of them | min(Size) by User < 5', 'value_min', ['User']],
    ['1 of them | max(Size) by User == 5', 'value_max', ['User']],
  ])('%s', (condition, type, groupBy) => {
    const found = formOf(old(condition))!;
    expect(found.correlation.type).toBe(type);
    expect(found.correlation.groupBy.map((g) => g.text)).toEqual(groupBy);
    expect(found.correlation.timespan.milliseconds).toBe(600_000);
    expect(found.members).toHaveLength(1);
  });

  test('near is temporal', () => {
    const found = formOf(old('one | near two and not (one or two)'))!;
    expect(found.members).toHaveLength(3);
    expect(found.correlation.test).toMatchObject({
      kind: 'temporal',
      expression: {
        kind: 'rules-and',
        operands: [
          { rule: 0 },
          { rule: 1 },
          {
            kind: 'rules-not',
            operand: { kind: 'rules-or', operands: [{ rule: 2 }, { rule: 1 }] },
          },
        ],
      },
    });
  });

  test('is rewritten as a correlation that means the same', () => {
    const text = old('1 of them | count(Image) by User > 5').replace('name: old\n', '');
    const { diagnostics } = libraryOf(text);
    const { fix } = diagnostics.find((d) => d.code === 'old-aggregation')!;
    const library = libraryOf(applyEdits(text, fix!.edits));
    expect(library.diagnostics).toEqual([]);
    const [document, made] = library.documents;
    const written = correlate(library, made!)!;
    const read = formOf(text)!;
    expect(written.correlation).toMatchObject({
      type: read.correlation.type,
      groupBy: [{ text: 'User' }],
      timespan: { milliseconds: 600_000 },
      test: { fields: [{ text: 'Image' }], comparisons: [{ operator: 'gt' }] },
    });
    expect(written.members).toMatchObject([{ document }]);
  });

  test.each([
    ['max', old('1 of them | max(Size) by User > 5')],
    ['min', old('1 of them | min(Size) by User < 5')],
    ['action', `action: global\nauthor: cook\n---\n${old('1 of them | count() > 5')}`],
  ])('is not rewritten where a correlation cannot say it: %s', (_, text) => {
    const told = libraryOf(text).diagnostics.find((d) => d.code.startsWith('old-aggregation'))!;
    expect(told.fix).toBeUndefined();
  });
});

test('a count of thousands of digits is one that no events reach', () => {
  const rule =
    'title: r\nlogsource: {product: kettle}\ndetection:\n  s: {pot: full}\n  timeframe: 5m\n' +
    `  condition: s | count() > ${'9'.repeat(2000)}\n`;
  const [document] = parse(rule).documents;
  expect(document!.diagnostics.map((d) => d.code)).toContain('correlation-never');
});
