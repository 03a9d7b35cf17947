import { defineCodes } from '../../src/backend/index.js';

export const codes = defineCodes({
  'lucene-in-dsl': {
    severity: 'note',
    message:
      'The body has one query_string query, which ignores case by listing both cases of each letter. The target dsl writes clauses with case_insensitive instead.',
    since: '0.1.0',
  },
  'lucene-watch-template': {
    severity: 'warning',
    message:
      'The search of a watch is a Mustache template, which fills in what follows {{ in this query. Change the value, or run the query in another way.',
    since: '0.1.0',
  },
});
