import { defineCodes } from '../source/codes.js';

/** The codes of conversion itself. */
export const codes = defineCodes({
  'finalizer-failed': {
    severity: 'error',
    message:
      'A finalizer failed on the queries for {target}: {reason}. They are not printed; correct the finalizer of the pipeline.',
    since: '0.1.0',
  },
  'conversion-failed': {
    severity: 'error',
    message:
      '{part} failed on this rule: {reason}. Other rules are not affected. Correct that part, or report this to whoever maintains it.',
    since: '0.1.0',
  },
  'field-shown-assumed': {
    severity: 'note',
    message:
      'No published list for {source} has the field `{field}`, so its column may be empty in the results.',
    since: '0.1.0',
  },
  'alias-never-equal': {
    severity: 'warning',
    message:
      '`{field}` holds {form}, and `{other}` holds {otherForm}. They are never equal, so `{alias}` joins no events of these rules. Name fields with values in the same format.',
    since: '0.1.0',
  },
  'field-never-a-number': {
    severity: 'warning',
    message:
      'The correlation takes only numbers from `{field}`, which always holds {form}, so it never matches. Name a field with numbers, or count values with `value_count`.',
    since: '0.1.0',
  },
  'value-form': {
    severity: 'warning',
    message:
      'No event has {values}, since `{field}` always holds {form}. Write the value in that form.',
    since: '0.1.0',
  },
  'form-compared': {
    severity: 'warning',
    message:
      'No event has a number to compare in `{field}`, which always holds {form}. List the values instead.',
    since: '0.1.0',
  },
  'correlation-counts-twice': {
    severity: 'warning',
    message:
      'May match more than the rule: an event that matches this rule and one before it counts twice, since the two rules have different names for a field of the correlation.',
    since: '0.1.0',
  },
  'correlation-counts-past': {
    severity: 'warning',
    message:
      'May match less than the rule: an event that matches this rule and one before it counts twice, since the two rules have different names for a field of the correlation.',
    since: '0.1.0',
  },
  'correlation-ignores-case': {
    severity: 'warning',
    message:
      '{kept} has the case that the event has, and {lost} does not. `{field}` is compared ignoring case, so groups that differ only in case are one.',
    since: '0.1.0',
  },
  'correlation-case-apart': {
    severity: 'warning',
    message:
      '{kept} has the case that the event has, and {lost} does not. `{field}` is compared as stored, so events between which the case differs are not in one group.',
    since: '0.1.0',
  },
  'correlation-period': {
    severity: 'note',
    message:
      'A match depends on events up to {timespan} before it. Schedule the query so that each run reads at least that much more than the time since the last run.',
    since: '0.1.0',
  },
  'deploy-setting-unused': {
    severity: 'note',
    message:
      'The format {format} has no place for the deploy setting `{name}`, so it is left out. Restrict the entry with `when`, or give the key of the product under `set`.',
    since: '0.1.0',
  },
  'deploy-setting-not-allowed': {
    severity: 'note',
    message:
      'The configuration does not let a rule set `{name}`, so it is left out. Add it to `custom` in the configuration to allow it.',
    since: '0.1.0',
  },
  'deploy-setting-type': {
    severity: 'warning',
    message: '`{name}` must be {expected}; it is left out. Correct it.',
    since: '0.1.0',
  },
  'made-id': {
    severity: 'warning',
    message:
      'The rule has no id, by which products know what is deployed. One is made from its path and title, and changes with them. Give the rule an id.',
    since: '0.1.0',
  },
  'mapping-unmapped': {
    severity: 'error',
    message:
      'No pipeline maps this log source, so the query has the field names of the rule and is not restricted to its events. Add a source for it in your own pipeline.',
    since: '0.1.0',
  },
  'rule-too-large': {
    severity: 'error',
    message:
      'The conditions of this rule expand to more than {most} predicates, all together. Split the rule, or shorten its lists.',
    since: '0.1.0',
  },
  'logsource-too-large': {
    severity: 'error',
    message: 'The log source expands to too many combinations for the pipelines. Split the rule.',
    since: '0.1.0',
  },
});
