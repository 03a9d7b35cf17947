import { defineCodes } from '../../src/backend/index.js';

export const codes = defineCodes({
  'dsl-field-name': {
    severity: 'error',
    message:
      'No field of an event can have this name in Elasticsearch: * is a wildcard, and names of metadata fields such as _index are reserved. Rename the field in a pipeline.',
    since: '0.1.0',
  },
  'dsl-keywords': {
    severity: 'error',
    message:
      'Query DSL searches named fields only, and no field is known to hold the text of the event. Set the option `keyword_field`, or convert the rule for `lucene`.',
    since: '0.1.0',
  },
  'dsl-flattened-case': {
    severity: 'warning',
    message:
      '`{field}` is of type flattened, where letters beyond ASCII match only in exactly the same case.',
    since: '0.1.0',
  },
});
