import { defineCodes } from '../../source/codes.js';

/** What is the same in every language of Elastic, since it is about how events are stored. */
export const elasticCodes = defineCodes({
  'elastic-field-type': {
    severity: 'error',
    message:
      'The field type {type} of `{field}` in the pipeline is not known. Use one of: {known}.',
    since: '0.1.0',
  },
  'elastic-threshold-lookback': {
    severity: 'warning',
    message:
      'The threshold rule counts the events of the last {timespan}, as the correlation says, so the deploy setting `lookback` is not used for it. Restrict the setting with `when`.',
    since: '0.1.0',
  },
  'elastic-left-open': {
    severity: 'warning',
    message: '{target} cannot express {what}, so the query does not test it.',
    since: '0.1.0',
  },
  'elastic-only-present': {
    severity: 'warning',
    message: '{target} cannot express {what}, so the query only tests that the fields exist.',
    since: '0.1.0',
  },
  'elastic-monitor-template': {
    severity: 'warning',
    message:
      'The search of a monitor in OpenSearch is a Mustache template, which fills in what follows {{ in this query. Change the value, or run the query in another way.',
    since: '0.1.0',
  },
  'elastic-runtime-field': {
    severity: 'note',
    message:
      '`{field}` is compared as it is in the source of an event, which needs a runtime field: the format `search` has it, and a data view for other uses has to.',
    since: '0.1.0',
  },
  'elastic-all-open': {
    severity: 'error',
    message:
      'Nothing that the rule looks for would be left in the query, which would find nearly every event of its log source: {target} cannot express what it depends on. Add a condition that it can express{instead}.',
    since: '0.1.0',
  },
  'elastic-among': {
    severity: 'warning',
    message: '`{field}` is searched for among all values of `{of}`.',
    since: '0.1.0',
  },
  'elastic-named-list': {
    severity: 'warning',
    message:
      '`{field}` is a list of names and values, which Elastic stores as a field for each name: the string is searched for in `{of}`, and as a whole name.',
    since: '0.1.0',
  },
  'elastic-within': {
    severity: 'warning',
    message: '`{field}` is searched for anywhere in the text of `{of}`.',
    since: '0.1.0',
  },
  'elastic-registry-number': {
    severity: 'warning',
    message:
      'registry numbers are stored in decimal, where this part of their text does not appear.',
    since: '0.1.0',
  },
  'elastic-never-domain-user': {
    severity: 'note',
    message: 'No event can match this: `{field}` is always a domain, a backslash and a user name.',
    since: '0.1.0',
  },
  'elastic-compare-strings': {
    severity: 'error',
    message:
      '`{field}` is indexed as {type}, which compares as strings: 9 sorts after 10. Compare a field that is indexed as a number.',
    since: '0.1.0',
  },
  'elastic-no-text': {
    severity: 'error',
    message:
      '`{field}` is indexed as {type}, so it cannot be searched as a string. Compare whole values, or map the field to one of type keyword.',
    since: '0.1.0',
  },
  'elastic-date': {
    severity: 'error',
    message:
      '`{field}` is indexed as date, so the query can only test whether it is there. Use `exists`, or map the field to one of type keyword.',
    since: '0.1.0',
  },
  'elastic-never': {
    severity: 'note',
    message:
      'No event can match this: `{field}` is indexed as {type}, and the value is not {expected} in the form used there.',
    since: '0.1.0',
  },
  'elastic-boolean-field': {
    severity: 'note',
    message:
      '`{field}` must be mapped as a boolean; in a keyword field only a lower-case `{value}` matches.',
    since: '0.1.0',
  },
  'elastic-ip-field': {
    severity: 'note',
    message: '`{field}` must be mapped as an ip field; a keyword field cannot match networks.',
    since: '0.1.0',
  },
  'elastic-mapped-addresses': {
    severity: 'warning',
    message:
      'Elasticsearch keeps an IPv4 address and its IPv6 form in ::ffff:0:0/96 alike, so `{field}` is found for both.',
    since: '0.1.0',
  },
  'elastic-number-field': {
    severity: 'note',
    message: '`{field}` must be mapped as a number; a keyword field compares values as strings.',
    since: '0.1.0',
  },
  'elastic-long-regex': {
    severity: 'warning',
    message:
      'The value becomes a regular expression of {length} characters; Elasticsearch accepts {max} unless index.max_regex_length is higher. Raise it, or shorten the value.',
    since: '0.1.0',
  },
  'elastic-states': {
    severity: 'warning',
    message:
      'The pattern needs more than {max} automaton states, so Elasticsearch refuses the query, or with query_string finds nothing, unless max_determinized_states is higher. Use fewer single-character wildcards after a `*`, or replace them by one `*`.',
    since: '0.1.0',
  },
  'elastic-clauses': {
    severity: 'warning',
    message:
      'The query has {clauses} clauses; Elasticsearch accepts at least {max}, and before version 8.1 no more unless indices.query.bool.max_clause_count is higher. Shorten the lists, or split the rule.',
    since: '0.1.0',
  },
  'opensearch-clauses': {
    severity: 'warning',
    message:
      'The query has {clauses} clauses; OpenSearch accepts {max} unless indices.query.bool.max_clause_count is higher. Shorten the lists, or split the rule.',
    since: '0.1.0',
  },
  'elastic-null-not-indexed': {
    severity: 'warning',
    message:
      'Elasticsearch does not index null, so a field that is present and null counts as missing.',
    since: '0.1.0',
  },
  'elastic-absent': {
    severity: 'warning',
    message: '`{field}` is not stored where its value would be {values}: it counts as missing.',
    since: '0.1.0',
  },
  'elastic-absent-match': {
    severity: 'warning',
    message:
      'the pattern also matches values that are not stored in `{field}`, so the field may be missing.',
    since: '0.1.0',
  },
  'elastic-flattened-case': {
    severity: 'warning',
    message: '`{field}` is of type flattened, where strings match only in exactly the same case.',
    since: '0.1.0',
  },
  'elastic-words': {
    severity: 'warning',
    message:
      '`{field}` is indexed as lower-case words: the query searches for these words and ignores what is between them.',
    since: '0.1.0',
  },
  'elastic-network-text': {
    severity: 'warning',
    message: '`{field}` is a string, so only the first group of the network address is compared.',
    since: '0.1.0',
  },
  'elastic-cased': {
    severity: 'warning',
    message: '`cased` has no effect, since the field holds lower-case text only.',
    since: '0.1.0',
  },
  'elastic-cased-assumed': {
    severity: 'warning',
    message:
      '`cased` has no effect, since the field is assumed to be indexed in lower case. It works with the option `case` set to `caseless` or `regex`.',
    since: '0.1.0',
  },
  'elastic-matches-nothing': {
    severity: 'error',
    message:
      'No document can match this condition, and every way to match the rule requires it. Change the value, or map the field to one that can hold it.',
    since: '0.1.0',
  },
});
