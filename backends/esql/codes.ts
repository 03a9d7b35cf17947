import { defineCodes } from '../../src/backend/index.js';

export const codes = defineCodes({
  'esql-invisible': {
    severity: 'note',
    message:
      'The query holds a character that cannot be seen, since ES|QL has no escape for it. Copy the query as a whole.',
    since: '0.2.0',
  },
  'esql-several-values': {
    severity: 'warning',
    message:
      'ES|QL compares a field that holds several values with nothing, so such an event is not found. If no field of the rule holds several, set the option esql.values to single.',
    since: '0.2.0',
  },
  'esql-null-not-indexed': {
    severity: 'warning',
    message: 'Elasticsearch does not index null, so a field that is present but null is missing.',
    since: '0.2.0',
  },
  'esql-absent-values': {
    severity: 'warning',
    message: '`{field}` is not stored where its value would be {values}: it counts as missing.',
    since: '0.2.0',
  },
  'esql-lower-case': {
    severity: 'warning',
    message: '`{field}` is stored in lower case, so the case of the original value is lost.',
    since: '0.2.0',
  },
  'esql-number-format': {
    severity: 'warning',
    message:
      'ES|QL reads `{field}` as a number of 64 bits, in scientific notation too, so values that are close to {number} or not in decimal notation may compare otherwise.',
    since: '0.2.0',
  },
  'esql-time-zone': {
    severity: 'warning',
    message: 'the {part} is taken in UTC, whatever time zone the event was written in.',
    since: '0.2.0',
  },
  'esql-type': {
    severity: 'error',
    message:
      'ES|QL cannot search `{field}`, which is indexed as {type}. Map it to a field of another type.',
    since: '0.2.0',
  },
});
