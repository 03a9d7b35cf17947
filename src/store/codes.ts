import { defineCodes } from '../source/codes.js';

/**
 * The codes of finding where the events of a rule are stored. A source may be called `the Security log` or
 * `process events of Windows`, so its name is never the subject of a verb.
 */
export const codes = defineCodes({
  'source-chosen': {
    severity: 'note',
    message: 'Reads {source} for {logsource}{why}.{note}',
    since: '0.1.0',
  },
  'source-name-misspelt': {
    severity: 'warning',
    message:
      'No source is known for the {key} `{name}`, so events of other log sources are searched as well. Did you mean {like}?',
    since: '0.1.0',
  },
  'source-table-chosen': {
    severity: 'note',
    message:
      'Reads {table}, as you chose. The pipeline has no source for {logsource} there, so fields keep their names.',
    since: '0.1.0',
  },
  'source-unknown': {
    severity: 'error',
    message:
      'The pipeline has no source for {logsource}.{why} Add one under `sources` in your own pipeline.',
    since: '0.1.0',
  },
  'source-table-unknown': {
    severity: 'error',
    message:
      'The pipeline has no table for {logsource}.{why} Choose the table that stores these events, or add one under `sources` in your own pipeline.',
    since: '0.1.0',
  },
  'source-not-in-table': {
    severity: 'error',
    message:
      'The pipeline has no source for {logsource} in {tables}. Choose another table, or convert without a pipeline.',
    since: '0.1.0',
  },
  'source-needs-field': {
    severity: 'error',
    message:
      'The sources for this log source require a condition on `{field}` in every alternative of the rule. Tried: {tried}. Add one to each alternative.',
    since: '0.1.0',
  },
  'field-not-in-source': {
    severity: 'error',
    message:
      'No source for this log source has the field `{field}`.{like} Tried: {tried}. Map it to an existing field in your own pipeline: `{mapping}`.',
    since: '0.1.0',
  },
  'value-not-in-source': {
    severity: 'error',
    message:
      'No source for this log source stores this value of `{field}`. Tried: {tried}. Map it to an existing field in your own pipeline: `{mapping}`.',
    since: '0.1.0',
  },
  'values-not-in-source': {
    severity: 'error',
    message:
      'No source for this log source stores the values of `{field}` as they are, so the correlation cannot group by them or count them. Tried: {tried}. Map it to an existing field in your own pipeline: `{mapping}`.',
    since: '0.1.0',
  },
  'source-contradicts-rule': {
    severity: 'error',
    message:
      'No source for {logsource} has an event that satisfies the rule: in {source}, {field} is always {held}. Correct the log source, or the value.',
    since: '0.1.0',
  },
  'source-never-holds': {
    severity: 'warning',
    message:
      'No event of this log source satisfies this alternative: in {source}, {field} is always {held}. Correct the log source, or remove it.',
    since: '0.1.0',
  },
  'source-contradicts-itself': {
    severity: 'error',
    message:
      'No event of category {category} is in the log of service {service}. Correct or remove one of them.',
    since: '0.1.0',
  },
  'source-name-unknown': {
    severity: 'warning',
    message:
      'No source is known for `{name}`, so the `Channel` that the rule tests chooses the events. Remove it, or write a name of the Sigma taxonomy.',
    since: '0.1.0',
  },
  'source-name-spelling': {
    severity: 'warning',
    message: '`{name}` is read as `{meant}`. Write it so.',
    since: '0.1.0',
  },
  'source-not-for-part': {
    severity: 'error',
    message:
      'Another part of the rule selects events of {source}, where there is no field `{field}`. {advice}',
    since: '0.1.0',
  },
  'source-blurs': {
    severity: 'warning',
    message:
      'May match more than the rule: nothing in {source} tells events of {logsource} from others, so all of them are searched.',
    since: '0.1.0',
  },
  'source-value-left-out': {
    severity: 'warning',
    message:
      'May miss what the rule matches: events with this value are in {source}, where there is no field `{field}`. Write a rule for them.',
    since: '0.1.0',
  },
  'source-field-left-out': {
    severity: 'warning',
    message:
      '{effect}: this alternative is left out, since `{field}` is not a field of {events}, but of {others}. Write another rule for those.',
    since: '0.1.0',
  },
  'source-exclusion-left-out': {
    severity: 'warning',
    message:
      '{effect}: this exclusion is left out, since `{field}` is not a field of {events}, but of {others}. Exclude these events by a field that they have.',
    since: '0.1.0',
  },
  'source-string-left-out': {
    severity: 'warning',
    message:
      '{effect}: this alternative is left out, since `{field}` of {events} cannot be searched for it ({reason}). Map it to another field in your own pipeline.',
    since: '0.1.0',
  },
  'source-digest-left-out': {
    severity: 'warning',
    message:
      '{effect}: the value may be part of an {algorithm} digest, and there is none in {source}. Write the algorithm before the digits, as in `MD5=`.',
    since: '0.1.0',
  },
  'source-entity': {
    severity: 'warning',
    message:
      '{effect}: some events in {source} contain XML entities in `{field}`, so `{entity}` is found where the original event has the character, too. Write the character itself if it is meant.',
    since: '0.1.0',
  },
  'source-hex-left-out': {
    severity: 'warning',
    message:
      '{effect}: events in {source} may have `{field}` in hexadecimal where its value has spaces, quotes or characters beyond ASCII. Search for those digits, too.',
    since: '0.1.0',
  },
  'source-parts-left-out': {
    severity: 'warning',
    message:
      '{effect}: of `{field}`, some events in {source} keep the parts alone, in {parts}. Search those fields, too.',
    since: '0.1.0',
  },
  'source-url-left-out': {
    severity: 'warning',
    message:
      '{effect}: some events in {source} do not have {characters} in `{field}` as the request did, since URLs are decoded and malformed ones are not kept. Search the original text of the events, too, if you keep it.',
    since: '0.1.0',
  },
  'source-within': {
    severity: 'warning',
    message:
      '{effect}: in {source}, `{field}` is among other values or in a form that varies, so it is searched for anywhere in `{column}`.',
    since: '0.1.0',
  },
  'source-empty-list': {
    severity: 'warning',
    message: '{effect}: in {source}, an empty list in `{field}` cannot be told from a missing one.',
    since: '0.1.0',
  },
  'field-assumed': {
    severity: 'warning',
    message:
      '`{field}` is not a known field of {source}, so it is looked for in `{name}`. Did you mean `{like}`?',
    since: '0.1.0',
  },
  'category-as-service': {
    severity: 'warning',
    message:
      '`{name}` is a category, so it was read as one. Write it under `category` instead of `service`.',
    since: '0.1.0',
  },
  'channel-as-service': {
    severity: 'warning',
    message: '`{name}` is a channel of Windows, so its events are searched. {advice}',
    since: '0.1.0',
  },
  'service-as-category': {
    severity: 'warning',
    message:
      '`{name}` is a service, so it was read as one. Write it under `service` instead of `category`.',
    since: '0.1.0',
  },
});
