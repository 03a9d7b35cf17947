import { defineCodes } from '../../src/backend/index.js';

export const codes = defineCodes({
  'eql-field-name': {
    severity: 'error',
    message:
      'EQL cannot name this field: the name must not be empty or hold wildcards or characters that cannot be seen, and must not be one of the metadata fields of Elasticsearch. Map the field to another name.',
    since: '0.1.0',
  },
  'eql-several-values': {
    severity: 'warning',
    message:
      'where an event has several values in `{field}`, EQL compares the digits of one of them only.',
    since: '0.1.0',
  },
  'eql-surrogate': {
    severity: 'error',
    message:
      'The value holds half of a surrogate pair, which is not a character, so EQL cannot express it. Correct the value.',
    since: '0.1.0',
  },
  'eql-correlation': {
    severity: 'error',
    message: 'EQL relates events by their order only, so it cannot express {what}. {instead}',
    since: '0.1.0',
  },
  'eql-runs': {
    severity: 'error',
    message:
      'EQL counts from 2 to {max} events, and the correlation needs {count}. Convert it for esql, or change the condition.',
    since: '0.1.0',
  },
  'eql-key': {
    severity: 'error',
    message:
      'EQL cannot group by `{field}`: it has to be one field of the event that is indexed as a whole. Group by another field.',
    since: '0.1.0',
  },
  'eql-keys': {
    severity: 'error',
    message:
      'The rules that are counted are grouped by fields of different names, which one event of a sequence cannot have. Convert the correlation for esql, or group by one field.',
    since: '0.1.0',
  },
  'eql-sequence': {
    severity: 'warning',
    message:
      'a sequence is found once, at its last event: not again at further events of its window, nor where one event is of two rules or events of one time are indexed in another order.',
    since: '0.1.0',
  },
  'eql-chain': {
    severity: 'warning',
    message:
      'a sequence has one timespan for all of its events, so the events of the correlation and of those in it must all be within {timespan}.',
    since: '0.1.0',
  },
  'eql-keywords': {
    severity: 'error',
    message:
      'EQL searches for keywords in named fields only, and none are named. Set the option eql.keyword_field, or name `keywords` in the pipeline.',
    since: '0.1.0',
  },
});
