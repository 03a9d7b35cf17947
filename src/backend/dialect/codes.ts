import type { OneOf, Predicate } from '../../predicate/predicate.js';
import { defineCodes } from '../../source/codes.js';

/** What the base reports for every target, if its table leaves something out. */
export const dialectCodes = defineCodes({
  'unsupported-predicate': {
    severity: 'error',
    message:
      '{target} cannot express {what}. Rewrite the condition without it, or convert the rule for another target.',
    since: '0.1.0',
  },
  'unsupported-field-name': {
    severity: 'error',
    message:
      '{target} cannot express the field name `{field}`. Map it to another name in a pipeline.',
    since: '0.1.0',
  },
  'unsupported-reading': {
    severity: 'error',
    message:
      '{target} cannot read `{field}` out of `{of}` as `{reading}` with the key `{key}`. {instead}',
    since: '0.1.0',
  },
  'field-not-shown': {
    severity: 'note',
    message:
      'The results of the query for {target} have no column for {field}, which the rule lists under `fields`.',
    since: '0.1.0',
  },
  'unsupported-correlation': {
    severity: 'error',
    message: '{target} cannot express a correlation. {hint}',
    since: '0.1.0',
  },
  'threshold-field': {
    severity: 'error',
    message:
      'Events are counted by the values of single fields that are indexed as a whole, and `{field}` is not one of those. Choose another field, or another target.',
    since: '0.1.0',
  },
  'correlation-threshold': {
    severity: 'warning',
    message:
      'a threshold rule counts the events of the last {timespan} whenever it runs, so events that no such period holds together are not counted together.',
    since: '0.1.0',
  },
  'keyword-fields': {
    severity: 'warning',
    message: 'keywords are searched for in {fields} and in no other field.',
    since: '0.1.0',
  },
  'pipeline-several-states': {
    severity: 'error',
    message:
      "The rule's log sources are stored in different places, and {target} cannot search several at once in the format {format}. Convert the rule with a pipeline for one of them.",
    since: '0.1.0',
  },
});

/** What messages call a predicate. */
export const WHAT: Readonly<Record<OneOf['kind'] | Predicate['kind'], string>> = {
  'one-of': 'this list of values',
  string: 'this string comparison',
  number: 'a comparison with a number',
  boolean: 'a comparison with a boolean',
  null: 'a test for a missing field',
  exists: 'a test for a field that is present',
  regex: 'this regular expression',
  cidr: 'a test for an IP network',
  compare: 'an order of numbers',
  'time-part': 'a test for a part of a time',
  'field-ref': 'a comparison of two fields',
  keyword: 'a search of the whole event',
};
