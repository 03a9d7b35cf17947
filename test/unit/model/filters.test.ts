import { describe, expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { explain } from '../../../src/explain.js';
import { compile } from '../../../src/match/compile.js';
import { link } from '../../../src/model/linking/library.js';
import type { Library } from '../../../src/model/linking/library.js';
import { parse } from '../../../src/model/parse.js';
import type { Diagnostic } from '../../../src/source/diagnostic.js';
import { positionAt } from '../../../src/source/span.js';

const ID = '6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f0';

/** A rule of process creation on Windows. */
function rule(detection = '{ s: { Image: a.exe }, condition: s }', ...head: string[]): string {
  return `title: A rule
${head.map((line) => `${line}\n`).join('')}logsource: { product: windows, category: process_creation }
detection: ${detection}
`;
}

const NAMED = rule(undefined, `id: ${ID}01`, 'name: one');

interface FilterParts {
  readonly rules?: string;
  readonly logsource?: string;
  readonly body?: string;
  readonly head?: string;
}

function filter({
  rules = '[one]',
  logsource = '{ product: windows }',
  body = 's: { User: scanner }, condition: not s',
  head = 'title: The scanner',
}: FilterParts = {}): string {
  return `${head}
logsource: ${logsource}
filter: { rules: ${rules}, ${body} }
`;
}

/** Links files, which are called a.yml, b.yml and so on. */
function libraryOf(...texts: string[]): Library {
  return link(texts.flatMap((text, i) => parse(text, { path: `${'abcdefgh'[i]!}.yml` }).documents));
}

/** `code path:line` and the same of related places. */
function told({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string[] {
  const place = ({ span }: Pick<Diagnostic, 'span'>): string =>
    `${span!.file.path}:${positionAt(span!.file, span!.start).line}`;
  return diagnostics.map((d) =>
    [d.code, place(d), ...(d.related ?? []).map((r) => `(${place(r)})`)].join(' '),
  );
}

function queries(library: Library): (string | null)[] {
  return convert(library, { backend: splunk, compact: true }).map((q) => q.text);
}

const FILTERED = 'Image="a.exe" NOT User="scanner"';

describe('a filter is ANDed to the rules that it names', () => {
  test.each([
    ['its id', `['${ID.toUpperCase()}01']`],
    ['its name', '[one]'],
    ['its name alone', 'one'],
    ['both', `[${ID}01, one]`],
    ['any', 'any'],
    ['any in a list', '[Any]'],
    ['all', 'all'],
  ])('by %s', (_, rules) => {
    for (const texts of [
      [NAMED, filter({ rules })],
      [filter({ rules }), NAMED],
    ]) {
      const library = libraryOf(...texts);
      expect(told(library)).toEqual([]);
      expect(queries(library)).toEqual([FILTERED]);
      expect(convert(library, { backend: splunk, strict: true })[0]!.text).toBe(FILTERED);
      const matcher = compile(library);
      expect(matcher.match({ Image: 'a.exe', User: 'cook' })).toHaveLength(1);
      expect(matcher.match({ Image: 'a.exe', User: 'scanner' })).toEqual([]);
      expect(matcher.match({ Image: 'a.exe' })).toHaveLength(1);
    }
  });

  test('and to no other rule', () => {
    const library = libraryOf(NAMED, rule(undefined, 'name: other'), filter());
    expect(queries(library)).toEqual([FILTERED, 'Image="a.exe"']);
    expect(library.documents[1]).toBe(library.documents.find((d) => d.heading.name === 'other'));
    const [one, , by] = library.documents;
    expect(library.filters.get(one!)).toEqual([by]);
    expect(library.references.get(by!)).toEqual([one]);
  });

  test('and to all rules of one name', () => {
    const library = libraryOf(NAMED, NAMED, filter());
    expect(queries(library)).toEqual([FILTERED, FILTERED]);
  });

  test('every filter of a rule, in their order', () => {
    const library = libraryOf(
      NAMED,
      filter({ body: 's: { User: cook }, condition: not s' }),
      filter({ rules: 'any', body: 's: { User: maid }, condition: not s' }),
    );
    expect(queries(library)).toEqual(['Image="a.exe" NOT User="cook" NOT User="maid"']);
  });

  test('every condition of a rule', () => {
    const two = rule('{ s: { Image: a.exe }, t: { Image: b.exe }, condition: [s, t or s] }');
    const library = libraryOf(two, filter({ rules: 'any' }));
    expect(queries(library)).toEqual([FILTERED, 'Image IN ("b.exe", "a.exe") NOT User="scanner"']);
  });

  test('around what is joined by `or` in either', () => {
    const either = rule('{ s: { Image: a.exe }, t: { Image: b.exe }, condition: s or not t }');
    const body = 's: { User: cook }, t: { Host: h }, condition: not s or t';
    const library = libraryOf(either, filter({ rules: 'any', body }));
    expect(queries(library)).toEqual([
      '(Image="a.exe" OR NOT Image="b.exe") (NOT User="cook" OR Host="h")',
    ]);
  });

  test('with a condition that is as it was written', () => {
    const library = libraryOf(NAMED, filter());
    const content = library.documents[0]!.content;
    if (content?.kind !== 'rule') throw new Error('There should be a rule.');
    expect(content.detection.conditions[0]!.text).toBe('s');
    expect(content.filters.map((f) => f.title)).toEqual(['The scanner']);
  });
});

describe('the search identifiers of a rule and its filters are kept apart', () => {
  /** What a rule with these identifiers and a filter of `s` and `t` is converted to. */
  const woven = (detection: string, condition: string): string | null =>
    queries(
      libraryOf(
        rule(detection),
        filter({
          rules: 'any',
          body: `s: { User: cook }, t: { User: maid }, _u: { User: butler }, condition: ${condition}`,
        }),
      ),
    )[0]!;
  const ONE = '{ s: { Image: a.exe }, t: { Image: b.exe }, _u: { Image: c.exe }, condition: COND }';

  test.each([
    [
      's',
      'not s and not t and not _u',
      'Image="a.exe" NOT User="cook" NOT User="maid" NOT User="butler"',
    ],
    [
      '1 of them and _u',
      'not 1 of them and not _u',
      'Image IN ("a.exe", "b.exe") Image="c.exe" NOT User IN ("cook", "maid") NOT User="butler"',
    ],
    [
      'all of * and s',
      'not 1 of ? and not _u',
      'Image="a.exe" Image="b.exe" NOT User IN ("cook", "maid") NOT User="butler"',
    ],
    ['1 of *', 'not 1 of *', 'Image IN ("a.exe", "b.exe") NOT User IN ("cook", "maid")'],
  ])('%s with %s', (own, condition, query) => {
    expect(woven(ONE.replace('COND', own), condition)).toBe(query);
  });

  test('whatever they are called', () => {
    const odd = `{ 'filter: s': { Image: a.exe }, 'filter: s_': { Image: b.exe }, condition: all of filter* }`;
    const library = libraryOf(rule(odd), filter({ rules: 'any' }));
    expect(queries(library)).toEqual(['Image="a.exe" Image="b.exe" NOT User="scanner"']);
  });
});

test('filters that come to too many conditions refuse the rules, none of which goes without', () => {
  const count = 450;
  const files = [
    Array.from({ length: count }, (_, i) => rule(undefined, `name: r${i}`)).join('---\n'),
    Array.from({ length: count }, () => filter({ rules: 'any' })).join('---\n'),
  ];
  const library = libraryOf(...files);
  const made = convert(library, { backend: splunk });
  expect(made).toHaveLength(count);
  expect(new Set(made.map((q) => q.text))).toEqual(new Set([null]));
  const [first] = told(library).filter((t) => t.startsWith('filters-too-many'));
  expect(first).toMatch(/^filters-too-many a\.yml:3 \(b\.yml:\d+\)$/);
  expect(library.filters.size).toBe(0);
});

test('placeholders of a filter get their values', () => {
  const library = libraryOf(
    rule("{ s: { Image|expand: '%tools%' }, condition: s }"),
    filter({ rules: 'any', body: "s: { User|expand: '%cooks%' }, condition: not s" }),
  );
  const placeholders = { tools: ['a.exe'], cooks: ['cook', 'chef'] };
  const [query] = convert(library, { backend: splunk, placeholders });
  expect(query!.text).toBe('Image="a.exe" NOT User IN ("cook", "chef")');
  const [without] = convert(library, { backend: splunk, placeholders: { tools: ['a.exe'] } });
  expect(without!.fidelity).toBe('refused');
  expect(told(without!)).toEqual(['placeholder-unresolved b.yml:3']);
});

test('what is wrong with a rule and its filter at one place of each is told of both', () => {
  const detection = "{ s: { Image|expand: '%p%' }, condition: s }";
  const padded = filter({ rules: 'any', body: "s: { User|expand: '%p%' }, condition: not s" });
  const both = libraryOf(rule(detection), padded);
  const [query] = convert(both, { backend: splunk });
  expect(told(query!)).toEqual([
    'placeholder-unresolved a.yml:3',
    'placeholder-unresolved b.yml:3',
  ]);
});

test('each part of a query, and of a match, says which file it is from', () => {
  const library = libraryOf(NAMED, filter());
  const [query] = convert(library, { backend: splunk });
  const places = explain(query!).flatMap(({ text, path, line }) =>
    path === null ? [] : `${text} ${path}:${line!}`,
  );
  expect(places).toEqual(['Image="a.exe" a.yml:5', 'User="scanner" b.yml:3']);
  const [match] = compile(library).match({ Image: 'a.exe', User: 'cook' });
  expect(match!.because().map(({ field, path, line }) => [field, path, line])).toEqual([
    ['Image', 'a.yml', 5],
    ['User', 'b.yml', 3],
  ]);
});

describe('the log source of a filter', () => {
  test.each([
    ['{ product: Windows }', true],
    ['{ category: process_creation, product: windows }', true],
    ['{ category: [dns_query, process_creation] }', true],
    ['{ product: linux }', false],
    ['{ product: windows, service: sysmon }', false],
  ])('%s fits a rule: %s', (logsource, fits) => {
    expect(queries(libraryOf(NAMED, filter({ rules: 'any', logsource })))).toEqual([
      fits ? FILTERED : 'Image="a.exe"',
    ]);
    expect(queries(libraryOf(NAMED, filter({ logsource })))).toEqual([
      fits ? FILTERED : 'Image="a.exe"',
    ]);
  });

  test('that does not fit a rule is told', () => {
    const logsource = '{ product: linux }';
    expect(told(libraryOf(NAMED, filter({ logsource })))).toEqual([
      'filter-log-source b.yml:3 (a.yml:4)',
    ]);
    expect(told(libraryOf(NAMED, filter({ logsource, rules: 'any' })))).toEqual([
      'filter-not-effective b.yml:3',
    ]);
  });
});

test('a filter that names nothing says so', () => {
  expect(told(libraryOf(filter({ rules: '[nobody]' })))).toEqual(['filter-rule-not-found a.yml:3']);
  expect(told(libraryOf(filter({ rules: '[]' })))).toEqual(['filter-without-rules a.yml:3']);
  expect(told(libraryOf('title: F\nlogsource: { product: x }\nFilter: none\n'))).toEqual([
    'key-case a.yml:3',
    'filter-not-a-map a.yml:3',
  ]);
});

describe('a filter that only narrows', () => {
  test.each([
    ['s: { User: cook }, condition: s', true],
    ['s: { User: cook }, condition: not not s', true],
    ['s: { User: cook }, condition: not s', false],
    ['s: { User: cook }, condition: not (s) and s', false],
    ['s: { User|neq: cook }, condition: s', false],
    ['s: { User: null }, condition: s', false],
    ['s: { User|exists: false }, condition: s', false],
    ['s: { User|exists: true }, condition: s', true],
  ])('is told: %s', (body, tells) => {
    const library = libraryOf(NAMED, filter({ body }));
    const found = told(library).filter((t) => t.startsWith('filter-'));
    expect(found).toEqual(tells ? ['filter-without-negation b.yml:3'] : []);
  });

  test('is applied as it is written', () => {
    const library = libraryOf(NAMED, filter({ body: 's: { User: cook }, condition: s' }));
    expect(queries(library)).toEqual(['Image="a.exe" User="cook"']);
    expect(library.diagnostics[0]!.message).toContain('`not s`');
  });
});

describe('a filter with errors', () => {
  test.each([
    ['no condition', 's: { User: cook }', 'missing-condition'],
    ['an unknown identifier', 's: { User: cook }, condition: not t', 'undefined-identifier'],
    ['an unknown modifier', 's: { User|contians: cook }, condition: not s', 'unknown-modifier'],
    ['two conditions', 's: { User: cook }, condition: [not s, s]', 'filter-conditions'],
    ['an aggregation', 's: { User: cook }, condition: not s | count() > 5', 'filter-aggregates'],
    ['a syntax error', 's: { User: cook }, condition: not not', 'condition-incomplete'],
  ])('refuses the rules that it names, and no others: %s', (_, body, code) => {
    for (const rules of ['[one]', 'any']) {
      const other = rule(undefined, 'name: other').replace('product: windows', 'product: linux');
      const library = libraryOf(NAMED, other, filter({ rules, body }));
      expect(queries(library)).toEqual([null, 'Image="a.exe"']);
      expect(told(library.documents[0]!)).toEqual([
        `filter-cannot-apply a.yml:${rules === 'any' ? 4 : 3} (c.yml:3)`,
      ]);
      expect(told(library.documents[2]!)).toContain(`${code} c.yml:3`);
      expect(compile(library).match({ Image: 'a.exe' })).toHaveLength(1);
    }
  });

  test('of its log source refuses all that it may apply to', () => {
    const library = libraryOf(NAMED, filter({ rules: 'any', logsource: 'windows' }));
    expect(queries(library)).toEqual([null]);
  });

  test('of YAML refuses the rules that can still be read', () => {
    const broken = `title: F
logsource: { product: windows }
filter:
  rules:
    - one
  s:
    User: 'cook # or not
  condition: not s
`;
    const library = libraryOf(NAMED, broken);
    expect(library.documents[1]!.kind).toBe('filter');
    expect(queries(library)).toEqual([null]);
    expect(told(library.documents[0]!)).toEqual(['filter-cannot-apply a.yml:3 (b.yml:5)']);
  });
});

test('a filter that names a correlation refuses it', () => {
  const correlation =
    'title: C\nname: many\ncorrelation: { type: temporal, rules: [one], timespan: 5m }\n';
  const library = libraryOf(NAMED, correlation, filter({ rules: '[many]' }));
  expect(told(library.documents[2]!)).toEqual(['filter-names-correlation c.yml:3 (b.yml:2)']);
  expect(told(library.documents[1]!)).toContain('filter-cannot-apply b.yml:2 (c.yml:3)');
  expect(queries(library).at(-1)).toBeNull();
});

test('a rule of which a filter leaves nothing is told so', () => {
  const body = 's: { Image: a.exe }, condition: not s';
  const [query] = convert(libraryOf(NAMED, filter({ body })), { backend: splunk });
  expect(told(query!)).toContain('never-matches a.yml:5 (b.yml:3)');
});
