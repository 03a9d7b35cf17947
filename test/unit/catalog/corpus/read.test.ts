import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../../../src/catalog/corpus/read.js';
import { kusto } from '../../../support/kusto.js';

function read(path: string, content: string | Uint8Array) {
  return readCorpus([{ path, content }], { kusto: () => kusto });
}

/** What a file gives, in short. */
function gist(path: string, content: string | Uint8Array): unknown {
  const { rules, others } = read(path, content);
  return [
    ...rules.map((r) => [
      r.language,
      r.title,
      r.problem ?? r.predicates.map((p) => `${p.line} ${p.field} ${p.kind} ${p.value}`),
    ]),
    ...others.map((o) => o.reason),
  ];
}

describe('the language of a file', () => {
  test.each([
    ['a/b.kql', 'T\n| where c == 1', [['kusto', 'b', ['2 c eq 1']]]],
    ['b.csl', 'T | where c == 1', [['kusto', 'b', ['1 c eq 1']]]],
    ['b.yaml', 'name: n\nquery: |\n  T\n  | where c == 1', [['kusto', 'n', ['4 c eq 1']]]],
    ['b.yml', "name: n\nsearch: 'c=''1''\n\n  d=2'", [['splunk', 'n', ["2 c eq '1'", '4 d eq 2']]]],
    [
      'b.yml',
      'title: t\nlogsource: {product: p}\ndetection:\n  s:\n    c: 1\n  condition: s\n',
      [['sigma', 't', ['5 c eq 1']]],
    ],
    [
      'b.toml',
      '[rule]\nname = "n"\nquery = """\nc:"\\\\d"\n"""\nlanguage = "kuery"\n',
      [['elastic', 'n', ['3 c eq d']]],
    ],
    [
      'b.json',
      '[\n{"name":"n","type":"query","risk_score":1,\n"query":"c:1"}]',
      [['elastic', 'n', ['3 c eq 1']]],
    ],
    ['b.TOML', '[tool]\nname = "n"', ['The file has no `rule` table.']],
    ['b.json', '{"a":1}', ['The file contains no Elastic detection rule.']],
    ['b.json', 'no json', ['The file contains no Elastic detection rule.']],
    ['b.yml', 'a: 1', ['It has none of the keys `detection`, `query` and `search`.']],
    ['b.yml', '', ['It has none of the keys `detection`, `query` and `search`.']],
    ['b.md', '# a', ['Files of this type are not searched for rules.']],
  ])('%s %j', (path, content, expected) => {
    expect(gist(path, content)).toEqual(expected);
  });

  test('each document of a file of queries is a rule', () => {
    const text = 'name: a\nquery: T | where c == 1\n---\nname: b\nsearch: d=2\n---\ne: f\n';
    const { rules } = read('b.yml', text);
    expect(rules.map((r) => [r.language, r.position, r.title])).toEqual([
      ['kusto', 0, 'a'],
      ['splunk', 1, 'b'],
    ]);
  });
});

describe('what cannot be read is listed', () => {
  test.each([
    ['b.kql', 'T | where', 'Line 1, column 10'],
    ['b.yml', 'name: n\nsearch: "a=b | where"\n', 'Line 2, column 21'],
    ['b.yml', 'name: n\nname: m: o\nsearch: a=b\n', 'Line 2, column'],
    ['b.toml', '[rule]\nname = 1x\n', 'Line 2, column'],
    [
      'b.kql',
      `T | where a == "${'x'.repeat(140_000)}"`,
      'Line 1, column 1: The query has more than 128 KiB',
    ],
  ])('%s %.40j', (path, content, problem) => {
    const { rules } = read(path, content);
    expect(rules).toHaveLength(1);
    expect(rules[0]!.problem?.startsWith(problem), rules[0]!.problem ?? '').toBe(true);
    expect(rules[0]!.predicates).toEqual([]);
  });

  test('bytes that are no text', () => {
    expect(gist('b.kql', new Uint8Array([0x54, 0x00, 0xff, 0x20, 0x31]))).toEqual([
      expect.stringMatching(
        /^Line 1, column 2: The file contains a NUL|^Line 1, column 3: The file is not valid UTF-8/,
      ),
    ]);
  });

  test('a placeholder that nobody filled stands for its name', () => {
    const rule =
      'title: t\nlogsource: {product: p}\ndetection:\n  s:\n    c|expand: "%__proto__%x"\n  condition: s\n';
    expect(gist('b.yml', rule)).toEqual([['sigma', 't', ['5 c eq %__proto__%x']]]);
  });
});
