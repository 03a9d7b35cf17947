import { defineCodes } from '../../source/codes.js';

/** What is wrong within a correlation. */
export const codes = defineCodes({
  'correlation-not-a-map': {
    severity: 'error',
    message: '`correlation` must be a map with `type`, `rules`, `timespan` and `condition`.',
    since: '0.1.0',
  },
  'correlation-draft': {
    severity: 'warning',
    message:
      'This correlation is written as in the first draft of the specification, and read as one of today. Put `type`, `rules`, `group-by`, `timespan` and `condition` under `correlation`, and remove `action`.',
    since: '0.1.0',
  },
  'correlation-key': {
    severity: 'error',
    message: '`{key}` is not a key of {section}. {hint}',
    since: '0.1.0',
  },
  'correlation-key-spelled': {
    severity: 'warning',
    message: '`{written}` is read as `{key}`. Write it so.',
    since: '0.1.0',
  },
  'correlation-value': {
    severity: 'error',
    message: '`{key}` must be {expected}, not {actual}.',
    since: '0.1.0',
  },
  'correlation-fields-in-string': {
    severity: 'warning',
    message: '`{key}` is a string with commas, which is read as the list `{list}`. Write the list.',
    since: '0.1.0',
  },
  'correlation-modifier': {
    severity: 'error',
    message:
      'A correlation takes the values of a field as they are, so it has no modifiers. Write `{field}`, and test the value in the rules.',
    since: '0.1.0',
  },
  'correlation-boolean': {
    severity: 'warning',
    message: '`{key}` is read as {value}. Write {value}, without quotes.',
    since: '0.1.0',
  },
  'correlation-type-missing': {
    severity: 'error',
    message: 'The correlation has no `type`. Add one of: {known}.',
    since: '0.1.0',
  },
  'correlation-type-unknown': {
    severity: 'error',
    message: "'{value}' is not a correlation type. Use one of: {known}.",
    since: '0.1.0',
  },
  'correlation-type-case': {
    severity: 'warning',
    message: "The type '{value}' is read as `{type}`. Write it so.",
    since: '0.1.0',
  },
  'correlation-without-rules': {
    severity: 'error',
    message: 'The correlation refers to no rule. List ids or names of rules under `rules`.',
    since: '0.1.0',
  },
  'correlation-repeated-rule': {
    severity: 'warning',
    message: 'The correlation already lists this rule, which counts once. Remove one of the two.',
    since: '0.1.0',
  },
  'correlation-repeated-step': {
    severity: 'error',
    message:
      'The correlation already lists this rule, and one event would be both steps. Count its events with an event_count correlation, and list that here.',
    since: '0.1.0',
  },
  'correlation-rule-twice': {
    severity: 'error',
    message: 'This is the same rule as {reference}. Remove one of the two.',
    since: '0.1.0',
  },
  'refers-to-several-aggregations': {
    severity: 'error',
    message:
      'The rule {reference} has several conditions, and one of them has an aggregation. Split the rule.',
    since: '0.1.0',
  },
  'timespan-missing': {
    severity: 'error',
    message: 'The correlation has no `timespan`. Add one, such as `timespan: 15m`.',
    since: '0.1.0',
  },
  'bad-timespan': {
    severity: 'error',
    message:
      'A timespan must be a number above zero and a unit (s, m, h, d, w, M or y), such as `15m`.',
    since: '0.1.0',
  },
  'timespan-too-long': {
    severity: 'error',
    message: 'The timespan `{timespan}` is longer than any clock counts. Write a shorter one.',
    since: '0.1.0',
  },
  'correlation-condition-missing': {
    severity: 'error',
    message: 'The correlation has no `condition`. Add one, such as `condition: {example}`.',
    since: '0.1.0',
  },
  'correlation-condition-empty': {
    severity: 'error',
    message: 'The condition compares nothing. Add one of: {known}.',
    since: '0.1.0',
  },
  'correlation-number': {
    severity: 'error',
    message: '`{operator}` must be a number, not {actual}.',
    since: '0.1.0',
  },
  'correlation-never': {
    severity: 'error',
    message: 'This condition can never hold: {why}. Change it.',
    since: '0.1.0',
  },
  'correlation-always': {
    severity: 'warning',
    message:
      'Every event of the rules is a match by itself, so the correlation relates none to another. Change the condition, or use the rules without it.',
    since: '0.1.0',
  },
  'correlation-field-grouped': {
    severity: 'warning',
    message:
      '`group-by` names {field}, too, so a group has one value to count, unless its events hold several. Count another field, or do not group by this one.',
    since: '0.1.0',
  },
  'correlation-field-missing': {
    severity: 'error',
    message:
      'Correlations of type {type} need the `field` whose values they take. Add it to `condition`.',
    since: '0.1.0',
  },
  'correlation-field-unused': {
    severity: 'error',
    message: 'Correlations of type {type} take no `{key}`. Remove it, or choose {others}.',
    since: '0.1.0',
  },
  'correlation-several-fields': {
    severity: 'error',
    message: 'Correlations of type {type} take one field only. Remove all but one.',
    since: '0.1.0',
  },
  'correlation-field-outside': {
    severity: 'warning',
    message: '`{key}` belongs in `condition`, and is read as if it were there. Move it.',
    since: '0.1.0',
  },
  'percentile-as-share': {
    severity: 'warning',
    message:
      'There is no `percentile`, so the condition is read as a share: the percentage of the events in the window that have the same {fields} as the event at its end. If a percentile of the values is meant, add it, such as `percentile: 95`.',
    since: '0.1.0',
  },
  'bad-percentile': {
    severity: 'error',
    message: 'A percentile must be a number above 0 and at most 100.',
    since: '0.1.0',
  },
  'ordered-condition': {
    severity: 'error',
    message:
      'A temporal_ordered correlation needs all of its rules, in order: this condition leaves the order open. Remove the condition, or use `type: temporal`.',
    since: '0.1.0',
  },
  'condition-with-aggregation': {
    severity: 'error',
    message: 'The condition of a correlation takes no aggregation. Remove what follows `|`.',
    since: '0.1.0',
  },
  'condition-rule-not-listed': {
    severity: 'error',
    message: '`{name}` is not among the `rules` of the correlation. {hint}',
    since: '0.1.0',
  },
  'condition-matches-no-rule': {
    severity: 'error',
    message:
      'The pattern `{pattern}` matches {found} of the rules listed, fewer than the condition needs. Correct the pattern or the count.',
    since: '0.1.0',
  },
  'condition-leaves-out-rule': {
    severity: 'warning',
    message:
      'The condition does not name this rule, so its events count for nothing but their time. Add it to the condition, or remove it.',
    since: '0.1.0',
  },
  'bad-alias': {
    severity: 'error',
    message:
      'An alias must be a map from the name of a rule to the name of a field in the events of that rule.',
    since: '0.1.0',
  },
  'unused-alias': {
    severity: 'warning',
    message: 'Neither `group-by` nor `field` names this alias. Use it there, or remove it.',
    since: '0.1.0',
  },
  'alias-rule-not-listed': {
    severity: 'error',
    message: '{rule} is not among the `rules` of the correlation. {hint}',
    since: '0.1.0',
  },
  'alias-lacks-rule': {
    severity: 'warning',
    message:
      'The alias has no field for the rule {rule}, so the field `{alias}` itself is read there. Add the field.',
    since: '0.1.0',
  },
  'field-not-grouped': {
    severity: 'error',
    message:
      '`{field}` is not in the `group-by` of {rule}, and a correlation has only the fields that it groups by. Add it there, or remove it here.',
    since: '0.1.0',
  },
  'timespan-as-timeframe': {
    severity: 'warning',
    message: 'A rule calls this `timeframe`, and it is read as that. Write it so.',
    since: '0.1.0',
  },
  'aggregation-without-timeframe': {
    severity: 'error',
    message:
      'The aggregation has no `timeframe`, so nothing says how close together its events must be. Add one next to `condition`, such as `timeframe: 15m`.',
    since: '0.1.0',
  },
  'aggregation-without-field': {
    severity: 'error',
    message: '`{name}` needs a field to take its values from: `{name}(field)`.',
    since: '0.1.0',
  },
  'old-aggregation': {
    severity: 'note',
    message:
      'Aggregations in conditions were replaced by correlations. This one is read as a correlation of type {type}.',
    since: '0.1.0',
  },
  'old-aggregation-alone': {
    severity: 'note',
    message:
      'Aggregations in conditions were replaced by correlations, but none of their types is about a {what}. This one is read as it is written.',
    since: '0.1.0',
  },
  'correlation-too-large': {
    severity: 'error',
    message:
      'With all that it refers to, the correlation has more than {most} parts, or is more than {deep} correlations deep. Split it.',
    since: '0.1.0',
  },
});
