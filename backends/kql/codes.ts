import { defineCodes } from '../../src/backend/index.js';

export const codes = defineCodes({
  'kql-unknown-reading': {
    severity: 'error',
    message:
      'The pipeline reads this field as `{reading}`, which does not exist. Use one of: {known}.',
    since: '0.1.0',
  },
  'kql-column-type': {
    severity: 'error',
    message:
      'The column type {type} of `{field}` in the pipeline does not exist. Use one of: {known}.',
    since: '0.1.0',
  },
  'kql-unreadable-key': {
    severity: 'error',
    message: '`{key}` cannot be looked up in {column}. Map the field to a column.',
    since: '0.1.0',
  },
  'kql-list-in-path': {
    severity: 'error',
    message:
      '`{key}` is in a list, and no path in KQL leads to the elements of a list. Search all of `{field}` for the string, or map this field to a column.',
    since: '0.1.0',
  },
  'kql-no-column': {
    severity: 'error',
    message:
      '{table} has no column `{field}`.{hint} Map the field to an existing column in a pipeline (`mapping`), read another table, or declare the column.',
    since: '0.1.0',
  },
  'kql-not-dynamic': {
    severity: 'error',
    message:
      '{table}.{column} is not a dynamic column, so `{field}` cannot be read from it. If the column holds JSON, let a pipeline read it: `{reading}`.',
    since: '0.1.0',
  },
  'kql-matches-nothing': {
    severity: 'error',
    message:
      '`{field}` is a column of type {type}, which never holds this value, so no event can match. Change the value, or map the field to a column that can hold it.',
    since: '0.1.0',
  },
  'kql-never-held': {
    severity: 'note',
    message: '`{field}` is a column of type {type}, which never holds this value.',
    since: '0.1.0',
  },
  'kql-no-table': {
    severity: 'note',
    message: 'The query names no table. Put it after `TABLE | where`, or choose a table.',
    since: '0.1.0',
  },
  'kql-rule-without-table': {
    severity: 'warning',
    message:
      'The query names no table, and neither Sentinel nor Defender XDR runs a rule without one. Choose a table with a pipeline or with the option kql.table.',
    since: '0.1.0',
  },
  'kql-xdr-asset': {
    severity: 'warning',
    message:
      'The query has no column that names a device, an account, a mailbox or an address, and Defender XDR takes no custom detection without one. Use a table that has such a column.',
    since: '0.1.0',
  },
  'kql-xdr-event': {
    severity: 'warning',
    message:
      'Defender XDR takes a custom detection over `{table}` only if each row has the `ReportId` of an event, and a row of a correlation is about several. Deploy it in Sentinel, by the format `sentinel`.',
    since: '0.1.0',
  },
  'kql-sentinel-length': {
    severity: 'warning',
    message:
      'The query has {length} characters; the query of an analytics rule in Sentinel can have {max}. Write it compactly, shorten the lists, or split the rule.',
    since: '0.1.0',
  },
  'kql-sentinel-period': {
    severity: 'warning',
    message:
      'An analytics rule in Sentinel can look back at most 14 days, and {what} makes this one look back further. Shorten that, or run the query elsewhere.',
    since: '0.1.0',
  },
  'kql-sentinel-interval': {
    severity: 'warning',
    message:
      'Sentinel runs an analytics rule that looks back 2 days or more once an hour at most, and {what} makes this one do so. Shorten that, or set `interval` to an hour or more.',
    since: '0.1.0',
  },
  'kql-sentinel-throttle': {
    severity: 'warning',
    message:
      'After an alert, Sentinel pauses an analytics rule for at least its interval ({interval}) and at most 24 hours. Change `throttle`.',
    since: '0.1.0',
  },
  'kql-interval': {
    severity: 'warning',
    message:
      'Sentinel and Defender run a rule every five minutes at most. Give it a longer `interval`.',
    since: '0.1.0',
  },
  'kql-xdr-lookback': {
    severity: 'warning',
    message:
      'Defender keeps 30 days of events to hunt in, and {what} makes this rule look back further. Shorten that.',
    since: '0.1.0',
  },
  'kql-number-assumed': {
    severity: 'note',
    message:
      '{field} is assumed to be a numeric column because the rule only compares it with numbers. If it holds text, declare it as `string`.',
    since: '0.1.0',
  },
  'kql-numbers-assumed': {
    severity: 'note',
    message:
      '{field} is assumed to be a numeric column because the correlation computes with its numbers. If it holds text, declare it as `string`.',
    since: '0.1.0',
  },
  'kql-dynamic-path': {
    severity: 'note',
    message:
      '{field} is read as a path into a dynamic column, and must hold a single value there. If it is the name of a column, set the option `dots` to `column`.',
    since: '0.1.0',
  },
  'kql-dynamic-list': {
    severity: 'warning',
    message: 'where {field} holds a list, its JSON text is compared instead of each value.',
    since: '0.1.0',
  },
  'kql-printed-form': {
    severity: 'warning',
    message:
      '{field} is a {type} column: the value is compared with the text that Kusto prints for it, which may differ from how the rule writes it.',
    since: '0.1.0',
  },
  'kql-regex-matches-empty': {
    severity: 'warning',
    message:
      'the regular expression matches the empty string, which is also what Kusto stores for a missing value.',
    since: '0.1.0',
  },
  'kql-field-ref-empty': {
    severity: 'warning',
    message: 'a string column in Kusto cannot be null, so an empty {field} counts as missing.',
    since: '0.1.0',
  },
  'kql-keyword-values': {
    severity: 'warning',
    message:
      '{fields} hold several values of an event, so what begins in one value may end in another. Search in the fields that hold the values.',
    since: '0.1.0',
  },
  'kql-null-is-empty': {
    severity: 'warning',
    message:
      'a string column in Kusto cannot be null, so the query tests whether {field} is empty; an empty value counts as missing.{hint}',
    since: '0.1.0',
  },
  'kql-null-is-missing': {
    severity: 'warning',
    message:
      'Kusto cannot distinguish null from missing for {field} in a dynamic column, so null counts as missing.',
    since: '0.1.0',
  },
  'kql-empty-is-missing': {
    severity: 'warning',
    message:
      'a string column in Kusto cannot be null, so the query tests that {field} is not empty; an empty value counts as missing.{hint}',
    since: '0.1.0',
  },
  'kql-missing-is-empty': {
    severity: 'warning',
    message:
      'a string column in Kusto cannot be null, so an event without {field} counts as empty.',
    since: '0.1.0',
  },
  'kql-correlation-table': {
    severity: 'error',
    message:
      'A correlation relates the rows of tables, so it needs a table for each of its rules. Choose one with a pipeline or with the option kql.table, and a format with the whole query.',
    since: '0.1.0',
  },
  'kql-word-is-missing': {
    severity: 'warning',
    message: '`{field}` counts as missing where its column holds "{word}".',
    since: '0.1.0',
  },
  'kql-word-match': {
    severity: 'warning',
    message:
      'the pattern also matches "{word}", which a column holds where `{field}` is missing, so the field may be missing.',
    since: '0.1.0',
  },
  'kql-group-empty': {
    severity: 'note',
    message:
      'An event whose `{field}` is empty is in no group: a string column in Kusto does not distinguish empty from missing.',
    since: '0.1.0',
  },
});
