import {
  countTexts,
  defineTarget,
  enclose,
  widthOf,
  writeConditions,
} from '../../src/backend/index.js';
import type { Backend, BackendPlugin, Doc, QueryContext, Report } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { dialect } from './dialect.js';
import { formats } from './formats.js';
import { emitted, linked } from './pieces.js';

/**
 * Elasticsearch's query_string, over keyword fields.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query
 */
export const lucene: Backend = defineTarget({
  name: 'lucene',
  title: 'Elasticsearch Lucene (query_string)',
  codes,
  options: [
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
    insteadOfCorrelation:
      'The language has no way to relate events: use the targets esql or eql, or correlate the alerts of the rules.',
    source: () => '',
    search({ conditions }, _, context) {
      const { options, report, rule } = context;
      if (options['case'] === 'normalized') {
        report.note(codes['lucene-normalized'](), rule.logsource.span);
      }
      let isRefused = false;
      const watched: Report = {
        approximate: (...said) => report.approximate(...said),
        limit: (...said) => report.limit(...said),
        note: (...said) => report.note(...said),
        refuse(...said) {
          isRefused = true;
          report.refuse(...said);
        },
      };
      const piece = writeConditions(dialect, conditions, { ...context, report: watched });
      // In place of what is refused there is nothing, too.
      if (piece.kind === 'constant' && !piece.value && !isRefused) {
        report.refuse(codes['lucene-matches-nothing'](), piece.span);
      }
      return withinLimit(emitted(piece).doc, context);
    },
    union(_, queries, context) {
      const enclosed = queries.map((q) => enclose('(', q, ')'));
      return withinLimit(linked('OR', enclosed), context);
    },
  },
});

/**
 * The fewest clauses that a cluster takes in one query; from 8.1 on, more memory allows more.
 * https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/search-settings
 */
const MAX_CLAUSES = 1_024;

/** Reports a query of too many clauses. Each term, regular expression or test is a segment of its own. */
function withinLimit(doc: Doc, { report, rule, reported }: QueryContext): Doc {
  // None is empty.
  const clauses = widthOf(doc) > MAX_CLAUSES ? countTexts(doc) : 0;
  if (clauses > MAX_CLAUSES && !reported.has('clauses')) {
    reported.add('clauses');
    report.limit(codes['lucene-clauses']({ clauses, max: MAX_CLAUSES }), rule.logsource.span);
  }
  return doc;
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [lucene] };
export default plugin;
