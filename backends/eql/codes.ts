import { defineCodes } from '../../src/backend/index.js';

export const codes = defineCodes({
  'eql-field-name': {
    severity: 'error',
    message:
      'EQL cannot name this field: the name must not be empty or hold wildcards or characters that cannot be seen, and must not be one of the metadata fields of Elasticsearch. Map the field to another name.',
    since: '0.2.0',
  },
  'eql-surrogate': {
    severity: 'error',
    message:
      'The value holds half of a surrogate pair, which is not a character, so EQL cannot express it. Correct the value.',
    since: '0.2.0',
  },
  'eql-keywords': {
    severity: 'error',
    message:
      'EQL searches for keywords in named fields only, and none are named. Set the option eql.keyword_field, or name `keywords` in the pipeline.',
    since: '0.2.0',
  },
});
