import {
  conjuncts,
  countTexts,
  defineTarget,
  enclose,
  print,
  widthOf,
  writeEach,
} from '../../src/backend/index.js';
import {
  absentTogether,
  elasticCost,
  emitted,
  flavourOption,
  isOpenSearch,
  linked,
  MAX_CLAUSES,
  queryStringCodes,
  queryStringDialect,
  requiresField,
  somethingOf,
  withinClauses,
} from '../../src/backend/elastic/index.js';
import type {
  Backend,
  BackendPlugin,
  Doc,
  Expression,
  QueryContext,
} from '../../src/backend/index.js';
import type { Piece } from '../../src/backend/elastic/index.js';
import { codes } from './codes.js';
import { formats } from './formats.js';

/**
 * Elasticsearch's query_string, over keyword fields.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query
 */
export const lucene: Backend = defineTarget({
  name: 'lucene',
  title: 'Elasticsearch Lucene (query_string)',
  codes,
  options: [
    flavourOption,
    {
      name: 'case',
      description:
        'How queries ignore case: by the field types in the pipeline, or normalized for unknown types (auto); with lower-case values (normalized), a .caseless subfield (caseless), or regular expressions (regex).',
      values: ['auto', 'normalized', 'caseless', 'regex'],
    },
    {
      name: 'keyword_field',
      description:
        'The field to search for keywords (default: the field that the pipeline names, or all fields)',
      values: null,
      default: '',
    },
  ],
  formats,
  store: 'elastic',
  simplify: { oneOf: true, pushNegation: false },
  query: {
    cost: () => elasticCost,
    prepare: absentTogether,
    insteadOfCorrelation:
      'The language has no way to relate events: convert it for esql, which only Elasticsearch has.',
    source: () => '',
    search({ conditions }, _, context) {
      const { options, report, rule } = context;
      if (options['case'] === 'normalized') {
        report.note(queryStringCodes['lucene-normalized'](), rule.logsource.span);
      }
      const others = isOpenSearch(options) ? 'for `dsl`' : 'for `esql`';
      const piece = somethingOf(context, others, (watched) => writeSearch(conditions, watched));
      const { doc } = emitted(piece);
      if (context.format === 'dsl' && listsLetters(doc)) {
        report.note(codes['lucene-in-dsl'](), rule.logsource.span);
      }
      return withinLimit(doc, context);
    },
    union(_, queries, context) {
      const enclosed = queries.map((q) => enclose('(', q, ')'));
      return withinLimit(linked('OR', enclosed), context);
    },
  },
});

/** The conditions of the source are left out where a field that the rule must have says as much. */
function writeSearch(conditions: readonly Expression[], context: QueryContext): Piece {
  const all = conditions.flatMap(conjuncts);
  const pieces = writeEach(queryStringDialect, all, context);
  const { tells } = context.placement;
  const { start, file } = context.rule.logsource.span;
  const asked = pieces.filter((_, i) => all[i]!.span.start !== start || all[i]!.span.file !== file);
  const isTold = tells.some((field) => asked.some((piece) => requiresField(piece, field)));
  return queryStringDialect.frame.and(isTold ? asked : pieces);
}

/** Whether letters are written in either case, as this syntax has no other way to ignore case. */
function listsLetters(doc: Doc): boolean {
  const { text } = print(doc, { width: 0, compact: true });
  return /\[(?:\p{Ll}\p{Lu}|\p{Lu}\p{Ll})\]/u.test(text);
}

/** Each term, regular expression or test is a segment of its own. */
function withinLimit(doc: Doc, context: QueryContext): Doc {
  // None is empty.
  if (widthOf(doc) > MAX_CLAUSES) withinClauses(countTexts(doc), context);
  return doc;
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [lucene] };
export default plugin;
