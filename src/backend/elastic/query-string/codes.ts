import { defineCodes } from '../../../source/codes.js';

export const queryStringCodes = defineCodes({
  'lucene-field-name': {
    severity: 'error',
    message:
      'query_string cannot express this field name: <, > and control characters cannot be escaped, * is a wildcard, and _exists_ and names of metadata fields such as _index are reserved. Rename the field in a pipeline.',
    since: '0.1.0',
  },
  'lucene-normalized': {
    severity: 'note',
    message:
      'The query assumes that fields are indexed in lower case (with a lowercase normalizer). If yours are not, set the option `case` to `caseless` or `regex`.',
    since: '0.1.0',
  },
  'lucene-invisible': {
    severity: 'note',
    message:
      'The query holds a character that cannot be seen, since a wildcard pattern has no escape for it. Copy the query as a whole.',
    since: '0.1.0',
  },
  'lucene-control-character': {
    severity: 'warning',
    message:
      'control characters and others that cannot be seen have no escape outside of quotes; each is replaced by ?, which matches any character.',
    since: '0.1.0',
  },
});
