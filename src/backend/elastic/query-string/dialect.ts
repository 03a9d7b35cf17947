import { elasticDialect } from '../dialect.js';
import { fieldOf } from './field.js';
import { wordTerm } from './literals.js';
import { typedTerms } from './numbers.js';
import { exists, ofField, pieceFrame } from './pieces.js';
import { anywhere, betweenSlashes, flattened, ofText } from './texts.js';

/** The conditions of `query_string`. */
export const queryStringDialect = elasticDialect({
  language: 'query_string',
  frame: pieceFrame,
  field: fieldOf,
  takesNamePatterns: true,
  exists: ({ code }, isThere, span) => exists(code, isThere, span),
  typed: ({ code }, queries, { span }) => ofField(code, typedTerms(queries), span),
  text: ofText,
  regexp: ({ code }, source, context) =>
    ofField(code, [betweenSlashes(source, context)], context.span),
  flattened,
  words: ({ code }, query, span) => ofField(code, [wordTerm(query)], span),
  booleanAsText: ({ options }) => options['case'] === 'normalized' || options['case'] === 'auto',

  keyword(node, context) {
    const { keyword_field: chosen = '' } = context.options;
    const names = chosen === '' ? context.query.placement.keywords : [chosen];
    return names.length === 0 ? anywhere(node.search, context) : { fields: names };
  },
});
