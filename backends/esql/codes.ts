import { defineCodes } from '../../src/backend/index.js';

export const codes = defineCodes({
  'esql-invisible': {
    severity: 'note',
    message:
      'The query holds a character that cannot be seen, since ES|QL has no escape for it. Copy the query as a whole.',
    since: '0.1.0',
  },
  'esql-several-values': {
    severity: 'warning',
    message:
      'ES|QL compares `{field}` with nothing in an event where it has several values, so such an event is not found.',
    since: '0.1.0',
  },
  'esql-unknown-column': {
    severity: 'note',
    message:
      'The query names fields of which no integration is known, such as `{field}`. ES|QL refuses a query with a column that no index has, before Elasticsearch 9.5: from then on, set the option esql.version.',
    since: '0.1.0',
  },
  'esql-null-not-indexed': {
    severity: 'warning',
    message: 'Elasticsearch does not index null, so a field that is present but null is missing.',
    since: '0.1.0',
  },
  'esql-absent-values': {
    severity: 'warning',
    message: '`{field}` is not stored where its value would be {values}: it counts as missing.',
    since: '0.1.0',
  },
  'esql-lower-case': {
    severity: 'warning',
    message: '`{field}` is stored in lower case, so the case of the original value is lost.',
    since: '0.1.0',
  },
  'esql-number-format': {
    severity: 'warning',
    message:
      'ES|QL reads `{field}` as a number of 64 bits, in scientific notation too, so values that are close to {number} or not in decimal notation may compare otherwise.',
    since: '0.1.0',
  },
  'esql-number-field': {
    severity: 'note',
    message:
      'The query compares numbers in fields of unknown type as text, so `{field}` must be mapped as a keyword or as whole numbers: a field of type double has `.0` after each. Give such a field its type in your own pipeline.',
    since: '0.1.0',
  },
  'esql-time-zone': {
    severity: 'warning',
    message: 'the {part} is taken in UTC, whatever time zone the event was written in.',
    since: '0.1.0',
  },
  'esql-correlation-chain': {
    severity: 'error',
    message:
      'ES|QL queries cannot express a correlation of correlations. Correlate the alerts of the inner one, or convert it for another target.',
    since: '0.1.0',
  },
  'esql-flattened-column': {
    severity: 'error',
    message:
      'ES|QL has no column for `{field}`, which is part of a field of type flattened, so it cannot group by it or count it. Use another field, or map it to one that is indexed by itself.',
    since: '0.1.0',
  },
  'esql-column-reading': {
    severity: 'error',
    message:
      'ES|QL cannot group by `{field}` or count its values: `{of}` does not have them as they are, or has others, too. Use another field, or map it to one that has its values alone.',
    since: '0.1.0',
  },
  'esql-correlation-union': {
    severity: 'error',
    message:
      'The rules of the correlation are searched for in different places or under different field names, and a condition on a field of unknown type needs a search of the index, which ES|QL cannot test for one event. Give the field a type in a pipeline, set the option esql.values to single, or map the fields to the same names.',
    since: '0.1.0',
  },
});
