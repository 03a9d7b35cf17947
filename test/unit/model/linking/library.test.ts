import { describe, expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { components } from '../../../../src/model/linking/cycles.js';
import { link, namedBy } from '../../../../src/model/linking/library.js';
import { parse } from '../../../../src/model/parse.js';
import type { Diagnostic } from '../../../../src/source/diagnostic.js';
import { positionAt } from '../../../../src/source/span.js';

const ID = '6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f0';

/** A rule with these lines at its head. */
function rule(...head: string[]): string {
  return `${head.join('\n')}
logsource: { product: windows, category: process_creation }
detection: { s: { Image: a.exe }, condition: s }
`;
}

function correlation(rules: string, ...head: string[]): string {
  return `${head.join('\n')}
correlation:
  type: event_count
  rules: ${rules}
  timespan: 5m
  condition: { gte: 2 }
`;
}

function filter(rules: string, logsource = '{ product: windows }'): string {
  return `title: The scanner
logsource: ${logsource}
filter:
  rules: ${rules}
  s: { User: scanner }
  condition: not s
`;
}

/** Links files, which are called a.yml, b.yml and so on. */
function libraryOf(...texts: string[]) {
  const names = 'abcdefgh';
  return link(texts.flatMap((text, i) => parse(text, { path: `${names[i]!}.yml` }).documents));
}

/** `code path:line` and the same of related places; what is always said of a kind is left out. */
function told({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string[] {
  const place = ({ span }: Pick<Diagnostic, 'span'>): string =>
    `${span!.file.path}:${positionAt(span!.file, span!.start).line}`;
  return diagnostics.map((d) =>
    [d.code, place(d), ...(d.related ?? []).map((r) => `(${place(r)})`)].join(' '),
  );
}

describe('ids and names', () => {
  test('find documents, ids in any case', () => {
    const library = libraryOf(rule('title: A', `id: ${ID}01`, 'name: first'), rule('title: B'));
    expect(told(library)).toEqual([]);
    expect(namedBy(library, `${ID.toUpperCase()}01`)).toEqual([library.documents[0]]);
    expect(namedBy(library, 'first')).toEqual([library.documents[0]]);
    expect(namedBy(library, 'First')).toEqual([]);
  });

  test('that are taken twice are told at the second, with the place of the first', () => {
    const one = rule('title: A', `id: ${ID}01`, 'name: n');
    expect(told(libraryOf(one, `# again\n${one}`, one))).toEqual([
      'duplicate-id b.yml:3 (a.yml:2)',
      'duplicate-name b.yml:4 (a.yml:3)',
      'duplicate-id c.yml:2 (a.yml:2)',
      'duplicate-name c.yml:3 (a.yml:3)',
    ]);
  });

  test('of templates are those of the rules made of them', () => {
    const library = libraryOf(
      `action: global\nid: ${ID}01\n---\n${rule('title: A')}---\n${rule(`id: ${ID}02`)}`,
    );
    expect(library.documents.map((d) => d.kind)).toEqual(['template', 'rule', 'rule']);
    expect(library.documents.map((d) => d.heading.id)).toEqual([`${ID}01`, `${ID}01`, `${ID}02`]);
    expect(told(library).filter((t) => t.startsWith('duplicate'))).toEqual([]);
  });

  test('are told once where `action: global` gives them to several', () => {
    const shared = `action: global\nid: ${ID}01\nlogsource: { product: windows }\n`;
    const own = (name: string): string =>
      `title: ${name}\ndetection: { s: { Image: a.exe }, condition: s }\n`;
    const library = libraryOf([shared, own('A'), own('B'), own('C')].join('---\n'));
    expect(told(library)).toEqual(['shared-key a.yml:2']);
  });
});

describe('correlations', () => {
  test('refer to rules by id and name, in other files and after them', () => {
    const library = libraryOf(
      correlation(`[${ID}01, named]`, 'title: C'),
      rule('title: A', `id: ${ID}01`),
      rule('title: B', 'name: named'),
    );
    const [c, a, b] = library.documents;
    expect(library.references.get(c!)).toEqual([a, b]);
    expect(told(library)).toEqual([]);
  });

  test('say what they refer to and is missing, broken, a filter or there twice', () => {
    const library = libraryOf(
      correlation('[nmaed, broken, twice, scan]', 'title: C'),
      rule('title: A', 'name: named'),
      rule('title: B', 'name: broken').replace('condition: s', 'condition: t'),
      rule('title: D', 'name: twice'),
      rule('title: E', 'name: twice'),
      `name: scan\n${filter('[other]')}`,
    );
    const own = library.documents[0]!;
    expect(library.references.get(own)).toEqual([]);
    expect(told(own)).toEqual([
      'rule-not-found a.yml:4',
      'refers-to-unreadable a.yml:4 (c.yml:1)',
      'ambiguous-reference a.yml:4 (d.yml:2) (e.yml:2)',
      'refers-to-filter a.yml:4 (f.yml:1)',
    ]);
    expect(own.diagnostics.map((d) => d.message).join()).toContain("Did you mean 'named'?");
  });

  test('mean the rule beside them where other files have one of that name', () => {
    const of = (title: string): string => `${correlation('[failed]', title)}---\n`;
    const library = libraryOf(
      of('title: C') + rule('title: A', 'name: failed'),
      of('title: D') + rule('title: B', 'name: failed'),
      correlation('[failed]', 'title: E'),
    );
    const [c, a, d, b, e] = library.documents;
    expect(library.references.get(c!)).toEqual([a]);
    expect(library.references.get(d!)).toEqual([b]);
    expect(library.references.get(e!)).toEqual([]);
    expect(told(library)).toEqual([
      'duplicate-name b.yml:9 (a.yml:9)',
      'ambiguous-reference c.yml:4 (a.yml:9) (b.yml:9)',
    ]);
  });

  test('that lead back to themselves are told, and those that lead to such', () => {
    const library = libraryOf(
      correlation('[b]', 'title: A', 'name: a'),
      correlation('[c, r]', 'title: B', 'name: b'),
      correlation('[r, a]', 'title: C', 'name: c'),
      correlation('[d]', 'title: D', 'name: d'),
      correlation('[a, r]', 'title: E', 'name: e'),
      rule('title: R', 'name: r'),
    );
    expect(told(library)).toEqual([
      'correlation-cycle a.yml:5 (b.yml:5) (c.yml:5)',
      'correlation-cycle b.yml:5 (a.yml:5) (c.yml:5)',
      'correlation-cycle c.yml:5 (a.yml:5) (b.yml:5)',
      'correlation-cycle d.yml:5',
      'refers-to-unreadable e.yml:5 (a.yml:1)',
    ]);
  });

  test('are not taken for rules that have a `detection` beside them', () => {
    const both = `${correlation('[a]', 'title: C')}detection: { s: { Image: b.exe }, condition: s }\n`;
    const library = libraryOf(both, rule('title: A', 'name: a'));
    expect(told(library)).toEqual(['several-kinds a.yml:2 (a.yml:7)']);
    expect(library.serving.has(library.documents[1]!)).toBe(true);
    expect(convert(library, { backend: kql }).map((q) => q.fidelity)).toEqual(['refused']);
  });

  test('and filters that have one leave no rule unfiltered', () => {
    const both = `${filter('[a]')}detection: { s: { Image: b.exe }, condition: s }\n`;
    const library = libraryOf(both, rule('title: A', 'name: a'));
    expect(told(library)).toEqual([
      'several-kinds a.yml:3 (a.yml:7)',
      'filter-cannot-apply b.yml:2 (a.yml:4)',
    ]);
    // The key of a rule that happens to be called so.
    expect(told(libraryOf(rule('title: A', 'filter: { level: 3 }')))).toEqual([]);
  });

  test('without rules are errors', () => {
    expect(told(libraryOf(correlation('[]', 'title: C')))).toEqual([
      'correlation-without-rules a.yml:2',
    ]);
    expect(told(libraryOf(correlation('[{ a: b }]', 'title: C')))).toEqual([
      'correlation-value a.yml:4',
    ]);
    expect(told(libraryOf('title: C\ncorrelation: many\n'))).toEqual([
      'correlation-not-a-map a.yml:2',
    ]);
  });
});

test('documents that give no query give none', () => {
  const library = libraryOf(`action: global\n${filter('[x]')}`, '# nothing\n', filter('[x]'));
  expect(library.documents.map((d) => d.kind)).toEqual(['template', 'empty', 'filter']);
  expect(convert(library, { backend: kql })).toEqual([]);
});

test('a part of a library is converted alone', () => {
  const library = libraryOf(rule('title: A'), rule('title: B'));
  const documents = library.documents.slice(1);
  const queries = convert(library, { backend: kql, documents });
  expect(queries.map((q) => q.document.heading.title)).toEqual(['B']);
});

test('components are found without recursion', () => {
  expect(components([[1], [2], [0], [0], [4]])).toEqual([0, 0, 0, 3, 4]);
  const ring = Array.from({ length: 100_000 }, (_, i) => [(i + 1) % 100_000]);
  expect(new Set(components(ring)).size).toBe(1);
  const chain = Array.from({ length: 100_000 }, (_, i) => (i < 99_999 ? [i + 1] : []));
  expect(new Set(components(chain)).size).toBe(100_000);
});
