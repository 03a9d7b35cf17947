import { defineCodes } from '../../src/backend/index.js';

export const codes = defineCodes({
  'splunk-default-field': {
    severity: 'note',
    message:
      "Splunk adds its own field `{field}` to every event. If the rule means the event's own field, map it to the name that your field extraction uses.",
    since: '0.1.0',
  },
  'splunk-macros': {
    severity: 'note',
    message:
      'The search needs these stanzas in macros.conf, unless the app that it runs in has them: {stanzas}',
    since: '0.1.0',
  },
  'splunk-not-in-data-model': {
    severity: 'error',
    message:
      'The data model {model} has no field `{field}`. Map it to a field of the model, such as {dataset}.dest, or convert the rule without a data model.',
    since: '0.1.0',
  },
  'splunk-keyword-in-data-model': {
    severity: 'error',
    message:
      'A data model has only fields, so a keyword cannot be searched for in the event text. Convert the rule without a data model.',
    since: '0.1.0',
  },
  'splunk-presence-in-data-model': {
    severity: 'error',
    message:
      'A data model stores `{unknown}` for a missing value, so it cannot tell whether `{field}` is missing, empty or present. Convert the rule without a data model.',
    since: '0.1.0',
  },
  'splunk-unknown-in-data-model': {
    severity: 'warning',
    message:
      'a data model stores `{unknown}` where an event has no `{field}`, and this condition may match it.',
    since: '0.1.0',
  },
  'splunk-word-for-missing': {
    severity: 'warning',
    message: 'the source stores `{word}` in `{field}` where an event has no value.',
    since: '0.1.0',
  },
  'splunk-number-precision': {
    severity: 'warning',
    message:
      'Splunk compares numbers to {digits} digits, so values close to {number} may fall on the wrong side.',
    since: '0.1.0',
  },
  'splunk-time-zone': {
    severity: 'warning',
    message:
      'the {part} of _time is that of the time zone of the user who runs the search, and the event has it in UTC.',
    since: '0.1.0',
  },
  'splunk-time-format': {
    severity: 'warning',
    message:
      'the field is parsed as an ISO 8601 time (2026-01-31T23:59:00Z); values in any other format never match.',
    since: '0.1.0',
  },
  'splunk-correlation-in-data-model': {
    severity: 'error',
    message:
      'A data model counts its events, so a correlation cannot relate them in time. Convert the correlation without a data model.',
    since: '0.1.0',
  },
});
