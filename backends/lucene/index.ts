import {
  atom,
  emitBoolean,
  enclose,
  prefixNot,
  defineTarget,
  searchRequest,
} from '../../src/backend/index.js';
import type {
  Backend,
  BackendPlugin,
  BooleanSyntax,
  SearchRequest,
  Doc,
  Report,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { columnsOf } from './columns.js';
import { formats } from './formats.js';
import { AND, linked } from './piece.js';
import { PredicateWriter } from './predicates.js';
import type { KeywordFields } from './predicates.js';
import type { CaseOption } from './strings.js';

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
export const lucene: Backend = defineTarget({
  name: 'lucene',
  title: 'Elasticsearch Lucene (query_string)',
  codes,
  options: [
    {
      name: 'case',
      description:
        'How fields meet the case of values: as the pipeline knows of each, and normalized where it does not (auto); indexed lower-cased (normalized), with a .caseless subfield (caseless), or as they are (regex).',
      values: ['auto', 'normalized', 'caseless', 'regex'],
    },
    {
      name: 'keyword_field',
      description:
        'The field that holds the text of the event, for keywords; if not set, the one that the pipeline names, or all fields.',
      values: null,
      default: '',
    },
  ],
  formats,
  store: 'elastic',
  simplify: { oneOf: true, pushNegation: false },
  query: {
    source: () => '',
    search: (node, _, context) => emit(searchRequest(node, context), context.report),
    union: (_, queries) =>
      linked(
        'OR',
        queries.map((q) => enclose('(', q, ')')),
      ),
  },
});

function emit({ rule, expression, options, placement }: SearchRequest, report: Report): Doc {
  const caseOption = options['case'] as CaseOption;
  const asked = {
    case: caseOption,
    columns: columnsOf(placement.columns),
    keywords: keywordFields(options['keyword_field'] ?? '', placement.keywords),
  };
  const sayNormalized = (): void => {
    report.note(codes['lucene-normalized'](), rule.logsource.span);
  };
  if (caseOption === 'normalized') sayNormalized();
  const predicates = new PredicateWriter(asked, report);
  const { doc } = emitBoolean(expression, syntax, (node, polarity) => {
    if (node.kind === 'constant') return atom(node.value ? '*:*' : '(NOT *:*)');
    return predicates.write(node, polarity);
  });
  if (predicates.reliesOnLowerCase) sayNormalized();
  return doc;
}

/** The field that the user names, or those that a pipeline does. */
function keywordFields(option: string, placed: readonly string[]): KeywordFields {
  return option === '' ? { names: placed, chosen: true } : { names: [option], chosen: false };
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [lucene] };
export default plugin;
