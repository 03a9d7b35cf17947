import { atom, emitBoolean, prefixNot } from '../../src/backend/index.js';
import type {
  Backend,
  BackendPlugin,
  BooleanSyntax,
  EmitRequest,
  Doc,
  Report,
} from '../../src/backend/index.js';
import { formats } from './formats.js';
import { AND, PredicateWriter } from './predicates.js';
import type { CaseMode } from './values.js';

/**
 * Mixed operators always get parentheses: query_string has no real precedence, and takes
 * `a OR NOT b` for `a AND NOT b`.
 */
const syntax: BooleanSyntax = {
  and: { word: 'AND', binding: AND },
  or: { word: 'OR', binding: 10 },
  not: prefixNot('NOT', AND),
  explicit: true,
};

/**
 * Elasticsearch's query_string, over keyword fields.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query
 */
export const lucene: Backend = {
  name: 'lucene',
  title: 'Elasticsearch Lucene (query_string)',
  options: [
    {
      name: 'case',
      description:
        'How fields meet the case of values: indexed lower-cased (normalized), with a .caseless subfield (caseless), or as they are (regex).',
      values: ['normalized', 'caseless', 'regex'],
    },
    {
      name: 'keyword_field',
      description:
        'The field that holds the text of the event, for keywords; all fields if not set.',
      values: null,
      default: '',
    },
  ],
  formats,
  pipelines: async () => (await import('./pipelines.generated.js')).default,
  simplify: { oneOf: true, pushNegation: false },
  emit,
};

function emit({ rule, expression, options }: EmitRequest, report: Report): Doc {
  const mode = options['case'] as CaseMode;
  if (mode === 'normalized') {
    report.note(
      'lucene-normalized',
      'The query relies on fields that are indexed lower-cased (a lowercase normalizer). If yours are not, set -O lucene.case=caseless or regex.',
      rule.logsource.span,
    );
  }
  const predicates = new PredicateWriter(mode, options['keyword_field'] ?? '', report);
  return emitBoolean(expression, syntax, (node, polarity) => {
    if (node.kind === 'constant') return atom(node.value ? '*:*' : '(NOT *:*)');
    return predicates.write(node, polarity);
  }).doc;
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [lucene] };
export default plugin;
