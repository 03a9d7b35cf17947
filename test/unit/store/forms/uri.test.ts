import { expect, test } from 'vitest';
import { kql } from '../../../../backends/kql/index.js';
import { convert } from '../../../../src/convert/index.js';
import { MatchEvent } from '../../../../src/match/event.js';
import { Compiler } from '../../../../src/match/test.js';
import { mapItems } from '../../../../src/model/detection-fold.js';
import type { DetectionItem, DetectionNode } from '../../../../src/model/detection.js';
import { usableRule } from '../../../../src/model/document.js';
import { partsOf } from '../../../../src/model/rewrite.js';
import type { Rule } from '../../../../src/model/rule.js';
import { publishedTables, shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { lower } from '../../../../src/predicate/lower.js';
import { uriInColumns } from '../../../../src/store/forms/uri.js';
import { readLibrary } from '../../../support/read-library.js';

const pipelines = await shippedPipelines(kql, ['microsoft']);
const tables = (await publishedTables(kql))!;

const ruleOf = (item: string): string =>
  `title: A\nlogsource: { category: webserver, product: iis }\ndetection:\n  a: { ${item} }\n  condition: a\n`;

function asked(item: string): string {
  const library = readLibrary(ruleOf(item));
  const [query] = convert(library, { backend: kql, pipelines, tables, compact: true });
  expect(query!.fidelity).toBe('exact');
  return query!.queryText!.replace(/^W3CIISLog \| where /, '');
}

test.each([
  ['c-uri|contains: /tea', 'csUriStem contains "/tea" or csUriQuery contains "/tea"'],
  ['c-uri|startswith: /tea', 'csUriStem startswith "/tea"'],
  [
    'c-uri|endswith: .tea',
    '(csUriStem endswith ".tea" and (isempty(csUriQuery) or csUriQuery == "-")) or csUriQuery endswith ".tea"',
  ],
  ['c-uri: /tea', 'csUriStem =~ "/tea" and (isempty(csUriQuery) or csUriQuery == "-")'],
  [
    'c-uri|contains|all: [tea, pot]',
    '(csUriStem contains "tea" or csUriQuery contains "tea") and (csUriStem contains "pot" or csUriQuery contains "pot")',
  ],
])('%s', (item, query) => {
  expect(asked(item)).toBe(query);
});

test.each([
  ['cs-uri-query|contains: tea', 'csUriStem contains "tea" or csUriQuery contains "tea"'],
  ['cs-uri-query|startswith: /tea', 'csUriStem startswith "/tea"'],
  ['cs-uri-query|startswith: tea=', 'csUriQuery startswith "tea="'],
  ['cs-uri-query: tea=1', 'csUriQuery =~ "tea=1"'],
  ['cs-uri-query: 1', 'csUriQuery == "1"'],
  ["cs-uri-query: 'tea=*&pot=1'", 'csUriQuery startswith "tea=" and csUriQuery endswith "&pot=1"'],
  ["cs-uri-query|re: '^(tea|[a-f])='", 'csUriQuery matches regex "^(tea|[a-f])="'],
  ["cs-uri-query: '-'", 'csUriQuery == "-"'],
  ['cs-uri-query: null', 'isempty(csUriQuery) or csUriQuery == "-"'],
  ['cs-uri-query|exists: false', 'isempty(csUriQuery) or csUriQuery == "-"'],
  ['cs-uri-query|exists: true', 'not(isempty(csUriQuery) or csUriQuery == "-")'],
])('of the query, %s', (item, query) => {
  expect(asked(item)).toBe(query);
});

test.each([
  "c-uri|contains: 'a?b'",
  'c-uri|contains: a*b',
  'c-uri|re: a.*b',
  "c-uri: '-'",
  "cs-uri-query|re: '^/tea.*pot'",
])('%s takes both columns in one', (item) => {
  expect(asked(item)).toContain('strcat(csUriStem');
});

test('what is asked of the columns means what is asked of the two joined', () => {
  const values = ['a', 'b', 'ab', '-', 'a-', '-b', 'a\\?b', '\\?b', 'a*b', '*'];
  const columns = ['', '-', 'a', 'b', 'ab', 'a-', '-b', 'xaby', 'ba', 'a?b'];
  const modifiers = ['', '|contains', '|startswith', '|endswith', '|contains|all', '|neq'];
  const events = columns.flatMap((stem) => columns.map((query) => [stem, query] as const));
  const compiler = new Compiler();
  let pairs = 0;
  for (const modifier of modifiers) {
    for (const value of values) {
      const rule = usableRule(
        readLibrary(ruleOf(`c${modifier}: ['${value}', 'ba']`)).documents[0]!,
      )!;
      const rewritten = withBodies(rule, (item) => {
        const { nodes, rest } = uriInColumns(item, 's', 'q');
        return partsOf(item, item.linking, [
          ...nodes,
          ...(rest.length > 0 ? [{ ...item, values: rest }] : []),
        ]);
      });
      const [whole, parts] = [rule, rewritten].map((r) =>
        compiler.compile(lower(r, r.detection.conditions[0]!).expression!),
      );
      for (const [s, q] of events) {
        const event = new MatchEvent({ s, q, c: q === '' || q === '-' ? s : `${s}?${q}` });
        expect(parts!(event), `${modifier} ${value} of ${s} and ${q}`).toBe(whole!(event));
        pairs++;
      }
    }
  }
  expect(pairs).toBe(6_000);
});

function withBodies(rule: Rule, map: (item: DetectionItem) => DetectionNode): Rule {
  const identifiers = rule.detection.identifiers.map((i) => ({
    ...i,
    body: mapItems(i.body, map),
  }));
  return { ...rule, detection: { ...rule.detection, identifiers } };
}
